"""What reading a document leaves out: values that JSON-LD drops, statements about triples (RDF 1.2)."""

from collections.abc import Iterator
from itertools import chain

from ld.terms import Iri, Literal
from ld.validate.checked import Located
from ld.validate.contexts import Contexts
from ld.validate.documents import Document
from ld.validate.guards import CHECKS, own_finding
from ld.validate.index import Index
from ld.validate.places import json_ld, turtle
from ld.validate.places.json_losses import Lost, is_iri
from ld.validate.places.lines import Lines
from ld.validate.results import result_of
from ld.validate.shacl.vocabulary import SH
from ld.validate.wording import Wording
from ld.vocab import SCHEMA

_TEMPLATE = frozenset("{}")


def left_out(document: Document, contexts: Contexts, severity: Iri = SH.Violation) -> Iterator[Located]:
    """Each value that vanishes on reading, of this *severity*, and an info on statements about triples."""
    lines = Lines(document.file, document.text)
    wording = Wording(Index(()), document.file)
    said = any(document.graphs.values())  # else it is said once that nothing came out
    for offset, path, message, written in chain(_lost(document, contexts) if said else (), _about_triples(document)):
        gravity, check = (severity, "lost") if written else (SH.Info, "triple-term")
        value = Literal(written) if written else None
        finding = own_finding(check, Iri(document.file), value=value, message=message, severity=gravity)
        yield Located(result=result_of(finding, wording, CHECKS + check), place=lines.place(offset, path))


def _lost(document: Document, contexts: Contexts) -> Iterator[tuple[int, str, str, str]]:
    for block in document.blocks:
        for lost in json_ld.lost(block.text, block.start, document.base, contexts):
            if not _is_template(lost):
                yield lost.offset, lost.path, _ADVICE[lost.what].format(lost.written), lost.written


def _is_template(lost: Lost) -> bool:
    """Whether it is an address with a gap to fill, as schema.org has it for what an action leads to."""
    filled = "".join(sign for sign in lost.written if sign not in _TEMPLATE)
    return lost.meant == SCHEMA.target and lost.what == "IRI" and is_iri(filled)


_ADVICE = {
    "IRI": "Correct “{}”, or encode what no IRI can hold: readers of JSON-LD drop it with all that it stands for.",
    "language tag": "Correct “{}”: it is no language tag, so readers of JSON-LD drop the text.",
    "property": "Give “{}” a meaning in the @context: without any, readers of JSON-LD drop it with its values.",
}


def _about_triples(document: Document) -> Iterator[tuple[int, str, str, str]]:
    count = document.about_triples
    if count:
        what = "a statement about a triple" if count == 1 else f"{count} statements about triples"
        message = f"Check {what} (RDF 1.2) in some other way: no shape here looks at it."
        yield turtle.unknown_at(document.text) if document.syntax != "rdf-xml" else 0, "", message, ""
