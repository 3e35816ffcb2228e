"""People named in an article: by full name, and by a short form of it."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ld.article import Article, Citation
from ld.extract.names import Names, identifier
from ld.extract.titles import title_after, title_before
from ld.extract.words import CAPITALISED, any_of, word_set, words
from ld.facts import Entity, Mention, MentionKind


def find_people(article: Article, names: Names) -> list[Entity]:
    """The people named in *article*, authors too, each with all mentions; what *names* holds is nobody.

    A run of capitalised words is a person's name when a title, an honorific, an apposition or a verb of saying
    stands beside it, in a headline only when the text says so too, for there every word may have a capital;
    a single word is one when it is a short form of such a name, or follows a title such as "President".
    """
    text = article.text
    authors = [
        _Found(citation.start, citation.end, author.value)
        for author in article.authors
        for citation in author.evidence
        if isinstance(citation, Citation)
    ]
    runs = [run for run in _runs(text, names) if not any(run.start < a.end and a.start < run.end for a in authors)]
    full = [run for run in runs if _is_full(run.name)]
    headline = max((part.end for part in article.of_kind("headline")), default=0)
    introduced = [run for run in full if run.start >= headline and _is_introduced(text, run)]
    known = {_folded(person.name) for person in (*authors, *introduced)}
    endings = {ending for name in known if (ending := name.partition(" ")[2])}
    found = [*authors, *(run for run in full if _folded(run.name) in known - endings)]
    short = [run for run in runs if not _is_full(run.name) or _folded(run.name) in endings]
    return _entities(text, [*found, *_short_forms(article, short, found)])


class _Found(NamedTuple):
    """A place where a person is named. *name* is the full name where it is known; *kind* tells how it stands here."""

    start: int
    end: int
    name: str
    kind: MentionKind = "name"


_PARTICLES = r"(?:(?:de|da|di|del|della|dos|du|van|von|der|den|ter|bin|ibn|al|el|la|le)[ \xa0]){1,2}"
_RUN = re.compile(
    rf"(?<![\w.@/#-])(?:{CAPITALISED}|[A-Z]\.)"
    rf"(?:[ \xa0](?:{_PARTICLES}(?={CAPITALISED}))?(?:(?:[A-Z]\.)+|{CAPITALISED}))*"
    r"(?:,?[ \xa0](?:Jr|Sr)\.|[ \xa0]I{2,3}\b)?"
)


def _runs(text: str, names: Names) -> Iterator[_Found]:
    """The runs of capitalised words that can be names, without the titles before them and the names among them."""
    for match in _RUN.finditer(text):
        start = match.start()
        for named in names.overlapping(*match.span()):
            yield from _run(text, start, named.start)
            start = max(start, named.end)
        yield from _run(text, start, match.end())


def _run(text: str, start: int, end: int) -> Iterator[_Found]:
    start, end = _trimmed(text, start, end)
    words = text[start:end].split()
    if words and words[0][0].isupper() and not _CONTRACTED.match(text, end) and not _no_person().intersection(words):
        yield _Found(start, end, " ".join(words))


_CONTRACTED = re.compile(r"[’'](?:t|ll|re|ve|d|m)\b")


@functools.cache
def _no_person() -> frozenset[str]:
    return word_set("no_person_words") | word_set("organization_heads")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """*start* moved behind words that open a sentence, describe people or are titles; *end* behind the last word."""
    tokens = list(re.finditer(r"\S+", text[start:end]))
    skip = 0
    for position in range(len(tokens)):
        before = title_before(text, start + tokens[position].start())
        honored = tokens[position].group() in word_set("honorifics")
        if honored or (before and before.end > start):
            skip = position + honored
    while skip < len(tokens) and _opens(tokens[skip].group()):
        skip += 1
    if len(tokens) - skip > _FULL and re.fullmatch(r"[A-Z]{2,3}", tokens[skip].group()):
        skip += 1
    if skip >= len(tokens):
        return end, end
    return start + tokens[skip].start(), start + tokens[-1].end()


def _opens(word: str) -> bool:
    return word in word_set("function_words") or word.lower() in word_set("descriptors")


def _is_full(name: str) -> bool:
    words = name.split()
    return _FULL <= len(words) <= _LONGEST and not name.isupper()


_FULL = 2
_LONGEST = 5


def _is_introduced(text: str, run: _Found) -> bool:
    """Whether words beside the run say that it names a person."""
    return (
        title_before(text, run.start) is not None
        or title_after(text, run.end) is not None
        or _DESCRIBED.search(text[max(0, run.start - _LONGEST_WORD) : run.start]) is not None
        or _HONORED.search(text[max(0, run.start - _LONGEST_WORD) : run.start]) is not None
        or _AGED.match(text, run.end) is not None
        or _says().match(text, run.end) is not None
        or _said().search(text[max(0, run.start - 24) : run.start]) is not None
    )


_LONGEST_WORD = 20
_DESCRIBED = re.compile(rf"(?<![\w-])(?i:{any_of(*words('descriptors'))})\s+\Z")
_HONORED = re.compile(
    rf"(?<!\w){any_of('Mr.', 'Mrs.', 'Ms.', 'Mr', 'Mrs', 'Ms', 'Dr.', 'Dr', 'Sir', 'Gen.', 'Col.')}\s+$"
)
_AGED = re.compile(r",\s+(?:aged\s+)?[1-9]\d(?:,|\.|\s+years?\b)")


@functools.cache
def _says() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:(?:also|later|further|has|had|who)\s+)?{any_of(*word_set('speech_verbs'))}(?!\w)")


@functools.cache
def _said() -> re.Pattern[str]:
    return re.compile(r"[,”\"’]\s+(?:said|says|added|wrote|asked|told|explained|according to)\s+$")


def _short_forms(article: Article, runs: Sequence[_Found], found: Sequence[_Found]) -> Iterator[_Found]:
    """Single words that are short forms of the names in *found*, or that follow a title."""
    by_form: dict[str, list[_Found]] = {}
    for person in sorted(found):
        for form in _forms(person.name):
            by_form.setdefault(form, []).append(person)
    for run in runs:
        mentions = by_form.get(run.name, [])
        if mentions:
            name = _nearest(article, run, mentions)
            if name:
                yield run._replace(name=name, kind="short")
        elif not _is_full(run.name) and _is_titled(article, run):
            yield run


def _forms(name: str) -> set[str]:
    """How a name is shortened: to its last word or words; to the first where the family name stands there."""
    words = [word for word in name.split() if word not in {"Jr.", "Sr.", "II", "III"}]
    if len(words) < _FULL:
        return set(words)
    ending = " ".join(words[1:])
    family_first = words[0] in word_set("family_names_first")
    given_last = re.fullmatch(r"\w+-[a-z]\w*", words[-1]) is not None
    if family_first and (given_last or len(words) > _FULL):
        return {words[0]}
    return {words[0], words[-1], ending} if family_first else {words[-1], ending}


def _nearest(article: Article, run: _Found, mentions: Sequence[_Found]) -> str | None:
    """Whom the short form means: the one person so called, or of several the one named last before it."""
    names = {_folded(person.name): person.name for person in mentions}
    if len(names) == 1:
        return mentions[0].name
    titled = _titled_alike(article.text, run, mentions)
    if titled:
        return titled
    earlier = [person for person in mentions if person.end <= run.start]
    return max(earlier).name if earlier else None


def _titled_alike(text: str, run: _Found, mentions: Sequence[_Found]) -> str | None:
    """The one person of *mentions* who bears the title that stands before the short form."""
    title = title_before(text, run.start)
    if title is None:
        return None
    head = text[title.start : title.end].lower().rsplit(" ", 1)[-1]
    alike = {}
    for person in mentions:
        known = title_before(text, person.start) or title_after(text, person.end)
        if known and text[known.start : known.end].lower().endswith(head):
            alike[_folded(person.name)] = person.name
    return alike.popitem()[1] if len(alike) == 1 else None


def _is_titled(article: Article, run: _Found) -> bool:
    """Whether a title such as "President" stands right before the word; in a headline every word has a capital."""
    text = article.text
    part = article.part_at(run.start)
    title = title_before(text, run.start)
    if title is None or part is None or part.kind == "headline" or not text[title.start].isupper():
        return False
    last = text[title.start : title.end].rsplit(" ", 1)[-1]
    names_alone = not word_set("titles_before_surnames").isdisjoint((last, last.lower()))
    return names_alone and text[title.end : run.start].isspace()


def _entities(text: str, found: Iterable[_Found]) -> list[Entity]:
    by_name: dict[str, list[_Found]] = {}
    for person in sorted(found):
        by_name.setdefault(_folded(person.name), []).append(person)
    entities: list[Entity] = []
    for mentions in by_name.values():
        name = next((person.name for person in mentions if person.kind == "name"), mentions[0].name)
        entities.append(
            Entity(
                id=identifier("person", name, [entity.id for entity in entities]),
                kind="person",
                name=name,
                mentions=tuple(Mention.of(text, person.start, person.end, kind=person.kind) for person in mentions),
            )
        )
    return entities


def _folded(name: str) -> str:
    return re.sub(r"[\s\xa0-]+", " ", name).casefold()
