"""The speaker of a quotation without a known verb of saying: named by a dash, a colon or another verb."""

import re

from ld.article import Citation, Stated
from ld.extract.speech.clauses import CuedSentence
from ld.extract.speech.speakers import Speech
from ld.facts import Reference
from ld.mentions import Named
from ld.text.quotation_marks import Quote


def credited(sentence: CuedSentence, quote: Quote) -> Speech | None:
    """The speaker named beside *quote*: “…” — NAME; NAME, Outlet: “…”; “…,” sighed NAME; by NAME as “…”."""
    return (
        _behind_dash(sentence, quote)
        or _before_colon(sentence, quote)
        or _beside_verb(sentence, quote)
        or _described_by(sentence, quote)
    )


def _behind_dash(sentence: CuedSentence, quote: Quote) -> Speech | None:
    """The speaker named after a dash at the end of the paragraph: “…” — NAME."""
    line = _CREDIT_LINE.match(sentence.text, quote.outer_end, sentence.part.end)
    if line is None:
        return None
    citation = Citation.of(sentence.text, *line.span(1), rule="credit behind the quotation")
    named = sentence.names.starting_at(citation.start, citation.start, "person", "organization")
    if named and named.end == citation.end:
        return Speech(speakers=(Reference(entity=named.entity.id, evidence=(citation,)),))
    return Speech(credit=Stated(value=" ".join(citation.exact.split()), evidence=(citation,)))


def _before_colon(sentence: CuedSentence, quote: Quote) -> Speech | None:
    """The person who opens the paragraph before a colon, alone or with an addition after a comma: NAME, Outlet: “…”."""
    start = sentence.part.start
    named = sentence.names.starting_at(start, start, "person")
    if named is None or not _COLON.fullmatch(sentence.text, named.end, quote.outer_start):
        return None
    return _by(sentence, named, named.start, named.end)


def _beside_verb(sentence: CuedSentence, quote: Quote) -> Speech | None:
    """The person beside a verb of any meaning, right after words that end in a pause: “…,” sighed NAME."""
    text, end = sentence.text, sentence.part.end
    if not _PAUSE.search(text, quote.start, quote.outer_end):
        return None
    inverted = _VERB.match(text, quote.outer_end, end)
    start = inverted.end() if inverted else quote.outer_end + 1
    named = sentence.names.starting_at(start, start, "person")
    if named is None:
        return None
    closing = (_CLOSES if inverted else _VERB_CLOSES).match(text, named.end, end)
    return _by(sentence, named, quote.outer_end + 1, closing.end("verb")) if closing else None


def _described_by(sentence: CuedSentence, quote: Quote) -> Speech | None:
    """The agent of a passive: the plan was described by NAME as “…”."""
    found = _PASSIVE.search(sentence.text, max(sentence.start, quote.outer_start - _REACH), quote.outer_start)
    if found is None:
        return None
    named = sentence.names.starting_at(found.start("who"), found.start("who"), "person", "organization", "country")
    if named and named.end == found.end("who") and named.mention.kind != "demonym":
        return _by(sentence, named, *found.span("verb"))
    citation = Citation.of(sentence.text, *found.span("who"), rule="named beside the quotation")
    return Speech(credit=Stated(value=" ".join(citation.exact.split()), evidence=(citation,)))


def _by(sentence: CuedSentence, named: Named, start: int, end: int) -> Speech:
    words = Citation.of(sentence.text, start, end, rule="named beside the quotation")
    return Speech(speakers=(Reference(entity=named.entity.id, evidence=(words,)),))


_REACH = 120
_PASSIVE = re.compile(
    r"""
    \b (?:been|was|were|is|are|being) \s (?:\w+ly\s)?
    (?P<verb> (?:described|characteri[sz]ed|called|labell?ed|dubbed|condemned|denounced|hailed|dismissed|branded|decried
               |criticized|criticised|praised) \s by \s (?P<who> (?:the\s|an?\s)? [^\s,.;:“”"] [^,.;:“”"]{1,60}? ) )
    (?:\sas)? \s (?:(?:an?|the)\s)? [“"‘']? \Z
    """,
    re.VERBOSE,
)
_CREDIT_LINE = re.compile(
    r"""
    \s*[―—–-]{1,2}\s* ([A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){1,4}?)    # — NAME
    (?: ,\s (?!(?:who|which|and|but|said|says|told)\b) [^“”\"!?\n]{2,140}? )?   # , 42, master of the harbour
    \s*\.?\s*\Z
    """,
    re.VERBOSE,
)
_COLON = re.compile(r"(?:,\s[^“”\".:;]{2,80}|\s\([^()]{2,80}\))?:\s*")
_PAUSE = re.compile(r"[,?!][\"”’']\Z")
_VERB = re.compile(r"\s[a-z]{2,}(?:ed|s)(?:\s(?:in|out|back|up))?\s")
_CLOSES = re.compile(r"(?P<verb>)(?:(?=[.,;:]|\s(?:in|on|at|to|as|after|when|with|of|from)\b)|(?<=\w)(?=\s*\Z))")
_VERB_CLOSES = re.compile(
    r"""
    (?:,\s[^,“”\":;]{2,80},)?                                      # , a friend of the board,
    (?P<verb>\s[a-z]{2,}ed)                                        # sighed
    (?=[.,;:]|\s*\Z|\s(?:in|on|at|to|as|after|when|with|from)\b)  # on Monday
    """,
    re.VERBOSE,
)
