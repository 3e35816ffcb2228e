"""How much of the pages' own data is kept: ``python tests/benchmarks/own_data.py FOLDER``.

For each property that schema.org defines for the article of a page's own block: how many pages have it, on how many of
them it is in the article's graph, and why it is not on the others. FOLDER holds saved pages (``*.html.gz``).
If extruct is installed, the number of pages from which it reads the same properties is given. No text of a page is
printed.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from ld.errors import InputError
from ld.extract import extract
from ld.mapping import map_facts
from ld.read.html import read_html
from ld.read.html.encoding import opened
from ld.read.html.json_ld import articles_among
from ld.read.html.metas import head_claims
from ld.read.html.nodes import Node, classes_of, nodes_of
from ld.read.html.tree import tree_of
from ld.schema_org import domains, lineage
from ld.vocab import SCHEMA

BY_OTHER_NAMES = {
    "articleBody": "is the text, of which the page around it is no part",
    "text": "is the text, of which the page around it is no part",
    "articleSection": "is too long for a section",
    "dateModified": "lies before the day of publication",
    "headline": "the headline is what the page shows",
    "author": "the signature is what the page shows",
    "creator": "the signature is what the page shows",
    "publisher": "the publisher is known by another name",
    "image": "is a picture that is known by its caption",
    "about": "the text names it: see mentions",
    "mentions": "the text names it: see about",
}
"""Properties with a field in the article, which decides if the page's data and its visible words disagree."""


def main(folder: Path) -> None:
    pages, kept, reasons = Counter[str](), Counter[str](), defaultdict[str, Counter[str]](Counter)
    same = compared = 0
    for path in sorted(folder.rglob("*.html.gz")):
        page = gzip.decompress(path.read_bytes())
        try:
            article = read_html(page)
        except InputError:
            continue
        markup, node = own_block(page)
        facts = map_facts(extract(article))
        told = {predicate for subject, predicate, _ in facts.facts if subject == f"{facts.name}#article"}
        left_out = {each.what.partition(" in ")[0]: each.because for each in article.left_out}
        for name in defined(node):
            pages[name] += 1
            if SCHEMA + name in told:
                kept[name] += 1
            else:
                reasons[name][left_out.get(name) or why(name, node)] += 1
        if node:
            compared += 1
            same += is_read_by_extruct(markup, node)
    print(table(pages, kept, reasons))
    print(f"\n{sum(pages.values())} properties on {compared} pages, {sum(kept.values())} in the graph.")
    print(f"extruct reads the same properties from {same} of {compared} pages.")


def own_block(page: bytes) -> tuple[str, Node]:
    """The markup of *page*, and the node of JSON-LD that describes its article; an empty one if there is none."""
    source = opened(page, None)
    markup = source.decoded(0, len(source.markup))
    tree = tree_of(markup)
    address = next((claim.value for claim in head_claims(tree) if claim.field == "url"), "")
    scripts = (each for each in tree.iter("script") if "ld+json" in (each.get("type") or "").lower())
    nodes = nodes_of([each.text or "" for each in scripts])
    return markup, next(iter(articles_among(nodes, address)), {})


def defined(node: Node) -> Iterator[str]:
    """The properties of *node* that schema.org defines for its classes or for news articles."""
    above = frozenset[str]().union(*map(lineage, ("NewsArticle", *classes_of(node))))
    return (name for name in sorted(node) if name in domains() and domains()[name] & above)


def why(name: str, node: Node) -> str:
    if node[name] in ("", None, [], {}):
        return "is blank"
    return BY_OTHER_NAMES.get(name, "")


def is_read_by_extruct(markup: str, node: Node) -> bool:
    """Whether extruct reads a node with the headline and all the properties of *node*."""
    import extruct  # noqa: PLC0415 - its import takes long

    try:
        found = extruct.extract(markup, syntaxes=["json-ld"])["json-ld"]
    except ValueError:
        return False
    alike = (each for each in nodes_of([json.dumps(found)]) if each.get("headline") == node.get("headline"))
    return any([*defined(each)] == [*defined(node)] for each in alike)


def table(pages: Counter[str], kept: Counter[str], reasons: dict[str, Counter[str]]) -> str:
    lines = ["| property | pages | in the graph | why not |", "| --- | ---: | ---: | --- |"]
    for name, times in sorted(pages.items(), key=lambda item: (-item[1], item[0])):
        lines.append(f"| `{name}` | {times} | {kept[name]} | {'; '.join(counted(reasons[name].most_common()))} |")
    return "\n".join(lines)


def counted(reasons: Iterable[tuple[str, int]]) -> Iterator[str]:
    return (f"{because or 'UNEXPLAINED'} ({times})" for because, times in reasons)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    main(parser.parse_args().folder)
