"""What can be published: articles, facts and finished graphs, from files and folders of them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import rdflib

from ld.errors import InputError
from ld.pipeline import Build, build
from ld.publish.publication import evidence_name
from ld.rdf import from_rdflib
from ld.terms import ArticleGraph, Iri, Literal, Triple
from ld.validate import validate
from ld.validate.report import Report
from ld.vocab import RDF, SCHEMA

_FORMATS = {".nq": "nquads", ".trig": "trig", ".ttl": "turtle", ".jsonld": "json-ld"}
_EVIDENCE = ".evidence.ttl"
_INVALID = ".invalid"
_NOT_PUBLIC = frozenset(("withheld", "embargoed", "canceled", "cancelled", "draft"))
"""Values of schema:creativeWorkStatus with which nothing is published (after ninjs pubstatus)."""
_RANKS = (".facts.json", ".nq", ".trig", ".ttl", ".jsonld", ".txt")
"""Of several files with one name, which are the same article, the first of these kinds is read."""


def graphs(source: str) -> Iterator[tuple[ArticleGraph, Report]]:
    """The article graphs of *source*, a file, a folder of files or ``-``, each with the verdict on it.

    A folder gives the articles of its files in the order of their names, each once.
    Raises InputError for what cannot be read, and for a graph whose evidence is not beside it.
    """
    if source != "-" and Path(source).is_dir():
        for path in _articles(Path(source)):
            yield from graphs(str(path))
    elif Path(source).suffix in _FORMATS:
        for graph in _finished(Path(source)):
            yield graph, validate(graph)
    else:
        built: Build = build(source)
        yield built.graph, built.report


def withheld(graph: ArticleGraph) -> str:
    """The state that forbids publishing, if the article says that it is in one ("embargoed"); else nothing."""
    for triple in graph.facts:
        if triple.predicate == SCHEMA.creativeWorkStatus and isinstance(triple.object, Literal):
            status = triple.object.lexical.casefold()
            if status in _NOT_PUBLIC:
                return status
    return ""


def _articles(folder: Path) -> Iterable[Path]:
    """One file for each article in *folder*, by the kinds of ``_RANKS``."""
    best: dict[str, tuple[int, Path]] = {}
    for path in sorted(folder.iterdir()):
        rank = next((rank for rank, kind in enumerate(_RANKS) if path.name.endswith(kind)), None)
        if rank is None or path.name.endswith(_EVIDENCE) or _INVALID in path.name:
            continue
        name = path.name.removesuffix(_RANKS[rank])
        if name not in best or rank < best[name][0]:
            best[name] = (rank, path)
    if not best:
        raise InputError(f"{folder}: holds no article", f"its files may end in {', '.join(_RANKS)}")
    return [path for _, path in best.values()]


def _finished(path: Path) -> Iterator[ArticleGraph]:
    """The article graphs of an RDF file; beside Turtle and JSON-LD the evidence stands in a file of its own."""
    dataset = _parsed(path)
    named = {str(graph.identifier): from_rdflib(graph) for graph in dataset.graphs()}
    facts = {name: triples for name, triples in named.items() if any(_is_article(t) for t in triples)}
    if not facts:
        raise InputError(f"{path}: holds no schema:NewsArticle", "is it a graph of article-ld?")
    beside = path.with_name(path.name.removesuffix(path.suffix) + _EVIDENCE)
    for triples in facts.values():
        name = next(str(t.subject).split("#", 1)[0] for t in triples if _is_article(t))
        evidence = named.get(evidence_name(name), ())
        if not evidence and beside.exists():
            evidence = from_rdflib(_parsed(beside).default_graph)
        if not evidence:
            raise InputError(
                f"{path}: <{name}> has no evidence", f"put {beside.name} beside it, or publish its facts.json"
            )
        yield ArticleGraph(Iri(name), tuple(triples), tuple(evidence))


def _parsed(path: Path) -> rdflib.Dataset:
    dataset = rdflib.Dataset()
    try:
        dataset.parse(path, format=_FORMATS[path.suffix])
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except Exception as error:  # rdflib's parsers raise what they like
        raise InputError(f"{path}: is not {_FORMATS[path.suffix]}: {error}") from error
    return dataset


def _is_article(triple: Triple) -> bool:
    return triple.predicate == RDF.type and triple.object == SCHEMA.NewsArticle
