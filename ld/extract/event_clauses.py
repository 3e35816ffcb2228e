"""The clause around an event: when and where it was, who held it, who was there."""

import functools
import re
from typing import NamedTuple

from ld.article import Citation, Stated
from ld.extract.dates import WEEKDAYS, DateMention
from ld.extract.names import Named, Names
from ld.extract.sentences import Sentence
from ld.extract.words import any_of, words
from ld.facts import Reference


class Clause(NamedTuple):
    """The clause around an event's mention at *start* to *end*, where its circumstances may stand."""

    text: str
    names: Names
    sentence: Sentence
    start: int
    end: int
    all_dates: tuple[DateMention, ...]

    def dates(self) -> tuple[Stated, ...]:
        """The date in the event's own phrase ("Tuesday's meeting"), or in what directly follows it."""
        possessor = [d for d in self.all_dates if self.start <= d.start < self.end]
        following = [d for d in self.all_dates if self.end <= d.start and d.end <= self._tail_end()]
        return tuple(
            Stated(value=d.value, evidence=(Citation.of(self.text, d.start, d.end, rule=d.rule),))
            for d in (*possessor, *following)[:1]
        )

    def places(self) -> tuple[Reference, ...]:
        """The place in what directly follows."""
        places = self.names.within(self.end, self._tail_end(), "place")[:1]
        return tuple(self._reference(named, self.start, named.end, "place after an event") for named in places)

    def organizers(self) -> tuple[Reference, ...]:
        """Who hosted it: "hosted by X", "X hosted"."""
        passive = _HOSTED_BY.match(self.text, self.end, self.sentence.end)
        if passive:
            hosts = self._joined(passive.end())
            return tuple(self._reference(n, self.start, n.end, "host of an event") for n in hosts)
        active = _HOSTED.search(self.text, self.sentence.start, self.start)
        if active and active.end() == self.start:
            actors = self.names.before(active.start(), "organization", "country", "group", "person")
            hosts = [n for n in actors[:1] if n.start >= self.sentence.start and n.mention.kind != "demonym"]
            return tuple(self._reference(n, n.start, self.end, "host of an event") for n in hosts)
        return ()

    def attendees(self) -> tuple[Reference, ...]:
        """The people whom a verb of presence puts there, in the caption or in the sentence; and who spoke there."""
        whole = self.sentence.part if self.sentence.part.kind == "caption" else self.sentence
        people = self.names.within(whole.start, whole.end, "person")
        present = ((person, self._presence(person) or self._speaking(person)) for person in people)
        return tuple(
            Reference(entity=person.entity.id, evidence=(Citation.of(self.text, *span, rule="present at an event"),))
            for person, span in present
            if span
        )

    def _speaking(self, person: Named) -> tuple[int, int] | None:
        """The words by which *person* spoke there: "said at the meeting", "said the minister at the meeting"."""
        at = _AT.search(self.text, max(self.sentence.start, self.start - _AT_LENGTH), self.start)
        if at is None or person.end > at.start():
            return None
        before = self.text[max(self.sentence.start, person.start - _REACH) : person.start]
        between = self.text[person.end : at.start()]
        if _said_after().fullmatch(between) or (_APPOSITION.fullmatch(between) and _said_before().search(before)):
            return person.start, self.end
        return None

    def visitors(self) -> tuple[Reference, ...]:
        """The person whose visit it is: "X's visit to", or the subject of the sentence."""
        owner = [n for n in self.names.within(self.sentence.start, self.end, "person") if n.end <= self.end]
        subject = owner or self.names.within(self.end, self.sentence.end, "person")
        comma = self.text.find(",", self.end, self.sentence.end)
        if not owner and (comma < 0 or not subject or subject[0].start < comma):
            return ()
        return tuple(self._reference(n, n.start, n.end, "visitor") for n in subject[:1])

    def _tail_end(self) -> int:
        """Where the phrases that follow the mention directly end: places, dates, and the words that join them."""
        position = self.end
        pieces = {
            n.start: n.end for n in self.names.within(self.end, self.sentence.end, "place", "organization", "country")
        }
        pieces |= {d.start: d.end for d in self.all_dates if self.end <= d.start < self.sentence.end}
        while True:
            joint = _JOINT.match(self.text, position, self.sentence.end)
            if joint is None or joint.end() not in pieces:
                return position
            position = pieces[joint.end()]

    def _joined(self, start: int) -> list[Named]:
        """The bodies from *start* on that "and" joins; overlapping mentions of two ministries are both meant."""
        hosts: list[Named] = []
        position = start
        for named in self.names.within(start, self.sentence.end, "organization", "country", "group", "person"):
            if named.mention.kind == "demonym":
                continue
            if named.start > position and not re.fullmatch(
                r"\s*(?:,|,?\s*and)?\s*(?:the\s+)?", self.text[position : named.start]
            ):
                break
            hosts.append(named)
            position = max(position, named.end)
        return hosts

    def _presence(self, person: Named) -> tuple[int, int] | None:
        """The words that put *person* there, if any: to the verb, or from "represented by"."""
        represented = _REPRESENTED_BY.search(self.text, self.sentence.start, person.start)
        if represented and represented.end() == person.start:
            return represented.start(), person.end
        verb = _presence().search(self.text, person.end, self.sentence.part.end)
        if verb is None or re.search(r"[.;]\s", self.text[person.end : verb.start()]):
            return None
        return person.start, verb.end()

    def _reference(self, named: Named, start: int, end: int, rule: str) -> Reference:
        return Reference(entity=named.entity.id, evidence=(Citation.of(self.text, start, end, rule=rule),))


_JOINT = re.compile(
    r"(?:\s*,?\s+(?:which\s+was\s+|that\s+was\s+|was\s+|were\s+)?(?:held|convened|scheduled|taking\s+place|took\s+place))?"
    r"\s*,?\s*(?:(?:in|at|on|to|for|from|between|with|and|early|late|of)\s+)*(?:the\s+)?"
)
_HOSTED_BY = re.compile(
    r"[^,.;“”\"]{0,60}?\b(?:hosted|organi[sz]ed|convened|held|sponsored|chaired)\s+(?:jointly\s+)?by\s+(?:the\s+)?"
)
_HOSTED = re.compile(r"\b(?:(?:co-)?hosted|hosts|organi[sz]ed|convened|will\s+host|is\s+hosting)\s+")
_REPRESENTED_BY = re.compile(r"\brepresented\b[^.;“”\"]{0,60}\bby\s+")


_REACH = 80
_AT_LENGTH = 16
_AT = re.compile(r"\s(?:at|during|in)\s+(?:the\s+)?$")
_APPOSITION = re.compile(r"(?:,[^,.;“”\"]{1,80},)?")


@functools.cache
def _said_after() -> re.Pattern[str]:
    said = any_of(*words("speech_verbs"))
    weekday = any_of(*WEEKDAYS)
    return re.compile(
        rf"{_APPOSITION.pattern}\s+(?:also\s+|later\s+)?{said}(?:\s+(?:reporters|journalists|delegates))?(?:\s+(?:on\s+)?{weekday})?"
    )


@functools.cache
def _said_before() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(*words('speech_verbs'))}\s+(?:[\w’'-]+\s+){{0,6}}$")


@functools.cache
def _presence() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of(*words('presence_verbs'))}(?![\w-])")
