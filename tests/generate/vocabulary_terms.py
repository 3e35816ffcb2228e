"""Write ld/validate/data/vocabulary-terms.csv: the terms of the vocabularies that validation knows completely.

They are those of rdflib's closed namespaces; for schema.org, also those of ``ld.schema_org``, which are newer.
Run ``python tests/generate/vocabulary_terms.py`` after an update of rdflib or of the tables.
"""

import csv
import inspect
import io
from pathlib import Path

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SH, XSD

TABLE = Path(__file__).resolve().parents[2] / "ld" / "validate" / "data" / "vocabulary-terms.csv"
SCHEMA_ORG = TABLE.parents[2] / "schema_org" / "data"
NEWER = [SCHEMA_ORG / f"schema-org-{kind}.csv" for kind in ("classes", "properties", "members")]
NAMESPACES = {"http://schema.org/": SDO} | {
    str(vocabulary._NS): vocabulary  # noqa: SLF001
    for vocabulary in (DCTERMS, OWL, PROV, RDF, RDFS, SH, XSD)
}


def table() -> str:
    """The table as CSV: a namespace and its terms in each line, sorted."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("namespace", "terms"))
    for namespace, vocabulary in sorted(NAMESPACES.items()):
        terms = {*inspect.get_annotations(vocabulary), *vocabulary._extras}  # noqa: SLF001
        if vocabulary is SDO:
            terms |= {line.partition(",")[0] for file in NEWER for line in file.read_text("utf-8").splitlines()[1:]}
        writer.writerow((namespace, " ".join(sorted(terms))))
    return text.getvalue()


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
