"""The events that verbs report: "Police arrested two men on Friday"."""

import re
from collections.abc import Sequence

from ld.article import Citation
from ld.extract.events.happening import SCORE, Happening, continues, is_in_a_name, possible_dates, root, speaks_of_sport
from ld.extract.events.kinds import Verb, VerbRow, natures
from ld.extract.events.names import event_name
from ld.extract.events.participants import closed_clause, each_once, objects, subjects, visited_place
from ld.extract.events.reality import Tense, tense
from ld.extract.events.surroundings import CHAIN, Surroundings
from ld.text.calendar_words import WEEKDAY


def told_by_verb(around: Surroundings, verb: Verb) -> Happening | None:
    """The event that *verb* reports in its surroundings; None without one that happened or is sure to happen."""
    if is_in_a_name(around):
        return None
    told = tense(around.text, around.limits, around.start, verb.forms, in_title=around.in_title)
    if told is None:
        return None
    end = _end_of_object(around, verb)
    if told.participial and not (objects(around) or _NUMBER.match(around.text, around.end)):
        return None
    row = next((row for row in verb.rows if _fits(row, around, end, told)), None)
    if row is None or not row.kind or _is_no_news(row, around, told):
        return None
    return _happening(around, row, told, end)


def _happening(around: Surroundings, row: VerbRow, told: Tense, end: int) -> Happening:
    """The event that *row* describes; the phrase after its verb ends at *end*."""
    done_to = objects(around, passive=told.passive) if "o" in row.roles else ()
    takes = (subjects(around) if "s" in row.roles or told.passive else (), done_to)
    places = (visited_place(around) if row.kind == "visit" else ()) or around.places()
    visited = {place.entity for place in places} if row.kind == "visit" else set()
    has_no_object = end == around.end or around.text.startswith(" of ", around.end)
    is_bare = told.reduced and row.roles == "so" and has_no_object
    called, name = event_name(around, row, told), _name(around, end, row)
    stated = tuple(date for date in around.dates() if not is_bare or _is_near(date.evidence, around))
    is_past = not told.status
    founds = _founds(around, row, is_named=bool(called), says_more=bool(stated or places or any(takes)))
    return Happening(
        kind=row.kind,
        root=root(around),
        name=name,
        called=called.words if called else row.kind,
        proof=Citation.of(around.text, called.start, called.end, rule=_RULE) if called else name,
        in_title=around.in_title,
        in_body=around.sentence.part.kind == "paragraph",
        status=told.status,
        dates=possible_dates(stated, row.kind, around.text, is_past=is_past, is_planned=not is_past),
        places=places,
        participants=each_once(reference for taken in takes for reference in taken if reference.entity not in visited),
        founds=founds and (not is_bare or bool(stated) or around.in_title),
        is_past=is_past,
        sentence=around.sentence.start,
        follows=row.kind == "death" and told.participial,
    )


def _founds(around: Surroundings, row: VerbRow, *, is_named: bool, says_more: bool) -> bool:
    """Whether a verb says enough for an event of its own: whom it befell, or else where or when.

    Only the head of the article may report a bare event ("they were killed").
    """
    if is_named or natures()[row.kind] == "weak":
        return is_named
    lead = next(around.text.article.of_kind("paragraph"), None)
    return says_more or (lead is not None and around.sentence.part.start == lead.start)


def _is_near(evidence: Sequence[object], around: Surroundings) -> bool:
    """Whether a day directly follows a participle that describes a noun: one farther away belongs to the main verb."""
    return any(isinstance(words, Citation) and 0 <= words.start - around.end < _NEAR for words in evidence)


_NEAR = 30


def _is_no_news(row: VerbRow, around: Surroundings, told: Tense) -> bool:
    """Whether it merely describes a state: "it was announced", "20,000 have died", "is killing".

    One beats another in politics, too: a match needs a score or another sports term. And people who launch an attack on
    others use words.
    """
    is_done = row.kind == "accident" and row.roles == "s" and _ITS_OBJECT.match(around.text, around.end)
    if is_done or _is_no_occasion(row, around, told):
        return True
    if row.kind == "attack" and "attack" in row.objects and _is_of_people(around):
        return True
    if row.kind == "match":
        return not speaks_of_sport(around)
    if around.text.startswith("shot", around.start) and _HOW_WELL.match(around.text, around.end):
        return True
    if row.kind == "announcement" and told.passive and not around.in_title:
        return not (subjects(around) or objects(around))
    is_several = _SEVERAL.match(around.text, around.end) is not None
    is_share = row.kind in _COUNTED and bool(_OF_SO_MANY.search(around.text, around.sentence.start, around.start))
    is_count = row.kind in _COUNTED and not _has_month(around) and not _opens_the_news(around)
    return is_share or (told.perfect and (is_several or is_count))


def _is_no_occasion(row: VerbRow, around: Surroundings, told: Tense) -> bool:
    """Whether it lies ahead though nobody plans it, goes on for no one day, or is a meeting by chance."""
    if natures()[row.kind] == "sudden":
        return told.ongoing or told.status is not None
    describes = around.limits.opener == "who" and closed_clause(around) is None
    if told.perfect and (told.ongoing or describes):
        return not _has_day(around)
    return row.kind == "meeting" and not row.behind and not _is_appointed(around)


def _is_appointed(around: Surroundings) -> bool:
    """Whether people meet on a day, as who runs into somebody, or plays against them, does not: "will meet Marsh"."""
    met = (*subjects(around), *objects(around))
    others = {each.entity.id for each in around.names.within(around.sentence.start, around.sentence.end)}
    people = {each.entity.id for each in around.names.within(around.sentence.start, around.sentence.end, "person")}
    is_of_people = not any(reference.entity in others - people for reference in met)
    return _has_day(around) and is_of_people and not speaks_of_sport(around)


def _has_day(around: Surroundings) -> bool:
    return any(len(date.value) == len("2024-09-11") for date in around.dates())


def _has_month(around: Surroundings) -> bool:
    return any(len(date.value) > _YEAR for date in around.dates())


def _opens_the_news(around: Surroundings) -> bool:
    """Whether a perfect opens the article ("Police have arrested two men") and counts nothing over time."""
    text, sentence = around.text, around.sentence
    lead = next(text.article.of_kind("paragraph"), None)
    is_lead = around.in_title or (lead is not None and sentence.part.start == lead.start)
    return is_lead and _OVER_TIME.search(text, sentence.part.start, sentence.part.end) is None


_YEAR = len("2024")
_OVER_TIME = re.compile(
    r"""
    \b (?: since | so\sfar | this\syear | to\sdate | toll | over\sthe\s(?:last|past) | in\s(?:recent|the\s(?:last|past))
         | \d,\d{3} | hundreds | thousands | dozens ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words for a count that has grown over time."""


def _is_of_people(around: Surroundings) -> bool:
    people = {named.entity.id for named in around.names.within(around.sentence.start, around.limits.right, "person")}
    return any(reference.entity in people for reference in subjects(around))


_ITS_OBJECT = re.compile(r"\s(?:the|an?|its|his|her|their)\s(?!few\b|couple\b|dozen\b|kilomet|mile|met|hour|day)")
"""After a verb that reports no accident if it has an object: "the patrol sank the ferry"."""


def _is_of_a_body(around: Surroundings) -> bool:
    """Whether an organization is bought: one buys a daughter shoes."""
    bodies = {each.entity.id for each in around.names.within(around.start, around.limits.right, "organization")}
    return any(reference.entity in bodies for reference in objects(around))


_HOW_WELL = re.compile(r"\s(?:well|poorly|badly|better|early|often|\d+(?:\.\d+)?\s?(?:%|percent)|\d+[-–]\d+)(?!\w)")
"""How somebody shot in sport: "he shot well early"."""
_OF_SO_MANY = re.compile(
    r"\b[Oo]f\s(?:the\s|these\s)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s[a-z]+s?\b(?!\sago)"
)
"""Before a verb that gives a share of a group, not an event: "of nine women, three were stabbed"."""
_SEVERAL = re.compile(r"\s(?:several|many|multiple|numerous|various|dozens|hundreds|thousands|more\sthan)\b")
"""After a perfect that reports more than one event: "has bought several banks"."""
_COUNTED = frozenset(("death", "arrest", "attack", "accident", "wedding"))


def _fits(row: VerbRow, around: Surroundings, end: int, told: Tense) -> bool:
    """Whether the words around a verb meet the conditions of a row: all of them, or of a row without a kind any."""
    asked = []
    if row.behind:
        asked.append(continues(around.text, around.end, row.behind))
    if row.objects:
        asked.append(_is_done_to(row.objects, around, end, passive=told.passive))
    return all(asked) if row.kind else any(asked)


def _is_done_to(asked: frozenset[str], around: Surroundings, end: int, *, passive: bool) -> bool:
    """Whether one of *asked* is the verb's object or, if it has none, its subject."""
    behind = around.text[around.end : end]
    heads = _heads(behind)
    if passive or not heads:
        floor = around.limits.outer_left if passive else around.subject_floor
        if not heads and around.limits.opener in _OF_AN_OBJECT:
            floor = around.sentence.start
        lead = around.text[max(floor, around.start - _LONGEST_SUBJECT) : around.start]
        heads |= frozenset(_WORD.findall(lead.lower()))
    if heads & asked or ("NUMBER" in asked and _NUMBER.match(behind)):
        return True
    if "SCORE" in asked and SCORE.search(behind):
        return True
    if ("PERSON" in asked and _is_of_people(around)) or ("BODY" in asked and _is_of_a_body(around)):
        return True
    named = subjects(around) if passive else objects(around)
    return bool(named) and ("NAME" in asked or ("SUFFERER" in asked and passive))


_OF_AN_OBJECT = frozenset(("that", "which"))
"""Openers of a clause whose verb may have what precedes it as its object: "the attack that they launched"."""
_LONGEST_SUBJECT = 140
_WORD = re.compile(r"[\w-]+")
_NUMBER = re.compile(r"\s+(?:(?:more\sthan|over|nearly|almost|about|some|around)\s+)?\d")


def _heads(phrase: str) -> frozenset[str]:
    """The nouns that can head a phrase: the last, and those before "of" or a participle."""
    words = [word for word in phrase.lower().split() if word not in _PARTICLES]
    following = (*words[1:], "of") if words else ()
    return frozenset(
        word.strip(".'’") for word, after in zip(words, following, strict=True) if _BEHIND.fullmatch(after)
    )


_PARTICLES = frozenset(("out", "off", "down", "up", "aside", "back"))
_BEHIND = re.compile(r"of|that|to|early|late|[a-z-]+(?:ing|ed)")


def _end_of_object(around: Surroundings, verb: Verb) -> int:
    """The end of the phrase after the verb: before a preposition or a comma, and after a few words at most.

    A particle that makes the verb what it is belongs to it: "sworn in".
    """
    particle = _PARTICLE.match(around.text, around.end)
    if particle and any(particle[1] in row.behind for row in verb.rows):
        return particle.end()
    match = _OBJECT.match(around.text, around.end, around.limits.right)
    end = match.end() if match else around.end
    return end - 1 if match and end == around.sentence.end and around.text[end - 1] in ".!?" else end


_PARTICLE = re.compile(r"\s(in|down|aside|out|off)\b(?!\s(?:the|a|an|his|her|its|their)\b)")
_OBJECT = re.compile(
    rf"""
    (?: \s+ (?! (?: in | at | on | for | from | after | before | during | over | by | as | to | with | and | or | under
                  | into | near | against | since | until | next | last | this | yesterday | today
                  | {WEEKDAY} )\b (?![’']s\s) )
        (?: [^\s,] | ,(?=\d) )+ ){{1,8}}
    """,
    re.VERBOSE,
)


def _name(around: Surroundings, end: int, row: VerbRow) -> Citation:
    """The clause in brief: subject, verb, object."""
    floor = max(around.limits.left, around.text.find(" ", max(0, around.start - _LONGEST_NAME)) + 1)
    named = [words.start for who in subjects(around)[:1] for words in who.evidence if isinstance(words, Citation)]
    if named and named[0] >= floor:
        return Citation.of(around.text, named[0], end, rule=_RULE)
    lead = around.text[floor : around.start]
    has_no_object = around.text[around.end : end].strip() in _NO_OBJECT
    subject = _SUBJECT.search(lead)
    while subject and has_no_object and row.roles == "so" and (inner := _SUBJECT.search(lead, subject.start() + 1)):
        subject = inner
    if subject and row.roles == "s" and _DEPENDS.search(lead, 0, subject.start()):
        subject = None
    if subject and around.limits.opener in _RELATIVE and _AUXILIARY.search(lead, 0, subject.start()):
        subject = None
    apposed = _APPOSED.search(lead) if has_no_object else None
    match = subject or apposed or _AUXILIARIES.search(lead)
    return Citation.of(around.text, floor + match.start() if match else around.start, end, rule=_RULE)


_RULE = "verb for an event"
_LONGEST_NAME = 80
_AUXILIARIES = re.compile(rf"(?<!\S) {CHAIN} $", re.VERBOSE | re.IGNORECASE)
_DEPENDS = re.compile(r"\b(?:with|of|in|on|at|for|by|to|from)\s$")
"""Before what is not a subject: "a boy killed while playing with his friends died"."""
_NO_OBJECT = frozenset(("", "earlier", "early", "late"))
_RELATIVE = frozenset(("who", "which", "that"))
_AUXILIARY = re.compile(r"\b(?:was|were|is|are|has|had|have)\b")
"""In a relative clause, before the object of its own verb: "a man who was washing his shirt was killed"."""
_APPOSED = re.compile(
    r"""
    (?<!\S) (?: (?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) \s (?:[\w’'-]+\s){0,3} [\w’'-]+
              | [A-Z][\w’'-]* (?:\s(?:of\s|the\s)?[A-Z][\w’'-]*){0,4} ) ,\s $
    """,
    re.VERBOSE,
)
"""What a participle after a comma describes: "the Quist Group, founded in 1977"."""
_SUBJECT = re.compile(
    rf"""
    (?<!\S) (?: [Tt]he | [Aa]n? | [Hh]is | [Hh]er | [Tt]heir | [Ii]ts | [Tt]wo | [Tt]hree | [Ff]our | [Ff]ive | [Ss]ix
              | \d[\d.]*(?:,\d+)* | (?!(?:There|Here|That|It|What|He|She)[’']s)[A-Z][^\s,]*[’']s? ) \s+
    (?: (?! (?: and | or | who | that | which | was | were | is | are | has | had | to )\b ) [^\s,]+ \s+ ){{1,7}}?
    {CHAIN} $
    | (?: ^ | (?<=[,;:]\s) ) (?! (?i:and|but|or|so)\b ) (?: [^\s,]+ \s+ ){{1,4}}? {CHAIN} $
    """,
    re.VERBOSE,
)
