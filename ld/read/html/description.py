"""Further statements of the page's own block about its article, with evidence, if they agree with the text."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ld.article import Author, Description, LeftOut, Property, Stated
from ld.read.excerpt import Excerpt
from ld.read.html.authors import people_of
from ld.read.html.metadata import Literal, Statement, Thing
from ld.read.html.page import Page
from ld.read.vocabulary import folded

_SIGNED = frozenset(("author", "creator"))
_BARE = frozenset(("name",))
_GENERAL = frozenset(("Person", "Organization"))


class Told(NamedTuple):
    """The page's description of the article, None if it adds nothing, and the statements that are left out."""

    description: Description | None
    left_out: tuple[LeftOut, ...]


def description_of(page: Page, excerpt: Excerpt, authors: Sequence[Author], publisher: Stated | None) -> Told:
    """The statements of the own block of *page*; about people and outlets only those on *authors* and *publisher*."""
    own = page.said.own
    if own is None:
        return Told(None, page.said.left_out)
    names = {folded(author.value): author.value for author in authors}
    outlet = folded(publisher.value) if publisher else ""
    kept, left_out = [], list(page.said.left_out)
    for statement in own.statements:
        because = _against(statement, names, outlet)
        if because:
            left_out.append(LeftOut(what=f"{statement.property} in {_where(statement.value)}", because=because))
        elif not _is_said_already(statement):
            kept.append(_property(_called_as_signed(statement, names), page, excerpt))
    if own.classes or kept:
        return Told(Description(classes=own.classes, properties=tuple(kept)), tuple(dict.fromkeys(left_out)))
    return Told(None, tuple(dict.fromkeys(left_out)))


def _against(statement: Statement, names: Mapping[str, str], outlet: str) -> str:
    """Why *statement* contradicts the article itself; empty if it does not."""
    name = statement.value.name if isinstance(statement.value, Thing) else ""
    if statement.property in _SIGNED:
        return "" if _signer(name, names) else "the article is not signed so"
    if statement.property == "publisher":
        return "" if name and folded(name) == outlet else "the article's publisher has another name"
    return ""


def _signer(name: str, names: Mapping[str, str]) -> str:
    """The only author that a page means by *name*, as the article is signed; empty if there are none or several.

    *names* are the authors' names by their folded ones. Jobs, titles and "By" around a name do not count.
    """
    people = {folded(each) for each in people_of(name, frozenset())}
    told = {folded(name)} if folded(name) in names else people
    return names.get(told.pop(), "") if len(told) == 1 else ""


def _called_as_signed(statement: Statement, names: Mapping[str, str]) -> Statement:
    """*statement* with the author named as in the signature, so that both are one; its words remain the page's."""
    author = statement.value
    if statement.property not in _SIGNED or not isinstance(author, Thing):
        return statement
    name = _signer(author.name, names)
    named = tuple(
        each._replace(value=each.value._replace(typed=each.value.typed._replace(value=name)))
        if each.property == "name" and isinstance(each.value, Literal)
        else each
        for each in author.statements
    )
    return statement._replace(value=author._replace(statements=named))


def _is_said_already(statement: Statement) -> bool:
    """Whether *statement* adds only the name and the general class of somebody who has a field of the article's."""
    if isinstance(statement.value, Literal) or statement.property not in _SIGNED | {"publisher"}:
        return False
    told = {each.property for each in statement.value.statements}
    return told <= _BARE and set(statement.value.classes) <= _GENERAL


def _where(value: Literal | Thing) -> str:
    claims = value.claims() if isinstance(value, Thing) else iter((value.claim,))
    return next(claims).where.rpartition(" in ")[2]


def _property(statement: Statement, page: Page, excerpt: Excerpt) -> Property:
    name, value = statement
    if isinstance(value, Thing):
        properties = tuple(_property(each, page, excerpt) for each in value.statements)
        named = next((each for each in properties if each.name == "name"), properties[0])
        thing = Description(classes=value.classes, properties=properties)
        return Property(name=name, evidence=named.evidence, thing=thing)
    evidence = (excerpt.cited(*page.place(value.claim, value.typed.words), value.claim.where),)
    return Property(name=name, evidence=evidence, value=value.typed.value, datatype=value.typed.datatype)
