"""Finding the words that an extractor cites in the article."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from ld.article import Citation
from ld.facts import IDENTIFIED, Entity, Facts, Mention

SOMEWHERE = 1 << 40
"""The offset for words of which only the text is known: no article is so long."""


class Placed(NamedTuple):
    """Facts whose spans match their words; for *ambiguous* ones there were several matches."""

    facts: Facts
    ambiguous: int


def somewhere(words: str, rule: str = "") -> Citation:
    """A citation of *words*, wherever they are. Raises ValueError if there are none."""
    return Citation(start=SOMEWHERE, end=SOMEWHERE + len(words), exact=words, rule=rule)


def named_somewhere(name: str) -> Mention:
    """The mention of an entity by *name*, wherever that is. Raises ValueError for an empty one."""
    return Mention(start=SOMEWHERE, end=SOMEWHERE + len(name), exact=name)


def place(facts: Facts) -> Placed:
    """*facts* in which each span that does not match its words is moved to where they are in the article.

    White space, and the forms of quotation marks and dashes, may differ from the article's, which then replace them.
    A mention becomes one for each occurrence; a citation with several occurrences goes to the one nearest to the first
    words of its fact. Spans whose words do not occur stay as they are: ``facts_check`` reports them.
    """
    finder = _Finder(facts.article.text)
    groups = {name: tuple(_fact(fact, finder) for fact in getattr(facts, name)) for name in IDENTIFIED}
    return Placed(msgspec.structs.replace(facts, **groups), finder.ambiguous)


class _Finder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.ambiguous = 0
        self._folded = text.translate(_FORMS)

    def stands(self, span: Citation | Mention) -> bool:
        return self.text[span.start : span.end] == span.exact

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        """The offsets of *words*, as whole words."""
        pattern = r"\s+".join(re.escape(word) for word in words.translate(_FORMS).split())
        if pattern:
            for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", self._folded):
                yield match.span()


_FORMS = str.maketrans(
    dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛′", "'") | dict.fromkeys("–—‑", "-") | {"\xa0": " "}
)
"""Each form of a mark and its plainest one, character for character."""


def _fact(fact: Any, finder: _Finder) -> Any:
    if isinstance(fact, Entity):
        mentions = {mention.start: mention for old in fact.mentions for mention in _mentions(old, finder)}
        evidence = tuple(_moved(proof, finder, None) for proof in fact.evidence)
        return msgspec.structs.replace(
            fact, mentions=tuple(mentions[start] for start in sorted(mentions)), evidence=evidence
        )
    own = [_moved(proof, finder, None) for proof in fact.evidence]
    near = next((proof.start for proof in own if isinstance(proof, Citation) and finder.stands(proof)), None)
    return _moved(fact, finder, near)


def _mentions(mention: Mention, finder: _Finder) -> Iterator[Mention]:
    places = [] if finder.stands(mention) else list(finder.places(mention.exact))
    if not places:
        yield mention
    for start, end in places:
        yield Mention.of(finder.text, start, end, kind=mention.kind)


def _moved(value: Any, finder: _Finder, near: int | None) -> Any:
    """*value* with all citations in it at their places: the occurrence nearest to the offset *near*, else the first."""
    if isinstance(value, tuple):
        return tuple(_moved(item, finder, near) for item in value)
    if isinstance(value, Citation):
        return _citation(value, finder, near)
    if isinstance(value, msgspec.Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **{name: _moved(field, finder, near) for name, field in fields.items()})
    return value


def _citation(citation: Citation, finder: _Finder, near: int | None) -> Citation:
    if finder.stands(citation):
        return citation
    places = list(finder.places(citation.exact))
    if not places:
        return citation
    if len(places) > 1:
        finder.ambiguous += 1
    start, end = min(places, key=lambda span: abs(span[0] - near)) if near is not None else places[0]
    return Citation.of(finder.text, start, end, rule=citation.rule)
