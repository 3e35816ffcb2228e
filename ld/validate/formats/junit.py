"""JUnit's XML, for the test reports of CI services: a test case for each file.

Follows the schema of Jenkins' xUnit plug-in, junit-10.xsd, which most services read.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from ld.validate.checked import CheckedFile, Located
from ld.validate.formats.collecting import collected
from ld.validate.formats.held import ChoiceCounts
from ld.validate.formats.options import RenderOptions
from ld.validate.formats.tally import Tally, plural
from ld.validate.formats.text import entry
from ld.validate.formats.unread import advice, fault

# https://www.w3.org/TR/xml/#charsets
_LINE_END = "\n"
_NO_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def render(files: Iterable[CheckedFile], options: RenderOptions) -> Iterator[str]:
    """One suite. Results that fail the check are in the failure of their file, lesser ones in its output."""
    checked = yield from collected(files)
    plain = options._replace(colour=False)
    totals = {
        "name": "article-ld validate",
        "tests": str(len(checked)),
        "failures": str(sum(bool(_split(file, options)[0]) for file in checked)),
        "errors": str(sum(bool(file.error) for file in checked)),
    }
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites{_attributes(totals)}>\n'
    yield f" <testsuite{_attributes({**totals, 'skipped': '0'})}>\n"
    for file in checked:
        yield f"{_case(file, plain)}\n"
    totals_told = (Tally.of(checked).sentence(options.fail_on), *ChoiceCounts.of(checked).sentences())
    yield f"  <system-out>{_text(_LINE_END.join(totals_told))}</system-out>\n"
    yield " </testsuite>\n</testsuites>\n"


def _split(file: CheckedFile, options: RenderOptions) -> tuple[list[Located], list[Located]]:
    """The results that fail the check, and the others."""
    fail_on = options.fail_on.rank
    failing = [located for located in file.results if located.result.severity.rank <= fail_on]
    return failing, [located for located in file.results if located.result.severity.rank > fail_on]


def _case(file: CheckedFile, options: RenderOptions) -> str:
    failing, others = _split(file, options)
    inner = ""
    if file.error:
        place = str(fault(file)[0])
        inner += _element("error", "unreadable", advice(file), f"{place}: {advice(file)}")
    if failing:
        first = failing[0].result
        more = f" (and {plural(len(failing) - 1, 'result')} more)" if failing[1:] else ""
        inner += _element("failure", first.severity.value, f"{first.message}{more}", _entries(failing, options))
    if others:
        inner += f"\n   <system-out>{_text(_entries(others, options))}</system-out>"
    return f"  <testcase{_attributes({'classname': 'article-ld', 'name': file.file})}>{inner}\n  </testcase>"


def _element(name: str, kind: str, message: str, body: str) -> str:
    return f"\n   <{name}{_attributes({'type': kind, 'message': message})}>{_text(body)}</{name}>"


def _entries(results: Sequence[Located], options: RenderOptions) -> str:
    return "\n".join(entry(located, options) for located in results)


def _attributes(values: dict[str, str]) -> str:
    return "".join(f' {name}="{_text(value).replace(_LINE_END, "&#10;")}"' for name, value in values.items())


def _text(text: str) -> str:
    return escape(_legal(text))


def _legal(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
