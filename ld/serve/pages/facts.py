"""How a fact reads, and the words behind it."""

from collections.abc import Sequence

from ld.report.markup import Html, element, joined, named
from ld.serve.evidence import Words
from ld.serve.index.entries import BELONGS, CLAIMED, CLAIMED_ON, HAS_MEMBER, HELD_BY, HOLDS, Fact
from ld.serve.index.reading import FactItem
from ld.serve.pages.frame import Links, counted, day

_MOST_WORDS = 4
_VERBS = {
    "denies": "denied:",
    "promises": "promised:",
    "demands": "demanded:",
    "accuses": "accused:",
    "warns": "warned:",
}
"""How to introduce a claim, by its stance in ``ld.facts``: what somebody denies is no statement of theirs."""


def quotation(fact: Fact | FactItem, speakers: Sequence[str], links: Links) -> Html:
    """What was said, and who is said to have said it."""
    who = joined(*(links.to(speaker) for speaker in speakers), between=", ")
    who = who or (named(fact.detail) if fact.detail else who)
    if fact.kind in {CLAIMED, CLAIMED_ON}:
        verb = _VERBS.get(fact.mode, f"({fact.mode}) said that" if fact.mode else "said that")
        return element("p", who or "Somebody", f" {verb} ", named(fact.text))
    words = element("blockquote", element("p", fact.text, dir="auto"))
    return joined(words, element("p", "— ", who, class_="speaker") if who else None)


def post(fact: Fact | FactItem, other: str, links: Links) -> Html:
    """A post or a membership, as shown on the page of its holder or of the organization."""
    linked = links.to(other) if other else None
    state = mode(fact)
    if fact.kind == HOLDS:
        said = joined(named(fact.text), ", " if linked else None, linked, state)
    elif fact.kind == HELD_BY:
        said = joined(linked, ", ", named(fact.text), state)
    else:
        said = joined(linked)
    return joined(said, _period(fact))


def mode(fact: Fact | FactItem) -> Html | None:
    """How it holds, where it does not just hold."""
    return element("span", f" ({fact.mode})", class_="quiet") if fact.mode else None


def _period(fact: Fact | FactItem) -> Html | None:
    since = "since " if fact.kind in {BELONGS, HAS_MEMBER} or not fact.until else "from "
    first = joined(", ", since, day(fact.day)) if fact.day else None
    last = joined(" until " if fact.day else ", until ", day(fact.until)) if fact.until else None
    return joined(first, last) if first or last else None


def told_in(fact: FactItem, links: Links) -> Html:
    """In which article it says so: the newest, at the fact itself, and in how many others."""
    headline = fact.article.headline or fact.article.name
    article = links.at(fact.node, headline) if fact.node else links.to(fact.article.name, headline)
    others = f", and {counted(fact.articles - 1, 'other', 'others')}" if fact.articles > 1 else None
    return element("p", article, " ", day(fact.article.day), others, class_="source")


def proof(words: Sequence[Words], told: str) -> Html | None:
    """The words that prove a fact, apart from those *told* beside it already."""
    words = [one for one in words if one.exact != told]
    if not words:
        return None
    shown = (element("li", element("mark", one.exact), dir="auto") for one in words[:_MOST_WORDS])
    more = len(words) - _MOST_WORDS
    rest = element("li", f"and {more} more") if more > 0 else None
    return element("ul", *shown, rest, class_="proof", aria_label="Words behind it")
