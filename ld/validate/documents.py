"""Reads any file that can be validated into triples: RDF in six syntaxes, pages with JSON-LD inside, facts.json."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from ld.errors import InputError
from ld.oxigraph import Terms
from ld.standard_input import read_standard_input
from ld.terms import AnyTriple, Iri, evidence_name
from ld.urls import is_address
from ld.validate.blocks import TERM_TOO_LONG, BlockError, Unread, mended_quads_of, quads_of, reason, unread
from ld.validate.contexts import Contexts
from ld.validate.pages import Block
from ld.validate.xml_bounds import ill_formed_line, refuse_bombs

if TYPE_CHECKING:
    from ld.validate.markup.marked import Marked

SYNTAXES = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nt": "n-triples",
    ".nq": "n-quads",
    ".rdf": "rdf-xml",
    ".xml": "rdf-xml",
    ".owl": "rdf-xml",
    ".jsonld": "json-ld",
    ".json": "",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
"""The syntax of a file by its suffix; for ``.json`` (JSON-LD or facts.json) the content decides."""

RELATIVE = "x-relative:/"
"""The base of documents without one: an IRI that begins with it was relative, and cannot be followed."""

_FORMATS = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "n-triples": pyoxigraph.RdfFormat.N_TRIPLES,
    "n-quads": pyoxigraph.RdfFormat.N_QUADS,
    "rdf-xml": pyoxigraph.RdfFormat.RDF_XML,
}
_PAGE = re.compile(rb"\s*<(?:!doctype|html)\b", re.IGNORECASE)
_NO_BASE = frozenset(("n-triples", "n-quads"))
_FOUR_TERMS = re.compile(r"^\s*(?:<[^>]*>|_:\S+)\s+<[^>]*>\s+.*\s<[^>]*>\s*\.\s*$", re.MULTILINE)


class Document(NamedTuple):
    """A file and the triples in it.

    *graphs* holds the triples of each graph by its name (empty for the default graph), in the order of the file.
    Blank nodes are ``_:b1``, ``_:b2``, … in order of appearance; *relative* are the IRIs that were relative.
    *about_triples* counts statements about triples (RDF 1.2), which are not among the triples.
    *blocks* are the JSON texts of JSON-LD and of pages, with their offsets in *text*; *unread* are those of a page that
    cannot be read, without effect on the others, and *slips* are what was mended to read the others.
    *marked* are the statements of microdata and RDFa, which are in the default graph, too.
    *one_namespace* says that ``https://schema.org/`` was read as ``http://schema.org/``.
    """

    file: str
    syntax: str
    text: str
    graphs: Mapping[str, tuple[AnyTriple, ...]]
    blocks: tuple[Block, ...] = ()
    base: str = RELATIVE
    relative: frozenset[str] = frozenset()
    marked: "tuple[Marked, ...]" = ()
    one_namespace: bool = False
    about_triples: int = 0
    unread: tuple[Unread, ...] = ()
    slips: tuple[Unread, ...] = ()


def read_document(
    source: str, contexts: Contexts | None = None, blank: str = "b", *, allow_private: bool = False
) -> Document:
    """The document in the file *source*, at the address *source*, or on standard input for ``-``.

    *contexts* are JSON-LD contexts by URL, in addition to schema.org's; none is fetched.
    The labels of blank nodes begin with *blank*: documents with different prefixes can be merged.
    Addresses in private networks are read only with *allow_private*.
    Raises InputError, whose message begins with the file and, if known, the line.
    """
    if is_address(source):
        from ld.validate.addresses import text_at  # noqa: PLC0415 - files need nothing that fetches

        text, address = text_at(source, allow_private=allow_private)
        return parse(source, text, sniff(text), contexts or {}, blank, address)
    file = "stdin" if source == "-" else source
    syntax = SYNTAXES.get(Path(source).suffix.lower(), "")
    text = _text(source, file, syntax)
    return parse(file, text, syntax or sniff(text), contexts or {}, blank)


def _text(source: str, file: str, syntax: str) -> str:
    """The text of *source*: UTF-8, unless it is a page that declares another encoding."""
    try:
        data = read_standard_input() if source == "-" else Path(source).read_bytes()
        if (syntax == "html" or _PAGE.match(data)) and not data.startswith(BOM_UTF8):
            return _text_of_page(data, file)
        return data.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise InputError(f"{file}: no such file", "check the path; - reads standard input") from error
    except OSError as error:
        raise InputError(f"{file}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{file}:{line}: is not UTF-8", "save it as UTF-8") from error


def _text_of_page(data: bytes, file: str) -> str:
    from ld.read.html.charsets import REPLACEMENT, understood  # noqa: PLC0415 - nothing but a page may wait for it
    from ld.read.html.encoding import declared  # noqa: PLC0415

    charset = declared(data)
    if not charset or charset in {"utf-8", REPLACEMENT}:
        return data.decode()
    text = understood(data, charset)
    if text is None:
        raise InputError(f"{file}: is not {charset}, as it says", "save it as UTF-8, and let it say so")
    return text


def sniff(text: str) -> str:
    """The syntax that *text* appears to be in; by default TriG, which includes Turtle and N-Triples."""
    start = text.lstrip()[:2000].lower()
    if re.match(r'\{\s*["}]|\[\s*[\[{"]|\[\s*\]\s*$', start):
        return "facts" if re.search(r'"version"\s*:', start) and '"@context"' not in start else "json-ld"
    if start.startswith(("<!doctype", "<html")):
        return "html"
    if start.startswith(("<?xml", "<rdf:rdf")):
        return "html" if "<html" in start else "rdf-xml"
    return "n-quads" if _FOUR_TERMS.search(text) else "trig"


def parse(  # noqa: PLR0913, PLR0917 - what there is to know of a text
    file: str, text: str, syntax: str, contexts: Contexts, blank: str = "b", address: str = ""
) -> Document:
    """*text*, which came from *address* if from the Web, as a Document; see ``read_document``."""
    if syntax == "facts":
        return _facts(file, text)
    terms = Terms(blank)
    if syntax not in {"html", "json-ld"}:
        graphs = _graphs(file, _quads(file, text, syntax, address or RELATIVE), terms)
        return Document(
            file,
            syntax,
            text,
            graphs,
            base=address or RELATIVE,
            relative=_relative(terms),
            about_triples=terms.about_triples,
        )
    if syntax == "html":
        return _page(file, text, contexts, terms, address)
    base = address or RELATIVE
    graphs = _graphs(file, _json_ld(file, text, base, contexts), terms)
    return Document(file, syntax, text, graphs, (Block(text, 0),), base, _relative(terms))


def _page(file: str, text: str, contexts: Contexts, terms: Terms, address: str) -> Document:
    from ld.validate.markup import marked_statements  # noqa: PLC0415 - nothing but a page may wait for it
    from ld.validate.pages import read_page  # noqa: PLC0415

    page = read_page(text)
    base = page.address or address or RELATIVE
    blocks, quads, left, slips = _blocks_read(page.blocks, base, contexts)
    graphs = _graphs(file, quads, terms)
    try:
        marked = marked_statements(text, base, page.markup)
    except InputError as error:
        raise InputError(f"{file}: {error}", error.hint) from error
    if marked:
        graphs[""] = (*graphs.get("", ()), *(statement.triple for statement in marked))
    relative = _relative(terms).union(*(_relative_in(statement.triple) for statement in marked))
    return Document(file, "html", text, graphs, blocks, base, relative, marked, unread=left, slips=slips)


def _relative(terms: Terms) -> frozenset[str]:
    return frozenset(iri for iri in terms.iris if iri.startswith(RELATIVE))


def _relative_in(triple: AnyTriple) -> Iterator[str]:
    return (node for node in triple if isinstance(node, Iri) and node.startswith(RELATIVE))


def _facts(file: str, text: str) -> Document:
    # imported late: checking RDF need not wait for the code that reads and links facts
    from ld.linked_graph import linked_graph  # noqa: PLC0415
    from ld.read import read_facts  # noqa: PLC0415

    try:
        graph = linked_graph(read_facts(text)).graph
    except InputError as error:
        raise InputError(f"{file}{_line_in_facts(text, str(error))}: {error}", error.hint) from error
    return Document(file, "facts", text, {graph.name: graph.facts, evidence_name(graph.name): graph.evidence})


def _line_in_facts(text: str, message: str) -> str:
    """The line that *message* refers to, by its number or by a JSON path, after a colon; empty if it names none."""
    if number := re.search(r"\bline (\d+)", message):
        return f":{number[1]}"
    from ld.validate.places.facts import offset_of  # noqa: PLC0415 - nobody else has such paths

    path = re.search(r"\$(?:\.\w+|\[\d+\])+", message)
    with suppress(RecursionError):
        return f":{text.count(chr(10), 0, offset_of(text, path[0])) + 1}" if path else ""
    return ""


def _blocks_read(
    blocks: Iterable[Block], base: str, contexts: Contexts
) -> tuple[tuple[Block, ...], list[pyoxigraph.Quad], tuple[Unread, ...], tuple[Unread, ...]]:
    """The readable *blocks* of a page, their quads, and the messages about the others and about slips."""
    read: list[Block] = []
    quads: list[pyoxigraph.Quad] = []
    left: list[Unread] = []
    slips: list[Unread] = []
    for block in blocks:
        try:
            mended, stated, slipped = mended_quads_of(block, base, contexts)
            read.append(mended)
            quads += stated
            slips += slipped
        except BlockError as error:
            left.append(unread(block, error))
    return tuple(read), quads, tuple(left), tuple(slips)


def _json_ld(file: str, text: str, base: str, contexts: Contexts) -> list[pyoxigraph.Quad]:
    try:
        return quads_of(Block(text, 0), base, contexts)
    except BlockError as error:
        line = "" if error.offset is None else f":{text.count(chr(10), 0, error.offset) + 1}"
        raise InputError(f"{file}{line}: {error}", error.hint) from error


def _quads(file: str, text: str, syntax: str, base: str = RELATIVE) -> Iterator[pyoxigraph.Quad]:
    if syntax == "rdf-xml":
        refuse_bombs(file, text)
    try:
        yield from pyoxigraph.parse(
            text.encode(),
            format=_FORMATS[syntax],
            base_iri=None if syntax in _NO_BASE else base,
            rename_blank_nodes=True,
        )
    except SyntaxError as error:
        line = error.lineno or (ill_formed_line(text) if syntax == "rdf-xml" else 0)
        place = f":{line}" if line else ""
        raise InputError(f"{file}{place}: invalid {_NAMES[syntax]}: {reason(error)}", _hint(file)) from error
    except ValueError as error:
        raise InputError(f"{file}: invalid {_NAMES[syntax]}: {error}", "correct the syntax") from error
    except MemoryError as error:  # the parser's own bound
        raise InputError(f"{file}: {TERM_TOO_LONG}", "keep long texts out of the graph") from error


_NAMES = {
    "turtle": "Turtle",
    "trig": "TriG",
    "n-triples": "N-Triples",
    "n-quads": "N-Quads",
    "rdf-xml": "RDF/XML",
}


def _graphs(file: str, quads: Iterable[pyoxigraph.Quad], terms: Terms) -> dict[str, tuple[AnyTriple, ...]]:
    """The triples of *quads* by the names of their graphs; those about triples are counted and skipped."""
    graphs: dict[str, list[AnyTriple]] = {}
    for quad in quads:
        graph = quad.graph_name
        if isinstance(quad.object, pyoxigraph.Triple):
            terms.about_triples += 1
            continue
        try:
            name = "" if isinstance(graph, pyoxigraph.DefaultGraph) else str(terms.node(graph))
            value = terms.term(quad.object)
            graphs.setdefault(name, []).append((terms.node(quad.subject), terms.iri(quad.predicate.value), value))
        except ValueError as error:
            raise InputError(f"{file}: {error}", "state it apart") from error
    return {name: tuple(triples) for name, triples in graphs.items()}


def _hint(file: str) -> str:
    """What to do about a file that cannot be parsed: one with an unknown suffix was taken for RDF."""
    if Path(file).suffix.lower() == ".txt":
        return "is it the text of an article? build it first: article-ld build SOURCE"
    return "correct the syntax"
