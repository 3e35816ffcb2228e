"""From a result to its place in the document."""

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from ld.ntriples import term
from ld.terms import AnyTriple
from ld.validate.checked import Place
from ld.validate.contexts import Contexts
from ld.validate.documents import Document
from ld.validate.one_vocabulary import scanned_in_http
from ld.validate.places.alignment import Key, ScannedTriple, Spot, align
from ld.validate.places.lines import Lines
from ld.validate.report import Result
from ld.vocab import RDF

if TYPE_CHECKING:
    from ld.validate.places.json_ld import Scanned

_MISSING = "#MinCountConstraintComponent"
_ALTERNATIVES = "#OrConstraintComponent"
_GOOGLE = "https://w3id.org/article-ld/shapes/google#"
_OF_KIND = ("-node", "-kind")  # rules on the kind of a value, not on its properties
_TOO_MANY = "#MaxCountConstraintComponent"


def _key(triple: AnyTriple) -> Key:
    subject, predicate, value = triple
    return term(subject), term(predicate), term(value)


class Locator:
    """The places in one document. Nothing is scanned before a place is requested."""

    def __init__(self, document: Document, contexts: Contexts) -> None:
        self._document = document
        self._contexts = contexts
        self._lines = Lines(document.file, document.text)

    def beginning(self) -> Place:
        """The first line."""
        return self._lines.place(0)

    def place(self, result: Result) -> Place | None:
        """The place of the faulty triple of *result*, else of its node; None if the document has neither."""
        if self._document.syntax == "facts":
            from ld.validate.places.facts import find_fact  # noqa: PLC0415 - other syntaxes have none

            field = find_fact(self._document.text, result.focus_node, result.predicate)
            return self._lines.place(field.offset, field.path) if field else None
        written = result.focus_node.startswith(("_:", '"'))  # a blank node or, in N-Triples, a literal
        node = result.focus_node if written else f"<{result.focus_node}>"
        return self._of_triple(node, result) or self._of_node(node)

    def _of_triple(self, node: str, result: Result) -> Place | None:
        predicate = f"<{result.predicate}>" if result.predicate else ""
        own = self._by_node.get(node, ())
        if predicate and result.component.endswith(_MISSING):
            return None
        if predicate and result.term:
            spot = self._spots.get((node, predicate, result.term))
            if spot:
                misspelt = result.shape.endswith("#term") and result.predicate != RDF.type
                if misspelt:
                    return self._at_predicate(spot)
                return self._of_value(result) or self._at_object(spot)
        if predicate:
            spots = sorted(spot for (_, stated, _), spot in own if stated == predicate)
            if spots:
                return self._at_object(
                    spots[min(1, len(spots) - 1)] if result.component.endswith(_TOO_MANY) else spots[0]
                )
        if result.term:
            found = [spot for (_, _, value), spot in own if value == result.term]
            found += [self._spots[key] for key in self._by_object.get(result.term, ()) if not found]
            return self._at_object(min(found)) if found else None
        return None

    def _of_value(self, result: Result) -> Place | None:
        """The place of the description of a value in JSON-LD that lacks something, such as an author given by @id.

        Alternatives in Google's rules report a value in this way, unless its kind is wrong: then the link to it is at
        fault.
        """
        lacks = result.shape.startswith(_GOOGLE) and not result.shape.endswith(_OF_KIND)
        if not lacks or not self._document.blocks or not result.component.endswith(_ALTERNATIVES):
            return None
        described = [spot for _, spot in self._by_node.get(result.term, ()) if spot.node_path]
        return self._lines.place(min(described).subject, min(described).node_path) if described else None

    def _of_node(self, node: str) -> Place | None:
        spots = [spot for _, spot in self._by_node.get(node, ())]
        if spots:
            spot = min(spots)
            return self._lines.place(spot.subject, spot.node_path)
        named = [self._spots[key] for key in self._by_object.get(node, ())]
        return self._at_object(min(named)) if named else None

    def _at_object(self, spot: Spot) -> Place:
        return self._lines.place(spot.object, spot.path)

    def _at_predicate(self, spot: Spot) -> Place:
        return self._lines.place(spot.predicate, spot.path)

    @cached_property
    def blocks(self) -> "tuple[Scanned, ...]":
        """The blocks of JSON-LD, scanned."""
        from ld.validate.places.json_ld import scan  # noqa: PLC0415 - other syntaxes have none

        blocks, base = enumerate(self._document.blocks), self._document.base
        return tuple(scan(block.text, block.start, base, self._contexts, number) for number, block in blocks)

    @cached_property
    def _spots(self) -> dict[Key, Spot]:
        marked = {_key(statement.triple): statement.spot for statement in reversed(self._document.marked)}
        triples = chain.from_iterable(self._document.graphs.values())
        return marked | align(
            self._stated(), (triple for triple in triples if not marked or _key(triple) not in marked)
        )

    @cached_property
    def _by_node(self) -> dict[str, list[tuple[Key, Spot]]]:
        nodes: dict[str, list[tuple[Key, Spot]]] = {}
        for key, spot in self._spots.items():
            nodes.setdefault(key[0], []).append((key, spot))
        return nodes

    @cached_property
    def _by_object(self) -> dict[str, list[Key]]:
        values: dict[str, list[Key]] = {}
        for key in self._spots:
            values.setdefault(key[2], []).append(key)
        return values

    def _stated(self) -> list[ScannedTriple]:
        document = self._document
        if document.syntax in {"json-ld", "html"}:
            stated = [statement for block in self.blocks for statement in block.stated]
        else:
            # imported late: valid documents need no places
            from ld.validate.places import rdf_xml, turtle  # noqa: PLC0415

            scan = rdf_xml.scan if document.syntax == "rdf-xml" else turtle.scan
            stated = scan(document.text, document.base)
        return [scanned_in_http(statement) for statement in stated] if document.one_namespace else stated
