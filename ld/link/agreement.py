"""How well a person in a knowledge base agrees with what an article says: the features and their values."""

import functools
import math
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from ld.kb import Candidate, Item, Position
from ld.link.context import ArticleContext, StatedPost, Subject, codes_of
from ld.link.countries import country_name
from ld.link.folding import fold
from ld.text.lexicon import table, word_set, words


class Agreement(NamedTuple):
    """The evidence for and against a candidate: values in 0..1 by feature, and the same in words, weightiest first."""

    features: dict[str, float]
    told: tuple[str, ...]


def agreement(candidate: Candidate, subject: Subject, context: ArticleContext, rarity: float) -> Agreement:
    """How *candidate* agrees with the *subject* in this *context*; *rarity* is that of the surname, in 0..1."""
    item = candidate.item
    features = by_name(candidate, rarity)
    told = [f"named like {item.label}"]
    near = _terms(item.positions) & (subject.beside - set(fold(subject.name).split()))
    if near:
        features["office_near"] = 1.0
        told.append(f"beside the name: {min(near)}")
    _compare_trades(item, subject, features, told)
    _compare_posts(item, subject.posts, context, features, told)
    _compare_countries(item, subject.posts, context, features, told)
    _compare_life(item, context, features, told)
    return Agreement(features, tuple(told))


def by_name(candidate: Candidate, rarity: float) -> dict[str, float]:
    """The features of *candidate* that do not depend on the article; *rarity* is that of the surname."""
    return {
        f"named_{candidate.how.name.lower()}": 1.0,
        "rare_surname": rarity,
        "common_surname": max(0.0, 1 - rarity / _RARE) * min(1.0, (1 - prior(candidate.item)) / _UNRIVALLED),
        "prior": prior(candidate.item),
        "led_a_state": float(any(_leads(position) for position in candidate.item.positions)),
    }


_RARE = 0.3
_UNRIVALLED = 0.25
"""The best-known people are at most this far from a prior of 1: their full name counts for more, whoever shares it."""


def prior(item: Item) -> float:
    """How well known the item is, in 0..1."""
    return min(1.0, math.log1p(item.known_by) / math.log1p(_FAMOUS))


_FAMOUS = 300
"""The best-known people have a page in this many wikis; more add nothing."""


def _compare_trades(item: Item, subject: Subject, features: dict[str, float], told: list[str]) -> None:
    """Compares the trade beside the name with the item's. An age suggests somebody whom readers do not know."""
    in_sport = item.type in _SPORT
    said = subject.next | {word for post in subject.posts for word in fold(post.title).split()}
    said -= {"manager"} if said & _MANAGED else set()
    said -= {"officer"} if said & _OFFICERS else set()
    if in_sport and (trades := said & word_set("link/sport_trades")):
        features["trade_agrees"] = 1.0
        told.append(f"the trade agrees: {min(trades)}")
    elif (in_sport or item.positions) and (trades := said & _telling_trades()):
        features["other_trade"] = _obscurity(features)
        told.append(f"another trade: {min(trades)}")
    elif in_sport and any(is_public(post.title) for post in subject.posts):
        features["other_trade"] = _obscurity(features)
        told.append("a public post is stated, but this one is of another trade")
    if not in_sport and not item.positions and (trades := said & word_set("link/everyday_trades")):
        features["everyday_trade"] = 1.0
        told.append(f"an everyday trade: {min(trades)}")
    if subject.is_aged:
        features["age_given"] = _obscurity(features)
        told.append("introduced by age")


def _telling_trades() -> frozenset[str]:
    return word_set("link/sport_trades") | word_set("link/other_trades")


_MANAGED = frozenset(("campaign", "city", "communications", "fund", "general", "office", "product", "project"))
"""Words for what a manager outside sport manages."""
_OFFICERS = frozenset(("chief", "executive"))
"""Words that turn an officer into a leader."""
_SPORT = frozenset(("footballer", "baseball player", "player", "head", "coach"))


def _compare_posts(
    item: Item, posts: Sequence[StatedPost], context: ArticleContext, features: dict[str, float], told: list[str]
) -> None:
    agreeing = [(post, held) for post in posts if (held := [p for p in item.positions if means(post.title, p.title)])]
    if agreeing:
        post, held = agreeing[0]
        features["post_agrees"] = 1.0
        told.append(f"the post agrees: {post.title}")
        day = post.day or (None if post.is_past else context.day)
        then = {position.held_on(day) for position in held} if day else {None}
        if True in then or None not in then:
            features["in_office" if True in then else "not_in_office"] = 1.0
            told.append(f"{'' if True in then else 'not '}in office on {day}: {post.title}")
    elif item.type not in _SPORT and any(is_public(post.title) for post in posts):
        features["public_post"] = 1.0
        told.append(f"a public post is stated: {posts[0].title}")


def _compare_countries(
    item: Item, posts: Sequence[StatedPost], context: ArticleContext, features: dict[str, float], told: list[str]
) -> None:
    codes = codes_of(item)
    stated = {post.code for post in posts if post.code}
    if not codes:
        return
    if stated:
        features["country_agrees" if stated & codes else "country_differs"] = 1.0
        names = " and ".join(country_name(code) for code in sorted(stated & codes or stated))
        told.append(f"the post is {'' if stated & codes else 'that '}of {names}")
    if codes & context.codes:
        features["country_named"] = 1.0
        told.append(f"the article names {country_name(min(codes & context.codes))}")
    elif context.codes and not any(post.of_body for post in posts):
        features["country_missing"] = 1.0
        told.append(f"the article does not name {country_name(min(codes))}")


def _compare_life(item: Item, context: ArticleContext, features: dict[str, float], told: list[str]) -> None:
    born, died = _year_of(item.birth), _year_of(item.death)
    forgotten = _obscurity(features)
    if born is not None and context.day and born + _GROWN > context.year:
        features["unborn"] = 1.0
        told.append(f"born in {born}")
    if died is not None and context.year - died > _GONE:
        told.append(f"dead since {died}")
    if died is not None and context.day:
        features["dead"] = forgotten * min(1.0, max(0.0, (context.year - died) / _GONE))
    ends = (_year_of(position.end) or _year_of(position.start) for position in item.positions)
    last = died or max((year for year in ends if year is not None), default=context.year)
    if context.year - last > (_LONG_AGO if context.day or died is None else _GONE):
        features["past"] = forgotten


def _obscurity(features: Mapping[str, float]) -> float:
    """How little known the person is; 0 for a head of state. The well known are named beside any post, and for long."""
    return 1 - max(features["prior"], features["led_a_state"])


_GROWN = 16
_GONE = 20
_LONG_AGO = 60


def _year_of(day: str | None) -> int | None:
    return int(day[:4]) if day and day[:4].isdigit() else None


def means(said: str, held: str) -> bool:
    """Whether what an article *said* may mean the title *held*: "Sen." and "member of the Senate"."""
    stated, title = frozenset(fold(said).replace(".", " ").split()) - _NO_MATTER, frozenset(fold(held).split())
    if not stated or title & _LESSER - stated:
        return False
    groups = [group for word in stated for group in _held_words().get(word, ())]
    return stated <= title or any(group <= title for group in groups)


_LESSER = frozenset(("vice", "deputy", "shadow", "assistant", "under", "junior"))
_NO_MATTER = frozenset(
    ("of", "the", "for", "former", "ex", "then", "acting", "outgoing", "incoming", "current", "late", "u", "s", "us")
)


def is_public(title: str) -> bool:
    """Whether *title* names a public post, by its last words. Vice presidents are legion, and most are a company's."""
    said = fold(title).replace(".", " ").strip()
    if said.endswith("vice president"):
        return False
    return any(said == post or said.endswith(f" {post}") for post in words("link/public_posts"))


def _leads(position: Position) -> bool:
    title = position.title.lower()
    return any(title.startswith(beginning) for beginning in words("link/state_leaders"))


def _terms(positions: Collection[Position]) -> frozenset[str]:
    """The distinctive words of the posts' titles: "senate", not "member"."""
    return frozenset(word for position in positions for word in fold(position.title).split()) - _COMMON


_COMMON = _NO_MATTER | frozenset(
    ("member", "house", "national", "united", "states", "general", "state", "council", "deputy", "and", "in", "to")
)


@functools.cache
def _held_words() -> dict[str, tuple[frozenset[str], ...]]:
    held: dict[str, tuple[frozenset[str], ...]] = {}
    for row in table("link/post_words"):
        held[row["said"]] = (*held.get(row["said"], ()), frozenset(row["held"].split()))
    return held
