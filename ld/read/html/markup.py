"""HTML split into tokens with their positions, like a browser's tokenizer, but without building a tree.

According to the HTML standard, 13.2.5 (tokenization) and 13.2.6 (which distinguishes scripts and foreign content).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

Kind = Literal["start", "end", "text", "raw", "comment", "unclosed"]

_SPACE = "\t\n\f\r "
_NAME = re.compile(rf"</?([A-Za-z][^{_SPACE}/>]*+)")
_ATTRIBUTE = re.compile(
    rf"""
    [{_SPACE}/]*+ (?P<name>[^{_SPACE}/>][^{_SPACE}/>=]*+)
    (?:
      [{_SPACE}]*+ = [{_SPACE}]*+
      (?:
        "(?P<double>[^"]*+)"            # src="a.png"
        | '(?P<single>[^']*+)'          # src='a.png'
        | (?P<open>["'])                # src="a.png, without an end
        | (?P<bare>[^{_SPACE}>]++)?     # src=a.png
      )
    )?
    """,
    re.VERBOSE,
)
_TAG_END = re.compile(rf"[{_SPACE}/]*+>")
_COMMENT_END = re.compile(r"--!?>")
_RAW = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "textarea", "title"))
_SCRIPT_STEP = re.compile(rf"(?i)<!--|-->|<(?P<end>/?)script(?=[{_SPACE}/>])")
_SCRIPT_END = re.compile(rf"(?i)</script(?=[{_SPACE}/>])")
_FOREIGN = frozenset(("svg", "math"))
_HTML_WITHIN = frozenset(("foreignobject", "desc", "title", "annotation-xml", "mi", "mo", "mn", "ms", "mtext"))
_BREAKOUTS = frozenset(
    """
    b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta
    nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
    """.split()  # noqa: SIM905 - more readable for names of elements
)


class Token(NamedTuple):
    """A span of the markup. A tag's *name* is in lower case; of attributes with the same name the first counts.

    *raw* is the content of a script, a style and the like; *unclosed* is everything after a start without an end.
    """

    kind: Kind
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, str] = {}


class Script(NamedTuple):
    """A ``script`` element of HTML: where it begins, where its tag ends, and where its content ends."""

    start: int
    content: int
    content_end: int
    end: int
    attributes: Mapping[str, str]


def scripts(markup: str) -> Iterator[Script]:
    """The effective scripts of a page: closed ones, outside of templates, comments and SVG."""
    return (part for part in page_parts(markup) if isinstance(part, Script) and part.end > part.content_end)


def page_parts(markup: str, read: Iterable[Token] | None = None) -> Iterator[Script | Token]:
    """The scripts of a page, and the start tags of all other elements, outside of templates.

    *read* are the tokens of *markup*, if already available.
    A script that is never closed is the last: it extends to the end of the page.
    """
    templates = 0
    opening: Token | None = None
    content = 0
    for token in tokens(markup) if read is None else read:
        if token.name == "template":
            templates = max(0, templates + (1 if token.kind == "start" else -1))
        if token.kind == "start" and not templates and token.name != "script":
            yield token
        if token.kind == "unclosed" and not templates and (unclosed := _unclosed_script(markup, token)):
            yield unclosed
        elif token.kind == "start" and token.name == "script" and not templates:
            opening, content = token, token.end
        elif token.kind == "raw" and opening:
            content = token.end
        elif opening:
            if token.kind == "end" and token.name == "script":
                yield Script(opening.start, opening.end, content, token.end, opening.attributes)
            opening = None


def _unclosed_script(markup: str, token: Token) -> Script | None:
    if not _NAME.match(markup, token.start):
        return None
    tag = _tag(markup, token.start)
    if tag.kind != "start" or tag.name != "script":
        return None
    return Script(tag.start, tag.end, len(markup), len(markup), tag.attributes)


def tokens(markup: str) -> Iterator[Token]:
    """The tokens of *markup* from its start to its end, without gaps."""
    place, context = 0, _Context()
    while place < len(markup):
        token = _next(markup, place, foreign=context.foreign)
        place = token.end
        if token.kind == "start" and token.name in _RAW and not context.foreign:
            content = _raw(markup, token)
            yield content if content.kind == "unclosed" else token
            if content.kind == "raw" and content.end > content.start:
                yield content
            place = content.end
            continue
        yield token
        if token.kind == "start" and token.name == "plaintext" and not context.foreign and place < len(markup):
            yield Token("text", place, len(markup))
            return
        if token.kind in ("start", "end"):
            context.take(token, closed=markup[token.end - 2] == "/")


class _Context:
    """Whether the position is inside SVG or MathML, where scripts and titles contain markup and CDATA is CDATA."""

    def __init__(self) -> None:
        self._within: list[str] = []
        self._count = Counter[str]()

    @property
    def foreign(self) -> bool:
        return bool(self._within) and self._within[-1] in _FOREIGN

    def take(self, tag: Token, *, closed: bool) -> None:
        if tag.kind == "end":
            if self._count[tag.name]:
                while self._leave() != tag.name:
                    pass
            return
        if self.foreign and tag.name in _BREAKOUTS:
            while self.foreign:
                self._leave()
        elif not closed and (tag.name in _FOREIGN or (self.foreign and tag.name in _HTML_WITHIN)):
            self._within.append(tag.name)
            self._count[tag.name] += 1

    def _leave(self) -> str:
        name = self._within.pop()
        self._count[name] -= 1
        return name


def _next(markup: str, place: int, *, foreign: bool) -> Token:
    if markup[place] != "<":
        return Token("text", place, _found(markup, "<", place))
    if _NAME.match(markup, place):
        return _tag(markup, place)
    if markup.startswith("<!--", place):
        return _comment(markup, place)
    if foreign and markup.startswith("<![CDATA[", place):
        return _until(markup, place, "]]>")
    if markup.startswith(("<!", "<?", "</"), place) and place + 2 < len(markup):
        return _until(markup, place, ">")
    return Token("text", place, _found(markup, "<", place + 1))


def _found(markup: str, what: str, place: int) -> int:
    found = markup.find(what, place)
    return len(markup) if found < 0 else found


def _tag(markup: str, start: int) -> Token:
    name = _NAME.match(markup, start)
    assert name is not None  # noqa: S101 - the caller matched it
    place, attributes = name.end(), dict[str, str]()
    while not (end := _TAG_END.match(markup, place)):
        found = _ATTRIBUTE.match(markup, place)
        if not found or found["open"]:
            return Token("unclosed", start, len(markup))
        value = found["double"] or found["single"] or found["bare"] or ""
        attributes.setdefault(found["name"].lower(), value)
        place = found.end()
    kind: Kind = "end" if markup[start + 1] == "/" else "start"
    return Token(kind, start, end.end(), name[1].lower(), attributes)


def _comment(markup: str, start: int) -> Token:
    for empty in ("<!-->", "<!--->"):
        if markup.startswith(empty, start):
            return Token("comment", start, start + len(empty))
    end = _COMMENT_END.search(markup, start + 4)
    return Token("comment", start, end.end()) if end else Token("unclosed", start, len(markup))


def _until(markup: str, start: int, end: str) -> Token:
    place = markup.find(end, start + 2)
    return Token("unclosed", start, len(markup)) if place < 0 else Token("comment", start, place + len(end))


def _raw(markup: str, opening: Token) -> Token:
    """The content of an element without markup, up to its end tag; including its start tag if it has no end."""
    if opening.name == "script":
        end = _script_end(markup, opening.end)
    else:
        found = re.compile(rf"(?i)</{opening.name}(?=[{_SPACE}/>])").search(markup, opening.end)
        end = found.start() if found else -1
    return Token("unclosed", opening.start, len(markup)) if end < 0 else Token("raw", opening.end, end)


def _script_end(markup: str, place: int) -> int:
    """Where the end tag of a script begins; -1 if there is none.

    In ``<!-- … <script> … </script> … -->`` the first end tag ends only the inner one (HTML, 13.2.5.15 to 31).
    """
    end = _SCRIPT_END.search(markup, place)
    if not end or markup.find("<!--", place, end.start()) < 0:
        return end.start() if end else -1
    escaped = inner = False
    while step := _SCRIPT_STEP.search(markup, place):
        place = step.end()
        if step[0] == "<!--":
            place -= 2  # the dashes of "<!-->" both open and close
            escaped = True
        elif step[0] == "-->":
            escaped = inner = False
        elif step["end"] and not inner:
            return step.start()
        elif escaped:
            inner = not step["end"]
    return -1
