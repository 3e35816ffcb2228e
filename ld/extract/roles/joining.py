"""Memberships that a clause states: "Norway joined the Board in May", "Nora Quist, a member of the Board"."""

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ld.extract.dates.mentions import DateMention
from ld.extract.phrases.parties import party_called
from ld.mentions import MentionIndex, Named
from ld.text.before import search_before
from ld.text.lexicon import word_set
from ld.text.reading import Reading
from ld.text.word_index import in_any_case


class Belonging(NamedTuple):
    """A membership of *member* in *organization*, both ids of entities, stated by the words from *start* to *end*."""

    start: int
    end: int
    organization: str
    member: str
    rule: str
    since: DateMention | None = None


def joined(text: Reading, names: MentionIndex, dates: Sequence[DateMention]) -> Iterator[Belonging]:
    """The memberships that a verb or an apposition states of single members."""
    found: list[Belonging] = []
    for offset in text.words.offsets(_TRIGGERS):
        subject = names.nearest(offset, "country", "organization", "person")
        if subject is None or offset - subject.end > _LONGEST_GAP:
            continue
        each = _with_name(text, names, dates, subject) or _without_name(text, dates, subject, found)
        if each:
            found += _with_others(text, names, subject, each)
    return iter(found)


def _with_others(text: str, names: MentionIndex, subject: Named, told: Belonging) -> Iterator[Belonging]:
    """The membership *told*, and those of the countries joined to its *subject*: "Norway, Spain and Italy"."""
    yield told
    others: list[Named] = []
    joint = (
        _JOINT.search(text, max(0, subject.start - _SHORT), subject.start) if told.member == subject.entity.id else None
    )
    while joint and (other := names.ending_at(joint.start(), "country")) and other.mention.kind != "demonym":
        others.append(other)
        joint = _LISTED.search(text, max(0, other.start - _SHORT), other.start)
    if others and subject.entity.kind == "country" and not search_before(_LED, text, others[-1].start, _WIDEST):
        yield from (told._replace(start=other.start, member=other.entity.id) for other in others)


_SHORT = 10
_JOINT = re.compile(r",?\sand\s(?:the\s)?\Z")
_LISTED = re.compile(r",\s(?:the\s)?\Z")


_TRIGGERS = in_any_case(
    (
        "joined",
        "rejoined",
        "acceded",
        "member",
        "members",
        "sits",
        "serves",
        "belongs",
        "plays",
        "elected",
        "admitted",
        "appointed",
    )
)
_LONGEST_GAP = 60


def _with_name(text: str, names: MentionIndex, dates: Sequence[DateMention], subject: Named) -> Belonging | None:
    """The membership stated by a clause after *subject* that names the organization."""
    verb = _JOINED.match(text, subject.end)
    organization = verb and names.starting_at(verb.end("verb"), verb.end(), "organization")
    member = _subject(text, names, subject)
    if verb is None or organization is None or member is None or organization.entity == member.entity:
        return None
    if member.entity.kind == "organization" and (
        verb["verb"].startswith("belongs") or party_called(member.entity.name)
    ):
        return None
    owner = _POSSESSIVE.match(text, organization.end)
    if owner:
        organization = names.starting_at(owner.end() + 1, owner.end() + 1, "organization")
        if organization is None or verb["member"] is None:
            return None
    if verb["seat"] and not (member.entity.kind == "person" and _has_members(organization)):
        return None
    since = _since(text, dates, organization.end)
    if member.entity.kind == "person" and not (verb["member"] or verb["seat"] or _joins(text, organization, since)):
        return None
    end = since.end if since else organization.end
    return Belonging(
        min(member.start, subject.start), end, organization.entity.id, member.entity.id, "verb of joining", since
    )


_POSSESSIVE = re.compile(r"[’']s?\b")
"""After the organization's name: the membership is of something that it owns, "a member of the Bank's board"."""


def _without_name(
    text: str, dates: Sequence[DateMention], subject: Named, found: Sequence[Belonging]
) -> Belonging | None:
    """The membership of another member in the same sentence: "and Norway became a member in March"."""
    verb = _BECAME.match(text, subject.end)
    last = found[-1] if found else None
    if verb is None or last is None or subject.entity.kind != "country" or subject.mention.kind == "demonym":
        return None
    if _BREAK.search(text, last.end, subject.start):
        return None
    since = _since(text, dates, verb.end())
    end = since.end if since else verb.end()
    return Belonging(subject.start, end, last.organization, subject.entity.id, "verb of joining", since)


def _subject(text: str, names: MentionIndex, named: Named) -> Named | None:
    """The subject of the verb after *named*: the one whose relative clause ends with *named*, or *named* itself.

    "Finland, which borders Norway, joined": Finland. None after a preposition: "ships from Norway joined".
    """
    if named.mention.kind == "demonym":
        return None
    described = search_before(_DESCRIBED, text, named.start, _WIDEST)
    if described and text.startswith(",", named.end):
        return names.ending_at(described.start(), "country", "organization")
    return None if search_before(_LED, text, named.start, _WIDEST) else named


_WIDEST = 120
_DESCRIBED = re.compile(r",\s(?:which|whose|who|where)\b[^,.;:()“”\"]*\Z")
_LED = re.compile(r"\b(?:from|with|in|of|to|by|for|against|than|at|on|near|like)\s+(?:the\s+)?\Z")
_BREAK = re.compile(r"[.!?]\s|\n")
_ADVERB = r"(?:(?:also|later|finally|only|recently|formally|officially|then|first|eventually|already|now)\s++)?"
_JOINED = re.compile(
    rf"""
    ,?\s++ (?:(?:which|that|who)\s++)? (?:had\s++|has\s++|have\s++)? {_ADVERB}           # , which had formally
    (?P<verb>
        (?:re)?joined | acceded\s++to                                                    # joined
      | (?P<seat> (?:was|were|been) \s++ (?:re-?)?(?:elected|admitted|appointed) \s++ to )       # was elected to
      | (?P<member>
            became\s++(?:a|an|the\s++\w+)(?:\s++\w+)?\s++member\s++of                    # became the tenth member of
          | (?:is|are|has\s++been|have\s++been)\s++ (?:now\s++|also\s++)?
            (?:an?\s++)?(?:\w+\s++)?members?\s++of                                      # is a full member of
          | (?:sits|serves)\s++on | belongs\s++to | plays\s++for                           # sits on
          | (?<=,\s)an?\s++(?:(?!former)\w+\s++)?member\s++of                            # , a full member of
          | (?<=,\s)(?:an?|the)\s++(?!former)[\w ]{{2,40}}?\sand\s(?:an?\s++)?member\s++of  # , a lawyer and
        )
    )
    (?:\s++the)? \s++
    """,
    re.VERBOSE,
)
_BECAME = re.compile(
    rf"\s++(?:has\s++|have\s++)?{_ADVERB}(?:became|become)\s++(?:a\s++)?(?:full\s++)?members?\b(?!\s++of)"
)
_SINCE = re.compile(r"\A\s*+(?:,\s*+)?(?:only\s++)?(?:in\s++|on\s++|since\s++)?\Z")


def _since(text: str, dates: Sequence[DateMention], end: int) -> DateMention | None:
    """The date right after *end*."""
    following = bisect.bisect_left(dates, end, key=lambda date: date.start)
    since = dates[following] if following < len(dates) else None
    return since if since and _SINCE.match(text[end : since.start]) else None


def _joins(text: str, organization: Named, since: DateMention | None) -> bool:
    """Whether a person who joined *organization* became a member, rather than a guest for a day or an employee."""
    if _transfers(text, organization.end):
        return True
    is_lasting = since is not None and len(since.value) <= _MONTH and not _LEFT.match(text, organization.end)
    return is_lasting and _has_members(organization)


_MONTH = len("2024-09")


def _has_members(organization: Named) -> bool:
    """Whether *organization* has people as members: by the last word of its name, or as a party."""
    name = organization.entity.name
    return name.rsplit(None, 1)[-1] in word_set("roles/bodies_with_members") or party_called(name) is not None


_LEFT = re.compile(r"[^.;\n]{0,120}\b(?:left|quit|resigned|expelled|until|ousted|leaving|briefly)\b")
"""Words after the name which say that somebody who joined has left."""


def _transfers(text: str, end: int) -> bool:
    """Whether a transfer follows the club's name at *end*: "joined Quist United from Harbour FC"."""
    return _TRANSFER.match(text, end) is not None


_TRANSFER = re.compile(r"\s+(?:from\s+(?:[A-Z]|the\s+[A-Z])|on\s+loan\b|on\s+a\s+free\b|for\s+(?:£|€|\$|a\s+fee))")
