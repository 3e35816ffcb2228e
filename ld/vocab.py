"""The namespaces in use and their prefixes, in one table for Turtle, JSON-LD and SHACL."""

from ld.terms import XSD, Iri


class Namespace(str):  # noqa: SLOT000 - it keeps its terms
    """An IRI prefix whose attributes are its terms: ``SCHEMA.name``.

    A term that is called like a method of str (``title``) is written ``Iri(SCHEMA + "title")``.
    """

    def __getattr__(self, term: str) -> Iri:
        if term.startswith("__"):
            raise AttributeError(term)
        iri = Iri(self + term)
        setattr(self, term, iri)  # so that the next time Python finds it itself
        return iri


SCHEMA = Namespace("http://schema.org/")
WD = Namespace("http://www.wikidata.org/entity/")
OA = Namespace("http://www.w3.org/ns/oa#")
PROV = Namespace("http://www.w3.org/ns/prov#")
ITSRDF = Namespace("http://www.w3.org/2005/11/its/rdf#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
XSD_NS = Namespace(XSD)

PREFIXES = {
    "schema": SCHEMA,
    "wd": WD,
    "oa": OA,
    "prov": PROV,
    "itsrdf": ITSRDF,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD_NS,
}
