"""GitHub's workflow commands: each result becomes an annotation of its line in the pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
"""

from collections.abc import Iterable, Iterator

from ld.validate.checked import CheckedFile, Located, Place
from ld.validate.formats.options import RenderOptions
from ld.validate.formats.paths import STANDARD_INPUT
from ld.validate.formats.tally import Tally, plural
from ld.validate.formats.unread import fault
from ld.validate.formats.visible import visible
from ld.validate.report import Severity

_LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# as the runner unescapes them; the percent sign first, since the others contain it
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(files: Iterable[CheckedFile], options: RenderOptions) -> Iterator[str]:
    """A command for each result and each unreadable file, and a line with the totals, which annotates nothing.

    GitHub shows ten errors and ten warnings per step. So a result that recurs for the same article in another syntax,
    in a file beside it or in its page, is annotated only once, and so is one that occurs several times in a line.
    """
    tally, seen = Tally(), set[tuple[str, ...]]()
    yield ""
    for file in files:
        tally = tally.plus(file)
        told = [located for located in file.results if _is_new(located, seen)]
        yield _unreadable(file) + "".join(_annotation(located, options) for located in told)
    repeated = tally.violations + tally.warnings + tally.infos - len({key for key in seen if key[0] == _ANNOTATED})
    if repeated:
        where = "on the same line, or of the same article in another file"
        yield f"{plural(repeated, 'result')} more of the same, {where}\n"
    yield f"{tally.sentence(options.fail_on)}\n"


_ANNOTATED = "annotated"


def _is_new(located: Located, seen: "set[tuple[str, ...]]") -> bool:
    """Whether *seen* has no equivalent of *located*, which is then added to it."""
    result, place = located.result, located.place
    line = ("line", place.file, str(place.line), result.shape, result.message)
    fact = ("fact", result.shape, result.component, result.focus_node, result.path, result.term, result.message)
    has_name = not result.focus_node.startswith("_:") and "://" in result.focus_node
    if line in seen or (has_name and fact in seen):
        return False
    seen.update((line, fact, (_ANNOTATED, str(len(seen)))))
    return True


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
    """A character of a file's name, made harmless: line ends are escaped later, control characters removed here."""
    return sign if sign in _DATA else visible(sign)


def _escaped(text: str, signs: dict[str, str]) -> str:
    for sign, escape in signs.items():
        text = text.replace(sign, escape)
    return text
