"""Who speaks: whom the subject of a verb of saying means, by name, as a pronoun or as "the minister"."""

import re

from msgspec.structs import replace

from ld.article import Citation, Stated
from ld.extract.speech.clauses import CuedSentence, in_relative_clause
from ld.extract.speech.credits import credit_of
from ld.extract.speech.cues import Cue
from ld.extract.speech.descriptions import described
from ld.extract.speech.earlier_sentences import has_prose, quote_before, sentences_before
from ld.extract.speech.namesakes import who_speaks
from ld.extract.speech.pronouns import antecedent
from ld.extract.speech.quoted_people import Quoted, passive_verb, whom_it_quotes
from ld.extract.speech.reported_clauses import reported_span
from ld.extract.speech.sexes import is_other_sex
from ld.extract.speech.speakers import Speech, speaker, subject_of
from ld.extract.speech.stances import stance_of
from ld.extract.speech.subjects import is_only_modifiers, is_part_of_party, is_titled_behind_body
from ld.facts import Entity, Reference
from ld.mentions import Named
from ld.text.lexicon import word_set
from ld.text.quotation_marks import Quote


def speech_of(sentence: CuedSentence, cue: Cue, quote: Quote | None = None) -> Speech:
    """The speech that *cue* reports, by its subject: if *cue* follows its *quote*, between the two or after the cue."""
    if _FOUND.match(sentence.text, cue.start):
        return Speech()
    if (quoted := whom_it_quotes(sentence, cue)) is not None:
        return _quoted(sentence, quoted)
    cue = passive_verb(sentence, cue) or cue
    quote_before = quote if quote and quote.outer_end <= cue.start else None
    subject = subject_of(sentence, cue, quote_before)
    if subject.named and is_part_of_party(sentence.text, subject.named[0]):
        return Speech(credit=credit_of(sentence, cue, quote_before))
    if subject.named:
        speaking = [who_speaks(sentence.text, named, sentence.names.entities) for named in subject.named]
        known = tuple(speaker(sentence, named, cue) for named in speaking if named)
        return Speech(known, credit=None if known else credit_of(sentence, cue, quote_before))
    if subject.pronoun:
        meant = antecedent(sentence, subject.pronoun, quote_before)
        return _known(sentence, meant) if meant.credit else _also_by(sentence, meant, subject.pronoun, cue)
    return _known(sentence, Speech(credit=credit_of(sentence, cue, quote_before)))


def _quoted(sentence: CuedSentence, words: Quoted) -> Speech:
    """The speech of the person or body that *words* name or describe."""
    citation = Citation.of(sentence.text, words.start, words.end, rule="who is quoted")
    named = sentence.names.ending_at(words.end, "person", "group", "organization", "country")
    if named and (named.start == words.start or is_only_modifiers(sentence.text, words.start, named)):
        return Speech((Reference(entity=named.entity.id, evidence=(citation,)),))
    if _QUOTED_PRONOUN.fullmatch(citation.exact):
        return Speech()
    return _known(sentence, Speech(credit=Stated(value=" ".join(citation.exact.split()), evidence=(citation,))))


_QUOTED_PRONOUN = re.compile(r"(?:him|her|them|it|himself|herself)")
_FOUND = re.compile(r"(?:found|finds?|finding)\s+(?:in|on|at|by|near|inside|under|with|dead|guilty|safe|alive)\b")
""""Found" in the literal sense, and not as a judge or a study finds."""


def quoted_speech(sentence: CuedSentence, cue: Cue, quote: Quote) -> Speech:
    """Who speaks *quote* by *cue*.

    The speaker is unknown if the quoted words themselves report speech ("NAME “said the port was full”"), unless as a
    demand ("members “urged the port to open”"), and for a fragment that somebody else only alleges was said.
    """
    is_own = quote.start <= cue.start < quote.end and stance_of(cue.word) != "demands"
    told = stance_of(cue.word) and _WHEN_PROMISED.search(sentence.text, cue.end, quote.outer_start)
    if is_own or told or sentence.has_gone_on(cue, quote):
        return Speech()
    speech = speech_of(sentence, cue, quote)
    return Speech() if not quote.is_sentence and _is_alleged(sentence, cue, speech) else speech


_WHEN_PROMISED = re.compile(r"\sto\s[a-z][^,;:“”\"]*\s(?:after|before|until)\s(?:the|an?|[A-Z]\w+)\s[^,;:“”\"]*\Z")
"""The article's own words on when something was promised: "vowed to sail after the board allowed “pauses”"."""


def _is_alleged(sentence: CuedSentence, cue: Cue, speech: Speech) -> bool:
    """Whether somebody other than the speaker of *speech* alleges, earlier in the sentence, what *cue* reports."""
    for earlier in sentence.cues:
        alleges = stance_of(earlier.word) == "accuses" or earlier.word in {"claims", "claimed"}
        if earlier.end > cue.start or not alleges:
            continue
        alleged = reported_span(sentence, earlier)
        end = alleged.end if alleged else sentence.end
        if cue.start < end and not _GOES_ON.search(sentence.text, earlier.end, cue.start):
            return _who(speech_of(sentence, earlier)) != _who(speech)
    return False


_GOES_ON = re.compile(r";|[”\"]|,\s(?:and|but|while|though|although)\b")
"""What shows that the words no longer belong to what the verb reports."""


def _who(speech: Speech) -> tuple[str, ...]:
    return tuple(speaker.entity for speaker in speech.speakers)


def speaker_above(sentence: CuedSentence) -> Speech | None:
    """Who speaks in the last sentence above the paragraph of *sentence* that is not entirely in quotation marks."""
    above = (earlier for earlier in sentences_before(sentence, _REACH) if earlier.part != sentence.part)
    last = next((earlier for earlier in above if has_prose(earlier)), None)
    return _main_speech(last) if last else None


def speaker_just_before(sentence: CuedSentence) -> Speech | None:
    """The speaker reported in the previous sentence of the paragraph, if it names nobody else: "…, NAME said. “…”"."""
    before = next(iter(sentences_before(sentence, 1)), None)
    if before is None or before.part != sentence.part or not has_prose(before):
        return None
    speech = _main_speech(before)
    ids = {one.entity for one in speech.speakers} if speech else set()
    people = {each.entity.id for each in sentence.names.within(before.start, before.end, "person")}
    if speech is None or len(ids) != 1 or people - ids:
        return None
    (known,) = (one.evidence[-1] for one in speech.speakers)
    words = replace(known, rule=JUST_BEFORE) if isinstance(known, Citation) else known
    return Speech((Reference(entity=ids.pop(), evidence=(words,)),))


JUST_BEFORE = "speaker of the sentence before"


def _main_speech(sentence: CuedSentence) -> Speech | None:
    """The known speaker of the first verb of saying of *sentence* outside relative clauses."""
    main = (cue for cue in sentence.cues if not (cue.is_participle or in_relative_clause(sentence.text, cue)))
    cue = next(main, None)
    if cue is None:
        return None
    speech = speech_of(sentence, cue, quote_before(sentence, cue))
    return speech if speech.speakers else None


_REACH = 6
"""The maximum number of consecutive sentences of one speaker that may be in quotation marks."""


def _known(sentence: CuedSentence, speech: Speech) -> Speech:
    """*speech* with the person or body that its credit describes, if the article names one that matches."""
    if speech.credit is None:
        return speech
    (words,) = (proof for proof in speech.credit.evidence if isinstance(proof, Citation))
    titled = sentence.names.ending_at(words.end, "person")
    if titled and (
        is_titled_behind_body(sentence.text, words.start, titled) or _is_of_body(sentence, words.start, titled)
    ):
        return Speech((Reference(entity=titled.entity.id, evidence=(words,)),))
    if apposed := _apposed_to(sentence, words):
        return Speech((Reference(entity=apposed.entity.id, evidence=(words,)),))
    if bearer := _bearer(sentence, words):
        return Speech((Reference(entity=bearer.id, evidence=(words,)),))
    named = described(sentence.text, sentence.names, words.start, words.end)
    if named is None:
        return speech
    introduced = Citation.of(sentence.text, named.start, named.end, rule="who is described so")
    return Speech((Reference(entity=named.entity.id, evidence=(introduced, words)),))


def _is_of_body(sentence: CuedSentence, start: int, named: Named) -> bool:
    """Whether only a body and its possessive s precede *named* from *start* on: "the Harbour Board’s NAME"."""
    text = sentence.text
    start += len("the ") if text.startswith(("the ", "The "), start) else 0
    body = sentence.names.starting_at(start, start, "organization", "country", "place")
    return body is not None and text[body.end : named.start] in {"’s ", "'s ", "’ ", "' "}


def _bearer(sentence: CuedSentence, words: Citation) -> Entity | None:
    """The only person named before whose family name follows a title in *words*: "Senator Hill"."""
    *title, surname = words.exact.split()
    called = " ".join(title)
    if called not in word_set("honorifics") and called.lower() not in word_set("phrases/post_titles"):
        return None
    people = [each for each in sentence.names.entities if each.kind == "person"]
    bearers = [each for each in people if each.name.split()[-1] == surname]
    if len(bearers) != 1 or bearers[0].mentions[0].start > words.start:
        return None
    pronoun = "she" if called in _OF_WOMEN else "he" if called in _OF_MEN else None
    return None if pronoun and is_other_sex(sentence.text, bearers[0], pronoun) else bearers[0]


_OF_WOMEN = frozenset(("Dame", "Lady", "Miss", "Mrs", "Mrs.", "Ms", "Ms."))
_OF_MEN = frozenset(("Lord", "Mr", "Mr.", "Sir"))


def _apposed_to(sentence: CuedSentence, words: Citation) -> Named | None:
    """The person before the comma whom *words*, which begin with a title, describe: "NAME, founder of X said"."""
    first = words.exact.split()[0]
    if first not in word_set("phrases/post_titles") or not sentence.text.endswith(", ", 0, words.start):
        return None
    return sentence.names.ending_at(words.start - len(", "), "person")


def _also_by(sentence: CuedSentence, meant: Speech, pronoun: re.Match[str], cue: Cue) -> Speech:
    """*meant*, with the *pronoun* and its verb as further evidence."""
    words = Citation.of(
        sentence.text, min(pronoun.start(), cue.start), max(pronoun.end(), cue.end), rule="who spoke before goes on"
    )
    return Speech(
        tuple(Reference(entity=speaker.entity, evidence=(*speaker.evidence[:1], words)) for speaker in meant.speakers)
    )
