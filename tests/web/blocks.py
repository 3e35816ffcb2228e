"""Pages, payloads, and the graph of a block, for the tests of web pages."""

import json
from pathlib import Path
from typing import Any

from ld.terms import XSD, ArticleGraph, Iri, Literal, Triple
from ld.vocab import SCHEMA

CONTEXT = json.loads((Path(__file__).parent / "schema-org-terms.jsonld").read_text(encoding="utf-8"))["@context"]
"""The part of https://schema.org's context for the terms that we use, written from its documentation."""

PAGE = b"""<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>Harbor news</title>
</head>
<body><h1>Harbor news of the day</h1><p>The port is full.</p></body>
</html>
"""
DOCUMENT = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Harbor news of the day"}

_FIRE = "window.fired=1"
PAYLOADS = (
    f"</script><script>{_FIRE}</script>",
    f"</SCRIPT ><script>{_FIRE}</script>",
    f"</script\t><img src=x onerror={_FIRE}>",
    f"</script/><svg onload={_FIRE}>",
    f"</script\n><script>{_FIRE}</script>",
    f"</scr</script>ipt><script>{_FIRE}</script>",
    f"<!--<script>{_FIRE}</script>",
    "<!--<script>",
    "<!-- <script> -->",
    "<!--",
    "-->",
    "--!>",
    "<!-->",
    f"--><script>{_FIRE}</script>",
    f"]]><script>{_FIRE}</script>",
    "]]>",
    f"<![CDATA[<script>{_FIRE}</script>]]>",
    f"<script>{_FIRE}</script>",
    f"<script src=data:text/javascript,{_FIRE}></script>",
    f"<img src=x onerror={_FIRE}>",
    f"<svg/onload={_FIRE}>",
    f"<svg><script>{_FIRE}</script></svg>",
    f"<iframe srcdoc='<script>parent.{_FIRE}</script>'></iframe>",
    f"<body onload={_FIRE}>",
    f"<details open ontoggle={_FIRE}>",
    f"<input autofocus onfocus={_FIRE}>",
    f"</head><body onload={_FIRE}>",
    f"</title><script>{_FIRE}</script>",
    f"</style><script>{_FIRE}</script>",
    f"</textarea><script>{_FIRE}</script>",
    f"</template><script>{_FIRE}</script>",
    f"</noscript><script>{_FIRE}</script>",
    "<plaintext>",
    "<base href=//evil.example/>",
    f"<meta http-equiv=refresh content='0;url=javascript:{_FIRE}'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    f"javascript:{_FIRE}",
    f'"}};{_FIRE};//',
    f'\\"}};{_FIRE};//',
    f"\\u003c/script\\u003e<script>{_FIRE}</script>",
    f"&lt;/script&gt;&lt;script&gt;{_FIRE}&lt;/script&gt;",
    "&quot;&amp;&#x3c;&#60;/script>",
    f"\u2028{_FIRE}\u2029",
    f"\0</script><script>{_FIRE}</script>",
    f"</scr\0ipt><script>{_FIRE}</script>",
    f"\x1b$B</script>\x1b(B<script>{_FIRE}</script>",
    f"+ADw-/script+AD4-+ADw-script+AD4-{_FIRE}",
    f"\ufeff</script><script>{_FIRE}</script>",
    f"＜/script＞＜script＞{_FIRE}",
    f"\u202e</script><script>{_FIRE}</script>\u202c",
    f"${{{_FIRE}}} {{{{{_FIRE}}}}} <%={_FIRE}%> {{%raw%}}",
    f"*/{_FIRE}/*",
    f"'+{_FIRE}+'",
    f"`;{_FIRE};`",
    f"</script >\r\n\r\n<script>{_FIRE}</script>",
    f"alert(1)</script><script>alert(1);{_FIRE}</script>",
    "a" * 300 + "</script>" * 20,
)
"""Headlines that try to break out of the block; one that succeeds sets ``window.fired`` or changes the page."""


def dated(triples: Any) -> set[Triple]:
    """*triples* with the datatype that schema.org's context gives to dates, whatever they have."""
    return {_dated(triple) for triple in triples}


def _dated(triple: Triple) -> Triple:
    subject, predicate, value = triple
    if predicate in (SCHEMA.datePublished, SCHEMA.dateModified, SCHEMA.startDate) and isinstance(value, Literal):
        return Triple(subject, predicate, Literal(value.lexical, SCHEMA.Date))
    return triple


def reached(graph: ArticleGraph) -> set[Triple]:
    """The triples of *graph* that can be reached from its article."""
    article = Iri(f"{graph.name}#article")
    nodes, seen = [article], {article}
    found: set[Triple] = set()
    while nodes:
        here = nodes.pop()
        for triple in graph.facts:
            if triple.subject == here:
                found.add(triple)
                if isinstance(triple.object, Iri) and triple.object not in seen:
                    seen.add(triple.object)
                    nodes.append(triple.object)
    return found


def of_n_quads(text: str) -> set[Triple]:
    """The triples of N-Quads, by pyoxigraph."""
    import pyoxigraph  # noqa: PLC0415

    return {
        Triple(Iri(quad.subject.value), Iri(quad.predicate.value), _term(quad.object))
        for quad in pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    }


def _term(term: Any) -> Iri | Literal:
    datatype = getattr(term, "datatype", None)
    return Literal(term.value, Iri(datatype.value or XSD + "string")) if datatype else Iri(term.value)


def with_own_context(document: dict[str, Any]) -> dict[str, Any]:
    """*document* with the contents of its context in place of the address."""
    assert document["@context"] == "https://schema.org"
    return {**document, "@context": CONTEXT}


def added(triples: set[Triple]) -> set[Triple]:
    """The triples of a page that are not in the graph: the Wikidata pages."""
    return {triple for triple in triples if triple.predicate == SCHEMA.sameAs and "/wiki/" in triple.object}
