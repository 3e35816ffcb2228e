"""The article as it was read: its text, where each part of it was in the source, and its metadata."""

import bisect
import hashlib
from collections.abc import Iterator
from typing import Any, Literal, Self

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The base of everything that flows from step to step: frozen, and strict when decoded."""


class Span(Value, frozen=True):
    """A stretch of a text, with its words.

    Offsets count code points, half-open, as in ``text[start:end]``;
    *exact* repeats the words, so that a shifted offset cannot go unseen.
    """

    start: int
    end: int
    exact: str

    def __post_init__(self) -> None:
        if not (0 <= self.start < self.end and self.end - self.start == len(self.exact)):
            raise ValueError(f"span {self.start}:{self.end} does not fit its {len(self.exact)} code points")

    @classmethod
    def of(cls, text: str, start: int, end: int, **fields: Any) -> Self:
        """The span of *text* from *start* to *end*."""
        return cls(start=start, end=end, exact=text[start:end], **fields)


class Citation(Span, frozen=True, tag_field="from", tag="text"):
    """Words of the article's text that state a fact, and the name of the rule that read them so."""

    rule: str = ""


class SourceCitation(Span, frozen=True, tag_field="from", tag="source"):
    """Words that stand in the source but not in the article's text: a section in a breadcrumb, say."""

    rule: str = ""


class Given(Value, frozen=True, tag_field="from", tag="option"):
    """A value that the user gave: no words of the article state it."""

    option: str
    value: str


class Known(Value, frozen=True, tag_field="from", tag="knowledge"):
    """A value that a knowledge base supplies: *source* names it with its version."""

    source: str


Evidence = Citation | SourceCitation | Given | Known


class Stated(Value, frozen=True):
    """A value and what states it; *runner_up* is the next source's value where the sources disagree."""

    value: str
    evidence: tuple[Evidence, ...]
    runner_up: "Stated | None" = None


class Author(Stated, frozen=True):
    """The name of an author, what states it, and the address of a page about that author.

    Where nobody signs, it may be the newsroom or an agency: then *kind* says so.
    """

    url: Stated | None = None
    kind: Literal["person", "organization"] = "person"


Datatype = Literal["Text", "URL", "Boolean", "Integer", "Number", "Date"]


class Property(Value, frozen=True):
    """A property that the page gives to something, by schema.org's local *name*, and the words that state it.

    Its value is a literal or an address of the *datatype*, or else another *thing*.
    """

    name: str
    evidence: tuple[Evidence, ...]
    value: str = ""
    datatype: Datatype = "Text"
    thing: "Description | None" = None


class Description(Value, frozen=True):
    """What a page's structured data say of one thing: its classes, by schema.org's local names, and its properties."""

    classes: tuple[str, ...] = ()
    properties: tuple[Property, ...] = ()

    def values(self, name: str) -> tuple[str, ...]:
        """The literals and addresses that the property *name* has."""
        return tuple(each.value for each in self.properties if each.name == name and each.value)

    def literals(self, of: str = "") -> Iterator[tuple[str, Property]]:
        """Its literals and addresses and those of the things in it, each with its path: "jobTitle of author"."""
        for each in self.properties:
            path = f"{each.name} of {of}" if of else each.name
            if each.thing:
                yield from each.thing.literals(path)
            else:
                yield path, each

    @property
    def title(self) -> str:
        """The first name that it has; empty where it has none."""
        return next(iter(self.values("name")), "")


class LeftOut(Value, frozen=True):
    """A part of the page's structured data that is not among the facts, *what* it is, and why."""

    what: str
    because: str


Role = Literal["author", "publisher", "topic"]


class Identity(Stated, frozen=True, kw_only=True):
    """The address of a Wikidata item, as the page writes it, for somebody or something that it calls *name*.

    *role* tells what part that one has in the article; *type* is schema.org's, empty where the page does not say it.
    """

    name: str
    role: Role
    type: str = ""


class Part(Value, frozen=True):
    """A stretch of the article's text that came from one place of the source, word for word.

    *start* and *end* are offsets in the text, *source_start* is where the same words begin in the source.
    """

    kind: Literal["headline", "subheading", "byline", "paragraph", "caption"]
    start: int
    end: int
    source_start: int


class Image(Value, frozen=True):
    """A picture of the article, known by its caption, by its address, or by both."""

    caption: Stated | None = None
    credit: Stated | None = None
    url: Stated | None = None


class LiveUpdate(Value, frozen=True):
    """An entry of a live blog, with what it says of itself.

    *id* is unique in the article and becomes its IRI's fragment. The first of its *evidence* are its words in the text
    of the article, from the first paragraph to the last; where it has none there, the words that name or date it.
    """

    id: str
    evidence: tuple[Evidence, ...]
    headline: Stated | None = None
    date_published: Stated | None = None
    date_modified: Stated | None = None
    authors: tuple[Author, ...] = ()
    url: Stated | None = None

    @property
    def start(self) -> int | None:
        """Where in the article's text its words begin; None if they do not stand there."""
        words = self.evidence[0] if self.evidence else None
        return words.start if isinstance(words, Citation) else None

    def stated(self) -> Iterator[Stated]:
        """What it says of itself."""
        said = (self.headline, self.date_published, self.date_modified, self.url)
        yield from (each for each in said if each)
        yield from self.authors


class Article(Value, frozen=True):
    r"""An article: its text without the page around it, and what it says of itself.

    *text* is made of *parts*, in the order of the source, with a blank line between two.
    *source_sha256* is that of the source's decoded text (UTF-8, ``\n`` line ends).
    Dates are ISO 8601 with the precision that is known; *language* is a BCP 47 tag.
    *accessible_for_free* is "true" or "false", None where the page does not say it.
    *identities* are the Wikidata items that the page gives for its author, its publisher and its topics.
    *description* is what else the page's structured data say of the article; *left_out* is what they say in vain.
    *updates* are the entries of a live blog: first those with words in the text, in its order, then the others.
    *citations* are the addresses to which the words of paragraphs lead.
    """

    text: str
    parts: tuple[Part, ...]
    headline: Stated
    language: Stated
    source_sha256: str = ""
    url: Stated | None = None
    date_published: Stated | None = None
    date_modified: Stated | None = None
    publisher: Stated | None = None
    authors: tuple[Author, ...] = ()
    sections: tuple[Stated, ...] = ()
    keywords: tuple[Stated, ...] = ()
    accessible_for_free: Stated | None = None
    images: tuple[Image, ...] = ()
    identities: tuple[Identity, ...] = ()
    description: Description | None = None
    left_out: tuple[LeftOut, ...] = ()
    updates: tuple[LiveUpdate, ...] = ()
    citations: tuple[Stated, ...] = ()

    def of_kind(self, *kinds: str) -> Iterator[Part]:
        """The parts of these *kinds*, in the order of the text."""
        return (part for part in self.parts if part.kind in kinds)

    def part_at(self, offset: int) -> Part | None:
        """The part that holds the code point at *offset* of the text."""
        place = bisect.bisect_right(self.parts, offset, key=lambda part: part.start) - 1
        return self.parts[place] if place >= 0 and offset < self.parts[place].end else None

    def update_at(self, offset: int) -> LiveUpdate | None:
        """The entry of a live blog to which the code point at *offset* of the text belongs."""
        end = len(self.text)
        place = bisect.bisect_right(
            self.updates, offset, key=lambda update: end if update.start is None else update.start
        )
        update = self.updates[place - 1] if place else None
        words = update.evidence[0] if update and update.evidence else None
        return update if isinstance(words, Citation) and offset < words.end else None

    def published_at(self, offset: int) -> Stated | None:
        """When what stands at *offset* of the text was published: with the article, or with its entry of a live blog.

        None where that is not known; the day of a live blog is not that of each entry.
        """
        update = self.update_at(offset) if self.updates else None
        return update.date_published if update else self.date_published


def sha256(text: str) -> str:
    """The SHA-256 of *text* in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()
