"""Memberships stated by a list: "The Board includes A, B and C", "its founding members were A and B"."""

import re
from collections.abc import Iterator, Sequence

from ld.extract.roles.joining import Belonging
from ld.mentions import MentionIndex, Named
from ld.text.before import search_before
from ld.text.reading import Reading
from ld.text.word_index import in_any_case, matches_at


def listed(text: Reading, names: MentionIndex, joinings: Sequence[Belonging]) -> Iterator[Belonging]:
    """The memberships of the countries that are in a list of members.

    If the list does not name the organization, it is that of the last of *joinings* in the same sentence.
    """
    for organization in names.within(0, len(text), "organization"):
        verb = _INCLUDES.match(text, organization.end)
        yield from _members(text, names, organization.start, organization.entity.id, verb.end() if verb else None)
    for verb in matches_at(_ARE, text, text.words.offsets(_TRIGGERS)):
        of = names.starting_at(verb.end("of"), verb.end("of"), "organization") if verb["of"] else None
        are = _VERB.match(text, of.end if of else verb.end())
        gap = search_before(_WHOSE, text, verb.start(), _REACH)
        before = names.ending_at(gap.start(), "organization") if gap else None
        whose = of or before
        last = next((each for each in reversed(joinings) if each.end <= verb.start()), None)
        if are and whose:
            yield from _members(text, names, min(whose.start, verb.start()), whose.entity.id, are.end())
        elif are and last and not _BREAK.search(text, last.end, verb.start()):
            yield from _members(text, names, verb.start(), last.organization, are.end())


_REACH = 10
_WHOSE = re.compile(r"(?:[’']s?)?\s\Z")
_TRIGGERS = in_any_case(("members", "member", "founding", "founder"))
_BREAK = re.compile(r"[.!?]\s|\n")
_ARE = re.compile(
    r"""
    (?:(?:founding|founder|original|full|other|current|new|permanent|member)\s++){0,2}
    (?:members|member\s++states|member\s++countries) \b                         # founding members
    (?P<of>\s++of\s++(?:the\s++)?)?                                             # of the
    """,
    re.VERBOSE,
)
_VERB = re.compile(r"(?:\s++(?:are|were|include|includes|included|including|such\s++as)|\s*+[:(])\s*+(?:the\s++)?")
_INCLUDES = re.compile(
    r"""
    (?:\s++\([A-Z.&]{2,9}\))?                                       # (NHB)
    \s++(?:currently\s++|now\s++)?                                  # currently
    (?:
        includes? | comprises? | counts | groups                    # includes
      | consists?\s++of                                             # consists of
      | is\s++made\s++up\s++of | is\s++composed\s++of               # is made up of
    )
    \s++(?:the\s++)?
    """,
    re.VERBOSE,
)
_SEPARATOR = re.compile(r"\s*+(?:and|,(?:\s*+and)?)\s++(?:the\s++)?")


def _members(text: str, names: MentionIndex, start: int, organization: str, end: int | None) -> Iterator[Belonging]:
    """The memberships in *organization* of the two or more listed from *end* on."""
    members = _list(text, names, end) if end is not None else []
    if len(members) > 1:
        for member in members:
            yield Belonging(start, member.end, organization, member.entity.id, "list of members")


def _list(text: str, names: MentionIndex, start: int) -> list[Named]:
    """The countries listed from *start* on."""
    members: list[Named] = []
    for named in names.within(start, min(len(text), start + _LONGEST_LIST), "country"):
        gap = text[start : named.start] if not members else text[members[-1].end : named.start]
        if named.mention.kind == "demonym" or not (_SEPARATOR.fullmatch(gap) or (not members and not gap)):
            break
        members.append(named)
    return members


_LONGEST_LIST = 2500
"""Enough for the names of all countries, in code points."""
