"""Which countries belong to an organization, and since when."""

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ld.article import Citation, Stated
from ld.extract.dates.mentions import DateMention
from ld.facts import Membership
from ld.identifiers import UNNAMED, identified
from ld.mentions import MentionIndex, Named


def find_memberships(text: str, names: MentionIndex, dates: Sequence[DateMention]) -> tuple[Membership, ...]:
    """The memberships that *text* states: "The board includes A, B and C", "D, which joined the board in May".

    One membership a country and organization, with all the words that state it.
    """
    merged: dict[tuple[str, str], list[_Statement]] = {}
    for statement in sorted((*_listed(text, names), *_joined(text, names, dates))):
        merged.setdefault((statement.organization, statement.member), []).append(statement)
    return identified(
        Membership(
            id=UNNAMED,
            organization=organization,
            member=member,
            evidence=tuple(Citation.of(text, s.start, s.end, rule=s.rule) for s in statements),
            start=next((_since(text, s.since) for s in statements if s.since), None),
        )
        for (organization, member), statements in merged.items()
    )


class _Statement(NamedTuple):
    start: int
    end: int
    organization: str
    member: str
    rule: str
    since: DateMention | None = None


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
_JOINED = re.compile(
    r"""
    ,?\s++ (?:which\s++|that\s++)? (?:had\s++|has\s++)?             # , which had
    (?:recently\s++|formally\s++|officially\s++)?                   # formally
    (?P<verb>
        joined | acceded\s++to                                      # joined
      | became\s++(?:a|the\s++\w+)(?:\s++\w+)?\s++member\s++of      # became the tenth full member of
      | (?:is|(?:,\s*+)?a)\s++(?:a\s++)?(?:full\s++)?member\s++of   # is a member of; , a full member of
    )
    (?:\s++the)? \s++
    """,
    re.VERBOSE,
)
_SINCE = re.compile(r"\A\s*+(?:,\s*+)?(?:only\s++)?(?:in\s++|on\s++|since\s++)?\Z")


def _listed(text: str, names: MentionIndex) -> Iterator[_Statement]:
    for organization in names.within(0, len(text), "organization"):
        verb = _INCLUDES.match(text, organization.end)
        members = _list(text, names, verb.end()) if verb else []
        if len(members) > 1:
            for member in members:
                yield _Statement(
                    organization.start, member.end, organization.entity.id, member.entity.id, "list of members"
                )


def _list(text: str, names: MentionIndex, start: int) -> list[Named]:
    """The countries that stand in a list from *start* on."""
    members: list[Named] = []
    for named in names.within(start, min(len(text), start + _LONGEST_LIST), "country"):
        gap = text[start : named.start] if not members else text[members[-1].end : named.start]
        if named.mention.kind == "demonym" or not (_SEPARATOR.fullmatch(gap) or (not members and not gap)):
            break
        members.append(named)
    return members


_LONGEST_LIST = 2500
"""As much as the names of all countries take."""


def _joined(text: str, names: MentionIndex, dates: Sequence[DateMention]) -> Iterator[_Statement]:
    for country in names.within(0, len(text), "country"):
        verb = _JOINED.match(text, country.end)
        organization = verb and names.starting_at(verb.end("verb"), verb.end(), "organization")
        if verb and organization and country.mention.kind != "demonym":
            following = bisect.bisect_left(dates, organization.end, key=lambda date: date.start)
            since = dates[following] if following < len(dates) else None
            if since and not _SINCE.match(text[organization.end : since.start]):
                since = None
            end = since.end if since else organization.end
            yield _Statement(country.start, end, organization.entity.id, country.entity.id, "verb of joining", since)


def _since(text: str, date: DateMention) -> Stated:
    return Stated(value=date.value, evidence=(Citation.of(text, date.start, date.end, rule=date.rule),))
