"""Posts that a verb states: "NAME, who chairs the Harbour Board", "NAME founded Quist Media in 2010"."""

import functools
import re
from collections.abc import Iterator

from ld.article import Citation
from ld.extract.roles.statements import PostStatement
from ld.mentions import MentionIndex
from ld.text.lexicon import any_of, table, word_set
from ld.text.reading import Reading
from ld.text.word_index import first_words


def find_posts_of_verbs(text: Reading, names: MentionIndex) -> Iterator[PostStatement]:
    """The posts of people who head or found an organization, by a verb of the table "roles/verbs_of_posts"."""
    for offset in text.words.offsets(_openings()):
        named = names.nearest(offset, "person")
        clause = _clause().match(text, named.end) if named else None
        if named is None or clause is None or not clause.start("verb") <= offset < clause.end("verb"):
            continue
        body = names.starting_at(clause.end(), clause.end(), "organization")
        if body and not (_GOES_ON.match(text, body.end) or body.entity.name in word_set("roles/leagues")):
            evidence = Citation.of(text, named.start, body.end, rule="verb of a post")
            yield PostStatement(named.entity.id, _titles()[clause["verb"]], None, body.entity.id, (evidence,))


_GOES_ON = re.compile(r"[’']s?\b|\s+(?:in\s+(?!\d)|with\b|by\b)|\s+[A-Z0-9]")
"""After the organization's name: something that it owns is headed, or it is behind somebody in a table."""


@functools.cache
def _titles() -> dict[str, str]:
    return {row["verb"]: row["title"] for row in table("roles/verbs_of_posts")}


@functools.cache
def _openings() -> frozenset[str]:
    return first_words(_titles())


@functools.cache
def _clause() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?: ,\s (?:\d{{1,3}},\s)? who )? \s+ (?:(?:now|also|currently)\s+)?                             # , who
        (?P<verb> {any_of(*_titles())} ) \s+                                                            # chairs
        (?:the\s+|a\s+)? (?: (?:Senate|House|parliament)[’']s\s+ )?                                     # the Senate’s
        (?: (?:non-?profit|company|charity|start-?up|firm|group|think\s+tank) \s+ )?                    # charity
        """,
        re.VERBOSE,
    )
