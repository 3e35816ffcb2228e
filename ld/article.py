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

    Offsets are code points, half-open, as in ``text[start:end]``; *exact* repeats the words, so that a shifted offset
    is noticed.
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
    """Words of the article's text that state a fact, and the name of the rule that applied."""

    rule: str = ""


class SourceCitation(Span, frozen=True, tag_field="from", tag="source"):
    """Words of the source that are not part of the article's text, such as a section in a breadcrumb."""

    rule: str = ""


class Given(Value, frozen=True, tag_field="from", tag="option"):
    """A value that the user gave, for which the article has no words."""

    option: str
    value: str


class Known(Value, frozen=True, tag_field="from", tag="knowledge"):
    """A value from a knowledge base: *source* is its name and version."""

    source: str


Evidence = Citation | SourceCitation | Given | Known


class Stated(Value, frozen=True):
    """A value and its evidence; *runner_up* is the next source's value if the sources disagree."""

    value: str
    evidence: tuple[Evidence, ...]
    runner_up: "Stated | None" = None


class Author(Stated, frozen=True):
    """The name of an author, its evidence, and the address of a page about that author.

    An unsigned article may be by the newsroom or an agency, and *kind* then says so.
    """

    url: Stated | None = None
    kind: Literal["person", "organization"] = "person"


Datatype = Literal["Text", "URL", "Boolean", "Integer", "Number", "Date"]


class Property(Value, frozen=True):
    """A property of something, as the page states it: by schema.org's local *name*, with its evidence.

    Its value is a literal or an address of the *datatype*, or else another *thing*.
    """

    name: str
    evidence: tuple[Evidence, ...]
    value: str = ""
    datatype: Datatype = "Text"
    thing: "Description | None" = None


class Description(Value, frozen=True):
    """What a page's structured data state about one thing: its schema.org classes and properties, by local name."""

    classes: tuple[str, ...] = ()
    properties: tuple[Property, ...] = ()

    def values(self, name: str) -> tuple[str, ...]:
        """The literals and addresses of the property *name*."""
        return tuple(each.value for each in self.properties if each.name == name and each.value)

    def literals(self, of: str = "") -> Iterator[tuple[str, Property]]:
        """Its literals and addresses, and those of the things in it, each with its path: "jobTitle of author"."""
        for each in self.properties:
            path = f"{each.name} of {of}" if of else each.name
            if each.thing:
                yield from each.thing.literals(path)
            else:
                yield path, each

    @property
    def title(self) -> str:
        """Its first name; empty if it has none."""
        return next(iter(self.values("name")), "")


class LeftOut(Value, frozen=True):
    """*what* in the page's structured data is not among the facts, and why."""

    what: str
    because: str


Role = Literal["author", "publisher", "topic"]


class Identity(Stated, frozen=True, kw_only=True):
    """The address of a Wikidata item, as the page writes it, for somebody or something that it calls *name*.

    *role* is the thing's role in the article; *type* is schema.org's, empty if the page does not give one.
    """

    name: str
    role: Role
    type: str = ""


class Part(Value, frozen=True):
    """A stretch of the article's text that came from one place of the source, word for word.

    *start* and *end* are offsets in the text, *source_start* is the offset of the same words in the source.
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
    """An entry of a live blog with its metadata.

    *id* is unique in the article and becomes the fragment of the entry's IRI. The first *evidence* is the entry's span
    of the article's text; if it has none there, the words that name or date it.
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
        """The offset of its words in the article's text; None if they are not part of it."""
        words = self.evidence[0] if self.evidence else None
        return words.start if isinstance(words, Citation) else None

    def stated(self) -> Iterator[Stated]:
        """The values that it states about itself."""
        said = (self.headline, self.date_published, self.date_modified, self.url)
        yield from (each for each in said if each)
        yield from self.authors


class Article(Value, frozen=True):
    r"""An article: its text, without the rest of the page, and its metadata.

    *text* consists of *parts*, in the order of the source, with a blank line between two.
    *source_sha256* is that of the source's decoded text (UTF-8, ``\n`` line ends).
    Dates are ISO 8601, as precise as is known; *language* is a BCP 47 tag.
    *accessible_for_free* is "true" or "false"; None if the page does not say.
    *identities* are the Wikidata items that the page gives for its author, its publisher and its topics.
    *description* holds the page's other structured data about the article; *left_out* is what could not be used.
    *updates* are the entries of a live blog: first those with words in the text, in its order, then the others.
    *citations* are the addresses to which paragraphs link.
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
        """The part that contains the code point at *offset* of the text."""
        place = bisect.bisect_right(self.parts, offset, key=lambda part: part.start) - 1
        return self.parts[place] if place >= 0 and offset < self.parts[place].end else None

    def update_at(self, offset: int) -> LiveUpdate | None:
        """The entry of a live blog that contains the code point at *offset* of the text."""
        end = len(self.text)
        place = bisect.bisect_right(
            self.updates, offset, key=lambda update: end if update.start is None else update.start
        )
        update = self.updates[place - 1] if place else None
        words = update.evidence[0] if update and update.evidence else None
        return update if isinstance(words, Citation) and offset < words.end else None

    def published_at(self, offset: int) -> Stated | None:
        """When the words at *offset* of the text were published: with the article, or with their entry of a live blog.

        None if unknown; an entry without a date does not inherit that of its live blog.
        """
        update = self.update_at(offset) if self.updates else None
        return update.date_published if update else self.date_published


def sha256(text: str) -> str:
    """The SHA-256 of *text* in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()
