"""The words that are credited with a quotation if its speaker is not a known entity."""

import re

from ld.article import Citation, Stated
from ld.extract.speech.clauses import CuedSentence
from ld.extract.speech.coordination import has_acted, is_coordinated
from ld.extract.speech.cues import Cue, may_be_of_another, owner_end
from ld.extract.speech.noun_phrases import Phrase, phrase_after, phrase_before
from ld.extract.speech.subjects import MARKS
from ld.text.lexicon import word_set
from ld.text.quotation_marks import Quote


def credit_of(sentence: CuedSentence, cue: Cue, quote: Quote | None) -> Stated | None:
    """The noun phrase that is the subject of *cue*, which follows *quote* if there is one; None if none is found."""
    is_owned = owner_end(sentence.text, cue, sentence.start) is not None
    phrase = None if is_owned else _subject_phrase(sentence, cue, quote)
    if phrase is None:
        return None
    citation = Citation.of(sentence.text, *phrase, rule="subject of a verb of saying")
    joint = _JOINT.search(sentence.text, max(sentence.start, citation.start - _NAME_REACH), citation.start)
    if joint and sentence.names.starting_at(joint.start("name"), joint.start("name"), "person"):
        citation = Citation.of(sentence.text, joint.start("name"), citation.end, rule="subject of a verb of saying")
    return Stated(value=" ".join(citation.exact.split()), evidence=(citation,))


def _subject_phrase(sentence: CuedSentence, cue: Cue, quote: Quote | None) -> Phrase | None:
    text = sentence.text
    if quote and not cue.inverts and text[quote.outer_end : cue.start].strip(MARKS):
        return phrase_before(text, *sentence.subject_span(quote, cue))
    if quote and cue.word in word_set("speech/listener_verbs"):
        return None
    if quote or cue.inverts:
        return phrase_after(text, cue.end, min(sentence.end, cue.end + _REACH))
    if is_coordinated(sentence, cue) and (cue.is_participle or not _ASIDE.search(text, sentence.start, cue.start)):
        return _shared_phrase(sentence, cue)
    return phrase_before(text, sentence.main_clause_start(cue.start), cue.start)


def _shared_phrase(sentence: CuedSentence, cue: Cue) -> Phrase | None:
    """The subject of the verb of saying before *cue*, or the opening words of a clause in which they first act."""
    text, start = sentence.text, sentence.main_clause_start(cue.start)
    begin = sentence.start if cue.is_participle else start
    earlier = [other for other in sentence.cues if begin <= other.start < cue.start and not other.is_participle]
    if earlier and may_be_of_another(cue, earlier[-1]):
        return None
    if earlier:
        return _subject_phrase(sentence, earlier[-1], None)
    for blank in _BLANK.finditer(text, start, min(start + _LONGEST_PHRASE, cue.start)):
        if has_acted(text, blank.start(), cue.start):
            return phrase_before(text, start, blank.start())
    return None


_NAME_REACH = 60
_JOINT = re.compile(r"(?P<name>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3})\sand\s\Z")
_REACH = 240
_LONGEST_PHRASE = 70
_BLANK = re.compile(r"(?=\s)")
_ASIDE = re.compile(r"(?:,[^,“”\"]{2,120},|\s\([^()]{1,60}\),?)\s+(?:\w+ly\s+|also\s+)?\Z")
"""Words that end right before a verb without being its subject: "NAME, a friend of the board, said"."""
