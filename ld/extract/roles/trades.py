"""Trades and experts' posts, which mean something only with an employer: "NAME, an analyst at Harbour Bank"."""

import functools
import re
from collections.abc import Iterator

from ld.article import Citation
from ld.extract.phrases.parties import party_called
from ld.extract.roles.statements import PostStatement
from ld.extract.roles.states import limit_before, limited, state_told
from ld.extract.roles.whose import employer_after, leads_to
from ld.mentions import MentionIndex
from ld.text.before import search_before
from ld.text.lexicon import word_set, words
from ld.text.reading import Reading
from ld.text.word_index import in_any_case


def find_trades(text: Reading, names: MentionIndex) -> Iterator[PostStatement]:
    """The trades of people that *names* has in *text*, each with the organization that employs them."""
    for offset, word in text.words.occurrences(_last_words()):
        end = offset + len(word)
        if text.startswith("-", end):
            continue
        yield from _after(text, names, offset, end)
        yield from _behind_employer(text, names, end)
        yield from _before(text, names, end)
        yield from _ahead(text, names, end)


@functools.cache
def _last_words() -> frozenset[str]:
    return in_any_case(re.split(r"[\s-]", trade)[-1].rstrip(".") for trade in words("roles/trades"))


def _after(text: Reading, names: MentionIndex, offset: int, end: int) -> Iterator[PostStatement]:
    """The trade that ends at *end*, its last word at *offset*, after a name: "NAME, 42, an analyst at the Bank"."""
    named = names.nearest(end, "person")
    phrase = _APPOSED.fullmatch(text, named.end, end) if named and end - named.end < _LONGEST else None
    if named is None or phrase is None or not _is_trade(phrase["title"]):
        return
    employer = employer_after(text, names, end)
    if employer is None and _FORMER.search(text, named.end, phrase.start("title")):
        evidence = Citation.of(text, named.start, end, rule="former trade")
        title = f"former {' '.join(phrase['title'].split())}"
        yield PostStatement(named.entity.id, title, None, None, (evidence,), state="former")
    if employer is None or (text.startswith(" of ", end) and text[offset:end].lower() not in _OF_BODIES):
        return
    title = limited(" ".join(phrase["title"].split()), limit_before(text, phrase.start("title")))
    evidence = Citation.of(text, named.start, employer.end, rule="trade at an employer")
    yield PostStatement(named.entity.id, title, None, employer.entity.id, (evidence,), state=state_told(title))


def _behind_employer(text: Reading, names: MentionIndex, end: int) -> Iterator[PostStatement]:
    """The trade that ends at *end* after a name and an employer: "NAME, a University of Houston physicist"."""
    employer = names.nearest(end, "organization")
    named = names.nearest(employer.start, "person") if employer and end - employer.end < _LONGEST else None
    if employer is None or named is None or not _CLOSED.match(text, end):
        return
    said = text[employer.end : end].split()
    opens = _ARTICLE.fullmatch(text, named.end, employer.start)
    if opens is None or not said or not text[employer.end].isspace() or not _is_trade(" ".join(said)):
        return
    size = next(size for size in (1, 2, 3) if " ".join(said[-size:]).lower() in word_set("roles/trades"))
    if not leads_to(f" {' '.join(said[:-size])}"):
        return
    title = limited(" ".join(said), limit_before(text, employer.start))
    evidence = Citation.of(text, named.start, end, rule="trade behind an employer")
    yield PostStatement(named.entity.id, title, None, employer.entity.id, (evidence,), state=state_told(title))


_ARTICLE = re.compile(r",\s(?:\d{1,3},\s)?(?:an?|the)\s(?:former\s)?")
_CLOSED = re.compile(r"[,.;)]|\s(?:and|who|based|studying|specialising|specializing|working)\b")
_LONGEST = 90
_FORMER = re.compile(r"\bformer\s")
_OF_BODIES = frozenset(("fellow", "officer", "executive", "administrator", "member", "lead", "partner"))
"""Trades in a body; with others, "of" introduces what they study: "a historian of NASA"."""

_APPOSED = re.compile(
    r"""
    (?: , (?:\s\d{1,3},)? | \s+\(\d{1,3}\), | \s+(?:is|who\s+is|works\s+as) | ,\s+who\s+(?:is|works\s+as) )
    \s+ (?: (?:an?|the|one\s+of\s+the|now|currently) \s+ ){0,2}
    (?: former \s+ )?
    (?P<title> (?: [\w’'&/-]+ \s+ ){0,5}? [\w-]+ )
    """,
    re.VERBOSE,
)


def _is_trade(phrase: str) -> bool:
    """Whether *phrase* is a trade with its modifiers: "senior energy analyst"; not "co-author and analyst"."""
    said = phrase.lower().split()
    return _ends_trade(said) and (word_set("function_words") | _VERBS).isdisjoint(said[:-1])


_VERBS = frozenset(("is", "was", "are", "were", "has", "had", "will", "became"))
"""Verbs, which mark a clause about somebody else: "an aide to NAME, Jr., is a fellow at the Board"."""


def _ends_trade(said: list[str]) -> bool:
    return any(" ".join(said[-length:]) in word_set("roles/trades") for length in (1, 2, 3))


def _before(text: Reading, names: MentionIndex, end: int) -> Iterator[PostStatement]:
    """The trade that ends at *end* between its bearer's employer and name: "Harbour Post reporter NAME"."""
    named = names.starting_at(end + 1, end + 1, "person")
    employer = names.nearest(end, "organization") if named else None
    if named is None or employer is None:
        return
    gap = _POSSESSIVE.sub("", text[employer.end : end])
    said = gap.split()
    size = next((size for size in (3, 2, 1) if " ".join(said[-size:]).lower() in word_set("roles/trades")), 0)
    if (
        not size
        or party_called(employer.mention.exact)
        or not gap[0].isspace()
        or not leads_to(f" {' '.join(said[:-size])}")
    ):
        return
    title = limited(" ".join(said), limit_before(text, employer.start))
    evidence = Citation.of(text, employer.start, named.end, rule="trade between employer and name")
    yield PostStatement(named.entity.id, title, None, employer.entity.id, (evidence,), state=state_told(title))


def _ahead(text: Reading, names: MentionIndex, end: int) -> Iterator[PostStatement]:
    """The trade that ends at *end* and opens its sentence before employer and name: "An analyst at the Bank, NAME,"."""
    opening = search_before(_OPENING, text, end, _LONGEST)
    if opening is None or not _is_trade(opening["title"]):
        return
    if not any(sentence.start == opening.start() for sentence in text.sentences):
        return
    employer = employer_after(text, names, end)
    gap = _NAMED.match(text, employer.end) if employer else None
    named = names.starting_at(gap.end(), gap.end(), "person") if gap else None
    if employer and named and text.startswith(",", named.end):
        title = " ".join(opening["title"].split())
        title = title if opening["article"] else title[0].lower() + title[1:]
        evidence = Citation.of(text, opening.start("title"), named.end, rule="trade at an employer")
        yield PostStatement(named.entity.id, title, None, employer.entity.id, (evidence,), state=state_told(title))


_OPENING = re.compile(r"(?<![\w-])(?P<article>(?:An?|The)\s)?(?P<title>(?:[\w’'&/-]+\s){0,3}[\w-]+)\Z")
_NAMED = re.compile(r",?\s(?:(?:Dr|Mr|Mrs|Ms|Prof|Professor)\.?\s)?")

_POSSESSIVE = re.compile(r"\A[’']s?(?=\s)")
