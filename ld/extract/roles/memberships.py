"""Who belongs to what: countries to alliances, people to parties and clubs; and since when."""

from collections.abc import Iterator, Sequence

from ld.article import Citation, Stated
from ld.extract.dates.mentions import DateMention
from ld.extract.roles.beside_member import beside_member
from ld.extract.roles.joining import Belonging, joined
from ld.extract.roles.matches import in_matches
from ld.extract.roles.member_lists import listed
from ld.extract.roles.party_members import of_parties
from ld.extract.roles.players import players, scorers, signings
from ld.extract.roles.speaking_for import speaking_for
from ld.extract.roles.vetoes import vetoing
from ld.facts import Membership, Post
from ld.identifiers import UNNAMED, identified
from ld.mentions import MentionIndex
from ld.text.reading import Reading


def find_memberships(
    text: Reading, names: MentionIndex, dates: Sequence[DateMention], posts: Sequence[Post] = ()
) -> tuple[Membership, ...]:
    """The memberships that *text* states: "The board includes A, B and C", "D, which joined the board in May".

    One per member and organization, with all the words that state it. *posts* are those that *text* states: a leader
    belongs to what is led.
    """
    merged: dict[tuple[str, str], list[Belonging]] = {}
    for each in sorted(_stated(text, names, dates, posts)):
        merged.setdefault((each.organization, each.member), []).append(each)
    return identified(
        Membership(
            id=UNNAMED,
            organization=organization,
            member=member,
            evidence=tuple(dict.fromkeys(Citation.of(text, s.start, s.end, rule=s.rule) for s in statements)),
            start=next((_since(text, s.since) for s in statements if s.since), None),
        )
        for (organization, member), statements in merged.items()
    )


def _stated(
    text: Reading, names: MentionIndex, dates: Sequence[DateMention], posts: Sequence[Post]
) -> Iterator[Belonging]:
    joinings = list(joined(text, names, dates))
    yield from joinings
    yield from listed(text, names, joinings)
    yield from beside_member(text, names)
    yield from players(text, names)
    yield from scorers(text, names)
    yield from signings(text, names)
    yield from in_matches(text, names)
    yield from of_parties(text, names, posts)
    yield from speaking_for(text, names)
    yield from vetoing(text, names)


def _since(text: str, date: DateMention) -> Stated:
    return Stated(value=date.value, evidence=(Citation.of(text, date.start, date.end, rule=date.rule),))
