"""When and where: the day and the place that the clause of an event's word states."""

import bisect
import functools
import operator
import re
from collections.abc import Sequence
from typing import NamedTuple

from ld.article import Citation, Stated
from ld.extract.dates.mentions import DateMention
from ld.extract.events.clause_limits import ClauseLimits, opens_clause
from ld.extract.events.phrase_words import is_part_of_a_compound
from ld.facts import Reference
from ld.mentions import MentionIndex, Named
from ld.text.calendar_words import WEEKDAY
from ld.text.lexicon import any_of, words
from ld.text.reading import Reading
from ld.text.sentences import Sentence

_LEAD = 60
"""The number of code points before a date or a name that are searched for the words that lead to it."""


class Surroundings(NamedTuple):
    """The words at *start* to *end* that report an event, in their clause.

    *days* are the dates of the sentence, *nouns* the offsets of its nouns for events. *phrase_start* is where the
    phrase of a noun begins; the circumstances of a noun are closer to it than those of a verb.
    """

    text: Reading
    names: MentionIndex
    days: Sequence[DateMention]
    sentence: Sentence
    start: int
    end: int
    limits: ClauseLimits
    phrase_start: int
    nouns: Sequence[int] = ()
    of_noun: bool = False

    @property
    def in_title(self) -> bool:
        """Whether the words are in a headline or a line below it."""
        return self.sentence.part.kind in {"headline", "subheading"}

    def before(self, offset: int) -> str:
        """The words of the clause that lead to *offset*."""
        floor = self.limits.left if offset >= self.limits.left else self.sentence.start
        return self.text[max(floor, offset - _LEAD) : offset]

    @property
    def subject_floor(self) -> int:
        """The lowest start of the subject: before a relative clause, if a comma closes one directly before the verb."""
        return self.sentence.start if self._closes_a_clause else self.limits.left

    @property
    def _closes_a_clause(self) -> bool:
        return _CLOSED.search(self.text, self.limits.left, self.start) is not None

    @property
    def _floor(self) -> int:
        """The lowest start of circumstances before the words: after a relative clause, which has none of theirs."""
        if self.limits.opener == "when":
            return self.sentence.start
        return self.start if self.limits.opener in _RELATIVE and self._closes_a_clause else self.limits.left

    def dates(self) -> tuple[Stated, ...]:
        """The day, if any: inside the phrase, else the first after it, else the last before it.

        "This year’s fair takes place on 11 June" is on that day: the finer of two that agree.
        """
        inside = days_between(self.days, self.phrase_start, self.end)
        around = (
            *days_between(self.days, self.end, self.limits.right),
            *reversed(days_between(self.days, self._floor, self.phrase_start)),
        )
        outside = [date for date in around if self._is_adverbial(date) and not self._is_apart(date)][:1]
        finer = [date for date in outside if inside and date.value.startswith(inside[0].value)]
        return tuple(
            Stated(value=date.value, evidence=(Citation.of(self.text, date.start, date.end, rule=date.rule),))
            for date in (*finer, *inside, *outside)[:1]
        )

    def places(self) -> tuple[Reference, ...]:
        """The place, if any, that a preposition names after the words, else the one that opens the clause."""
        behind = self.names.within(self.end, self.limits.right, "place", "country")
        before = self.names.within(self._floor, self.start, "place", "country")
        place = next((named for named in (*behind, *before) if self._is_place(named)), None)
        return (self.reference(place, self.start, place.end, "place of an event"),) if place else ()

    def reference(self, named: Named, start: int, end: int, rule: str) -> Reference:
        """A reference to *named*; its evidence spans the words at *start* to *end* and the name itself."""
        cited = Citation.of(self.text, min(start, named.start), max(end, named.end), rule=rule)
        return Reference(entity=named.entity.id, evidence=(cited,))

    def _is_adverbial(self, date: DateMention) -> bool:
        """Whether a date states a time: "in 1985", "last month", but not "her 1985 dress" or "by Friday"."""
        lead = self.before(date.start)
        if _FOR.search(lead) and _OVER.match(self.text, date.start):
            return False
        if _UNTIL.search(lead) or _TWO_DATES.match(self.text, date.end):
            return False
        if date.start >= self.end and opens_clause(self.text, date.start, date.end):
            return False
        if _IN_A_NAME.search(lead) or (len(date.value) < _DAY and not self.of_noun and _FOR_WHAT.search(lead)):
            return False
        is_year = date.end - date.start == len("1985") and self.text[date.start : date.end].isdecimal()
        return not is_year or date.start == self.limits.left or _WHEN.search(lead) is not None

    def _is_apart(self, other: DateMention | Named) -> bool:
        """Whether a date or a place belongs to other words between it and these.

        These are another verb (before a verb, or after a noun), or another noun for an event (after a noun).
        """
        if not self.of_noun:
            if other.start < self.start:
                return not self._leads_to_verb(other) or self._is_in_phrase_of_a_noun(other)
            return any(self.end < noun < other.start and self._has_its_own(noun, other) for noun in self.nouns)
        if any(self.end < noun < other.start for noun in self.nouns) or _WHAT_TO_DO.match(
            self.text, self.start, other.start
        ):
            return True
        if other.start < self.start:
            is_direct = _DIRECTLY.fullmatch(self.text, other.end, self.start) is not None
            return not is_direct or _IS.search(self.text, other.end, self.start) is not None
        depends = _DEPENDS.search(self.text, max(self.sentence.start, self.phrase_start - _LEAD), self.phrase_start)
        gap = taking_place().match(self.text, self.end, other.start)
        if gap and depends:
            return True
        between = self.text[gap.end() if gap else self.end : other.start]
        return _verb().search(between) is not None or _DOING.search(between) is not None

    def _has_its_own(self, noun: int, other: DateMention | Named) -> bool:
        """Whether a date belongs to a *noun* before it, not to the verb: "died within weeks of his capture in May"."""
        lead = self.text[max(self.end, noun - _LEAD) : noun]
        return _BEHIND.search(lead) is not None and _ON_DAY.fullmatch(self.text, noun, other.start) is not None

    def _is_in_phrase_of_a_noun(self, other: DateMention | Named) -> bool:
        """Whether a noun for an event directly follows a date: "the December 13 attack"."""
        nouns = (noun for noun in self.nouns if other.end < noun < self.start)
        return any(_ADJECTIVE.fullmatch(self.text, other.end, noun) for noun in nouns)

    def _leads_to_verb(self, other: DateMention | Named) -> bool:
        """Whether a date or a place opens the clause ("In May, the council voted"), or directly precedes the verb."""
        if other.end <= self.limits.left:
            return self.text[other.end : self.limits.left].strip(" ,") == self.limits.opener
        if self.text.startswith(",", other.end) and _ASIDE.search(self.text, self._floor, other.start):
            return False
        if self.limits.opener in _SAYING and not self.text[self.limits.left : other.start].replace("on", "").strip():
            return self.text.startswith(",", other.end)
        gap = _TRAILING.sub("", self.text[other.end : self.start]).strip(" ,")
        opens = _OPENING.match(self.text[self._floor : other.start]) is not None
        is_direct = not gap and _PARTICIPLE.search(self.text, self._floor, other.start) is None
        return is_direct or (opens and _verb().search(gap) is None)

    def _is_place(self, named: Named) -> bool:
        between = self.text[self.end : named.start]
        if self._is_apart(named) or len(_PREPOSITION.findall(between)) > _MOST_PREPOSITIONS:
            return False
        if self.of_noun and _TOPIC.match(self.text[self.start : named.start]) and _AT_PLACE.search(between):
            return False
        names_another = any(noun == named.end + 1 and noun != self.start for noun in self.nouns)
        if names_another or named.mention.kind in {"demonym", "metonym"} or is_part_of_a_compound(self.text, named.end):
            return False
        if self.of_noun and named.entity.kind == "country" and self.phrase_start <= named.start < self.start:
            return False
        lead = self.before(named.start)
        if _IN_WHAT_RESPECT.search(lead) or _STATE_BEHIND.match(self.text, named.end):
            return False
        is_target = _ON.search(lead) is not None and not any(self.end < noun < named.start for noun in self.nouns)
        return is_target or _IN.search(lead) is not None


_RELATIVE = frozenset(("who", "which", "whose", "that", "where"))
_DEPENDS = re.compile(r"\b(?:for|of|before|until|to|during|from|with|explaining|about|on)\s(?:the\s|an?\s)?\Z")
"""Before a noun that is not the subject of the verb after it: "the season for the election begins in May"."""
CHAIN = r"""
    (?: (?: has | have | had | having | was | were | been | is | are | be | will | being | got | to | set | expected
          | due | also | then | later | again | already | now | first | once | just | since | soon | twice | even
          | still | all | both
          | [a-z]+ly ) \s+ )*
"""
"""The auxiliaries and adverbs before a verb, for patterns in verbose mode."""
_CLOSED = re.compile(rf",\s+ {CHAIN} $", re.VERBOSE)
_MOST_PREPOSITIONS = 2
_PREPOSITION = re.compile(r"\b(?:in|at|on|for|from|to|with|by|against|near|over|about|under)\s")
_IN = re.compile(
    r"""
    \b (?: [Ii]n | [Aa]t | [Nn]ear | [Oo]utside | [Oo]ff | [Aa]cross | [Ii]nside | [Tt]hroughout | [Aa]round ) \s+
    (?: (?! (?:and|or|by|for|from|with|to|on)\b ) [\w’'-]+ ,? \s+ ){0,4} $
    """,
    re.VERBOSE,
)
_ON = re.compile(r"\b(?:attacks?|(?:air)?strikes?|assault|raids?|invasion)\s(?:on|of)\s+(?:[a-z]+\s+)?$")
_TOPIC = re.compile(
    rf"""
    \A (?! (?:air)?(?:strike|attack|assault|raid)s?\b ) [\w\s-]+?
    \s (?:on|about|into|over|for) \s (?! {WEEKDAY} | [A-Z][a-z]+\s\d )
    """,
    re.VERBOSE,
)
_AT_PLACE = re.compile(r"\s(?:in|at|near)\s")
"""After a noun: its subject, and where that is: "talks on the war in Norway"."""
_IN_WHAT_RESPECT = re.compile(
    r"""
    \b (?: in \s (?: support | favou?r | honou?r | defen[cs]e | memory | pursuit | need | spite | view | charge
                   | control | possession | search | terms | case ) \s of
          | at \s the \s (?: hands | expense | request | behest | invitation | mercy ) \s of ) \s
    (?: [\w’'-]+ \s ){0,3} $
    """,
    re.VERBOSE,
)
"""Before a name at which nothing took place: "a statement in support of Norway"."""
_STATE_BEHIND = re.compile(
    r",\s[A-Z][\w.]{1,12}\s[a-z]+s?\b(?<!\s(?:on|in|at|as|by|to|of|is))(?<!\s(?:was|and|who|has|had|for))"
)
_DAY = len("2024-09-11")
_FOR_WHAT = re.compile(r"\bfor\s(?:an?|the|its|his|her|their)\s(?:[\w’'-]+\s){1,4}in\s$")
"""Before a month or year of something else: "was named captain for a voyage in December"."""
_BEHIND = re.compile(r"\b(?:of|after|since|before|following)\s(?:the|an?|his|her|its|their)\s(?:[\w’'-]+\s){0,2}$")
_ON_DAY = re.compile(r"[\w’'-]+\s(?:on|in|of|last|this)\s")
_IN_A_NAME = re.compile(r"\b[A-Z][a-z]*\s(?:Act|Bill|Law|Report|Treaty)\sof\s+$")
"""Before a year that is part of a name: "the Harbour Reform Act of 2019"."""
_ADJECTIVE = re.compile(r"(?:[’']s)?\s(?:(?!(?:a|an|the|and|of)\b)[a-z][\w-]*\s){0,2}")
_UNTIL = re.compile(r"\b(?:[Bb]y|[Uu]ntil|[Bb]efore|[Ss]ince|[Aa]s\sof|[Tt]hrough)\s+$|^\s*of\s+$")
_OVER = re.compile(r"(?:the\s)?(?:past|last)\s(?:two|three|four|five|six|ten|\d+|few|several|year|month|week|decade)")
_FOR = re.compile(r"\b(?:[Oo]ver|[Ff]or|[Dd]uring)\s+(?:the\s+)?$")
"""Before a period that is not the day of an event: "attacks over the past month"."""
_TWO_DATES = re.compile(
    r"\s+ (?:and|to|or|through) \s+ (?:(?:on|in)\s)? (?: \d{4}\b | [A-Z][a-z]+ (?: day\b | \s\d ) ) | [–-]\d",
    re.VERBOSE,
)
_WHEN = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Oo]f|[Ff]rom|[Dd]uring|[Ee]arly|[Ll]ate|[Ii]n\s(?:the|early|late|mid))[\s-]+$"
)
_OPENING = re.compile(
    r"^[\s“\"—–-]*(?:(?:[Bb]ut|[Aa]nd|[Tt]hen|[Oo]n|[Ii]n|[Aa]t|[Ll]ate|[Ee]arly|[Ll]ater|the),?\s+)*$"
)
_PARTICIPLE = re.compile(r"\b(?!hundred\b)[a-z]{3,}ed\b|\b(?:found|shot|held)\b")
"""Before a day that may belong to a participle: "a body found in a lake in 1999 was identified"."""
_TRAILING = re.compile(r"(?:\s*\b(?:has|have|had|was|were|been|is|are|will|be|also|[a-z]+ly)\b)+\s*$")
_DOING = re.compile(r"\b(?!(?:morning|evening|building|meeting)\b)[a-z]+ing\b|\btakes?\seffect\b")
"""Between a noun and a day: what is said of something else, or when it is in force."""
_SAYING = frozenset(("said", "says", "told", "wrote", "added", "reported", "warned"))
"""Before a day on which it was said: "said on Friday he met Jan Marsh"."""
_ASIDE = re.compile(r"\w,\s(?:[\w’'.-]+\s){2,9}\Z")
_IS = re.compile(r"\b(?:had|has|have|was|were|is|are|will|would|held|took)\b")
_WHAT_TO_DO = re.compile(
    r"(?:decision|order|warning|announcement|declaration|agreement|deal|accord|pact)s?\sto\s(?:[a-z]+ly\s)?[a-z]+\b"
)
"""A noun with what was decided, of which the day behind it is: "the decision to open the bridge on Friday"."""
_DIRECTLY = re.compile(
    r"""
    (?:[’']s)? ,? \s+
    (?: (?! (?: of | to | by | for | after | before | with | from | and | in | at | on | as | that | which | who | into
              | over | about | against | amid | despite | since | during ) \b
          | [a-z]+ed\b ) [\w’'.-]+ \s+ ){0,4}
    """,
    re.VERBOSE,
)


@functools.cache
def taking_place() -> re.Pattern[str]:
    """After a noun for an event: words that say that it took place, or will."""
    return re.compile(
        rf"""
        [^,;.]{{0,60}}? \s (?: (?: was | were | is | are | be | will | has | have | been | had ) \s )*
        {any_of(*words("events/taking_place"))} \b
        """,
        re.VERBOSE,
    )


@functools.cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b (?: [a-z]+ed | {any_of(*words('events/irregular_verbs'))} ) \b", re.VERBOSE)


def days_between(dates: Sequence[DateMention], start: int, end: int) -> Sequence[DateMention]:
    """Those of the sorted *dates* that begin in *start* to *end*."""
    if not dates:
        return dates
    return dates[bisect.bisect_left(dates, start, key=_START) : bisect.bisect_left(dates, end, key=_START)]


_START = operator.attrgetter("start")
