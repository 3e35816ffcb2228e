"""What can be published: articles, facts and finished graphs, from files and folders of them."""

import gzip
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import IO, cast

import pyoxigraph

from ld.errors import InputError
from ld.oxigraph import iri_of, object_of
from ld.pipeline import Build, build
from ld.terms import ArticleGraph, Iri, Triple, evidence_name
from ld.validate import validate
from ld.validate.report import Report
from ld.vocab import RDF, SCHEMA

_FORMATS = {
    ".nq": pyoxigraph.RdfFormat.N_QUADS,
    ".trig": pyoxigraph.RdfFormat.TRIG,
    ".ttl": pyoxigraph.RdfFormat.TURTLE,
    ".jsonld": pyoxigraph.RdfFormat.JSON_LD,
}
_EVIDENCE = ".evidence.ttl"
_INVALID = ".invalid"
_PARTITION = ".nq.gz"
_NEAR_DUPLICATES = "near-duplicates.nq.gz"
"""The pairs of similar articles that ``corpus`` writes beside its partitions, in the graphs of the later ones."""
_RANKS = (".facts.json", ".nq", ".trig", ".ttl", ".jsonld", ".txt", _PARTITION)
"""Of several files with one name, which are the same article, the first of these kinds is read."""


def files(source: str) -> list[str]:
    """*source* itself, or for a folder its files in the order of their names, one for each article.

    Raises InputError for a folder without any.
    """
    if source != "-" and Path(source).is_dir():
        return [str(path) for path in _articles(Path(source))]
    return [source]


def graphs(file: str) -> Iterator[tuple[ArticleGraph, Report]]:
    """The article graphs of *file* (``-`` is standard input), each with its verdict.

    Raises InputError for a file that cannot be read, and for a graph whose evidence file is missing.
    """
    path = Path(file)
    if path.suffix in _FORMATS or path.name.endswith(_PARTITION):
        for graph in _partition(path) if path.suffix == ".gz" else _finished(path):
            yield graph, validate(graph)
    else:
        built: Build = build(file)
        yield built.graph, built.report


def _articles(folder: Path) -> Iterable[Path]:
    """One file for each article in *folder*, by the kinds of ``_RANKS``."""
    best: dict[str, tuple[int, Path]] = {}
    for path in sorted(folder.iterdir()):
        rank = next((rank for rank, kind in enumerate(_RANKS) if path.name.endswith(kind)), None)
        if rank is None or path.name.endswith((_EVIDENCE, _NEAR_DUPLICATES)) or _INVALID in path.name:
            continue
        name = path.name.removesuffix(_RANKS[rank])
        if name not in best or rank < best[name][0]:
            best[name] = (rank, path)
    if not best:
        raise InputError(f"{folder}: holds no article", f"its files may end in {', '.join(_RANKS)}")
    return [path for _, path in best.values()]


def _finished(path: Path) -> Iterator[ArticleGraph]:
    """The article graphs of an RDF file. For Turtle and JSON-LD the evidence is in a file beside it."""
    named = _by_graph(_quads(path))
    beside = path.with_name(path.name.removesuffix(path.suffix) + _EVIDENCE)
    found = False
    for triples in named.values():
        for name in sorted({str(t.subject).split("#", 1)[0] for t in triples if _is_article(t)}):
            found = True
            evidence = named.get(evidence_name(name)) or (
                _by_graph(_quads(beside)).get("") if beside.exists() else None
            )
            if not evidence:
                hint = f"put {beside.name} beside it, or publish its facts.json"
                raise InputError(f"{path}: <{name}> has no evidence", hint)
            yield ArticleGraph(Iri(name), tuple(triples), tuple(evidence))
    if not found:
        raise InputError(f"{path}: holds no schema:NewsArticle", "is it a graph of article-ld?")


def _partition(path: Path) -> Iterator[ArticleGraph]:
    """The article graphs of a partition written by ``corpus``, which keeps the quads of an article together.

    Only one article is in memory at a time, apart from the pairs of near-duplicates.
    """
    beside = path.with_name(_NEAR_DUPLICATES)
    pairs = _by_graph(_quads(beside)) if beside.exists() else {}
    seen: set[str] = set()
    for name, quads in groupby(_quads(path), key=lambda quad: quad[0].removesuffix("#evidence")):
        if name in seen:
            hint = "publish takes partitions of article-ld corpus; decompress other files to NAME.nq"
            raise InputError(f"{path}: the quads of <{name}> do not stand together", hint)
        seen.add(name)
        named = _by_graph(quads)
        facts, evidence = (
            tuple(triple for graphs in (named, pairs) for triple in graphs.get(graph, ()))
            for graph in (name, evidence_name(name))
        )
        yield ArticleGraph(Iri(name), facts, evidence)


def _by_graph(quads: Iterable[tuple[str, Triple]]) -> dict[str, list[Triple]]:
    """The triples of each graph, by its name."""
    graphs: dict[str, list[Triple]] = {}
    for name, triple in quads:
        graphs.setdefault(name, []).append(triple)
    return graphs


def _quads(path: Path) -> Iterator[tuple[str, Triple]]:
    """The triples of an RDF file, each with the name of its graph; that of the default graph is empty."""
    kind = _FORMATS[path.with_suffix("").suffix if path.suffix == ".gz" else path.suffix]
    try:
        with cast("IO[bytes]", gzip.open(path) if path.suffix == ".gz" else path.open("rb")) as file:
            for quad in pyoxigraph.parse(file, format=kind):
                name = quad.graph_name.value if isinstance(quad.graph_name, pyoxigraph.NamedNode) else ""
                yield name, Triple(iri_of(quad.subject), iri_of(quad.predicate), object_of(quad.object))
    except (OSError, EOFError) as error:
        raise InputError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{path}: {error}", "is the file of the kind that its name says?") from error
    except MemoryError as error:  # the parser's own bound
        raise InputError(f"{path}: holds a term of more than 16 MB", "keep long texts out of the graph") from error


def _is_article(triple: Triple) -> bool:
    return triple.predicate == RDF.type and triple.object == SCHEMA.NewsArticle
