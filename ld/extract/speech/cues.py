"""The words that report what somebody says: a verb of saying, "put it", "according to"."""

import functools
import re
from typing import NamedTuple

from ld.text.lexicon import word_set
from ld.text.reading import Reading, once
from ld.text.word_index import between, first_words, in_any_case, matches_at


class Cue(NamedTuple):
    """The offsets of words that report. The speaker is named before them, or after them if the cue *inverts*."""

    start: int
    end: int
    word: str = ""

    @property
    def inverts(self) -> bool:
        """Whether its subject follows: "according to the BOARD", or at the start of a sentence "Said NAME:"."""
        return self.word[:1].isupper() or self.word == "according to"

    @property
    def is_participle(self) -> bool:
        """Whether it shares the subject of another verb: "she left, saying"."""
        return self.word.endswith("ing")

    @property
    def names(self) -> bool:
        """Whether it says what something is called, so that what follows the fragment is no longer reported."""
        return self.word in word_set("speech/naming_verbs")


def cues_in(text: Reading, masked: str, offset: int, verbs: frozenset[str]) -> tuple[Cue, ...]:
    """The cues, in order, of a sentence that begins at *offset* in *text* and whose quoted words *masked* blanks out.

    Only those verbs that are in *verbs*.
    """
    offsets = between(_offsets(text, verbs), offset, offset + len(masked))
    return tuple(
        Cue(offset + match.start(), offset + match.end(), _word(match[0]))
        for match in matches_at(_WORD, masked, (each - offset for each in offsets))
        if (match[0] in verbs and not _is_no_verb(masked, match))
        or (match[0].lower() in _LONGER and not _COMPOUND.match(masked, match.start()))
        or (match.start() == 0 and match[0].lower() in verbs and _NAME.match(masked, match.end()))
    )


def owner_end(text: str, cue: Cue, start: int) -> int | None:
    """The end of the possessor of *cue*, if this is a noun: "NAME’s claim that"; looked for from *start*."""
    if cue.word not in word_set("speech/noun_verbs"):
        return None
    owner = _OWNER.search(text, max(start, cue.start - _BEFORE), cue.start)
    return owner.start() if owner else None


_OWNER = re.compile(
    r"(?:(?<=\w)[’']s|(?<=s)[’']|\b(?:his|her|its|their|our|my|your))\s+"
    r"(?:(?:earlier|previous|own|initial|original|latest|recent|repeated|public|first)\s+)?\Z"
)


def may_be_of_another(cue: Cue, finite: Cue) -> bool:
    """Whether the participle *cue* after a newspaper's verb *finite* may belong to somebody the newspaper reports on.

    "The Post reported that the mayor left, saying …": that may be the mayor. Verbs like "adding" are the newspaper's
    own.
    """
    return cue.is_participle and finite.word in _OF_PAPERS and cue.word not in _DONE_BY_PAPERS


_OF_PAPERS = frozenset(("reported", "reports"))
_DONE_BY_PAPERS = frozenset(("adding", "citing", "noting", "quoting", "reporting"))


def may_report(text: Reading, start: int, end: int, verbs: frozenset[str]) -> bool:
    """Whether a word of *verbs*, or the beginning of another cue, occurs in *text* from *start* to *end*."""
    return bool(between(_offsets(text, verbs), start, end))


def _is_no_verb(masked: str, word: re.Match[str]) -> bool:
    """Whether *word* is a noun, or a passive, which reports nothing: "a call", "the port was named"."""
    before = max(0, word.start() - _BEFORE)
    if _NOUN.search(masked, before, word.start()):
        return True
    if word[0] in word_set("speech/noun_verbs") and _QUANTIFIED.search(masked, before, word.start()):
        return True
    if _is_noun_behind(masked, before, word):
        return True
    if _COMPOUND.match(masked, word.start()):
        return True
    if word[0] in word_set("speech/noun_verbs") and _VERB_FOLLOWS.match(masked, word.end()):
        return True
    return not word[0].endswith("ing") and _PASSIVE.search(masked, before, word.start()) is not None


def _is_noun_behind(masked: str, before: int, word: re.Match[str]) -> bool:
    """Whether the word before makes it a noun: "a phone call", "Norvik state"."""
    if word[0] == "state" and not masked.startswith(" that", word.end()):
        return _PROPER.search(masked, before, word.start()) is not None
    if word[0] == "suspect":
        return _SEVERAL.search(masked, before, word.start()) is None
    return word[0].startswith("call") and _CALL.search(masked, before, word.start()) is not None


def reports(word: str) -> bool:
    """Whether *word* is a verb that reports."""
    return word in reporting_verbs()


def _word(found: str) -> str:
    return found.lower() if found.lower() in _LONGER else found


@once
def _offsets(text: Reading, verbs: frozenset[str]) -> list[int]:
    """The offsets of words in *text* that may report, capitalised ones at the start of a sentence included."""
    return text.words.offsets(_first_words(verbs))


@functools.cache
def _first_words(verbs: frozenset[str]) -> frozenset[str]:
    return in_any_case(first_words((*verbs, *_LONGER)))


@functools.cache
def reporting_verbs() -> frozenset[str]:
    """The verbs that report words in quotation marks."""
    return word_set("phrases/speech_verbs") | word_set("phrases/reporting_verbs")


_WORD = re.compile(
    r"(?<![\w’'-])(?:puts? it|(?:shot|fired|hit) back|point(?:s|ed|ing) out|[Aa]ccording to|[A-Za-z][a-z]++)(?![\w-])"
)
_LONGER = frozenset(
    ("put it", "puts it", "according to", "shot back", "fired back", "hit back", "points out", "pointed out")
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?\Z")
_VERB_FOLLOWS = re.compile(r"\s+(?:will|would|can|could|should|may|must|are|were|have|had|to|of|from|who|which)\b")
_COMPOUND = re.compile(
    r"""
    think\s+tanks?\b | believe\s+it\s+or\s+not\b | quotes\s+from\b | agreed\s+(?:to|on|upon|with)\b
  | (?i:according)\s+to\s+ (?:
        (?: (?:the|his|her|its|their|your|our|my) \s+ (?:[a-z]+\s+)? )?
        (?:ability|age|availability|custom|height|level|location|need|order|preference|price|season|severity|size|taste|term
          |tradition|type|weight|wish)(?:s|es)? \b
      | (?:how|what|when|where|whether|which) \b
    )
    """,
    re.VERBOSE,
)
"""Phrases that only begin like a verb of saying."""
_NOUN = re.compile(r"\b(?:an?|the)\s+\Z")
_PROPER = re.compile(r"\b[A-Z][a-z]*[a-rt-z]\s\Z")
"""What makes "state" a noun: "Norvik state"; not "Norvik officers state"."""

_SEVERAL = re.compile(r"\b(?:[A-Za-z][a-z]*s|police|people|men|women|they|we|I|who|that|also)\s\Z")
"""The subject of "suspect": "officers suspect"; not "the main suspect"."""

_QUANTIFIED = re.compile(r"\b(?:any|no|such|some)\s+\Z")
_CALL = re.compile(r"\b(?:phone|telephone|video|conference|earnings|roll|distress|wake-up)\s+\Z")
_BEFORE = 40
_NAME = re.compile(r"\s+[A-Z]|[,:]")
WAS_QUOTED = re.compile(r"\b(?:was|were|is|are|been)\s+quoted\s+(?:(?:by|in|on)\s+[^,;:“”\"]{2,80}?\s+)?as\s+\Z")
"""What makes the subject of "saying" somebody who is quoted: "NAME was quoted by radio as saying"."""
