"""Whether a name is the subject of a verb: what may precede it, and what may come between the two."""

import functools
import re
from collections.abc import Sequence

from ld.extract.phrases.parties import party_called
from ld.extract.phrases.titles import title_before
from ld.mentions import Named
from ld.text.before import search_before
from ld.text.lexicon import any_of, word_set, words
from ld.text.reading import Reading


def is_adjacent_subject(text: Reading, actor: Named, verb_start: int) -> bool:
    """Whether only adverbs, or after a person an apposition too, separate *actor* from the verb."""
    if actor.entity.kind == "person" and is_adjacent(text, actor.end, verb_start):
        return True
    if actor.end > verb_start:
        return False
    if actor.entity.kind == "person":
        is_enclosed = text.endswith(", ", 0, phrase_start(text, actor)) or is_apposed(text, actor)
        return is_enclosed and _ENCLOSED.match(text[actor.end : verb_start]) is not None
    is_one = text.endswith((" a ", " an "), 0, actor.start) and actor.entity.kind == "organization"
    return not is_one and _ADVERBS.match(text[actor.end : verb_start]) is not None


def is_apposed(text: Reading, actor: Named) -> bool:
    """Whether *actor*, with or without a title, is the name of somebody just described: "the harbour master, NAME"."""
    described = _DESCRIBED.finditer(text, max(0, actor.start - _DESCRIPTION), actor.start)
    nouns = word_set("speech/person_nouns") | word_set("phrases/post_titles") | word_set("descriptors")
    heads = (match["head"].lower() for match in described)
    return any(head in nouns or head.rpartition("-")[2] in nouns | _RANKS for head in heads)


_RANKS = frozenset(("elect", "general"))
"""The end of a title with a hyphen: "the Attorney-General, NAME"."""


def is_adjacent(text: str, end: int, verb_start: int) -> bool:
    """Whether only adverbs and an apposition separate a subject that ends at *end* from the verb."""
    return end <= verb_start and _APPOSITION_AND_ADVERBS.match(text[end:verb_start]) is not None


def is_only_modifiers(text: Reading, start: int, actor: Named) -> bool:
    """Whether the words from *start* to *actor* belong to its phrase: an article, or a person's description."""
    before = text[start : max(start, phrase_start(text, actor))].strip(MARKS)
    if actor.entity.kind != "person":
        return before.lower() in {"", "the"}
    tokens = before.split()
    plain = all(map(_MODIFIER.match, tokens[:-1]))
    if not plain or any(token in word_set("prepositions") | _CONJUNCTIONS for token in tokens):
        return False
    last = _MARKS_BEHIND.sub("", tokens[-1]) if tokens else ""
    return not last.endswith(("ing", "ed")) and (not tokens or tokens[-1][-1] not in ",;:")


def ends_phrase(text: str, actor: Named) -> bool:
    """Whether nothing after *actor* shows that the name only modifies another: "NAME spokesman", "NAME’s lawyer"."""
    if actor.entity.kind != "person" and _NAME_GOES_ON.match(text, actor.end):
        return False
    following = _NEXT.match(text, actor.end)
    if following is None:
        return not _POSSESSIVE.match(text, actor.end)
    word = following[1]
    if word.capitalize() in word_set("function_words") or word.endswith("ly") or word in _LOOSE:
        return True
    if actor.entity.kind == "person" and word.endswith("ing") and word not in word_set("phrases/title_modifiers"):
        return True
    noun = word in word_set("phrases/post_titles") | word_set("phrases/title_modifiers") | word_set("descriptors")
    return actor.entity.kind == "person" and not noun and not _NAME_FOLLOWS.match(text, actor.end)


def phrase_start(text: Reading, actor: Named) -> int:
    """The start of the phrase of *actor*, which includes a person's title."""
    title = title_before(text, actor.start) if actor.entity.kind == "person" else None
    return title.start if title else actor.start


def is_titled_behind_body(text: Reading, start: int, actor: Named) -> bool:
    """Whether a body and a title lead from *start* to *actor*: "Growers of NAME chair NAME"."""
    begin = phrase_start(text, actor)
    before = text[start:begin].split()
    return start <= begin < actor.start and bool(before) and before[-1].lower() not in word_set("prepositions") | _LINKS


_LINKS = frozenset(("and", "the", "a", "an", "or"))


def is_part_of_party(text: Reading, actor: Named) -> bool:
    """Whether *actor* is a party that means some of its members: "moderate Democrats", "House Republicans"."""
    words = actor.mention.exact
    if actor.entity.kind != "organization" or not words.endswith("s") or party_called(words) is None:
        return False
    before = search_before(_DESCRIBING, text, actor.start, _LONGEST_WORD)
    return before is not None and before[1].capitalize() not in word_set("function_words") - _QUANTIFIERS


_LONGEST_WORD = 24
_QUANTIFIERS = frozenset(("Few", "Many", "Most", "Several", "Some"))
_DESCRIBING = re.compile(r"(?<![\w’'])([A-Za-z][\w-]+|\d+)\s\Z")


def coordinated_with(text: Reading, actors: Sequence[Named]) -> Sequence[Named]:
    """The first of *actors*, and those joined to it by "and".

    A person whose description ends with the previous one is not joined: "an aide to NAME, NAME, said".
    """
    found = list(actors[:1])
    for actor in actors[1:]:
        if text.startswith(",", found[-1].end) and actor.entity.kind == "person" and is_apposed(text, actor):
            break
        if not _AND.match(text[found[-1].end : phrase_start(text, actor)]):
            break
        found.append(actor)
    return found


def is_independent_subject(text: Reading, start: int, actor: Named) -> bool:
    """Whether no preposition after *start* makes *actor* part of another phrase: "a lobbyist for the BOARD said"."""
    begin = phrase_start(text, actor)
    if actor.entity.kind == "person" and _of_somebody().search(text, max(start, begin - _DESCRIPTION), begin):
        return False
    return _dependent().search(text, start, begin) is None


@functools.cache
def _dependent() -> re.Pattern[str]:
    return re.compile(
        rf"""
        \w[’']?\s+ {any_of(*words("prepositions"))} \s+    # a lobbyist for
        (?:(?:all|both|the|its|his|her|their|a|an)\s+)?    # the
        (?:(?:neighbou?ring|nearby|rival|[a-z]+ern)\s+)?   # nearby
        (?:(?:[a-z]+\s+)?(?:daily|journal|magazine|newspaper|paper|weekly)\s+)?   # medical journal
        (?:[A-Z][\w.&’'-]*\s+){{0,4}} $                    # Harbour Board, before the name itself
        """,
        re.VERBOSE,
    )


@functools.cache
def _of_somebody() -> re.Pattern[str]:
    """What precedes a lower-case description of somebody whose people speak: "the family of the late master NAME"."""
    return re.compile(
        rf"""
        \b (?i: family | families | estate | office | campaign | relatives | allies | supporters
             | (?:{any_of(*words("speech/person_nouns"))}) s? )                      # the friends
        \s (?:of|for|to) \s                                                         # of
        (?: (?:the|an?) \s )? (?: [\w-]+ \s ){{1,5}} \Z                             # the late harbour master
        """,
        re.VERBOSE,
    )


_DESCRIPTION = 120
_DESCRIBED = re.compile(
    r"""
    \b (?P<head>[\w-]+)                                           # the master
    (?=
        (?:\s+(?:of|for|at|in|on|from|with|to)\s[^,.;:“”\n]{1,60})?  # of the harbour
        ,\s+ (?:[A-Z][\w.-]*\s+){0,3} \Z                         # , Captain
    )
    """,
    re.VERBOSE,
)
MARKS = " \t\n\xa0,“”\"‘’'`—–-"
_CONJUNCTIONS = frozenset(("after", "as", "before", "since", "than", "that", "when", "which", "while", "who"))
_LOOSE = frozenset(("via", "early", "late", "tonight", "online", "again", "too", "who", "himself", "herself", "last"))
_MODIFIER = re.compile(r"\A(?:[’']s|[\w’'.&-]*\w|[A-Z]\.)\Z")
_MARKS_BEHIND = re.compile(r"\W+\Z")
_NEXT = re.compile(r"\s+([a-z][\w-]*)")
_POSSESSIVE = re.compile(r"[’']s?\b|[’'](?=\s)")
_NAME_GOES_ON = re.compile(r"\s+(?!\w+day\b)[A-Z][a-z]+|\.[a-z]")
_NAME_FOLLOWS = re.compile(r"(?:\s+[a-z][\w-]*){1,4}\s+[A-Z]")
_AND = re.compile(r"\A\s*(?:,|,?\s*and)\s+(?:(?:the|his|her|their)\s+)?\Z")
_ADVERB = (
    r"(?:\w+ly|also|earlier|today|yesterday|tonight|has|had|have|then|later|further|again|once|often|long|just|never"
    r"|now|meanwhile|at\s+the\s+time|who|which|would|in\s+a\s+statement|in\s+an\s+interview|on\s+\w+day|went\s+on\s+to|himself|herself|itself|themselves)"
)
_BRACKETS = r"(?:\s+\([^()]{1,60}\))?"
_ADVERBS = re.compile(
    rf"""
    \A {_BRACKETS}                    # (NHB)
    (?: ,\s+ (?:                      # , the port authority,
            (?:which|the|an?)\s[^“”\";:]{{1,160}}?
          | in\s+turn | meanwhile | however | too | for\s+(?:its|their)\s+part
        ) ,
    )?
    (?:\s+{_ADVERB})* \s*[“\"]? \Z   # later also “
    """,
    re.VERBOSE,
)
_ENCLOSED = re.compile(rf"\A,(?:\s+{_ADVERB})*\s+\Z")
_APPOSITION_AND_ADVERBS = re.compile(
    rf"""
    \A {_BRACKETS}                    # (Harbour Party)
    (?:\s+(?:of|from)\s+[^,“”\";:]{{2,60}}?)?   # of the Harbour Board
    (?:,\s+[^“”\";:]{{1,160}}?,)?      # , a friend of the board,
    (?:,?\s+{_ADVERB})* \s*[“\"]? \Z   # later also “
    """,
    re.VERBOSE,
)
