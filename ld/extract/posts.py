"""The posts that people hold: the title beside a name, and the country or the body for which it is held."""

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ld.article import Citation
from ld.extract.names import Named, Names
from ld.extract.sentences import Sentence
from ld.extract.titles import Title, is_envoy, title_after, title_before
from ld.extract.words import word_set
from ld.facts import Post


def find_posts(text: str, names: Names, sentences: Sequence[Sentence]) -> tuple[Post, ...]:
    """The posts stated in *text* beside the mentions of people in *names*.

    One post a holder, title and country or body: the same title elsewhere is more evidence for the same post.
    """
    statements = [
        statement
        for named in names.within(0, len(text), "person")
        for statement in _stated(text, names, named, sentences)
    ]
    by_holder: dict[str, list[_Statement]] = {}
    for statement in sorted(statements, key=lambda statement: (statement.country or statement.body or "") == ""):
        posts = by_holder.setdefault(statement.holder, [])
        for position, known in enumerate(posts):
            if known.same_post(statement):
                posts[position] = known.with_evidence(statement)
                break
        else:
            posts.append(statement)
    merged = [statement for posts in by_holder.values() for statement in posts]
    merged.sort(key=lambda statement: min((citation.start, citation.end) for citation in statement.evidence))
    return tuple(
        Post(
            id=f"post-{number}",
            holder=statement.holder,
            title=statement.title,
            evidence=_ordered(statement.evidence),
            body=statement.body,
            country=statement.country,
        )
        for number, statement in enumerate(merged, 1)
    )


def _ordered(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple(sorted(set(citations), key=lambda citation: (citation.start, citation.end, citation.rule)))


class _Statement(NamedTuple):
    """A title beside one mention of its holder. *country* and *body* are ids of entities."""

    holder: str
    title: str
    country: str | None
    body: str | None
    evidence: tuple[Citation, ...]

    def same_post(self, other: "_Statement") -> bool:
        """Whether *other* speaks of this post, perhaps without its country or body."""
        return (
            self.holder == other.holder
            and _is_same_title(self.title, other.title)
            and other.country in {None, self.country}
            and other.body in {None, self.body}
        )

    def with_evidence(self, other: "_Statement") -> "_Statement":
        """The post with the words of *other* too, and the fuller of the two titles."""
        fuller = len(_written_out(other.title)) > len(_written_out(self.title))
        title = other.title if fuller else self.title
        return self._replace(title=title, evidence=(*self.evidence, *other.evidence))


def _is_same_title(one: str, other: str) -> bool:
    """Whether the titles are of one post: written alike, or one ends in the other, "District Judge" and "judge"."""
    short, long = sorted((_written_out(one), _written_out(other)), key=lambda words: (len(words), words))
    extra = long[: len(long) - len(short)]
    return long[len(extra) :] == short and word_set("title_limits").isdisjoint(extra)


def _written_out(title: str) -> tuple[str, ...]:
    return tuple(_ABBREVIATIONS.get(word, word) for word in title.casefold().replace("-", " ").split())


_ABBREVIATIONS = {"sen.": "senator", "rep.": "representative", "gov.": "governor"}


def _stated(text: str, names: Names, named: Named, sentences: Sequence[Sentence]) -> Iterator[_Statement]:
    before = title_before(text, named.start)
    if before:
        holders = _ending_before(text, names, before.start) or _within_phrase(text, names, before)
        start = min((before.start, *(holder.start for holder in holders)))
        limit = _LIMIT.search(text, max(0, start - _LONGEST_LIMIT), start)
        inner = limit or _LIMIT.search(text, start, before.start)
        title = _words(text, before)
        if inner and title.lower().partition(" ")[0] not in word_set("title_limits"):
            title = f"{_FORMER.get(inner[1].lower(), inner[1].lower())} {title}"
        evidence = Citation.of(text, limit.start() if limit else start, named.end, rule="title before a name")
        yield _statement(names, named, title, holders, evidence, sentences)
    after = title_after(text, named.end)
    if after:
        holders = _within_phrase(text, names, after)
        end = max((after.end, *(holder.end for holder in holders)))
        evidence = Citation.of(text, named.start, end, rule="apposition to a name")
        yield _statement(names, named, _words(text, after), holders, evidence, sentences)


_LIMIT = re.compile(r"(?<!\w)(?:then[ -]|now[ -])?([Ff]ormer|[Aa]cting|[Tt]hen|[Ll]ate|[Oo]utgoing|[Ee]x)[ -]\Z")
"""What may stand before the country and limits the title: "former French President"."""

_LONGEST_LIMIT = 14
_FORMER = {"ex": "former"}


def _words(text: str, title: Title) -> str:
    return re.sub(r"\s+", " ", text[title.start : title.end])


def _ending_before(text: str, names: Names, title_start: int) -> list[Named]:
    """The country or body that stands right before the title: "Canadian", "Russia's new", "the command's"."""
    nearest = names.nearest(title_start, "country", "organization")
    return [nearest] if nearest and _UP_TO_TITLE.fullmatch(text, nearest.end, title_start) else []


_UP_TO_TITLE = re.compile(
    r"(?:[’']s?)?\s+(?:(?:newly|recently|new|then|current|former|longtime|long-time|outgoing|acting|late|own|elected"
    r"|appointed|named|first|next|top)[\s-]+)*"
)


def _within_phrase(text: str, names: Names, title: Title) -> list[Named]:
    """The country or body that the phrase around the title names: "at the Board", "France's".

    A body comes first, and what follows the title; somebody sent to a body or a country holds no post of it.
    """
    inside = names.within(title.phrase_start, title.phrase_end, "country", "organization")
    before = [named for named in inside if _UP_TO_TITLE.fullmatch(text, named.end, title.start)]
    after = [named for named in inside if _is_beside(text, names, title.end, named)]
    if is_envoy(text[title.start : title.end]) and any(_TO.match(text, title.end) for _ in after):
        after = []
    return sorted([*after, *before], key=lambda named: named.entity.kind != "organization")[:1]


def _is_beside(text: str, names: Names, title_end: int, named: Named) -> bool:
    """Whether a preposition alone joins *named* to the title; a body's country may stand between: "of the U.S. …"."""
    country = names.nearest(named.start, "country")
    led = country is not None and country.end > title_end and text[country.end : named.start].isspace()
    return _BESIDE.fullmatch(text, title_end, country.start if country and led else named.start) is not None


_NEAR = 1000
_BESIDE = re.compile(r"\s+(?:of|at|in|for|with|from|to)\s+(?:the\s+)?(?:(?:[A-Z]\.){2,}\s+)?")
_TO = re.compile(r"\s+to\b")


def _statement(  # noqa: PLR0913, PLR0917
    names: Names,
    named: Named,
    title: str,
    holders: Sequence[Named],
    citation: Citation,
    sentences: Sequence[Sentence],
) -> _Statement:
    evidence: tuple[Citation, ...] = (citation,)
    country = next((holder.entity.id for holder in holders if holder.entity.kind == "country"), None)
    body = next((holder.entity.id for holder in holders if holder.entity.kind == "organization"), None)
    if not holders and title.lower().rsplit(" ", 1)[-1] in word_set("state_titles"):
        for capital, state in _one_government(names, named, sentences):
            country = state
            evidence = (citation, capital)
    return _Statement(named.entity.id, title, country, body, evidence)


def _one_government(names: Names, named: Named, sentences: Sequence[Sentence]) -> Iterable[tuple[Citation, str]]:
    """The country of a bare "President": that of the one capital which stands for its government in the sentence."""
    place_of = bisect.bisect_right(sentences, named.start, key=lambda sentence: sentence.start) - 1
    sentence = sentences[place_of] if place_of >= 0 else None
    if sentence is None or sentence.end <= named.start:
        return
    capitals = {
        place.entity.country_code: place
        for place in names.within(
            max(sentence.start, named.start - _NEAR), min(sentence.end, named.end + _NEAR), "place"
        )
        if place.mention.kind == "metonym"
    }
    if len(capitals) == 1:
        ((code, place),) = capitals.items()
        mention = place.mention
        citation = Citation(start=mention.start, end=mention.end, exact=mention.exact, rule="capital of the post")
        states = (entity.id for entity in names.entities if entity.kind == "country" and entity.country_code == code)
        yield from ((citation, state) for state in states)
