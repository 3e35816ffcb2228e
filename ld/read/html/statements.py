"""A small tree of the statements of the page's own block about its article, as far as schema.org defines them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ld.article import LeftOut
from ld.read.html.metadata import Literal, MetadataValue, Statement, Thing, Typed
from ld.read.html.nodes import Node, classes_of, listed, named_nodes, resolved
from ld.read.html.typed import Unfit, typed, wanted
from ld.schema_org import domains, lineage, parents, ranges

_DEEPEST = 3
_STATEMENTS_MOST = 300
_STEPS_MOST = 5_000
_VALUES_MOST = 50
_LEFT_OUT_MOST = 100
_LABEL_MOST = 60
_BY_FIELDS = frozenset(
    (
        *("headline", "datePublished", "dateModified", "articleSection", "keywords", "inLanguage", "url"),
        *("isAccessibleForFree", "articleBody", "text", "liveBlogUpdate"),
    )
)
"""Properties with fields of the article's own: they are read elsewhere, and compared with the visible words."""

_SIGNED = frozenset(("author", "creator"))
_NAMED_BY_TEXT = _SIGNED | {"publisher"}
"""Properties whose values may be mere names, which are read elsewhere."""

_OF_THE_TEXT = frozenset(("Quotation", "Claim", "Event", "Role", "Occupation", "DefinedTerm"))
"""Classes of what the text states: a page's own nodes with them would be mistaken for that."""

_INSTEAD = {"Country": "AdministrativeArea"}
_NAMED = frozenset(("Person", "Organization", "Place"))
_NO_AUTHOR = re.compile(r"@|^(?:posted |written )?by\s|^admin$", re.IGNORECASE)


class Source(NamedTuple):
    """The *articles* that describe the page's own among *nodes*, and *where* these are: "JSON-LD"."""

    articles: Sequence[Node]
    nodes: Sequence[Node]
    where: str


def own_block(sources: Sequence[Source], head: Iterable[MetadataValue], base: str) -> tuple[Thing, tuple[LeftOut, ...]]:
    """The statements of *sources* on the article, the first overriding others, and those left out, with reasons.

    If none has a description or a licence, that of the claims of the page's *head* counts.
    Relative addresses are resolved against *base*.
    """
    read = [
        _statements_of(article, named, source.where, base)
        for source in sources
        for named in (named_nodes(source.nodes),)
        for article in source.articles
    ]
    return _joined([*(thing for thing, _ in read), *_by_head(head, base)]), tuple(
        dict.fromkeys(each for _, left_out in read for each in left_out)
    )


def _statements_of(
    article: Node, named: Mapping[str, Node], where: str, base: str
) -> tuple[Thing, tuple[LeftOut, ...]]:
    reader = _Reader(named, where, base)
    classes = tuple(name for name in classes_of(article) if "CreativeWork" in lineage(name))
    statements = reader.statements(article, tuple(dict.fromkeys(("NewsArticle", *classes))), (), (article.get("@id"),))
    return Thing(classes, tuple(statements)), tuple(reader.left_out[:_LEFT_OUT_MOST])


def _by_head(claims: Iterable[MetadataValue], base: str) -> Iterator[Thing]:
    for claim in claims:
        if claim.field in {"description", "license"}:
            found = typed(claim.value, ranges()[claim.field], base)
            if isinstance(found, Typed):
                yield Thing((), (Statement(claim.field, Literal(found, claim)),))


def _joined(things: Sequence[Thing]) -> Thing:
    """The descriptions *things* of one article as one: of each property the first with it counts."""
    classes = tuple(dict.fromkeys(name for thing in things for name in thing.classes))
    statements: dict[str, list[Statement]] = {}
    for thing in things:
        told = frozenset(statements)
        for statement in thing.statements:
            if statement.property not in told:
                statements.setdefault(statement.property, []).append(statement)
    return Thing(classes, tuple(each for group in statements.values() for each in group))


class _Reader:
    """Reads one block, counts its statements, and keeps what is *left_out*."""

    def __init__(self, named: Mapping[str, Node], where: str, base: str) -> None:
        self.named, self.where, self.base = named, where, base
        self.left_out: list[LeftOut] = []
        self._room, self._steps = _STATEMENTS_MOST, _STEPS_MOST

    def statements(
        self, node: Node, classes: Sequence[str], path: tuple[str, ...], names: tuple[Any, ...]
    ) -> Iterator[Statement]:
        """The statements of *node*, reached by the properties of *path* through the nodes called *names*."""
        for name, value in node.items():
            if name.startswith("@") or (not path and name in _BY_FIELDS):
                continue
            self._steps -= 1
            if because := _undefined(name, classes):
                self._leave(path, name, because)
                continue
            for item in listed(value)[:_VALUES_MOST]:
                self._steps -= 1
                if self._steps < 0 or not self._room:
                    self._leave(path, name, "the page says too much")
                    return
                if name in _NAMED_BY_TEXT and isinstance(item, str) and not path:
                    continue
                found = self._statement(name, item, path, names)
                if isinstance(found, Unfit):
                    self._leave(path, name, found.because)
                elif self._room:
                    self._room -= 1
                    yield found

    def _leave(self, path: tuple[str, ...], name: str, because: str) -> None:
        said = LeftOut(what=f"{' of '.join((name[:_LABEL_MOST], *path[::-1]))} in {self.where}", because=because)
        if len(self.left_out) < _LEFT_OUT_MOST and said not in self.left_out:
            self.left_out.append(said)

    def _statement(self, name: str, item: Any, path: tuple[str, ...], names: tuple[Any, ...]) -> Statement | Unfit:
        if name == "image" and not path and isinstance(item, str):
            item = {"@type": ["ImageObject"], "contentUrl": item}
        if isinstance(item, dict) and (name == "mainEntityOfPage" or _is_page(resolved(item, self.named))):
            item = item.get("@id") or item.get("url")  # statements about the page are not about the article
        if isinstance(item, dict) and "@value" in item:
            item = item["@value"]
        if isinstance(item, dict):
            return self._thing(name, resolved(item, self.named), path, names)
        if not isinstance(item, str | int | float):
            return Unfit("is blank" if item is None else "is a list in a list")
        found = typed(item, ranges()[name], self.base)
        return found if isinstance(found, Unfit) else Statement(name, self._literal(found, name, path))

    def _literal(self, found: Typed, name: str, path: tuple[str, ...]) -> Literal:
        where = f"{' of '.join((name, *path[::-1]))} in {self.where}"
        return Literal(found, MetadataValue("statement", found.words, where))

    def _reference(self, name: str, node: Node, path: tuple[str, ...]) -> Statement | Unfit:
        """The address of a *node* without statements."""
        address = node.get("@id")
        if not isinstance(address, str):
            return Unfit("says nothing")
        found = typed(address, ranges()[name], self.base)
        if isinstance(found, Unfit) or found.datatype != "URL":
            return Unfit("leads to nothing on the page")
        return Statement(name, self._literal(found, name, path))

    def _thing(self, name: str, node: Node, path: tuple[str, ...], names: tuple[Any, ...]) -> Statement | Unfit:
        if all(key.startswith("@") for key in node):
            return self._reference(name, node, path)
        address = node.get("@id")
        if address is not None and address in names:
            return Unfit("leads back to itself")
        if len(path) >= _DEEPEST:
            return Unfit("is nested too deeply")
        written = [each for each in classes_of(node) if each in parents()]
        if because := _misplaced(name, written):
            return Unfit(because)
        classes = tuple(dict.fromkeys(map(_class, written)))
        thing = Thing(classes, tuple(self.statements(node, classes or ("Thing",), (*path, name), (*names, address))))
        because = _incomplete(thing)
        if name in _SIGNED and _NO_AUTHOR.search(thing.name):
            because = "names no author"
        return Unfit(because) if because else Statement(name, thing)


def _is_page(node: Node) -> bool:
    return any("WebPage" in lineage(name) for name in classes_of(node))


def _class(name: str) -> str:
    """The class in the graph for *name*: any article but ours is just a work there."""
    return "CreativeWork" if "Article" in lineage(name) else _INSTEAD.get(name, name)


def _undefined(name: str, classes: Sequence[str]) -> str:
    """Why schema.org does not define the property *name* for something of these *classes*; empty if it does."""
    if name not in domains():
        return "schema.org has no such property"
    above = frozenset(("Thing",)).union(*map(lineage, classes))
    return "" if domains()[name] & above else f"schema.org does not define it for {' or '.join(classes)}"


def _misplaced(name: str, classes: Sequence[str]) -> str:
    """Why something of these *classes* cannot be a value of the property *name*; empty if it can."""
    above = frozenset[str]().union(*map(lineage, classes))
    if above & _OF_THE_TEXT:
        return "is of a class that tells what the text states"
    allowed = ranges()[name] & parents().keys()
    if not allowed or (classes and "Thing" not in allowed and not above & allowed):
        return f"is a {' and '.join(classes) or 'node'}, not {wanted(ranges()[name])}"
    return ""


def _incomplete(thing: Thing) -> str:
    """Why *thing* cannot be distinguished from others; empty if it can."""
    above = frozenset[str]().union(*map(lineage, thing.classes))
    said = {statement.property for statement in thing.statements}
    if (above & _NAMED or "CreativeWork" in thing.classes) and "name" not in said:
        return "has no name"
    if "ImageObject" in thing.classes and not said & {"caption", "contentUrl", "url"}:
        return "has neither caption nor address"
    return "" if said else "says nothing that comes through"
