"""Whom a pronoun beside a verb of saying means: the last speaker, or the only one named; nobody if there are two."""

import functools
import re

from ld.article import Citation, Stated
from ld.extract.entities.people.candidates import Run, possible_names
from ld.extract.entities.people.signs import is_aged
from ld.extract.speech.clauses import CuedSentence, in_relative_clause
from ld.extract.speech.credited_people import is_person, is_plural
from ld.extract.speech.credits import credit_of
from ld.extract.speech.earlier_sentences import has_prose, quote_before, sentences_before
from ld.extract.speech.sexes import is_other_sex
from ld.extract.speech.speakers import Speech, speaker, subject_of
from ld.extract.speech.subjects import is_apposed, is_only_modifiers, phrase_start
from ld.facts import Reference
from ld.mentions import Named
from ld.text.lexicon import any_of, word_set, words
from ld.text.quotation_marks import Quote
from ld.text.reading import Reading, once
from ld.text.spans import Spans


def antecedent(sentence: CuedSentence, pronoun: re.Match[str], words: Quote | None = None) -> Speech:
    """Who is meant by *pronoun*, the subject of a verb of saying in *sentence*; nobody if that is uncertain.

    Goes back through the sentences before, without what they quote: in one that reports speech the speaker is meant, in
    any other the only one named. A sentence that offers nobody is skipped, but not one that may mean two, or somebody
    unknown. Anybody whom the pronoun's own sentence names before it must be the same.
    With *words* before the pronoun: "they" are not those named in them, and "he" or "she" must be, since an earlier
    speaker may be talking about another: "NAME said it was late. NAME has sailed, she said".
    """
    word = pronoun[0].lower()
    own = _actors(sentence, sentence.start, pronoun.start(), word)
    if word != "it" and words and own and words.outer_start <= own[0].start < words.outer_end:
        before = _found(sentence, word) or Speech()
        if word == "they" or any(before):
            return _apart(before, own[0], word)
    if word == "they" and _OTHERS.search(sentence.text, own[-1].end if own else sentence.start, pronoun.start()):
        return Speech()
    return _antecedent(sentence, pronoun, own)


def _apart(speech: Speech, named: Named, word: str) -> Speech:
    """*speech*, if its speakers can be talking about *named*: about another as "they", else about themselves."""
    is_own = named.entity.id in {speaker.entity for speaker in speech.speakers}
    return speech if is_own != (word == "they") else Speech()


def _antecedent(sentence: CuedSentence, pronoun: re.Match[str], own: list[Named]) -> Speech:
    """Who is meant by *pronoun*, whose sentence names its *own* before it."""
    word = pronoun[0].lower()
    if word in _PERSONAL and len({named.entity.id for named in own}) == 1 and _is_subject(sentence, own[0]):
        return _only(sentence, own)
    if word in _PERSONAL and _names_another(sentence, sentence.start, pronoun.start()):
        return Speech()
    found = None if own and word not in _PERSONAL else _found(sentence, word)
    if word not in _PERSONAL:
        return _only(sentence, own) if own else found or Speech()
    if found is None:
        return _only(sentence, own)
    return found if {named.entity.id for named in own} <= {speaker.entity for speaker in found.speakers} else Speech()


def _found(sentence: CuedSentence, pronoun: str) -> Speech | None:
    """Whom the sentences before mean; None if none of them means anybody.

    If a sentence names two, its subject is meant if that is also the one who spoke before.
    """
    subject: str | None = None
    for earlier in sentences_before(sentence, _REACH[pronoun]):
        turn = _turn(earlier, pronoun)
        if turn is None:
            continue
        if subject:
            return turn if {speaker.entity for speaker in turn.speakers} == {subject} else Speech()
        if turn != Speech() or pronoun not in _PERSONAL:
            return turn
        named = _actors(earlier, earlier.start, earlier.end, pronoun)
        if not named or not _is_subject(earlier, named[0]):
            return turn
        subject = named[0].entity.id
    return Speech() if subject else None


_OTHERS = re.compile(r"\b[a-z]{3,}s\s(?:\w+ly\s)?(?:are|were|have|had|do|did|will|would|could|can)\b")
"""A plural subject that "they" may mean: "the board left, for no ships have sailed, they said"."""

_PERSONAL = frozenset(("he", "she"))
_REACH = {"he": 12, "she": 12, "they": 4, "it": 3}
"""The number of sentences back in which an antecedent may be."""


def _turn(sentence: CuedSentence, pronoun: str) -> Speech | None:
    """Whom *pronoun* means in *sentence*: its speaker, else the only one named; None if nobody."""
    for cue in sentence.cues:
        if cue.is_participle:
            continue
        quote = quote_before(sentence, cue)
        subject = subject_of(sentence, cue, quote)
        if not subject.pronoun and in_relative_clause(sentence.text, cue):
            continue
        if subject.pronoun:
            return _own(sentence, subject.pronoun, pronoun)
        if subject.named and not quote and not _opens(sentence, subject.named[0], cue.start):
            break
        speech = Speech(tuple(speaker(sentence, named, cue) for named in subject.named))
        if not subject.named:
            speech = Speech(credit=credit_of(sentence, cue, quote))
        if _fits(sentence, subject.named, speech.credit, pronoun):
            return speech
        if subject.named and subject.named[0].entity.kind == "person" and pronoun in _PERSONAL:
            return None if len(subject.named) == 1 else Speech()
        if subject.named or speech.credit:
            break
    return _named_in(sentence, pronoun)


def _opens(sentence: CuedSentence, named: Named, verb: int) -> bool:
    """Whether *named* opens the clause of a *verb*, or follows the verb."""
    if sentence.text[sentence.start : phrase_start(sentence.text, named)].rstrip().endswith(",") or is_apposed(
        sentence.text, named
    ):
        return True
    return named.start > verb or is_only_modifiers(sentence.text, sentence.main_clause_start(named.start), named)


def _own(sentence: CuedSentence, spoken: re.Match[str], pronoun: str) -> Speech | None:
    """Whom *sentence* names before its own pronoun: "NAME agreed, but he said"."""
    named = _actors(sentence, sentence.start, spoken.start(), pronoun) if pronoun in _PERSONAL else []
    if not named:
        return None
    return _only(sentence, named) if _is_subject(sentence, named[0]) else Speech()


def _is_subject(sentence: CuedSentence, named: Named) -> bool:
    """Whether *named*, with or without a title, opens the main clause and is not a possessor."""
    text, start = sentence.text, sentence.main_clause_start(named.start)
    before = text[start : phrase_start(text, named)].split()
    opens = before in ([], ["The"]) or (
        all(word[0].isupper() for word in before)
        and (before[0] in _JOINING or word_set("function_words").isdisjoint(before))
        and is_only_modifiers(text, start, named)
    )
    opens = opens or (is_apposed(text, named) and text.startswith(",", named.end))
    return opens and text[named.end : named.end + 1] not in {"’", "'"}


def _fits(sentence: CuedSentence, named: tuple[Named, ...], credit: Stated | None, pronoun: str) -> bool:
    """Whether *pronoun* can mean those *named*, or the *credit*."""
    kinds = {one.entity.kind for one in named}
    if pronoun in _PERSONAL:
        if named:
            return kinds == {"person"} and len(named) == 1 and not is_other_sex(sentence.text, named[0].entity, pronoun)
        return credit is not None and is_person(credit.value, pronoun)
    if pronoun == "they":
        return len(named) > 1 or kinds == {"group"} or (credit is not None and is_plural(credit.value))
    if credit is not None:
        return not (is_person(credit.value, "he") or is_person(credit.value, "she") or is_plural(credit.value))
    return len(named) == 1 and kinds <= {"organization", "country"}


def _named_in(sentence: CuedSentence, pronoun: str) -> Speech | None:
    """The only one in *sentence* whom *pronoun* can mean; nobody if it may mean two, or somebody unknown."""
    if pronoun == "it":
        return Speech() if has_prose(sentence) and not _ITSELF.match(sentence.text, sentence.start) else None
    named = _actors(sentence, sentence.start, sentence.end, pronoun)
    if pronoun in _PERSONAL and _names_another(sentence, sentence.start, sentence.end):
        return Speech()
    if named and _speaks_of_another(sentence, named[0].start, pronoun):
        return Speech()
    if named:
        return _only(sentence, named)
    return None if pronoun in _PERSONAL or not has_prose(sentence) else Speech()


def _speaks_of_another(sentence: CuedSentence, end: int, pronoun: str) -> bool:
    """Whether *sentence* uses the pronoun before it names anybody: "she met NAME"."""
    used = _USED[pronoun].finditer(sentence.text, sentence.start, end) if pronoun in _USED else ()
    return any(not sentence.is_quoted(match.start()) for match in used)


_JOINING = frozenset(("And", "But"))
_ITSELF = re.compile(r"It\b")
_USED = {"he": re.compile(r"\b(?:[Hh]e|[Hh]is|[Hh]im)\b"), "she": re.compile(r"\b(?:[Ss]he|[Hh]er)\b")}


def _only(sentence: CuedSentence, named: list[Named]) -> Speech:
    """The one entity among those *named*, unless each mention only modifies a noun: "the NAME campaign"."""
    text = sentence.text
    plain = [one for one in named if not _DESCRIBES.match(text, one.end)]
    if len({one.entity.id for one in named}) != 1 or not plain:
        return Speech()
    words = Citation.of(text, plain[-1].start, plain[-1].end, rule="the only one named before")
    return Speech((Reference(entity=plain[-1].entity.id, evidence=(words,)),))


def _actors(sentence: CuedSentence, start: int, end: int, pronoun: str) -> list[Named]:
    """Those named from *start* to *end*, outside quotations, whom *pronoun* can mean."""
    kinds = ("person",) if pronoun in _PERSONAL else ("organization",) if pronoun == "it" else ("group", "organization")
    named = (one for one in sentence.names.within(start, end, *kinds) if not sentence.is_quoted(one.start))
    return [one for one in named if one.entity.kind != "person" or not is_other_sex(sentence.text, one.entity, pronoun)]


_DESCRIBES = re.compile(
    r"\s+(?:administration|aides?|allies|ally|camp|campaign|era|family|foundation|government|rally|spokes\w+|staff"
    r"|supporters?|team)\b"
)
"""The nouns that a name before them only modifies."""


def _names_another(sentence: CuedSentence, start: int, end: int) -> bool:
    """Whether *start* to *end* contains capitalised words that may name an unknown person, or describes one."""
    text = sentence.text
    apart = Spans((quote.outer_start, quote.outer_end) for quote in sentence.quotes)
    runs = (
        run
        for run in possible_names(text, sentence.names, start, end)
        if not apart.overlapping(run.start, run.start)
        and not _is_title_of_next(sentence, run.end)
        and not _is_thing(text, run)
    )
    if any(run.is_full or _speaks(text, run.name) or is_aged(text, run) for run in runs):
        return True
    others = (match.start() for match in _somebody().finditer(text, start, end))
    return any(not _is_apposed(sentence, other) and not apart.overlapping(other, other) for other in others)


def _is_title_of_next(sentence: CuedSentence, end: int) -> bool:
    """Whether a comma and a person's name follow what ends at *end*: "The Foreign Minister, NAME"."""
    follows = _NAME_NEXT.match(sentence.text, end)
    return follows is not None and sentence.names.starting_at(follows.end(), follows.end(), "person") is not None


def _is_thing(text: str, run: Run) -> bool:
    """Whether *run* has an article and contains no title: "the Norvik Test"; "the Prime Minister" is a person."""
    return text.endswith("the ", 0, run.start) and _callings().isdisjoint(run.name.lower().split())


@functools.cache
def _callings() -> frozenset[str]:
    """The words for a person without a name: by a post, a trade, or otherwise."""
    return word_set("phrases/post_titles") | word_set("descriptors") | word_set("speech/person_nouns")


_NAME_NEXT = re.compile(r",\s(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame)\.?\s)?")


def _is_apposed(sentence: CuedSentence, start: int) -> bool:
    """Whether what begins at *start* describes the name before it: "NAME, a former officer"."""
    name_end = start - 2 if sentence.text.startswith(", ", start - 2) else start
    name_end -= sentence.text.endswith("*", 0, name_end)
    return name_end < start and sentence.names.ending_at(name_end, "person") is not None


@once
def _speaks(text: Reading, name: str) -> bool:
    return any(_speaking().match(text, end) for _, end in text.occurrences(name))


@functools.cache
def _speaking() -> re.Pattern[str]:
    return re.compile(rf"\s+{any_of(*words('phrases/person_speech_verbs'))}\b")


@functools.cache
def _somebody() -> re.Pattern[str]:
    kind = any_of(
        "source", "official", "spokesman", "spokeswoman", "spokesperson", "man", "woman", *words("descriptors")
    )
    return re.compile(
        rf"""
        \b (?:an?|one|another)\s+    # another
        (?:[\w-]+\s+){{0,2}}?        # former harbour
        {kind} \b                    # official
        """,
        re.VERBOSE,
    )
