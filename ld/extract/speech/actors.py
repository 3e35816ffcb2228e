"""The potential speakers in a sentence: people, groups, organizations and countries, each the head of its phrase."""

import re

from ld.extract.speech.clauses import CuedSentence
from ld.extract.speech.subjects import phrase_start
from ld.mentions import Named
from ld.text.lexicon import word_set


def actors_in(sentence: CuedSentence, start: int, end: int) -> list[Named]:
    """The potential speakers from *start* to *end*, in order; of two that overlap or share a title, only the head."""
    actors: list[Named] = []
    for named in sentence.names.within(start, end, "person", "group", "organization", "country"):
        if named.mention.kind == "demonym" or sentence.is_quoted(named.start) or _is_some_only(sentence, named):
            continue
        if named.entity.kind == "person":
            _drop_descriptions(sentence, named, actors)
        if not actors or named.start >= actors[-1].end:
            actors.append(named)
    return actors


def _is_some_only(sentence: CuedSentence, named: Named) -> bool:
    """Whether *named* is a group that the word before narrows down: "Norwegian officials", "union leaders"."""
    if named.entity.kind != "group":
        return False
    start = max(sentence.start, named.start - _LONGEST_PHRASE)
    before = _WORDS_BEFORE.search(sentence.text[start : named.start])
    words = before["words"].split() if before else []
    modifiers = words[1:] if words and words[0].lower() in _OPENING else words
    return bool(modifiers) and all(map(_is_modifier, modifiers))


def _is_modifier(word: str) -> bool:
    """Whether *word* can only modify the plural noun after it: not an article, preposition, adverb or number."""
    if word.lower().endswith(("ly", "ing", "ed")) or word.capitalize() in word_set("function_words"):
        return False
    return word.lower() not in word_set("prepositions") | word_set("speech/no_subject_openers") | _COUNTED


_COUNTED = frozenset(("all", "both", "few", "many", "more", "most", "no", "other", "several", "some", "such", "two"))
_OPENING = frozenset(("and", "but", "many", "most", "several", "some", "that", "the", "while"))
_LONGEST_PHRASE = 90
_WORDS_BEFORE = re.compile(
    r"""
    (?: \A | [,;:.“”"—–] \s | \b (?: and|but|that|while|as|when|if|the|some|many|most|several|on\s\w+day ) \s )
    (?P<words> (?: [A-Za-z][\w.-]*\s ){1,3} ) \Z                     # union
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _drop_descriptions(sentence: CuedSentence, person: Named, actors: list[Named]) -> None:
    """Remove from the end of *actors* those that only belong to the title of *person*: "Norway's minister NAME"."""
    begin = phrase_start(sentence.text, person)
    while actors and begin < person.start and _describes(sentence.text, actors[-1], begin):
        begin = min(begin, actors.pop().start)


def _describes(text: str, actor: Named, begin: int) -> bool:
    """Whether *actor* belongs to the title that begins at *begin*: within it, or as its possessor."""
    return actor.start >= begin or _POSSESSIVE.match(text[actor.end : begin]) is not None


_POSSESSIVE = re.compile(r"\A(?:[’']s?)?\s+\Z")
