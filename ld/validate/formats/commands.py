"""GitHub's workflow commands: each result becomes an annotation of its line in the pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
"""

from collections.abc import Iterable, Iterator

from ld.validate.checked import CheckedFile, Located, Place
from ld.validate.formats.options import RenderOptions
from ld.validate.formats.paths import STANDARD_INPUT
from ld.validate.formats.tally import Tally
from ld.validate.formats.unread import fault
from ld.validate.formats.visible import visible
from ld.validate.report import Severity

_LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# as the runner reads them back; the percent sign first, for the others bring it in
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(files: Iterable[CheckedFile], options: RenderOptions) -> Iterator[str]:
    """A command for each result and each unreadable file, and a line with the totals, which annotates nothing."""
    tally = Tally()
    yield ""
    for file in files:
        tally = tally.plus(file)
        yield _unreadable(file) + "".join(_annotation(located, options) for located in file.results)
    yield f"{tally.sentence(options.fail_on)}\n"


def _unreadable(file: CheckedFile) -> str:
    if not file.error:
        return ""
    place, message = fault(file)
    return _command("error", place, "cannot be read", _lines(message, file.hint))


def _annotation(located: Located, options: RenderOptions) -> str:
    result, place = located.result, located.place
    rule = options.rule(result.shape)
    expected = rule.expected.get(result.component, "")
    message = _lines(result.message, result.place, f"expected: {expected}" if expected else "")
    return _command(_LEVELS[result.severity], place, rule.label, message)


def _lines(*said: str) -> str:
    return "\n".join(visible(line) for line in said if line)


def _command(level: str, place: Place, title: str, message: str) -> str:
    properties = {
        "file": "" if place.file == STANDARD_INPUT else "".join(map(_harmless, place.file)),
        "line": str(place.line or ""),
        "col": str(place.column or ""),
        "title": visible(title),
    }
    said = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items() if value)
    return f"::{level} {said}::{_escaped(message, _DATA)}\n"


def _harmless(sign: str) -> str:
    """*sign* of a file's name: ends of lines are escaped later, and what steers a terminal is no way to find a file."""
    return sign if sign in _DATA else visible(sign)


def _escaped(text: str, signs: dict[str, str]) -> str:
    for sign, escape in signs.items():
        text = text.replace(sign, escape)
    return text
