"""Quotations in languages other than English: words between a language's marks, and who is said to speak them.

The only grammar is that of the data files: a verb of saying with its subject beside it. A name after a preposition, or
after a second article (a genitive), is not the subject; if that leaves nobody, the speaker is unknown.
"""

import re
from collections.abc import Iterator

from ld.article import Citation, Part, Stated
from ld.extract.speech.languages import Saying, known_languages, saying_in
from ld.extract.speech.speakers import Speech
from ld.facts import Quotation, Reference
from ld.identifiers import UNNAMED, identified
from ld.mentions import MentionIndex, Named
from ld.text.reading import Reading

_RULE = "subject of a verb of saying"
_INSIDE = ' \u00a0\u202f„“”«»"‘’'
_FEWEST_WORDS = 5
_CREDIT_WORDS = 6


def speaks_otherwise(language: str) -> bool:
    """Whether quotations in *language*, a BCP 47 tag, are read by this module."""
    return _primary(language) in known_languages()


def find_foreign_quotations(text: Reading, names: MentionIndex, language: str) -> tuple[Quotation, ...]:
    """The quotations in the paragraphs of *text*, which is in *language*, one of those known.

    Words between marks are a quotation if a verb of saying is beside them, or if they are a sentence of their own.
    """
    saying = saying_in(_primary(language))
    found = (said for part in text.parts if part.kind == "paragraph" for said in _in_part(text, part, names, saying))
    return identified(found)


def _primary(language: str) -> str:
    return language.partition("-")[0]


def _in_part(text: Reading, part: Part, names: MentionIndex, saying: Saying) -> Iterator[Quotation]:
    for match in saying.quote.finditer(text, part.start, part.end):
        if saying.aside.search(match[0]):
            continue  # the reporter's words are among the speaker's
        speech = _speech(text, part, match, names, saying)
        start = match.start() + len(match[0]) - len(match[0].lstrip(_INSIDE))
        words = match[0].strip(_INSIDE).removesuffix(",")
        if words and (speech is not None or _is_sentence(words)):
            proof = Citation.of(text, start, start + len(words), rule="quotation marks")
            speakers, credit = speech or Speech()
            yield Quotation(
                id=UNNAMED, text=" ".join(words.split()), speakers=speakers, credit=credit, evidence=(proof,)
            )


def _is_sentence(words: str) -> bool:
    return words[0].isupper() and words[-1] in ".!?…" and len(words.split()) >= _FEWEST_WORDS


def _speech(text: Reading, part: Part, quote: re.Match[str], names: MentionIndex, saying: Saying) -> Speech | None:
    """Who speaks *quote*: nobody known if the verb is there without a clear subject, None without a verb of saying."""
    said = saying.verb_and_subject.match(text, quote.end(), part.end)
    if said is None:
        said = saying.subject_and_verb.search(text[: quote.start()], part.start)
    if said is None:
        return None
    return _of_subject(text, said.span("subject"), said.span("verb"), names, saying)


def _of_subject(
    text: Reading, subject: tuple[int, int], verb: tuple[int, int], names: MentionIndex, saying: Saying
) -> Speech:
    """The only person that *subject*, the words beside *verb*, names as such, or else a credit of these words."""
    start, end = subject
    people = names.within(start, end, "person")
    if people:
        is_sole = len({named.entity.id for named in people}) == 1
        is_subject = is_sole and _is_subject(text, subject, verb, people[0], saying)
        return Speech((_reference(text, people[0], verb),)) if is_subject else Speech()
    words = text[start:end].split()
    if not _is_noun_phrase(words, saying):
        return Speech()
    proof = Citation.of(text, min(start, verb[0]), max(end, verb[1]), rule=_RULE)
    return Speech(credit=Stated(value=" ".join(words), evidence=(proof,)))


def _is_subject(text: str, subject: tuple[int, int], verb: tuple[int, int], named: Named, saying: Saying) -> bool:
    """Whether *named* is the head of the *subject*, preceded only by an article and a title, and not a possessor.

    Before a verb, the name must end the subject.
    """
    before = [word.lower() for word in text[subject[0] : named.start].split()]
    after = [word.lower() for word in text[named.end : subject[1]].split()]
    if saying.determiners.intersection(text[named.start : named.end].split()):
        return False
    if before and (before[0] in saying.prepositions or saying.not_in_title.intersection(before[1:])):
        return False
    if subject[0] < verb[0]:
        return not after
    is_possessive = text[named.end - 1] in "s’'" and bool(after) and after[0] not in saying.prepositions
    return not is_possessive


def _is_noun_phrase(words: list[str], saying: Saying) -> bool:
    """Whether *words* are few, and begin with an article or a capital, but not with a pronoun or a preposition."""
    first = words[0].lower()
    if len(words) > _CREDIT_WORDS or first in saying.prepositions:
        return False
    if first in saying.determiners:
        return len(words) > 1
    return words[0][0].isupper() and first not in saying.pronouns


def _reference(text: str, named: Named, verb: tuple[int, int]) -> Reference:
    proof = Citation.of(text, min(verb[0], named.start), max(verb[1], named.end), rule=_RULE)
    return Reference(entity=named.entity.id, evidence=(proof,))
