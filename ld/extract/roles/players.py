"""Players with their clubs: "Harbour City striker NAME", "NAME, the Harbour City goalkeeper"."""

import functools
import re
from collections.abc import Iterator

from ld.extract.entities.sport import is_of_sport
from ld.extract.roles.joining import Belonging
from ld.mentions import MentionIndex, Named
from ld.text.before import search_before
from ld.text.lexicon import any_of, word_set, words
from ld.text.reading import Reading
from ld.text.word_index import first_words, in_any_case, matches_at


def players(text: Reading, names: MentionIndex) -> Iterator[Belonging]:
    """The memberships of players in the clubs that *names* has before their positions."""
    for position in matches_at(_position(), text, text.words.offsets(_first_words())):
        club = _club_before(text, names, position.start())
        if club is None or search_before(_NO_MORE, text, club.start, _REACH):
            continue
        player = names.starting_at(position.end() + 1, position.end() + 1, "person")
        if player:
            yield Belonging(club.start, player.end, club.entity.id, player.entity.id, "position in a team")
            continue
        player = names.nearest(club.start, "person")
        if player and _APPOSED.fullmatch(text, player.end, club.start) and _CLOSED.match(text, position.end()):
            yield Belonging(player.start, position.end(), club.entity.id, player.entity.id, "position in a team")


def scorers(text: Reading, names: MentionIndex) -> Iterator[Belonging]:
    """The memberships of those who score for a club that is named as theirs: "Harbour City’s NAME scored"."""
    for verb in matches_at(_SCORED, text, text.words.offsets(_SCORING)):
        player = names.ending_at(verb.start() - 1, "person")
        owner = search_before(_OWNER, text, player.start, len("’s ")) if player else None
        club = names.ending_at(owner.start(), "organization") if owner else None
        if player and club and club.entity.name not in word_set("roles/leagues"):
            yield Belonging(club.start, player.end, club.entity.id, player.entity.id, "scorer of a team")


_SCORING = frozenset(("scored", "netted", "equalised", "equalized"))
_SCORED = re.compile(r"(?:scored|netted|equali[sz]ed)\b")
_OWNER = re.compile(r"(?:[’']s|(?<=s)[’'])\s\Z")


def signings(text: Reading, names: MentionIndex) -> Iterator[Belonging]:
    """The memberships of players who come to a club from another or, in a report on sport, by a contract.

    "Harbour City signed NAME from …".
    """
    for verb in matches_at(_SIGNED, text, text.words.offsets(frozenset(("signed",)))):
        led = search_before(_HAVE, text, verb.start(), _REACH)
        club = names.ending_at(led.start(), "organization") if led else None
        player = names.nearest(verb.end() + _REACH, "person")
        if club is None or player is None or player.start < verb.end():
            continue
        between = text[verb.end() : player.start]
        if _BREAK.search(between) or len(between.split()) > _MOST_WORDS:
            continue
        if _TERMS.match(text, player.end) or (_CONTRACT.match(text, player.end) and is_of_sport(text)):
            yield Belonging(club.start, player.end, club.entity.id, player.entity.id, "signed by a team")


_SIGNED = re.compile(r"signed\s")
_HAVE = re.compile(r"\s(?:(?:have|has)\s)?\Z")
_BREAK = re.compile(r"[^\w\s-]")
_MOST_WORDS = 4
_TERMS = re.compile(
    r"""
    \s (?:
        from \s (?:the\s)? [A-Z]                                            # from Quist United
      | on \s (?:loan|a\sfree) \b                                          # on loan
      | for \s [£€$]\d                                                     # for £5m
    )
    """,
    re.VERBOSE,
)
_CONTRACT = re.compile(r"\s(?:to|on)\san?\s(?:[\w-]+\s){0,2}(?:deal|contract|extension)\b")
"""Agreements that broadcasters and record labels make, too."""


def _club_before(text: str, names: MentionIndex, start: int) -> Named | None:
    """The club, not a league, whose name leads to the position that begins at *start*."""
    club = names.nearest(start, "organization")
    if club is None or club.entity.name in word_set("roles/leagues"):
        return None
    gap = text[club.end : start]
    return club if _GAP.fullmatch(gap) else None


_GAP = re.compile(r"(?:[’']s?)?\s(?:(?:[a-z][\w-]*|\d+-year-old|[A-Z][a-z]+(?:an|ish|ese|ch))\s){0,2}")
_NO_MORE = re.compile(r"\b(?:[Ff]ormer|[Ee]x|[Oo]ne-time|[Tt]hen|[Rr]etired|[Ll]ate)[\s-]+(?:[A-Z]\w+\s+)?\Z")
_REACH = 40
_APPOSED = re.compile(r",\s(?:\d{1,3},\s)?(?:the|an?)\s")
_CLOSED = re.compile(r"[,.;)]|\s(?:who|and|from)\b")


@functools.cache
def _first_words() -> frozenset[str]:
    return in_any_case(first_words(words("roles/positions")))


@functools.cache
def _position() -> re.Pattern[str]:
    return re.compile(rf"(?i: {any_of(*words('roles/positions'))} ) (?![\w-])", re.VERBOSE)
