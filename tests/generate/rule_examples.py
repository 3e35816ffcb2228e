"""Write ld/validate/data/rule-examples.json: for each of our shapes an example that breaks it and one that keeps it.

They are the cases of ``tests/shapes``, which the tests check; of several, the shortest that has the property.
For Google's rules they are the examples of ``tests/validate/google`` and the first fault there, cut to what it changes.
Run ``python tests/generate/rule_examples.py`` after a change of the cases.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from rich_results import broken, example, rows  # noqa: E402 - found beside this folder

TABLE = ROOT / "ld" / "validate" / "data" / "rule-examples.json"
CASES = ROOT / "tests" / "shapes"
SHAPES = "https://w3id.org/article-ld/shapes#"
GOOGLE = "https://w3id.org/article-ld/shapes/google#"
CHECKS = {
    "article": (
        '<#article> a schema:NewsArticle ; schema:headline "Quay opens" .',
        '<#article> a schema:WebPage ; schema:headline "Quay opens" .',
    ),
    "block": (
        '<script type="application/ld+json">{"@context": "https://schema.org", "name": "Quay"}</script>',
        '<script type="application/ld+json">{"@context": "https://schema.org", "name": "Quay}</script>',
    ),
    "class": ("<#quay> a schema:Place .", "<#quay> a <https://harbour.example/ns#Quay> ."),
    "domain": (
        '<#article> a schema:NewsArticle ; schema:datePublished "2024-03-05"^^xsd:date .',
        '<#nora-quist> a schema:Person ; schema:datePublished "2024-03-05"^^xsd:date .',
    ),
    "empty": ("<#article> a schema:NewsArticle .", "# nothing but prefixes"),
    "focus": ("<#article> a schema:NewsArticle .", "<#article> a <https://harbour.example/ns#Story> ."),
    "lost": (
        '{"@context": "https://schema.org", "url": "https://quay.example/my%20ferry"}',
        '{"@context": "https://schema.org", "url": "https://quay.example/my ferry"}',
    ),
    "position": (
        '<#char=0,4> oa:exact "Quay" ; oa:hasSource <#text> .',
        '<#char=0,5> oa:exact "Quay" ; oa:hasSource <#text> .',
    ),
    "range": (
        "<#article> schema:author <#nora-quist> . <#nora-quist> a schema:Person .",
        "<#article> schema:author <#quay> . <#quay> a schema:Place .",
    ),
    "relative-iri": ("@base <https://quay.example/> . <a> a schema:NewsArticle .", "<a> a schema:NewsArticle ."),
    "report": ("article-ld validate story.facts.json", "article-ld validate story.report.html"),
    "statement": (
        "<#a> schema:about <#b> . [] rdf:subject <#a> ; rdf:predicate schema:about ; rdf:object <#b> .",
        "[] a rdf:Statement ; rdf:subject <#a> ; rdf:predicate schema:about ; rdf:object <#b> .",
    ),
    "term": ('<#article> schema:headline "Quay opens" .', '<#article> schema:headlin "Quay opens" .'),
    "triple-term": (
        "<#r> rdf:subject <#a> ; rdf:predicate schema:about ; rdf:object <#b> .",
        "<#r> rdf:reifies <<( <#a> schema:about <#b> )>> .",
    ),
    "unreadable": ('<#article> schema:headline "Quay opens" .', '<#article> schema:headline "Quay opens .'),
    "superseded": (
        "<#ferry> a schema:Product ; schema:review <#first-crossing> .",
        "<#ferry> a schema:Product ; schema:reviews <#first-crossing> .",
    ),
    "text": (
        '<#article> a schema:NewsArticle ; schema:author [ a schema:Person ; schema:name "Nora Quist" ] .',
        '<#article> a schema:NewsArticle ; schema:author "Nora Quist" .',
    ),
}
"""For the checks that are not shapes: a right example and a wrong one."""
_CHECKS = "https://w3id.org/article-ld/checks#"
_BESIDE = re.compile(r"(?m)^(@prefix|@base|#).*\n")
_PROOF = re.compile(r"(?m)^<#annotation-.*\n?")


def table() -> str:
    """The table as JSON, sorted by the IRI of the shape."""
    examples: dict[str, dict[str, str]] = {}
    for file in sorted(CASES.glob("*/invalid.*.ttl"), key=lambda file: (len(_body(file)), file.name)):
        shape = file.name.split(".")[1]
        right = _right(file.parent, shape)
        examples.setdefault(SHAPES + shape, {"right": right, "wrong": _body(file)})
    examples |= {GOOGLE + code: {"right": right, "wrong": wrong} for code, (right, wrong) in google().items()}
    examples |= {_CHECKS + check: {"right": right, "wrong": wrong} for check, (right, wrong) in CHECKS.items()}
    return json.dumps(examples, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def google() -> dict[str, tuple[str, str]]:
    """For each of Google's rules a right example and a wrong one, in JSON-LD."""
    pairs: dict[str, tuple[str, str]] = {}
    for row in rows():
        name, paths = row["example"], row["path"]
        kept = {"@context", "@type", *(path.partition(".")[0] for path in paths.split())}
        wrong = broken(name, row["action"], paths, row["becomes"])
        pairs.setdefault(row["code"], (_cut(example(name), kept), _cut(wrong, kept)))
    return pairs


def _cut(document: dict[str, Any], kept: set[str]) -> str:
    short = len(document) <= _SHORT  # and so whole: in some rules one property depends on another
    shown = {key: document[key] for key in document if short or key in kept}
    return json.dumps(shown, ensure_ascii=False, indent=2)


_SHORT = 8  # properties


def _right(folder: Path, shape: str) -> str:
    """The shortest valid case of *folder* with the property after which *shape* is named, else the shortest."""
    bodies = sorted((_body(file) for file in folder.glob("valid.*.ttl")), key=len)
    property_ = re.split("-given|-format", shape.partition("-")[2])[0]
    return next((body for body in bodies if property_ and re.search(rf":{property_}\b", body)), bodies[0])


def _body(file: Path) -> str:
    body = _BESIDE.sub("", file.read_text(encoding="utf-8")).strip()
    return body if file.parent.name == "evidence" else _PROOF.sub("", body).strip()


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
