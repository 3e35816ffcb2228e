"""Runs other mapping engines on a table of cited words, in an environment of their own.

``python -m speed.mappers ENGINE TABLE ROUNDS`` (ENGINE: maplib or morph-kgc; TABLE: CSV, written by ``tables.py``)
prints a JSON list of [triples, seconds of processor time], one pair per round: mapping, then N-Quads or N-Triples.
It exits with 69 if the engine is not installed.
Each engine gets one thread and the finished IRIs: the table has whatever our own mapping makes of facts.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

NOT_INSTALLED = 69
OA = "http://www.w3.org/ns/oa#"
# term, column; what the column holds
TRIPLES = ((OA + "hasSource", "source", "iri"), (OA + "exact", "exact", "string"))


def by_maplib(table: Path, folder: Path) -> int:
    """The table through one OTTR template."""
    import polars as pl  # noqa: PLC0415 - each engine only where it is measured
    from maplib import Model  # noqa: PLC0415

    triples = [f"ottr:Triple(?node, <{term}>, ?{value})" for term, value, _ in TRIPLES]
    model = Model()
    model.add_template(
        "@prefix ottr: <http://ns.ottr.xyz/0.4/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . "
        "<urn:x:Words> [ottr:IRI ?node, ottr:IRI ?source, xsd:string ?exact] "
        f":: {{ {', '.join(triples)} }} ."
    )
    model.map("urn:x:Words", pl.read_csv(table))
    out = folder / "out.nt"
    model.write(str(out), format="ntriples")
    return _lines(out)


def by_morph_kgc(table: Path, folder: Path) -> int:
    """The table through one RML triples map."""
    import morph_kgc  # noqa: PLC0415

    mapping = folder / "mapping.ttl"
    prefixes = (
        "rr: <http://www.w3.org/ns/r2rml#>",
        "rml: <http://semweb.mmlab.be/ns/rml#>",
        "ql: <http://semweb.mmlab.be/ns/ql#>",
    )
    mapping.write_text("".join(f"@prefix {prefix} .\n" for prefix in prefixes) + _triples_map(table), encoding="utf-8")
    triples = morph_kgc.materialize_set(
        f"[CONFIGURATION]\nnumber_of_processes: 1\nlogging_level: ERROR\n[Words]\nmappings: {mapping}\n"
    )
    out = folder / "out.nt"
    out.write_text("".join(f"{triple} .\n" for triple in triples), encoding="utf-8")
    return _lines(out)


def _triples_map(table: Path) -> str:
    types = {"iri": "rr:IRI", "string": "rr:Literal"}
    objects = (
        f" ; rr:predicateObjectMap [ rr:predicate <{term}> ; "
        f'rr:objectMap [ rml:reference "{value}" ; rr:termType {types[kind]} ] ]'
        for term, value, kind in TRIPLES
    )
    source = f'rml:logicalSource [ rml:source "{table}" ; rml:referenceFormulation ql:CSV ]'
    subjects = 'rr:subjectMap [ rml:reference "node" ; rr:termType rr:IRI ]'
    return f"<urn:x:words> {source} ; {subjects}{''.join(objects)} .\n"


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
        try:
            engine(table, Path(folder))  # loads the libraries
        except ImportError:
            sys.exit(NOT_INSTALLED)
        for _ in range(rounds):
            began = time.process_time()
            triples = engine(table, Path(folder))
            measured.append((triples, time.process_time() - began))
    print(json.dumps(measured))


if __name__ == "__main__":
    main()
