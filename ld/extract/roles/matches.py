"""Players with their clubs in match reports: "City were without NAME", "in the City line-up"."""

import functools
import re
from collections import Counter
from collections.abc import Iterator

from ld.extract.entities.sport import is_of_sport
from ld.extract.roles.joining import Belonging
from ld.facts import Mention
from ld.mentions import MentionIndex, Named
from ld.text.lexicon import any_of, word_set, words
from ld.text.reading import Reading


def in_matches(text: Reading, names: MentionIndex) -> Iterator[Belonging]:
    """The memberships of players who are missing from a side, are in it, or score or try to score for it."""
    if not is_of_sport(text):
        return
    for club in _clubs(text, names):
        for player in (_missing(text, names, club), _fielded(text, names, club), _scoring(text, names, club)):
            if player:
                start, end = min(club.start, player.start), max(club.end, player.end)
                yield Belonging(start, end, club.entity.id, player.entity.id, "player in a match")


def _clubs(text: Reading, names: MentionIndex) -> Iterator[Named]:
    """The mentions of organizations that are not leagues, including those by the last word of a name: "City"."""
    clubs = [
        each for each in names.entities if each.kind == "organization" and each.name not in word_set("roles/leagues")
    ]
    ids = {each.id for each in clubs}
    yield from (named for named in names.within(0, len(text), "organization") if named.entity.id in ids)
    lasts = Counter(each.name.split()[-1] for each in clubs)
    for club in clubs:
        last = club.name.split()[-1]
        for start in text.words.offsets_of(last) if last != club.name and lasts[last] == 1 else ():
            if not names.covers(start, start + len(last)):
                mention = Mention.of(text, start, start + len(last))
                yield Named(mention.start, mention.end, mention, club)


def _missing(text: Reading, names: MentionIndex, club: Named) -> Named | None:
    """A player who does not play: "Rovers, who were still without striker NAME"."""
    without = _without().match(text, club.end)
    return names.starting_at(without.end(), without.end(), "person") if without else None


def _fielded(text: Reading, names: MentionIndex, club: Named) -> Named | None:
    """A player described as one in the side: "NAME – one of seven newcomers in the City line-up"."""
    if not _SIDE.match(text, club.end):
        return None
    player = names.nearest(club.start, "person")
    return player if player and _ONE_OF.fullmatch(text, player.end, club.start) else None


def _scoring(text: Reading, names: MentionIndex, club: Named) -> Named | None:
    """The player who shoots when the side does well: "City doubled their lead when NAME scored"; not an own goal."""
    goal = _GOAL.match(text, club.end)
    player = names.starting_at(goal.end(), goal.end(), "person") if goal else None
    if player is None or goal is None or _OWN.search(text, club.end, player.end + _SENTENCE):
        return None
    return player if goal["through"] or _SHOOTS.match(text, player.end) else None


_SENTENCE = 100
_OWN = re.compile(r"\bown\b")
_SIDE = re.compile(r"\s(?:starting\s)?(?:line-?up|XI|side|squad|team|starters)\b")
_ONE_OF = re.compile(r"(?:,|\s[–—-])\s(?:one|among)\s(?:of\s)?[^.,;:“”\"()\n]{1,40}\sin\sthe\s")
_GOAL = re.compile(
    r"""
    \s (?:(?:then|soon|almost|again|finally|quickly|have|had)\s){0,2}
    (?: scored | equali[sz]ed | levelled | struck | doubled\stheir\slead | extended\stheir\slead | took\sthe\slead
      | went\s(?:ahead|in\sfront) | claimed\sanother | pulled\sone\sback | restored\stheir\slead )  # took the lead
    \s (?:(?:early|late|twice|again|first)\s)? (?: (?P<through>through) | when | as | after ) \s      # when
    """,
    re.VERBOSE,
)
_SHOOTS = re.compile(
    r"\s(?:scored|headed|slotted|fired|netted|tapped|struck|converted|curled|volleyed|tested|shot|drilled|chipped)\b"
)


@functools.cache
def _without() -> re.Pattern[str]:
    positions = any_of(*words("roles/positions"))
    return re.compile(
        rf"""
        (?:,\swho)? \s (?:are|is|were|was) \s (?:(?:again|still|also|once\smore)\s)? without \s          # were without
        (?:(?:the|injured|suspended|star|key)\s){{0,3}} (?:(?i:{positions})\s)?                           # striker
        """,
        re.VERBOSE,
    )
