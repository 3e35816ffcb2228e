"""What an editor calls an event reported by a verb: "arrest of Nora Quist", "vote of the council"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ld.extract.events.clause_limits import Span
from ld.extract.events.kinds import VerbRow, natures
from ld.extract.events.noun_phrases import phrase_before, phrase_behind, purpose_behind
from ld.extract.events.participants import closed_clause, is_apposed, objects, relative_clause, subjects
from ld.extract.events.phrase_words import as_name, within_name
from ld.extract.events.reality import Tense
from ld.extract.events.surroundings import CHAIN, Surroundings
from ld.facts import Reference
from ld.text.calendar_words import WEEKDAY


class EventName(NamedTuple):
    """The *words* of a name, and the offsets of the text that it is made of, with the verb."""

    words: str
    start: int
    end: int


class _Part(NamedTuple):
    """The subject or object of a verb, in *words* for a name, and its offsets."""

    words: str
    start: int
    end: int


def event_name(around: Surroundings, row: VerbRow, told: Tense) -> EventName | None:
    """The name that *row* gives to what its verb reports; None if the words do not say enough for any."""
    if _is_done_by_another(around, told):
        parts = {"o": _antecedent_object(around), "s": _before(around)}
    elif _suffers(around, row, told):
        parts = {"o": _before(around, nearest=told.reduced and not around.in_title), "s": None}
    else:
        parts = {"o": _behind(around, row), "s": None if told.participial else _before(around)}
    known = {field: part for field, part in parts.items() if part}
    if told.reduced and _is_actor(around, row, known.get("o")):
        return None
    for name in row.names:
        fields = _FIELD.findall(name)
        if all(field in known for field in fields):
            words = name.format_map({field: known[field].words for field in fields})
            told_by = [known[field] for field in fields]
            start = min([around.start, *(part.start for part in told_by)])
            return EventName(as_name(words), start, max([around.end, *(part.end for part in told_by)]))
    return None


_FIELD = re.compile(r"\{([os])\}")


def _is_done_by_another(around: Surroundings, told: Tense) -> bool:
    """Whether the verb of a relative clause has a subject of its own: "the treaty that the two presidents signed"."""
    if around.limits.opener not in _OF_AN_OBJECT or told.passive or _HAS_OBJECT.match(around.text, around.end):
        return False
    return phrase_before(around.text, around.limits.left, around.start) is not None


_OF_AN_OBJECT = frozenset(("which", "that"))


def _antecedent_object(around: Surroundings) -> _Part | None:
    """What stands before the opener of a relative clause; behind a comma it is unsure which part of it is meant."""
    end = around.limits.left - len(around.limits.opener)
    is_aside = around.text[:end].rstrip().endswith(",")
    phrase = phrase_before(around.text, around.sentence.start, end, nearest=not is_aside)
    return _part(around.text, phrase, is_first=phrase.start == around.sentence.start) if phrase else None


def _suffers(around: Surroundings, row: VerbRow, told: Tense) -> bool:
    """Whether the verb is done to what precedes it: "a deal signed on Friday", but not "Quist signed"."""
    if told.reduced and around.text.startswith(" by ", around.end):
        return True
    if told.passive or not told.reduced or row.roles != "so" or _HAS_OBJECT.match(around.text, around.end):
        return told.passive
    is_aside = around.text.endswith(", ", 0, around.start)
    return is_aside or around.in_title or natures()[row.kind] == "sudden" or not subjects(around)


def _is_actor(around: Surroundings, row: VerbRow, part: _Part | None) -> bool:
    """Whether a bare name precedes a verb without auxiliaries, and so is likely its agent: "Oslo announced"."""
    is_sure = around.in_title or natures()[row.kind] == "sudden" or around.text.endswith(", ", 0, around.start)
    return part is not None and part.end <= around.start and not is_sure and part.words[0].isupper()


_HAS_OBJECT = re.compile(
    rf"""
    \s (?! (?: in | at | on | for | from | after | before | during | over | by | as | to | with | into | near | since
             | last | this | earlier | {WEEKDAY} )\b ) \w
    """,
    re.VERBOSE,
)
"""After a verb: neither a preposition nor a day."""


def _behind(around: Surroundings, row: VerbRow) -> _Part | None:
    """The object after the verb and the words that belong to it, or a name after a preposition."""
    text, start = around.text, around.end
    follow = max((words for words in row.behind if text.startswith(f" {words} ", start)), key=len, default="")
    start += len(follow) + 1 if follow else 0
    if dead := _DEAD.match(text, start):
        start = dead.end()
    done_to = objects(around)
    if done_to and (row.kind == "appointment" or len(done_to) > 1):
        return _named(around, done_to)
    if follow.rpartition(" ")[2] in _PREPOSITIONS:
        return _named(around, done_to)
    phrase = phrase_behind(text, start, around.sentence.end, in_title=around.in_title)
    if phrase is None:
        return _named(around, done_to)
    purpose = purpose_behind(text, phrase.start, phrase.end, around.sentence.end)
    is_brief = purpose is not None and purpose - phrase.start <= _LONGEST_NAME
    return _part(text, Span(phrase.start, purpose) if purpose and is_brief else phrase)


_LONGEST_NAME = 80
_PREPOSITIONS = frozenset(("for", "at", "in", "on", "to", "from", "by", "as", "against", "with"))
"""Words after a verb whose object is not the object of the verb: "sold for two million"."""
_DEAD = re.compile(r"\s(?:dead|to\sdeath)\b")
"""After "shot" and "stabbed", before the victim."""


def _before(around: Surroundings, *, nearest: bool = False) -> _Part | None:
    """What precedes the verb and its auxiliaries; before "who" and "which" their antecedent."""
    text, floor, end = around.text, around.limits.left, around.start
    if around.limits.opener == "than":
        floor = around.sentence.start
    is_relative = around.limits.opener in _RELATIVE
    if chain := _CHAIN.search(text, floor, end):
        end = chain.start()
    if is_relative and not text[floor:end].strip(" ,"):
        return _antecedent(around)
    who = around.names.nearest(around.start, "person")
    if who and who.start >= floor and not nearest and is_apposed(around, who):
        return _Part(text[who.start : who.end], who.start, who.end)
    phrase = phrase_before(text, floor, end, nearest=nearest) or _described(text, floor, end)
    if phrase is None and is_relative and _FINITE.search(text, floor, end):
        phrase = phrase_before(text, around.sentence.start, around.limits.left - len(around.limits.opener))
    clause = closed_clause(around)
    if clause is None and phrase is not None:
        clause = relative_clause(around, phrase.start)
    if clause is not None and (named := subjects(around)):
        return _named(around, named)
    if clause is not None:
        phrase = phrase_before(text, around.sentence.start, clause)
    if phrase is None:
        return _named(around, subjects(around))
    is_name = any(each.entity.kind != "group" for each in around.names.overlapping(phrase.start, phrase.start + 1))
    return _part(text, phrase, is_first=phrase.start == around.sentence.start and not is_name)


_RELATIVE = frozenset(("who", "which", "that"))
_CHAIN = re.compile(rf"(?<!\S) {CHAIN} (?:earlier\s+)? $", re.VERBOSE | re.IGNORECASE)
_FINITE = re.compile(r"\b(?:was|were|is|are|has|had|have|[a-z]+ed|went|ran|left|lost|took|came)\s")
"""The verb of a relative clause before the main verb: "A man who was out of work was arrested"."""


def _antecedent(around: Surroundings) -> _Part | None:
    """What the relative clause describes whose subject its opener is: "met two students | who were arrested"."""
    text, floor, end = around.text, around.sentence.start, around.limits.left - len(around.limits.opener)
    phrase = phrase_before(text, floor, end) or phrase_before(text, floor, end, nearest=True)
    named = around.names.ending_at(len(text[:end].rstrip(" ,")), "person")
    if named and text.endswith(", ", 0, named.start):
        return _Part(text[named.start : named.end], named.start, named.end)
    if phrase and (about := _ABOUT.match(text, phrase.start, phrase.end)):
        phrase = Span(about.end(), phrase.end)
    if phrase is None or text[floor : phrase.start].endswith(_TO_A_PLACE):
        return _named(around, subjects(around))
    is_name = any(each.entity.kind != "group" for each in around.names.overlapping(phrase.start, phrase.start + 1))
    return _part(text, phrase, is_first=phrase.start == floor and not is_name)


_ABOUT = re.compile(r"(?:about|over|around|under)\s(?=(?:the|an?|his|her|its|their)\s)")
_TO_A_PLACE = (" in ", " at ", " near ", " from ", " on ")
"""Before what a relative clause behind it does not describe: "freed a man in Leeds | who was arrested"."""


def _described(text: str, floor: int, end: int) -> Span | None:
    """The opening phrase, if the rest describes it: "A body found in a lake by two men was identified"."""
    phrase = phrase_behind(text, floor, end)
    return phrase if phrase and _DESCRIBES.match(text, phrase.end, end) else None


_DESCRIBES = re.compile(r"\s(?:[a-z]+ed|found|shot|held|born|caught|[a-z]+ing)\s")


def _part(text: str, phrase: Span, *, is_first: bool = False) -> _Part:
    return _Part(within_name(text, phrase, is_first=is_first), phrase.start, phrase.end)


def _named(around: Surroundings, references: Sequence[Reference]) -> _Part | None:
    """The entities of *references*, as the text calls them: "Nora Quist, Jan Marsh and Ola Berg"."""
    wanted = {reference.entity for reference in references}
    found = dict[str, Span]()
    for named in around.names.within(around.sentence.start, around.sentence.end):
        if named.entity.id in wanted and named.mention.kind != "demonym":
            found.setdefault(named.entity.id, Span(named.start, named.end))
    if not found:
        return None
    *others, last = (around.text[span.start : span.end] for span in found.values())
    words = f"{', '.join(others)} and {last}" if others else last
    return _Part(words, min(span.start for span in found.values()), max(span.end for span in found.values()))
