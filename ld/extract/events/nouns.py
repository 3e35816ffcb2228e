"""The events that nouns report: "the trial of Nora Quist", "Friday’s vote", "the Quist merger", "Storm Orla"."""

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from ld.article import Citation, Stated
from ld.extract.events.happening import Happening, continues, is_in_a_name, possible_dates, root, speaks_of_sport
from ld.extract.events.kinds import Noun
from ld.extract.events.noun_names import name_of_owner, noun_name
from ld.extract.events.participants import beside, each_once, objects
from ld.extract.events.phrase_words import is_part_of_a_compound
from ld.extract.events.phrases import event_phrase
from ld.extract.events.reality import is_supposed, noun_status
from ld.extract.events.surroundings import Surroundings, taking_place
from ld.facts import Reference
from ld.text.word_index import in_any_case


def told_by_noun(around: Surroundings, meanings: Sequence[Noun]) -> Happening | None:
    """The event that a noun reports in its surroundings; None without one that happened or is sure to happen."""
    noun = next((noun for noun in meanings if _means(noun, around)), None)
    if noun is None or not noun.kind or is_in_a_name(around) or is_supposed(around.text, around.limits, around.start):
        return None
    if noun.needs == "name behind":
        named = _NAME_BEHIND.match(around.text, around.end)
        if named is None:
            return None
        around = around._replace(end=named.end())
    phrase = _phrase(around, noun)
    if phrase is None or is_part_of_a_compound(around.text, around.end, in_title=around.in_title):
        return None
    return _happening(around._replace(phrase_start=phrase.start, of_noun=True), phrase, noun)


def _means(noun: Noun, around: Surroundings) -> bool:
    """Whether *noun* is meant, and no words around it give it another meaning."""
    if noun.after and around.text[max(0, around.start - _LEAD) : around.start].lower().endswith(_spaced(noun.after)):
        return False
    if noun.kind == "strike" and noun.unless and _is_of_workers(around):
        return True
    return not continues(around.text, around.end, noun.unless)


@functools.cache
def _spaced(before: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {words} " for words in before)


def _is_of_workers(around: Surroundings) -> bool:
    """Whether a "strike" is one of workers: the text names them or has it called off, and reports no violence."""
    told, sentence = around.text.words.words, around.sentence
    if not told.isdisjoint(_ARMS):
        return False
    return not told.isdisjoint(_WORK) or _CALLED_OFF.search(around.text, sentence.start, sentence.end) is not None


_ARMS = in_any_case(
    (
        *("missile", "missiles", "drone", "drones", "airstrike", "airstrikes", "bomb", "bombs", "bombing", "troops"),
        *("army", "military", "soldiers", "militants", "rockets", "shelling", "killed", "wounded", "lightning"),
    )
)
_WORK = in_any_case(
    ("union", "unions", "workers", "walkout", "walkouts", "picket", "pickets", "nurses", "teachers", "strikers")
)
_CALLED_OFF = re.compile(r"\bstrikes?\b[^.;]{0,60}\b(?:called\soff|averted|over\spay)\b")
_NAME_BEHIND = re.compile(r"\s[A-Z][a-z]+\b(?!\s[A-Z])")


def _happening(around: Surroundings, phrase: "_Phrase", noun: Noun) -> Happening:
    text = around.text
    status = noun_status(text, around.start, around.end, around.limits.right, around.sentence.end)
    owned = name_of_owner(around, noun.kind) if phrase.name_start == around.start else None
    called = owned or noun_name(around, phrase.name_start)
    owner = (called.owner,) if called.owner else ()
    told = _Told(
        dates=possible_dates(around.dates(), noun.kind, text, is_past=False, is_planned=status is not None),
        places=around.places(),
        participants=each_once((*owner, *beside(around), *objects(around, possessors=noun.kind in _OF_BODIES))),
    )
    opening = text[phrase.start : around.start]
    is_definite = _DEFINITE.match(opening) is not None and not text.startswith(" of ", around.end)
    return Happening(
        kind=noun.kind,
        root=root(around),
        name=Citation.of(text, phrase.name_start, around.end, rule="noun for an event"),
        called=called.words,
        proof=Citation.of(text, called.start, called.end, rule="noun for an event"),
        in_title=around.in_title,
        in_body=around.sentence.part.kind == "paragraph",
        status=status,
        dates=told.dates,
        places=told.places,
        participants=told.participants,
        founds=_says_enough(noun, told, around, opening),
        points_back=is_definite and not noun.needs,
        sentence=around.sentence.start,
    )


_OF_BODIES = frozenset(("appointment", "ceremony", "election", "meeting"))
"""Events of a head of a state or body in which that takes part: "the inauguration of Norway’s president"."""
_DEFINITE = re.compile(r"(?:the|this|that|his|her|its|their)\s", re.IGNORECASE)


class _Told(NamedTuple):
    """The circumstances that the surroundings of a noun state."""

    dates: tuple[Stated, ...]
    places: tuple[Reference, ...]
    participants: tuple[Reference, ...]

    def has_date(self, shortest: int) -> bool:
        """Whether there is a date of at least *shortest* characters: 4 for a year, 7 for a month, 10 for a day."""
        return any(len(date.value) >= shortest for date in self.dates)


_YEAR, _MONTH, _DAY = len("2024"), len("2024-09"), len("2024-09-11")


def _says_enough(noun: Noun, told: _Told, around: Surroundings, opening: str) -> bool:
    """Whether a noun's phrase, with the words *opening* it, distinguishes its event from others of its kind."""
    says_something = bool(told.dates or told.places or told.participants or objects(around, possessors=True))
    enough = {
        "": says_something and not (noun.kind in _SAID_OF_PEOPLE and _is_somebodys(around, told, opening)),
        "name": True,
        "name behind": True,
        "date": told.has_date(_YEAR),
        "month": told.has_date(_MONTH) or _NEW.search(opening) is not None,
        "definite month": told.has_date(_MONTH) and not _is_indefinite(around, opening),
        "score": _SCORE.search(opening) is not None or (told.has_date(_DAY) and speaks_of_sport(around)),
        "person": _is_of_a_person(around, told),
        "held": told.has_date(_DAY) and taking_place().match(around.text, around.end) is not None,
    }
    if noun.kind == "merger" and not _is_of_companies(around, told):
        return False
    is_enough = enough[noun.needs] or (noun.needs == "" and _is_the_news(noun, around))
    return is_enough and not opening.startswith("that ")


def _is_the_news(noun: Noun, around: Surroundings) -> bool:
    """Whether the article begins with the effect of a disaster: "A fire destroyed part of the town"."""
    lead = next(around.text.article.of_kind("paragraph"), None)
    is_lead = around.in_title or (lead is not None and around.sentence.part.start == lead.start)
    is_disaster = noun.kind in _DISASTERS
    return is_lead and is_disaster and _TAKES_EFFECT.match(around.text, around.end) is not None


_DISASTERS = frozenset(("accident", "attack", "collapse", "earthquake", "fire", "flood", "storm"))
_TAKES_EFFECT = re.compile(
    r"""
    (?: \s(?:of|measuring)\s[^,;]{1,40} )? ,? \s
    (?: that\s | which\s | that[’']s\s )? (?: has\s | have\s | had\s )? (?: also\s )?
    (?: broke\sout | claimed | closed | cut | damaged | destroyed | engulfed | forced | gutted | hit | injured | killed
      | left | rocked | shaken | shook | shut | struck | swept | tore | torn | wounded | wrecked
      | killing | kills | injuring | injures | leaving ) \b
    """,
    re.VERBOSE,
)
"""After a noun for a disaster: its effect."""


def _is_of_companies(around: Surroundings, told: _Told) -> bool:
    """Whether more than states take part in a takeover: "the German takeover of the Sudetenland" is not a merger."""
    countries = {named.entity.id for named in around.names.within(around.phrase_start, around.limits.right, "country")}
    return not told.participants or any(who.entity not in countries for who in told.participants)


_SAID_OF_PEOPLE = frozenset(("attack", "collapse"))


def _is_somebodys(around: Surroundings, told: _Told, opening: str) -> bool:
    """Whether somebody attacks in words, or collapses: "Quist’s attack on Marsh", "her collapse"."""
    owner = around.names.within(around.phrase_start, around.start, "person")
    target = around.names.within(around.end, around.limits.right, "person")
    aims = {named.entity.id for named in target} & {who.entity for who in told.participants}
    return bool(_POSSESSED.match(opening) or owner or (aims and not told.places))


def _is_indefinite(around: Surroundings, opening: str) -> bool:
    """Whether it is indefinite: "in a statement on Friday", "in a Friday statement"."""
    lead = around.text[max(0, around.phrase_start - _LEAD) : around.phrase_start]
    return _INDEFINITE.match(opening) is not None or _INDEFINITE.search(lead) is not None


def _is_of_a_person(around: Surroundings, told: _Told) -> bool:
    if _OF_A_CHILD.match(around.text, around.end):
        return True
    people = {named.entity.id for named in around.names.within(around.end, around.limits.right, "person")}
    return around.text.startswith(" of ", around.end) and any(who.entity in people for who in told.participants)


_OF_A_CHILD = re.compile(r"\sof\s(?:his|her|their)\s(?:\w+\s){0,2}(?:son|daughter|child|baby|twins)\b")
_LEAD = 24
_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")
_INDEFINITE = re.compile(r"(?:^|\s)an?\s", re.IGNORECASE)
_NEW = re.compile(r"\b(?:new|latest)\s(?:[\w-]+\s){0,2}$")
_POSSESSED = re.compile(r"(?:his|her|their|my|our)\b", re.IGNORECASE)


class _Phrase(NamedTuple):
    """The start of a noun's phrase, and the start of the name in it."""

    start: int
    name_start: int


def _phrase(around: Surroundings, noun: Noun) -> _Phrase | None:
    """The phrase that ends in the noun; None without a determiner, name or day that opens it, except in a title."""
    text, floor = around.text, around.sentence.start
    found = event_phrase(text, around.start, floor)
    if found and found.start == floor and not (_OPENED.match(text, floor) or _is_plural(text, floor, around.end)):
        found = None
    phrase = _Phrase(found.start, found.name_start) if found else None
    if phrase and (verb := _VERB_WITHIN.search(text, phrase.start, around.start)):
        phrase = None
        around = around._replace(phrase_start=verb.end())
    for date in around.days:
        if floor <= date.start and date.end <= around.start and _ADJECTIVES.fullmatch(text, date.end, around.start):
            name_start = phrase.name_start if phrase and phrase.name_start > date.end else date.end + 1
            return _Phrase(date.start, min(name_start, around.start))
    if phrase is None and around.start == floor and noun.kind in _DISASTERS and _TAKES_EFFECT.match(text, around.end):
        return _Phrase(floor, floor)
    if phrase is None and (around.in_title or noun.needs.startswith("name")):
        return _Phrase(around.phrase_start, around.phrase_start)
    return phrase


def _is_plural(text: str, start: int, end: int) -> bool:
    """Whether a plural opens the sentence: "Missile attacks on Kyiv", but not "Unlike attacks on Kyiv"."""
    return text.endswith("s", start, end) and _NO_SUBJECT.match(text, start) is None


_NO_SUBJECT = re.compile(r"(?:Unlike|Like|Despite|Amid|Many|Some|Most|More|Such|Few|Other|No)\b")
_OPENED = re.compile(
    r"""
    (?: The | An? | This | That | His | Her | Its | Their | Another | Such ) \s
    | (?: [^\s,;]+ \s ){0,3} [^\s,;]+ [’']s? \s
    """,
    re.VERBOSE,
)
_VERB_WITHIN = re.compile(
    r"""
    \s (?! (?:the|an?|his|her|its|their|this)\s | [a-z]+ly\s ) [a-z]+ \s
    (?: [a-z]+ed | made | saw | found | held | won | led | gave | gives ) \s
    """,
    re.VERBOSE,
)
_ADJECTIVES = re.compile(
    r"""
    (?:[’']s)? \s+
    (?: (?! (?: with|of|to|in|on|at|for|by|and|after|from|the|an?|his|her|their|its
         |as|while|when|but|or|amid|before )\b | \w+ing\b )
        [a-z][\w-]* \s+ ){0,3}
    """,
    re.VERBOSE,
)
