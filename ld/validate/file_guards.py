"""Checks that need the file as well as its graph: that it has triples, that its IRIs are not relative."""

import re
from collections.abc import Iterator, Sequence

from ld.terms import AnyTriple, Iri
from ld.validate.documents import RELATIVE, Document
from ld.validate.finding import Finding
from ld.validate.guards import own_finding
from ld.validate.shacl.vocabulary import SH


def guard_file(
    name: Iri, document: Document, triples: Sequence[AnyTriple], relative: Iri = SH.Violation
) -> Iterator[Finding]:
    """Whatever could let *triples*, one graph of *document*, pass by accident; every finding is a violation.

    Only for *relative* IRIs can the severity be chosen: those of a page are resolved where the page is served.
    """
    blocks = document.blocks or document.unread
    if not triples and document.syntax == "html" and not blocks and _OWN_PAGE.search(document.text[:_HEAD]):
        yield own_finding("report", name, message=_REPORT, severity=SH.Info)
    elif not triples and not document.unread:
        yield own_finding("empty", name, message=_NOTHING.get(document.syntax, _EMPTY))
    unseen = set(document.relative)
    for subject, predicate, value in triples if unseen else ():
        for node in (subject, predicate, value):
            if node in unseen and isinstance(node, Iri):
                unseen.remove(node)
                written = node.removeprefix(RELATIVE)
                message = f"Write the IRI “{written}” absolute, or give the file a base: it leads nowhere."
                yield own_finding("relative-iri", subject, predicate, value, message, relative)


def no_article(name: Iri, severity: Iri) -> Finding:
    """The finding that a graph describes no article, as each of ours does, and each article page should."""
    message = "Describe the article as a schema:NewsArticle, in the namespace http://schema.org/."
    return own_finding("article", name, message=message, severity=severity)


def no_focus(name: Iri) -> Finding:
    """The finding that no shape targets any node of a graph, which therefore conforms to all of them."""
    return own_finding(
        "focus",
        name,
        message="Give it something to check, or take other shapes: none of these looks at any node of it.",
    )


_OWN_PAGE = re.compile(r'<meta name="generator" content="article-ld [0-9][^"<>]*">')
_HEAD = 2000  # code points: our pages name their generator before their style
_REPORT = "Check its facts.json or its graph: this page of article-ld shows them to people, and holds no linked data."
_EMPTY = "Put something into the file: an empty graph conforms to every shape."
_NOTHING = {
    "html": 'Put linked data into the page, as JSON-LD in a <script type="application/ld+json">, microdata or RDFa: '
    "there is none that says anything in terms of schema.org.",
    "json-ld": "Give the JSON-LD an @context that knows its terms: as it is, it expands to nothing.",
}
