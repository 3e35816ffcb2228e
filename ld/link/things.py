"""How well an organization or a place of a knowledge base agrees with an article: the features and their values."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ld.article import Citation
from ld.facts import Entity
from ld.kb import Candidate, How, Item, Lookup
from ld.link.agreement import Agreement, prior
from ld.link.candidates import COMPANIES, has_legal_form, state_of
from ld.link.context import ArticleContext, codes_of
from ld.link.countries import country_name
from ld.link.folding import fold, folded_words
from ld.link.full_names import MEDIA, is_only_one, telling
from ld.link.regions import Around, around, told_of_place
from ld.text.lexicon import word_set


class ThingContext(NamedTuple):
    """What an article says about one organization or place, regardless of the candidate.

    *state* is the ISO 3166-1 code of the one stated beside the name; *beside* are the folded words around it.
    *around* says where a place lies; *is_credited*: only credits of pictures name it.
    *rivals* are all candidates, and *best* is how well known the best known of them is.
    """

    thing: Entity
    state: str | None
    beside: frozenset[str]
    around: Around | None
    is_credited: bool
    rivals: Sequence[Candidate]
    best: float


def told_of(thing: Entity, context: ArticleContext, rivals: Sequence[Candidate], kb: Lookup) -> ThingContext:
    """What the article of this *context* says about *thing*, which may be any of the *rivals*."""
    is_place = thing.kind == "place"
    return ThingContext(
        thing,
        thing.country_code if is_place else state_of(thing),
        _beside(thing, context),
        around(thing, context, rivals, kb) if is_place else None,
        _is_only_credited(thing, context),
        rivals,
        max(prior(rival.item) for rival in rivals),
    )


def agreement_of_thing(candidate: Candidate, of: ThingContext, context: ArticleContext) -> Agreement:
    """How *candidate* agrees with what the article says about the thing in this *context*."""
    item, thing = candidate.item, of.thing
    features = thing_by_name(candidate, thing.name)
    told = [f"named like {item.label}"]
    features["outshone"] = of.best - features["prior"]
    _compare_country(candidate, of, context, features, told)
    is_abroad = not features.keys().isdisjoint(("country_missing", "lies_abroad"))
    if is_only_one(item, of.rivals) and (told_by_name := telling(thing.name, item, is_abroad=is_abroad)):
        features["full_name"] = told_by_name
        told.append("a full name that no other has")
    if item.kind == "organization" and is_function(thing.name, item) and not _is_of_home(candidate, context):
        features["function"] = (1 - features["prior"]) * (1 - features.get("full_name", 0.0))
        if "country_missing" in features:
            features["country_missing"] = 1.0
        if "country_agrees" not in features:
            told.append("bodies of several states are named so")
    _compare_part(item, of, context, features, told)
    if words := (of.beside & set(fold(item.type).split())) - _SAY_NOTHING:
        features["type_beside"] = 1.0
        told.append(f"beside the name: {min(words)}")
    elif item.type in COMPANIES and has_legal_form(thing.name):
        features["type_beside"] = 1.0
        told.append("named with a legal form, as companies are")
    for feature, why in told_of_place(item, of.around, context) if of.around else ():
        features[feature] = 1.0
        told.append(why)
    support = _SUPPORT - {"country_named"} if features["acronym"] else _SUPPORT
    if not features.keys() & support:
        alone = max(0.0, 1 - features["prior"] / (_KNOWN_BY_LETTERS if features["acronym"] else _KNOWN))
        features["unsupported"] = alone / 2 if len(thing.name.split()) > _SHORT else alone
        if alone:
            told.append("nothing beside the name speaks for it")
    return Agreement(features, tuple(told))


def _is_of_home(candidate: Candidate, context: ArticleContext) -> bool:
    """Whether the name lacks only the words for the state that the article is mostly about."""
    return candidate.how is How.SHORT and context.home in codes_of(candidate.item)


_SUPPORT = frozenset(("country_agrees", "country_named", "type_beside", "lies_there", "site_agrees"))
_KNOWN = 0.7
_KNOWN_BY_LETTERS = 0.8
_SHORT = 2
_SAY_NOTHING = frozenset(("of", "the", "al", "new", "city", "in", "and", "united", "states"))


def _compare_part(
    item: Item, of: ThingContext, context: ArticleContext, features: dict[str, float], told: list[str]
) -> None:
    """The thing's part in the article: its publisher, a credit, or a subject."""
    if context.publisher == of.thing.id:
        compare_site(item, of.rivals, context.host, features, told)
    elif item.type not in MEDIA and of.is_credited:
        features["credited"] = 1 - features["prior"]
        told.append("it is credited for a picture, as agencies are")
    elif item.kind == "organization" and "country_named" in features:
        features["outshone"] /= 2  # who is known less, but at home where the article is


def compare_site(
    item: Item, rivals: Sequence[Candidate], host: str, features: dict[str, float], told: list[str]
) -> None:
    """The publisher of a page is the outlet on whose site it stands, since many papers share a name."""
    if item.domain and host:
        agrees = f".{host}".endswith(f".{item.domain}") or f".{item.domain}".endswith(f".{host}")
        features["site_agrees" if agrees else "site_differs"] = 1.0
        told.append(f"the page stands on {host}" if agrees else f"its site is {item.domain}, not {host}")
    elif (
        item.type in MEDIA
        and (features["prior"] > _KNOWN_BY_NAME or is_only_one(item, rivals))
        and _is_spelled(item, host)
    ):
        features["site_named"] = 1.0
        told.append(f"its name is that of the site: {host}")
    elif item.type not in MEDIA or host:
        features["no_site"] = 1.0
        told.append(f"nobody knows that {host or 'the page'} is its site")


_KNOWN_BY_NAME = 0.5
"""A medium this well known is meant by its name, although others may have it: nobody takes the site for theirs."""


def _is_spelled(item: Item, host: str) -> bool:
    """Whether part of *host* spells a name of the *item*: "abcnews.go.com". A country code must be one of its own."""
    names = {"".join(folded_words(name)) for name in (item.label, *item.aliases)}
    *parts, end = host.replace("-", "").split(".")
    codes = codes_of(item)
    is_abroad = len(end) == _OF_A_COUNTRY and bool(codes) and {"uk": "GB"}.get(end, end.upper()) not in codes
    return not is_abroad and any(part in names for part in parts)


_OF_A_COUNTRY = 2


def _is_only_credited(thing: Entity, context: ArticleContext) -> bool:
    """Whether *thing* is named only in credits of pictures."""
    places = {
        (proof.start, proof.end)
        for credit in context.facts.credits
        if credit.entity == thing.id
        for proof in credit.evidence
        if isinstance(proof, Citation)
    }
    return bool(places) and all(
        any(start <= mention.start and mention.end <= end for start, end in places) for mention in thing.mentions
    )


def thing_by_name(candidate: Candidate, name: str) -> dict[str, float]:
    """The features of a *candidate* for *name* that do not depend on the article."""
    return {
        f"named_{candidate.how.name.lower()}": 1.0,
        "several_words": float(" " in name),
        "acronym": float(is_acronym(name) and not _is_word(name, candidate.item)) * (1 - prior(candidate.item)),
        "prior": prior(candidate.item),
    }


def _is_word(name: str, item: Item) -> bool:
    """Whether *name* is a word in capitals that the *item* writes in small letters."""
    names = {item.label, *item.aliases}
    return len(name) >= _WORDLY and name not in names and name.capitalize() in names


_WORDLY = 5
"""Fewer capitals than this rather mean something else: "SWAT" is not the college called "Swat"."""


def is_acronym(name: str) -> bool:
    """Whether *name* is all capitals: "NHB", "N.H.B."."""
    return _ACRONYM.fullmatch(name) is not None


_ACRONYM = re.compile(r"[A-Z][A-Z\d&]{1,5}|(?:[A-Z]\.){2,}")


def is_function(name: str, item: Item) -> bool:
    """Whether *name* says what the *item* does, not whose it is: every state has its Ministry of Defense."""
    begins_so = name.split(" ", 1)[0] in word_set("link/function_beginnings")
    says_what = begins_so or name.endswith((" Ministry", " Department"))
    return says_what and item.type in _OF_STATES and bool(item.countries)


_OF_STATES = frozenset(
    ("government body", "organization", "foundation", "police", "company", "court", "research institute", "newspaper")
)


def _compare_country(
    candidate: Candidate, of: ThingContext, context: ArticleContext, features: dict[str, float], told: list[str]
) -> None:
    """Compares the country that the article gives with the item's; not one within its name: American in Beirut."""
    item, stated = candidate.item, of.state
    codes = codes_of(item)
    if stated and candidate.how <= How.ALIAS and _is_part_of_names(stated, of):
        stated = None
    if stated and codes:
        agrees = stated in codes
        features["country_agrees" if agrees else "country_differs"] = 1.0
        told.append(f"of {country_name(stated)}" if agrees else f"that one is not of {country_name(stated)}")
    elif codes & context.codes:
        features["country_named"] = 1.0
        told.append(f"the article names {country_name(min(codes & context.codes))}")
    elif codes and context.codes:
        missing = "lies_abroad" if of.thing.kind == "place" else "country_missing"
        features[missing] = 1.0 if item.type == "political party" else 1 - features["prior"]
        told.append(f"the article does not name {country_name(min(codes))}")


def _is_part_of_names(state: str, of: ThingContext) -> bool:
    """Whether only the name says *state*, and all candidates have it in theirs although they are of other countries."""
    return of.thing.country_code is None and all(
        (codes := codes_of(rival.item)) and state not in codes for rival in of.rivals
    )


def _beside(thing: Entity, context: ArticleContext) -> frozenset[str]:
    """The folded words right before and right after the mentions of *thing*."""
    text = context.facts.article.text
    around = (
        f"{text[max(0, mention.start - _NEAR) : mention.start]} {text[mention.end : mention.end + _NEAR]}"
        for mention in thing.mentions
    )
    return frozenset(folded_words(" ".join(around)))


_NEAR = 30
