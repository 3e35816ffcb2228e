"""What reading a document leaves out: broken blocks, values that JSON-LD drops, statements about triples (RDF 1.2)."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from ld.terms import Iri, Literal
from ld.validate.checked import Located
from ld.validate.documents import Document
from ld.validate.guards import CHECKS, own_finding
from ld.validate.index import Index
from ld.validate.places import turtle
from ld.validate.places.json_losses import Lost, is_iri
from ld.validate.places.lines import Lines
from ld.validate.results import result_of
from ld.validate.shacl.vocabulary import SH
from ld.validate.wording import Wording
from ld.vocab import SCHEMA

_TEMPLATE = frozenset("{}")


class _Part(NamedTuple):
    offset: int
    path: str
    check: str
    severity: Iri
    message: str
    written: str = ""


def left_out(document: Document, lost: Iterable[Lost], severity: Iri = SH.Violation) -> Iterator[Located]:
    """Each broken block, what is *lost* on reading, of this *severity*, and an info on statements about triples."""
    lines = Lines(document.file, document.text)
    wording = Wording(Index(()), document.file)
    said = any(document.graphs.values())  # else a single message says that nothing was read
    dropped = _lost(lost, severity) if said else ()
    for part in chain(_unread(document), dropped, _about_triples(document)):
        value = Literal(part.written) if part.written else None
        finding = own_finding(part.check, Iri(document.file), None, value, part.message, part.severity)
        yield Located(
            result=result_of(finding, wording, CHECKS + part.check), place=lines.place(part.offset, part.path)
        )


def _unread(document: Document) -> Iterator[_Part]:
    for offset, why, hint in document.unread:
        message = f"Let the block of JSON-LD be read, or nobody has what it says: {why} ({hint})."
        yield _Part(offset, "", "block", SH.Violation, message)
    for offset, what, remedy in document.slips:
        message = f"Mend this block of JSON-LD, or strict readers have nothing of what it says: {what} ({remedy})."
        yield _Part(offset, "", "block", SH.Violation, message)


def _lost(found: Iterable[Lost], severity: Iri) -> Iterator[_Part]:
    """Each loss at its first occurrence: one fault of a template may be in each entry of a menu."""
    alike: dict[tuple[str, str], list[Lost]] = {}
    for lost in found:
        if not _is_template(lost):
            alike.setdefault((lost.what, lost.written), []).append(lost)
    for (what, written), (first, *others) in alike.items():
        often = f" It is lost {len(others) + 1} times in this file." if others else ""
        if what == "empty":
            often = f" So {len(others) + 1} times in this file." if others else ""
        check, how = ("range", SH.Warning) if what == "empty" else ("lost", severity)
        yield _Part(first.offset, first.path, check, how, _ADVICE[what].format(written) + often, written)


def _is_template(lost: Lost) -> bool:
    """Whether it is an address with a gap to fill, as schema.org has it for the target of an action."""
    filled = "".join(sign for sign in lost.written if sign not in _TEMPLATE)
    return lost.meant == SCHEMA.target and lost.what == "IRI" and is_iri(filled)


_ADVICE: dict[str, str] = {
    "IRI": "Correct “{}”, or encode what no IRI can hold: readers of JSON-LD drop it with all that it stands for.",
    "language tag": "Correct “{}”: it is no language tag, so readers of JSON-LD drop the text.",
    "empty": "Give “{}” an address, or leave it out: an empty one is that of the page itself.",
    "property": "Give “{}” a meaning in the @context: without any, readers of JSON-LD drop it with its values.",
}


def _about_triples(document: Document) -> Iterator[_Part]:
    count = document.about_triples
    if count:
        what = "a statement about a triple" if count == 1 else f"{count} statements about triples"
        message = f"Check {what} (RDF 1.2) in some other way: no shape here looks at it."
        offset = turtle.unknown_at(document.text) if document.syntax != "rdf-xml" else 0
        yield _Part(offset, "", "triple-term", SH.Info, message)
