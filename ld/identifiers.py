"""Names facts after their content, so that an edit elsewhere in the article renames none of them (decision 055)."""

import hashlib
import itertools
import re
import unicodedata
import uuid
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

import msgspec

from ld.article import Article, sha256
from ld.facts import Claim, Event, Membership, Post, Quotation

Fact = Post | Membership | Quotation | Claim | Event
F = TypeVar("F", Post, Membership, Quotation, Claim, Event)

UNNAMED = ""
"""The id of a fact that is still to be named."""

# The fragments that the graph itself uses (docs/model.md): no fact can have one of them as its id.
RESERVED_IDS = re.compile(
    r"(?s)article|evidence|text|source|build|article-ld|(?:annotation|statement|image|page|option|knowledge|update)-.*"
)


def identified(facts: Iterable[F]) -> tuple[F, ...]:
    """*facts* of one kind, in the order of the text, each with a unique id derived from its content.

    A fact with the same content as an earlier one gets a number after the id: "quotation-0d59b2a19c-2".
    """
    return tuple(_numbered(facts))


def _numbered(facts: Iterable[F]) -> Iterator[F]:
    times: Counter[str] = Counter()
    for fact in facts:
        base = identifier_of(fact)
        times[base] += 1
        yield msgspec.structs.replace(fact, id=base if times[base] == 1 else f"{base}-{times[base]}")


def identifier_of(fact: Fact, taken: Collection[str] = ()) -> str:
    """The id derived from the content of *fact*, independent of its position: "post-…"; numbered if *taken*."""
    kind, *said = _key(fact)
    return unused(f"{kind}-{digest(*map(slug, said))}", taken)


def _key(fact: Fact) -> tuple[str, ...]:
    """The kind of *fact* and the content that identifies it; its other fields may change as more becomes known."""
    match fact:
        case Post():
            return "post", fact.holder, fact.title, fact.body or fact.country or ""
        case Membership():
            return "membership", fact.member, fact.organization
        case Quotation():
            return "quotation", fact.text
        case Claim():
            credit = fact.credit.value if fact.credit else ""
            stance = (fact.stance,) if fact.stance else ()
            return "claim", fact.text, credit, *sorted(speaker.entity for speaker in fact.speakers), *stance
        case Event():
            return "event", fact.name, fact.start.value if fact.start else ""


def article_iri(article: Article) -> str:
    """The IRI of the *article*: its address without a fragment, or else a URN derived from its text."""
    if article.url is None:
        return f"urn:uuid:{uuid.uuid5(_TEXTS, sha256(article.text))}"
    return article.url.value.partition("#")[0]


_TEXTS = uuid.UUID("62827860-5382-5bc2-8849-4532483b357a")  # uuid5(NAMESPACE_DNS, "article-ld")


def digest(*lines: str) -> str:
    """Ten hexadecimal digits: the first of the SHA-256 of *lines* in UTF-8, with line feeds between them.

    Among a thousand different texts two have the same digits with a probability of 1 to 2,000,000.
    """
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:_DIGITS]


_DIGITS = 10


def slug(words: str) -> str:
    """*words* in normal form: without case and accents, and with "-" for anything but letters and digits."""
    if not words.isascii():
        words = _FOREIGN.sub(_without_accent, unicodedata.normalize("NFKD", words))
    return _BESIDE.sub("-", words.casefold()).strip("-")


def _without_accent(character: re.Match[str]) -> str:
    return "" if unicodedata.combining(character[0]) else character[0]


_FOREIGN = re.compile(r"[^\x00-\x7f]")
_BESIDE = re.compile(r"[\W_]+")


def unused(base: str, taken: Collection[str]) -> str:
    """*base*, or if it is *taken*, with the first number from 2 on that is not."""
    if base not in taken:
        return base
    return next(id_ for number in itertools.count(2) if (id_ := f"{base}-{number}") not in taken)
