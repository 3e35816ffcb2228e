"""Participants: the subject of an event's verb, its object, and the names in the phrase of an event's noun."""

import re
from collections.abc import Iterable

from ld.extract.events.noun_phrases import phrase_before, phrase_behind
from ld.extract.events.phrase_words import is_part_of_a_compound
from ld.extract.events.surroundings import CHAIN, Surroundings
from ld.facts import EntityKind, Reference
from ld.mentions import Named

_ACTORS: tuple[EntityKind, ...] = ("person", "organization", "country")


def subjects(around: Surroundings) -> tuple[Reference, ...]:
    """The subject before the verb; in "NAME, who was arrested", NAME."""
    last = _named_before(around, around.start, around.subject_floor)
    if last is None and around.limits.opener in _RELATIVE:
        last = _named_before_relative(around)
    if last is None:
        return ()
    chain = _chain(around, last)
    lead = around.before(chain[0].start)
    if _ACCORDING.search(lead) and len(chain) > 1:
        chain = chain[1:]
    elif _DEPENDS.search(lead):
        return ()
    return tuple(around.reference(named, named.start, around.end, "subject of an event") for named in chain)


def _named_before(around: Surroundings, end: int, floor: int) -> Named | None:
    reach, opened = end, None
    while named := around.names.nearest(reach, *_ACTORS):
        if named.end == opened and named.start >= floor and _is_meant(around, named):
            return named
        if named.start < floor or not _ends_in_aside(around.text, named.end, end):
            return None
        clause = relative_clause(around, named.start)
        if clause is not None:
            reach = opened = clause
            continue
        if _is_meant(around, named) and _TO_VERB.fullmatch(around.text, named.end, end):
            return named
        if is_apposed(around, named):
            return named
        reach = named.start
    return None


def relative_clause(around: Surroundings, offset: int) -> int | None:
    """Where the relative clause around *offset* starts, at its comma, if a comma right before the verb closes it.

    Nobody in it is the subject of the verb: "Quist, who shot Ola Berg, a singer, was arrested".
    """
    if not around.text.endswith(",", 0, _before_auxiliaries(around)):
        return None
    clause = _RELATIVE_CLAUSE.search(around.text, around.sentence.start, offset)
    return clause.start() if clause else None


def _before_auxiliaries(around: Surroundings) -> int:
    auxiliaries = _AUXILIARIES.search(around.text, around.sentence.start, around.start)
    return auxiliaries.start() if auxiliaries else around.start


def closed_clause(around: Surroundings) -> int | None:
    """Where the relative clause starts that a comma right before the verb closes; None where none does."""
    return relative_clause(around, max(around.sentence.start, _before_auxiliaries(around) - 1))


def _ends_in_aside(text: str, start: int, end: int) -> bool:
    """Whether what lies between may be no more than what a verb has before it, and an aside: "Quist, of Oslo, left"."""
    return end - start <= _LONGEST_ASIDE and not text[start:end].count(",") > _MOST_COMMAS


_LONGEST_ASIDE = 160
_MOST_COMMAS = 3


def is_apposed(around: Surroundings, named: Named) -> bool:
    """Whether *named* is a person whose name commas enclose right before the verb: "the chief, Jan Marsh, resigned".

    What stands before must be a description and nothing else; "met the chief, Jan Marsh, left" it is not.
    """
    text, floor = around.text, around.subject_floor
    if named.entity.kind != "person" or not text.startswith(", ", named.end) or not text.endswith(", ", 0, named.start):
        return False
    if not _ADVERBIAL.fullmatch(text, named.end, around.start):
        return False
    one_of = _ONE_OF.match(text, floor)
    described = phrase_before(text, one_of.end() if one_of else floor, named.start - len(", "))
    if described is None or _AGENT.search(text, described.start, described.end):
        return False
    return text[described.start : described.end].split()[-1].islower()


_ADVERBIAL = re.compile(rf",\s {CHAIN}", re.VERBOSE)
_AUXILIARIES = re.compile(rf"(?:\s|(?<=\s)) {CHAIN} $", re.VERBOSE)
_RELATIVE_CLAUSE = re.compile(r",\s(?:who|whose|whom|which)\s[^,;]*$")
"""A relative clause that no comma has closed yet: "Quist, who shot | Ola Berg"."""
_ONE_OF = re.compile(r"\s?[Oo]ne\sof\s")
_AGENT = re.compile(
    r"""
    \s (?:by|with|against|from|and) \s
    | (?<!head)(?<!chief)(?<!director)(?<!leader)(?<!president)(?<!member)(?<!founder)(?<!owner)(?<!editor)
      (?<!chairman)(?<!secretary)(?<!minister)(?<!commander)(?<!mayor)(?<!governor) \s of \s
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""In a description, before somebody to whom a name behind it may rather belong: "the mother of the boy, Ola Berg,"."""


def _named_before_relative(around: Surroundings) -> Named | None:
    start = around.limits.left - len(around.limits.opener)
    named = around.names.nearest(start, *_ACTORS)
    if named is None or named.start < around.sentence.start or named.mention.kind == "demonym":
        return None
    return named if around.text[named.end : start].strip() in {"", ","} else None


def _chain(around: Surroundings, last: Named) -> list[Named]:
    """*last* and the names that commas and "and" join to it, without an earlier object ("A met B and C left")."""
    chain = [last]
    while (other := around.names.nearest(chain[0].start, *_ACTORS)) and _is_joined(around, other, chain[0]):
        if not _is_meant(around, other):
            break
        chain.insert(0, other)
    verb_before = around.limits.verb_before
    if verb_before and _TO_OBJECT.fullmatch(around.text, verb_before, chain[0].start):
        return [last]
    return chain


def _is_joined(around: Surroundings, one: Named, other: Named) -> bool:
    return one.start >= around.sentence.start and _AND.fullmatch(around.text, one.end, other.start) is not None


def _is_meant(around: Surroundings, named: Named) -> bool:
    """Whether a mention refers to the entity itself: not "the Australian", not "UN-brokered"."""
    return named.mention.kind != "demonym" and not around.text.startswith(("-", "/"), named.end)


def objects(around: Surroundings, *, possessors: bool = False, passive: bool = False) -> tuple[Reference, ...]:
    """Those named after the words: the verb's object, also after "by" or "with"; of a noun, those after "of".

    After a *passive* verb only its agent. A name within another one ("the Quist Group's chief Jan Marsh", "Taliban
    forces") is left out, and so is a mere possessor ("killed Norway’s president"), unless *possessors* is set and it is
    a state or body.
    """
    position, found = around.end, list[Named]()
    for named in around.names.within(position, around.limits.right, *_ACTORS, "place"):
        if named.start < position:
            continue
        joint = _AND if found else _OF if around.of_noun else _BY if passive else _TO_OBJECT
        is_next_subject = found and _ACTS.match(around.text, named.end)
        if is_next_subject or not joint.fullmatch(around.text, position, named.start):
            break
        position = named.end
        if _POSSESSIVE.match(around.text, named.end) and not (possessors and named.entity.kind in _BODIES):
            break
        is_adjective = named.entity.kind in _BODIES and is_part_of_a_compound(around.text, named.end)
        if _is_meant(around, named) and named.entity.kind != "place" and not is_adjective:
            found.append(named)
    if not (found or around.of_noun or passive) and (person := _person_behind(around)):
        found.append(person)
    return tuple(around.reference(named, around.start, named.end, "object of an event") for named in found)


def _person_behind(around: Surroundings) -> Named | None:
    """The only person in the phrase after a verb, if the name ends it: "jailed the Norse warlord Jan Marsh"."""
    phrase = phrase_behind(around.text, around.end, around.sentence.end)
    people = around.names.within(phrase.start, phrase.end, "person") if phrase else []
    return people[0] if phrase and len(people) == 1 and people[0].end == phrase.end else None


def visited_place(around: Surroundings) -> tuple[Reference, ...]:
    """The place or country that is the object of a verb: "visited Norway"."""
    named = next(iter(around.names.within(around.end, around.limits.right, "place", "country")), None)
    if named is None or named.mention.kind == "demonym":
        return ()
    if not _TO_OBJECT.fullmatch(around.text, around.end, named.start) or _POSSESSIVE.match(around.text, named.end):
        return ()
    return (around.reference(named, around.start, named.end, "object of an event"),)


def beside(around: Surroundings) -> tuple[Reference, ...]:
    """Those named in the phrase of a noun: "Quist’s trial", "the Quist merger"."""
    named = around.names.within(around.phrase_start, around.start, *_ACTORS)
    return tuple(
        around.reference(each, each.start, around.end, "name beside a noun for an event")
        for each in named
        if _is_beside(around, each)
    )


def _is_beside(around: Surroundings, named: Named) -> bool:
    """Whether a name before the noun is a participant's: not in "the MLS Cup final", nor "UN-brokered talks"."""
    text = around.text
    return not (_IN_LONGER_NAME.match(text, named.end) or text.startswith("-", named.end))


def each_once(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """The first reference to each entity."""
    found: dict[str, Reference] = {}
    for reference in references:
        found.setdefault(reference.entity, reference)
    return tuple(found.values())


_BODIES = frozenset(("organization", "country"))
_RELATIVE = frozenset(("who", "which"))
_TO_VERB = re.compile(
    rf"""
    (?: \s*\([^()]{{1,20}}\) )? (?: (?:,\s\d{{1,3}})? ,\s[^,;“”"]{{1,120}}, )? \s+
    (?: (?: (?:on|in|late|early)\s+ )?
        (?: [A-Z][a-z]+day | [A-Z][a-z]{{2,8}}\.? (?:\s\d{{1,2}}\b)? (?:,?\s\d{{4}},?)? ) \s+ )?
    {CHAIN}
    """,
    re.VERBOSE,
)
"""From a name to its verb: an abbreviation in brackets, an apposition, a day, auxiliaries."""
_ACCORDING = re.compile(r"\b[Aa]ccording\s+to\s+(?:[\w-]+\s+){0,4}$")
_DEPENDS = re.compile(
    r"""
    \b (?: of | in | at | by | for | from | with | to | on | against | near | than | like | over | under | into | after
         | before ) \s+ (?: [Tt]he\s+ )? $
    """,
    re.VERBOSE,
)
_PLAIN_WORDS = r"(?: (?! (?:in|at|on|for|to|from|of|and|one|as|that)\b ) [a-z][\w-]* \s+ ){0,3}"
_DETERMINER = r"(?: (?:the|a|an|its|his|her|their|former|then) \s+ )?"
_TO_OBJECT = re.compile(
    rf"\s+ (?: (?:by|with|against|over|to\s+acquire|to\s+buy|past|off|into) \s+ )? {_DETERMINER} {_PLAIN_WORDS}",
    re.VERBOSE,
)
_BY = re.compile(rf"\s+ (?:[a-z]+\s+){{0,4}}? (?:by|with|against) \s+ {_DETERMINER} {_PLAIN_WORDS}", re.VERBOSE)
_OF = re.compile(rf"\s+ (?:of|by|with|against|over|between|from) \s+ {_DETERMINER} {_PLAIN_WORDS}", re.VERBOSE)
_POSSESSIVE = re.compile(r"[’']s?\s")
_IN_LONGER_NAME = re.compile(r"\s(?:Cup|League|Open|Series|Championship|Bowl|Trophy|Prize|Award)s?\b")
"""After a name within that of a competition: "the MLS Cup final"."""
_ACTS = re.compile(r"\s(?:will|would|is|are|was|were|has|had|have|[a-z]+ed)\s")
"""After a name that "and" joins to an object, but which is the subject of the next clause."""
_AND = re.compile(r"(?:,|,?\s+and|\s+&)\s+(?:the\s+)?")
