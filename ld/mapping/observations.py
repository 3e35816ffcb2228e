"""Figures as observations about their event: schema.org has no property that leads from an event to a number."""

from collections.abc import Iterator

from ld.figures import Figure
from ld.mapping.proved import ProvedTriple
from ld.terms import Iri, Literal, Triple
from ld.vocab import RDF, SCHEMA, XSD_NS


def observation_of(event: Iri, figure: Figure) -> Iri:
    """The node of *figure*: that of its *event* and the quantity, which an event has at most once."""
    return Iri(f"{event}-{figure.measure.replace(' ', '-')}")


def observation(figure: Figure, event: Iri) -> Iterator[ProvedTriple]:
    """What is measured of the node *event*, the number or its bound, and the unit."""
    node = observation_of(event, figure)
    yield Triple(node, RDF.type, SCHEMA.Observation), ()
    yield Triple(node, SCHEMA.observationAbout, event), figure.evidence
    yield Triple(node, SCHEMA.variableMeasured, Literal(figure.measure)), figure.evidence
    yield Triple(node, _VALUES[figure.bound], _value(figure)), figure.evidence
    if figure.unit:
        yield Triple(node, SCHEMA.unitText, Literal(figure.unit)), figure.evidence


_VALUES = {None: SCHEMA.value, "least": SCHEMA.minValue, "most": SCHEMA.maxValue}


def _value(figure: Figure) -> Literal:
    """A whole number, or the two of a score as they are written."""
    is_number = figure.value.isascii() and figure.value.isdecimal()
    return Literal(figure.value, XSD_NS.integer) if is_number else Literal(figure.value)
