"""Where it all came from: texts, options, knowledge bases, and the run that built the graph."""

from collections.abc import Collection, Iterable, Iterator

from ld.article import Article, Given, Known, SourceCitation, sha256
from ld.facts import Facts, Link
from ld.identifiers import digest
from ld.mapping.nodes import Nodes, fragment
from ld.terms import Iri, Literal, Row
from ld.version import __version__
from ld.vocab import PROV, RDF, SCHEMA


class Origins:
    """The nodes of sources other than text: the options that the user gave, and the knowledge bases, by name."""

    def __init__(self, facts: Facts, cited: Iterable[object], nodes: Nodes) -> None:
        cited = tuple(cited)
        self.given = tuple(dict.fromkeys(item for item in cited if isinstance(item, Given)))
        self.options = {item.option: nodes.own(f"option-{fragment(item.option.lstrip('-'))}") for item in self.given}
        sources = {item.source for item in cited if isinstance(item, Known)}
        sources |= {entity.link.source for entity in facts.entities if isinstance(entity.link, Link)}
        self.knowledge = {source: nodes.own(f"knowledge-{digest(source)}") for source in sorted(sources)}

    def of(self, evidence: Iterable[object]) -> Iterator[Iri]:
        """The nodes of the options and knowledge among the *evidence*."""
        for item in evidence:
            if isinstance(item, Given):
                yield self.options[item.option]
            elif isinstance(item, Known):
                yield self.knowledge[item.source]


def provenance(article: Article, cited: Collection[object], origins: Origins, nodes: Nodes) -> Iterator[Row]:
    """The triples of all that the graph rests on, and of the run that made it."""
    yield from _texts(article, cited, nodes)
    for given in origins.given:
        yield from _named(origins.options[given.option], given.option)
        yield (origins.options[given.option], PROV.value, Literal(given.value))
    for source, node in origins.knowledge.items():
        yield from _named(node, source)
    yield from _run(nodes)


def _texts(article: Article, cited: Collection[object], nodes: Nodes) -> Iterator[Row]:
    text, source = nodes.own("text"), nodes.own("source")
    yield from _media(text, sha256(article.text))
    if article.source_sha256 or any(isinstance(item, SourceCitation) for item in cited):
        yield (text, PROV.wasDerivedFrom, source)
        yield from _media(source, article.source_sha256)


def _media(node: Iri, digest: str) -> Iterator[Row]:
    yield (node, RDF.type, PROV.Entity)
    yield (node, RDF.type, SCHEMA.MediaObject)
    yield (node, SCHEMA.sha256, Literal(digest))


def _named(node: Iri, name: str) -> Iterator[Row]:
    yield (node, RDF.type, PROV.Entity)
    yield (node, SCHEMA.name, Literal(name))


def _run(nodes: Nodes) -> Iterator[Row]:
    run, software = nodes.own("build"), nodes.own("article-ld")
    yield (nodes.name, PROV.wasGeneratedBy, run)
    yield (run, RDF.type, PROV.Activity)
    yield (run, PROV.used, nodes.own("text"))
    yield (run, PROV.wasAssociatedWith, software)
    yield (software, RDF.type, PROV.SoftwareAgent)
    yield (software, SCHEMA.name, Literal("article-ld"))
    yield (software, SCHEMA.softwareVersion, Literal(__version__))
