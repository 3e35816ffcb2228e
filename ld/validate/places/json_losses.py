"""What reading JSON-LD drops silently (JSON-LD 1.1 API, section 8: object to RDF conversion)."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Literal, NamedTuple

import pyoxigraph

from ld.validate.places.json_terms import Terms
from ld.validate.places.json_text import Member, Object, Scalar, member_path

_KEYWORDS = frozenset(
    (
        *("@base", "@container", "@context", "@direction", "@graph", "@id", "@import", "@included", "@index", "@json"),
        *("@language", "@list", "@nest", "@none", "@prefix", "@propagate", "@protected", "@reverse", "@set", "@type"),
        *("@value", "@version", "@vocab"),
    )
)


What = Literal["IRI", "language tag", "property", "empty"]


class Lost(NamedTuple):
    """Something that reading drops, at *offset* of the file and *path* in its block.

    It is *written* in the file, in place of an IRI or a language tag, or as a property that is in no context, or with
    an empty address.
    *meant* is the IRI that was made of it, or the property of which it is a value.
    """

    offset: int
    path: str
    written: str
    what: What
    meant: str = ""


class Losses:
    """Collects losses on a walk through the document; *found* is in the order of the walk."""

    def __init__(self) -> None:
        self.found: list[Lost] = []
        self._unsure = 0

    @contextmanager
    def unsure(self, when: object) -> Iterator[None]:
        """A block in which, if *when* is true, nothing is noted: its content may mean what only a full reader knows."""
        self._unsure += bool(when)
        yield
        self._unsure -= bool(when)

    def iri(self, item: Scalar, path: str, name: str, predicate: str = "") -> None:
        """Note *item* if *name*, made of it, is not a valid IRI."""
        if item.value and name.startswith("<") and not is_iri(name[1:-1]):
            self._note(item.start, path, item.value, "IRI", predicate)

    def empty(self, item: Scalar, path: str, member: Member) -> None:
        """Note *item*, the address in *member*, if it is empty, which would mean the address of the document."""
        if not item.value:
            self._note(item.start, path, member.name, "empty")

    def predicate(self, member: Member, path: str, iri: str) -> None:
        """Note *member* if the *iri* of its property is invalid."""
        if not is_iri(iri):
            self._note(member.start, path, member.name, "IRI", iri)

    def unknown(self, member: Member, path: str, terms: Terms) -> None:
        """Note *member*, which has no IRI, unless it is a keyword or a context explicitly gives it none."""
        if terms.keyword(member.name) not in _KEYWORDS and not terms.is_dropped_on_purpose(member.name):
            self._note(member.start, path, member.name, "property")

    def tags(self, texts: Object, path: str) -> None:
        """Note the invalid language tags among the keys of a map of *texts* by language."""
        for member in texts.members:
            if member.name != "@none" and not is_language_tag(member.name):
                self._note(member.start, member_path(path, member.name), member.name, "language tag")

    def tag(self, value: Object, terms: Terms, path: str) -> bool:
        """Whether the language tag of a *value*, if any, is valid; note an invalid one."""
        tag = next((m.value for m in value.members if terms.keyword(m.name) == "@language"), None)
        if not isinstance(tag, Scalar) or tag.value is None or is_language_tag(tag.value):
            return True
        self._note(tag.start, member_path(path, "@language"), tag.value, "language tag")
        return False

    def _note(self, offset: int, path: str, written: str, what: What, meant: str = "") -> None:
        if not self._unsure:
            self.found.append(Lost(offset, path, written, what, meant))


@lru_cache(maxsize=4096)
def is_iri(text: str) -> bool:
    """Whether *text* is an absolute IRI (RFC 3987)."""
    try:
        pyoxigraph.NamedNode(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=256)
def is_language_tag(text: str) -> bool:
    """Whether *text* is well-formed as a language tag (RFC 5646)."""
    try:
        pyoxigraph.Literal("", language=text)
    except ValueError:
        return False
    return True
