"""The party of a person, by the words beside the name: "Labour MP NAME", "NAME (D-Conn.)", "a Republican"."""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from ld.extract.phrases.tags import tag_behind
from ld.extract.phrases.titles import ends_title, title_before
from ld.facts import Entity
from ld.mentions import MentionIndex, Named
from ld.text.before import search_before
from ld.text.lexicon import any_of, table, word_set, words
from ld.text.reading import Reading
from ld.text.word_index import first_words


class Affiliation(NamedTuple):
    """The words from *start* to *end* that assign a *person* to a *party*, by its name in the table of parties."""

    start: int
    end: int
    party: str
    person: Named


def affiliations(text: Reading, names: MentionIndex) -> Iterator[Affiliation]:
    """The parties of the people that *names* has in *text*, by the words beside their names."""
    has_words = not text.words.words.isdisjoint(_openings())
    for person in names.within(0, len(text), "person"):
        if ends_title(f"{text[person.start : person.end].split()[-1]}."):
            continue
        tag = tag_behind(text, person.end)
        if tag and tag.party in _by_tag():
            yield Affiliation(tag.start, tag.start + len(tag.party), _by_tag()[tag.party], person)
        elif has_words:
            found = _before(text, person) or _behind().match(text, person.end)
            if found:
                yield Affiliation(*found.span("word"), _by_word()[found["word"]], person)


@functools.cache
def _openings() -> frozenset[str]:
    return first_words(_by_word())


def _before(text: Reading, person: Named) -> re.Match[str] | None:
    """The party before the name, or before the title of a political office."""
    title = title_before(text, person.start)
    if title is None:
        found = search_before(_before_name(), text, person.start, _REACH)
    elif _is_political(text[title.start : title.end]):
        found = search_before(_before_title(), text, title.start, _REACH)
    else:
        return None
    return found if found and not search_before(_NO_MORE, text, found.start("word"), _REACH) else None


_REACH = 60
_NO_MORE = re.compile(r"(?:\b(?:[Ff]ormer|[Ee]x|[Oo]ne-time|[Tt]hen|[Nn]on|[Aa]nti)[\s-]+|[-–])\Z")


def _is_political(title: str) -> bool:
    last = title.lower().rsplit(None, 1)[-1]
    return last in word_set("phrases/posts_of_places") or last in _POLITICAL


_POLITICAL = frozenset(("leader", "president", "premier", "minister", "secretary", "speaker", "chancellor", "whip"))


def party_among(names: MentionIndex, party: str) -> Entity | None:
    """The organization that the text itself names as *party*."""
    called = _names()[party]
    for entity in names.entities:
        if entity.kind == "organization" and (entity.name in called or any(m.exact in called for m in entity.mentions)):
            return entity
    return None


def party_called(words: str) -> str | None:
    """The party that these *words* name in the table of parties: "Democrats", "Republican"."""
    return next((party for party, called in _names().items() if words in called), None)


@functools.cache
def _names() -> dict[str, frozenset[str]]:
    return {row["name"]: frozenset((row["name"], *row["names"].split("|"))) for row in table("phrases/parties")}


@functools.cache
def _by_tag() -> dict[str, str]:
    return {tag: row["name"] for row in table("phrases/parties") for tag in row["tags"].split("|") if tag}


@functools.cache
def _by_word() -> dict[str, str]:
    return {
        word: row["name"]
        for row in table("phrases/parties")
        for word in (*row["words"].split("|"), *row["members"].split("|"))
        if word
    }


def _members() -> str:
    return any_of(*(word for row in table("phrases/parties") for word in row["members"].split("|") if word))


def _seat() -> str:
    """What follows the party in "Labour MP", "Republican presidential candidate"."""
    return rf"(?: (?:[a-z]+\s+)?(?:{any_of(*words('phrases/members_of_parliament'))}) )"


@functools.cache
def _before_name() -> re.Pattern[str]:
    """Right before a bare name only a word for members counts: "Democrat NAME", not "Labour NAME"."""
    return re.compile(
        rf"""
        (?<![\w-]) (?P<word>
            (?:{any_of(*_by_word())}) (?= \s+ {_seat()} ,?\s+ \Z )    # Labour MP
          | (?:{_members()}) (?= \s+ \Z )                            # Democrat
          | (?:{any_of(*_by_word())}) (?= [’']s \s+ \Z )            # Labour’s
          | (?<=\bThe\s) (?:{any_of(*_by_word())}) (?= \s+ {_seat()} \s+ (?:for|from) \s+ [A-Z][^,.;:]{{2,40}}, \s+ \Z )
        )
        """,
        re.VERBOSE,
    )


@functools.cache
def _before_title() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?<![\w-]) (?P<word> {any_of(*_by_word())} )                # Democratic
        \s+ (?: (?:state|federal|US|U\.S\.|party|[A-Z]\w+)\s+ )? \Z   # state
        """,
        re.VERBOSE,
    )


_OFFICE = (
    r"(?:(?:state|lieutenant|US|U\.S\.)\s+)?"
    r"(?:governor|senator|mayor|premier|congressman|congresswoman|representative|lawmaker|leader)(?![\w’'-])"
)
"""An office whose holder belongs to the party named before it: ", the Democratic governor of Ohio"."""


@functools.cache
def _behind() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?: ,\s (?:\d{{1,3}},\s)? (?:who\s+is\s+)? | \s+is\s+ )                      # NAME, 42,
        (?:an?|the) \s+ (?: (?!former\b|ex\b|one-time\b) [A-Za-z][\w-]* \s+ ){{0,2}}  # a moderate, the Leeds
        (?P<word>
            (?:{any_of(*_by_word())}) (?= \s+ {_seat()} (?![\w’']) )                 # Labour MP
          | (?:{any_of(*_by_word())}) (?= \s+ {_OFFICE} )
          | (?:{_members()}) (?= \s*[,.;)] | \s+(?:from|of|who|representing)\b )     # Republican,
        )
        """,
        re.VERBOSE,
    )
