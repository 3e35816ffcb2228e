"""What the sentences of an article tell of: each verb and noun for an event that was or is to be."""

import bisect
from collections.abc import Iterator, Sequence

from ld.extract.dates.mentions import DateMention
from ld.extract.events.clause_limits import Span, clause_limits
from ld.extract.events.happening import Happening
from ld.extract.events.nouns import told_by_noun
from ld.extract.events.surroundings import Surroundings, days_between
from ld.extract.events.triggers import Trigger, triggers_in
from ld.extract.events.verbs import told_by_verb
from ld.mentions import MentionIndex
from ld.text.reading import Reading
from ld.text.sentences import Sentence


def happenings_in(text: Reading, names: MentionIndex, dates: Sequence[DateMention]) -> Iterator[Happening]:
    """All mentions of events in *text*, in order; bylines, questions and what is quoted tell of none."""
    triggers = triggers_in(text)
    starts = [trigger.start for trigger in triggers]
    for sentence in text.sentences:
        inside = triggers[bisect.bisect_left(starts, sentence.start) : bisect.bisect_left(starts, sentence.end)]
        if not inside or sentence.part.kind == "byline" or _asks(text, sentence):
            continue
        told = [trigger for trigger in inside if not _is_quoted(text, sentence, trigger)]
        days = days_between(dates, sentence.start, sentence.end)
        nouns = [trigger.start for trigger in told if trigger.nouns]
        verbs = [Span(trigger.start, trigger.end) for trigger in told if trigger.is_surely_verb]
        found = []
        for trigger in told:
            word = Span(trigger.start, trigger.end)
            limits = clause_limits(text, sentence, word, [verb for verb in verbs if verb != word])
            around = Surroundings(text, names, days, sentence, word.start, word.end, limits, word.start, nouns)
            if happening := _told(around, trigger):
                found.append(happening)
        yield from _without_consequences(found)


def _without_consequences(found: Sequence[Happening]) -> Iterator[Happening]:
    """What a sentence tells, but for deaths that only follow from another event in it: these are a figure of that.

    Deaths of people without a name do: "Four people were killed when a fire broke out in Leeds".
    """
    causes = any(each.kind in _DEADLY and each.founds for each in found)
    yield from (each for each in found if not (causes and (each.follows or _is_of_the_nameless(each))))


def _is_of_the_nameless(told: Happening) -> bool:
    return told.kind == "death" and not (told.participants or told.dates)


_DEADLY = frozenset(("accident", "attack", "collapse", "earthquake", "fire", "flood", "storm"))


def _told(around: Surroundings, trigger: Trigger) -> Happening | None:
    """What is told by the verb that *trigger* is, else by the noun; another verb may well be what an event does."""
    if trigger.verb and (found := told_by_verb(around, trigger.verb)):
        return found
    if not trigger.nouns:
        return None
    whole = clause_limits(around.text, around.sentence, Span(around.start, around.end), ())
    return told_by_noun(around._replace(limits=whole), trigger.nouns)


def _asks(text: Reading, sentence: Sentence) -> bool:
    return sentence.part.kind == "paragraph" and text.endswith("?", sentence.start, sentence.end)


def _is_quoted(text: Reading, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether somebody else's words tell of it: a quotation, but no title or word in marks."""
    return any(
        quote.outer_start <= trigger.start < quote.outer_end and quote.end - quote.start > _LONGEST_TITLE
        for quote in text.quotes.get(sentence.part, ())
    )


_LONGEST_TITLE = 25
