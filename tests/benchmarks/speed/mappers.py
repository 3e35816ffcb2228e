"""Mapping engines of others on a table of cited words, in an environment of their own.

``python mappers.py ENGINE TABLE ROUNDS`` (ENGINE: maplib or morph-kgc; TABLE: CSV, written by ``tables.py``)
prints a JSON list of [triples, seconds of processor time], one pair a round: mapping, then N-Quads or N-Triples.
Each engine gets one thread and the finished IRIs: what our own mapping makes out of facts lies ready in the table.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

A, OA = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "http://www.w3.org/ns/oa#"
XSD = "http://www.w3.org/2001/XMLSchema#"
# node, term, column or constant; what a column holds
TRIPLES = (
    ("node", A, OA + "SpecificResource", "constant"),
    ("node", OA + "hasSource", "source", "iri"),
    ("node", OA + "hasSelector", "position", "iri"),
    ("node", OA + "hasSelector", "quote", "iri"),
    ("position", A, OA + "TextPositionSelector", "constant"),
    ("position", OA + "start", "start", "integer"),
    ("position", OA + "end", "end", "integer"),
    ("quote", A, OA + "TextQuoteSelector", "constant"),
    ("quote", OA + "exact", "exact", "string"),
    ("quote", OA + "prefix", "prefix", "string"),
    ("quote", OA + "suffix", "suffix", "string"),
)


def by_maplib(table: Path, folder: Path) -> int:
    """The table through one OTTR template."""
    import polars as pl  # noqa: PLC0415 - each engine only where it is measured
    from maplib import Model  # noqa: PLC0415

    iris, integers = ("node", "source", "position", "quote"), ("start", "end")
    texts = ("exact", "prefix", "suffix")
    parameters = [
        *(f"ottr:IRI ?{name}" for name in iris),
        *(f"xsd:integer ?{name}" for name in integers),
        *(f"? xsd:string ?{name}" for name in texts),
    ]
    triples = [
        f"ottr:Triple(?{node}, <{term}>, {f'<{value}>' if kind == 'constant' else f'?{value}'})"
        for node, term, value, kind in TRIPLES
    ]
    model = Model()
    model.add_template(
        f"@prefix ottr: <http://ns.ottr.xyz/0.4/> . @prefix xsd: <{XSD}> . "
        f"<urn:x:Words> [{', '.join(parameters)}] :: {{ {', '.join(triples)} }} ."
    )
    model.map("urn:x:Words", pl.read_csv(table))
    out = folder / "out.nt"
    model.write(str(out), format="ntriples")
    return _lines(out)


def by_morph_kgc(table: Path, folder: Path) -> int:
    """The table through one RML triples map a kind of node."""
    import morph_kgc  # noqa: PLC0415

    maps = (_triples_map(node, table) for node in ("node", "position", "quote"))
    mapping = folder / "mapping.ttl"
    prefixes = (
        "rr: <http://www.w3.org/ns/r2rml#>",
        "rml: <http://semweb.mmlab.be/ns/rml#>",
        "ql: <http://semweb.mmlab.be/ns/ql#>",
    )
    mapping.write_text("".join(f"@prefix {prefix} .\n" for prefix in prefixes) + "".join(maps), encoding="utf-8")
    triples = morph_kgc.materialize_set(
        f"[CONFIGURATION]\nnumber_of_processes: 1\nlogging_level: ERROR\n[Words]\nmappings: {mapping}\n"
    )
    out = folder / "out.nt"
    out.write_text("".join(f"{triple} .\n" for triple in triples), encoding="utf-8")
    return _lines(out)


def _triples_map(subject: str, table: Path) -> str:
    objects = (
        f" ; rr:predicateObjectMap [ rr:predicate <{term}> ; {_object_map(value, kind)} ]"
        for node, term, value, kind in TRIPLES
        if node == subject
    )
    source = f'rml:logicalSource [ rml:source "{table}" ; rml:referenceFormulation ql:CSV ]'
    subjects = f'rr:subjectMap [ rml:reference "{subject}" ; rr:termType rr:IRI ]'
    return f"<urn:x:{subject}> {source} ; {subjects}{''.join(objects)} .\n"


def _object_map(value: str, kind: str) -> str:
    if kind == "constant":
        return f"rr:object <{value}>"
    types = {"iri": "rr:termType rr:IRI", "integer": f"rr:datatype <{XSD}integer>", "string": "rr:termType rr:Literal"}
    return f'rr:objectMap [ rml:reference "{value}" ; {types[kind]} ]'


def _lines(file: Path) -> int:
    with file.open("rb") as lines:
        return sum(1 for _ in lines)


ENGINES: dict[str, Callable[[Path, Path], int]] = {"maplib": by_maplib, "morph-kgc": by_morph_kgc}


def main() -> None:
    """Measure one engine."""
    os.environ.update(POLARS_MAX_THREADS="1", RAYON_NUM_THREADS="1")
    engine, table, rounds = ENGINES[sys.argv[1]], Path(sys.argv[2]), int(sys.argv[3])
    measured = []
    with tempfile.TemporaryDirectory() as folder:
        engine(table, Path(folder))  # loads the libraries
        for _ in range(rounds):
            began = time.process_time()
            triples = engine(table, Path(folder))
            measured.append((triples, time.process_time() - began))
    print(json.dumps(measured))


if __name__ == "__main__":
    main()
