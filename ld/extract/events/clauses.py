"""The clause around an event: its date, its place, its hosts and the people who attended."""

import bisect
import functools
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ld.article import Citation, Stated
from ld.extract.dates.mentions import DateMention
from ld.extract.events.clause_limits import opens_clause
from ld.facts import Reference
from ld.mentions import MentionIndex, Named
from ld.text.calendar_words import WEEKDAY
from ld.text.lexicon import any_of, words
from ld.text.sentences import Sentence


class Presence(NamedTuple):
    """A person, and the words beside the name that put the person at an event, if any do.

    They end with a verb, at *verb_end*, or name who *represented* the person.
    """

    person: Named
    reference: Reference | None
    verb_end: int = 0
    represented: bool = False


class EventContext(NamedTuple):
    """The clause around an event's mention at *start* to *end*, which may contain its circumstances.

    *near_dates* are the dates in the sentence from *start* on, *people* what `people_at` finds in the sentence.
    """

    text: str
    names: MentionIndex
    sentence: Sentence
    start: int
    end: int
    near_dates: Sequence[DateMention]
    people: Sequence[Presence]

    def dates(self) -> tuple[Stated, ...]:
        """The date in the event's own phrase ("Tuesday's meeting"), or directly after it."""
        tail_end = self._tail_end()
        possessor = [d for d in self.near_dates if self.start <= d.start < self.end]
        following = [d for d in self.near_dates if self.end <= d.start and d.end <= tail_end]
        return tuple(
            Stated(value=d.value, evidence=(Citation.of(self.text, d.start, d.end, rule=d.rule),))
            for d in sorted((*possessor, *following), key=lambda date: -len(date.value))[:1]
        )

    def places(self) -> tuple[Reference, ...]:
        """The place named directly after the mention."""
        places = self.names.within(self.end, self._tail_end(), "place")[:1]
        return tuple(self._reference(named, self.start, named.end, "place after an event") for named in places)

    def organizers(self) -> tuple[Reference, ...]:
        """The hosts of the event: "hosted by X", "X hosted"."""
        passive = _HOSTED_BY.match(self.text, self.end, self.sentence.end)
        if passive:
            hosts = self._joined(passive.end())
            return tuple(self._reference(n, self.start, n.end, "host of an event") for n in hosts)
        active = _HOSTED.search(self.text, self.sentence.start, self.start)
        if active and active.end() == self.start:
            actor = self.names.nearest(active.start(), "organization", "country", "group", "person")
            if actor and actor.start >= self.sentence.start and actor.mention.kind != "demonym":
                return (self._reference(actor, actor.start, self.end, "host of an event"),)
        return ()

    def attendees(self) -> tuple[Reference, ...]:
        """The people whom a verb of presence in the caption or the sentence puts there, and those who spoke there."""
        first, last = (
            bisect.bisect_left(self.people, offset, key=lambda presence: presence.person.start)
            for offset in (self.start - _AROUND, self.end + _AROUND)
        )
        at = _AT.search(self.text, max(self.sentence.start, self.start - _AT_LENGTH), self.start)
        present = [
            self._put_there(presence) or self._speaking(presence.person, at) for presence in self.people[first:last]
        ]
        return tuple(reference for reference in present if reference)

    def _put_there(self, presence: Presence) -> Reference | None:
        """How a verb of presence puts a person at this event: directly before it, or in the clause that it opens."""
        if presence.reference is None or self.sentence.part.kind == "caption":
            return presence.reference
        ahead = _TO_EVENT.match(self.text[presence.verb_end : self.start])
        opens = self.end <= presence.person.start and _OPENED.search(self.text, self.sentence.start, self.start)
        return presence.reference if ahead or opens or presence.represented else None

    def _speaking(self, person: Named, at: re.Match[str] | None) -> Reference | None:
        """How *person* spoke there: "said at the meeting", "said the minister at the meeting"; *at* is its "at the"."""
        if at is None or not 0 <= at.start() - person.end <= _LONGEST_SPEAKING:
            return None
        before = self.text[max(self.sentence.start, person.start - _REACH) : person.start]
        between = self.text[person.end : at.start()]
        if _said_after().fullmatch(between) or (_is_apposition(between) and _said_before().search(before)):
            return self._reference(person, person.start, self.end, PRESENT)
        return None

    def visitors(self) -> tuple[Reference, ...]:
        """The visitor: "X's visit to", or the subject of the sentence (the first of "X and Y")."""
        before = self.names.within(self.sentence.start, self.end, "person")
        owner = [named for named in before if named.end > self.start]
        if not owner and _POSSESSED.match(self.text, self.start, self.end):
            return ()
        subject = owner or before or self.names.within(self.end, self.sentence.end, "person")[:1]
        comma = self.text.find(",", self.end, self.sentence.end)
        if not before and (comma < 0 or not subject or subject[0].start < comma):
            return ()
        apart = [other for one, other in pairwise(subject) if not _TOGETHER.match(self.text[one.end : other.start])]
        if apart and len({named.entity.id for named in subject}) != 1:
            return ()
        return tuple(self._reference(n, n.start, n.end, "visitor") for n in subject[:1])

    def _tail_end(self) -> int:
        """The end of the phrases directly after the mention: places, dates, and the words that join them."""
        position = self.end
        pieces = {
            n.start: n.end for n in self.names.within(self.end, self.sentence.end, "place", "organization", "country")
        }
        pieces |= {
            d.start: d.end
            for d in self.near_dates
            if self.end <= d.start < self.sentence.end and not opens_clause(self.text, d.start, d.end)
        }
        while True:
            joint = _JOINT.match(self.text, position, self.sentence.end)
            following = joint.end() if joint else position
            if following not in pieces:
                return position
            position = pieces[following]

    def _joined(self, start: int) -> list[Named]:
        """The bodies from *start* on that "and" joins; of overlapping mentions of two ministries, both."""
        hosts: list[Named] = []
        position = start
        for named in self.names.within(start, self.sentence.end, "organization", "country", "group", "person"):
            if named.mention.kind == "demonym":
                continue
            if named.start > position and not _AND.match(self.text[position : named.start]):
                break
            hosts.append(named)
            position = max(position, named.end)
        return hosts

    def _reference(self, named: Named, start: int, end: int, rule: str) -> Reference:
        return Reference(entity=named.entity.id, evidence=(Citation.of(self.text, start, end, rule=rule),))


_AND = re.compile(r"\A\s*+(?:,\s*+)?(?:and\b)?\s*+(?:the\s++)?\Z")
_PREPOSITION = r"(?:in|at|on|to|for|from|between|with|and|early|late|of)\s++"
_JOINT = re.compile(
    rf"""
    (?=[\s,]|{_PREPOSITION}|the\s)                                                  # spares an empty joint
    (?:
        (?:\s*+,)?\s++ (?:which\s++was\s++|that\s++was\s++|was\s++|were\s++)?       # , which was
        (?:held|convened|scheduled|taking\s++place|took\s++place)                   # held
    )?
    \s*+(?:,\s*+)?
    (?> (?:{_PREPOSITION})* )                                                       # late on
    (?:the\s++)?
    """,
    re.VERBOSE,
)
"""Words that join an event to a place or a date after it, and these to one another."""

_TO_EVENT = re.compile(
    r"""
    \A \s+
    (?:
        (?!(?:after|as|before|but|that|when|where|which|while|who)\b)               # but not: before a summit
        (?!and\b(?!\s+(?i:the\b)|\s+[A-Z]|\s+\Z))                                   # but not: and left a summit
        [\w’'.-]+,?\s+
    ){0,8} \Z
    """,
    re.VERBOSE,
)
"""Words that lead from a verb of presence to its event: "attended Tuesday's opening of the summit"."""

_OPENED = re.compile(r"(?:At|During|In)\s+(?:[\w’'.-]+\s+){0,6}\Z")
_TOGETHER = re.compile(r"\A(?:,\s+|,?\s+and\s+)(?:[\w’'-]+\s+){0,5}\Z")
_POSSESSED = re.compile(r"(?:\S+\s+)?\S*[’']s?\s")
_HOSTED_BY = re.compile(
    r"[^,.;“”\"]{0,60}?\b(?:hosted|organi[sz]ed|convened|held|sponsored|chaired)\s++(?:jointly\s++)?by\s++(?:the\s++)?"
)
_HOSTED = re.compile(r"\b(?:(?:co-)?hosted|hosts|organi[sz]ed|convened|will\s++host|is\s++hosting)\s++")
_REACH = 80
_AT_LENGTH = 16
_AT = re.compile(r"\s(?:at|during|in)\s+(?:the\s+)?$")
_APPOSITION = re.compile(r",[^,.;“”\"]{1,80},")


def _is_apposition(words: str) -> bool:
    """Whether *words*, after a name, are empty or an aside between commas."""
    return not words or _APPOSITION.fullmatch(words) is not None


@functools.cache
def _said_after() -> re.Pattern[str]:
    said = any_of(*words("phrases/speech_verbs"))
    return re.compile(
        rf"""
        (?:{_APPOSITION.pattern})?                                  # , a friend of the board,
        \s+(?:also\s+|later\s+)?{said}                              # later told
        (?:\s+(?:reporters|journalists|delegates))?                 # reporters
        (?:\s+(?:on\s+)?{WEEKDAY})?                                 # on Tuesday
        """,
        re.VERBOSE,
    )


@functools.cache
def _said_before() -> re.Pattern[str]:
    return re.compile(
        rf"""
        \b{any_of(*words("phrases/speech_verbs"))}\s+               # said
        (?:[\w’'-]+\s+){{0,6}} $                                    # the harbour minister
        """,
        re.VERBOSE,
    )


_LONGEST_SPEAKING = 400


def people_at(text: str, names: MentionIndex, sentence: Sentence) -> Sequence[Presence]:
    """The people who may be at an event in *sentence*, in order: those named in it, or elsewhere in its caption."""
    start, end = sentence.start, sentence.end
    if sentence.part.kind == "caption":
        start, end = max(sentence.part.start, start - _AROUND), min(sentence.part.end, end + _AROUND)
    return [_put_there(text, person, sentence) for person in names.within(start, end, "person")]


def _put_there(text: str, person: Named, sentence: Sentence) -> Presence:
    """The words that put *person* at an event: up to a verb of presence, or from "represented by"."""
    represented = _REPRESENTED_BY.search(text, max(sentence.start, person.start - _AROUND), person.start)
    verb = _presence().search(text, person.end, min(sentence.part.end, person.end + _AROUND))
    if represented and represented.end() == person.start:
        start, end = represented.start(), person.end
    elif verb and not _CLAUSE_END.search(text[person.end : verb.start()]):
        start, end = person.start, verb.end()
    else:
        return Presence(person, None)
    citation = Citation.of(text, start, end, rule=PRESENT)
    return Presence(person, Reference(entity=person.entity.id, evidence=(citation,)), end, start < person.start)


PRESENT = "present at an event"
_AROUND = 1000
_CLAUSE_END = re.compile(r"[.;]\s")
_REPRESENTED_BY = re.compile(r"\brepresented\b[^.;“”\"]{0,60}\bby\s++")


@functools.cache
def _presence() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]) {any_of(*words('events/presence_verbs'))} (?![\w-])", re.VERBOSE)
