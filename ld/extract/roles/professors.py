"""Professors with their university: "Harbour University Professor NAME", "Prof NAME of the University of Oslo"."""

import re
from collections.abc import Iterator

from ld.article import Citation
from ld.extract.roles.statements import PostStatement
from ld.mentions import MentionIndex
from ld.text.before import search_before
from ld.text.reading import Reading


def find_professors(text: Reading, names: MentionIndex) -> Iterator[PostStatement]:
    """The posts of those called professor right before their names, if the university is beside them."""
    for offset in text.words.offsets(_TITLES):
        named = names.starting_at(offset, offset + _REACH, "person")
        title = search_before(_PROFESSOR, text, named.start, _REACH) if named else None
        if named is None or title is None or title.start() != offset:
            continue
        before = names.ending_at(offset - 1, "organization")
        of = _OF.match(text, named.end)
        behind = names.starting_at(of.end(), of.end(), "organization") if of else None
        body = before or behind
        if body:
            start, end = min(body.start, offset), max(body.end, named.end)
            evidence = Citation.of(text, start, end, rule="professor beside a university")
            yield PostStatement(named.entity.id, title[1], None, body.entity.id, (evidence,))


_TITLES = frozenset(("Professor", "Prof", "professor"))
_REACH = 40
_PROFESSOR = re.compile(r"([Pp]rofessor|Prof\.?)\s(?:(?:Emeritus|Emerita|Sir|Dame|Dr\.?)\s)*\Z")
_OF = re.compile(r",?\s+(?:of|from|at)\s+(?:the\s+)?")
