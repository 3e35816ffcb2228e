"""The countries and places of posts that an article tells without one: "President NAME" (decision 094)."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from ld.article import Citation, Known
from ld.facts import Entity, Facts, Post
from ld.kb import Lookup, Position
from ld.link.agreement import means
from ld.link.context import code_of, day_of
from ld.link.folding import fold
from ld.link.known_item import known_item


def with_countries(facts: Facts, bases: Sequence[Lookup], before: Iterable[Entity] = ()) -> Facts:
    """*facts* with the country or place of each bare post of one, if the article names it and the holder is linked.

    The first of *bases* that knows the holder must have the post for one country alone, and for nothing else that its
    title names: no president of a board. A term that was surely over on the day of the article is no proof.
    What was told here goes when the holder's link is not the one that it had *before*. So does the country of a capital
    in the text if the holder is known to have the post for others only.
    """
    links = {entity.id: entity.link for entity in before}
    return msgspec.structs.replace(
        facts,
        posts=tuple(
            _told(post if links.get(post.holder) == facts.entity(post.holder).link else _forgetful(post), facts, bases)
            for post in facts.posts
        ),
    )


_RULE = "country of the post that its holder is known to have"


def _forgetful(post: Post) -> Post:
    """*post* without the country or the place that was told here."""
    ours = [proof for proof in post.evidence if isinstance(proof, Citation) and proof.rule == _RULE]
    if not ours:
        return post
    kept = tuple(proof for proof in post.evidence if proof not in ours and not isinstance(proof, Known))
    return msgspec.structs.replace(post, country=None, place=None, evidence=kept)


def _without_capital(post: Post, held: Sequence[Position], facts: Facts) -> Post:
    """*post* without the country that only a capital in the text gave it, if its holder *held* it for others only."""
    told = [proof for proof in post.evidence if isinstance(proof, Citation) and proof.rule == _CAPITAL]
    codes = {code_of(each.country) if each.country else None for each in held}
    if not told or post.country is None or not codes or {None, facts.entity(post.country).country_code} & codes:
        return post
    return msgspec.structs.replace(
        post, country=None, evidence=tuple(proof for proof in post.evidence if proof not in told)
    )


_CAPITAL = "capital of the post"
"""The rule by which "the White House" gives the country of a bare "President"."""


def _told(post: Post, facts: Facts, bases: Sequence[Lookup]) -> Post:
    of_state = _OF_STATE.fullmatch(fold(post.title)) is not None
    if post.body or post.place or not (of_state or _OF_PLACE.fullmatch(fold(post.title))):
        return post
    item, source = known_item(facts.entity(post.holder), bases)
    day = day_of(facts)
    held = [each for each in item.positions if means(post.title, each.title)] if item else []
    post = _without_capital(post, held, facts)
    if post.country:
        return post
    held = [each for each in held if post.is_over or not day or each.held_on(day) is not False]
    area = _country(post, held, facts) if of_state else _place(held, facts)
    if area is None:
        return post
    first = area.mentions[0]
    words = Citation(start=first.start, end=first.end, exact=first.exact, rule=_RULE)
    evidence = (*post.evidence, words, Known(source=source))
    if of_state:
        return msgspec.structs.replace(post, country=area.id, evidence=evidence)
    return msgspec.structs.replace(post, place=area.id, evidence=evidence)


def _country(post: Post, held: Sequence[Position], facts: Facts) -> Entity | None:
    """The country of the article for which its holder has the *post* of state."""
    codes = {code_of(each.country) if each.country else None for each in held}
    found = (each for each in facts.entities if each.kind == "country" and each.mentions)
    country = next((each for each in found if {each.country_code} == codes), None)
    return country if country and any(_is_of(each, post, country) for each in held) else None


def _place(held: Sequence[Position], facts: Facts) -> Entity | None:
    """The one place of the article that the titles *held* name: Michigan in "Governor of Michigan"."""
    named = {_OFFICE.sub("", fold(each.title)) for each in held}
    places = [each for each in facts.entities if each.kind == "place" and each.mentions and {fold(each.name)} == named]
    return places[0] if len(places) == 1 else None


def _is_of(held: Position, post: Post, country: Entity) -> bool:
    """Whether the title *held* names nothing but the post and perhaps the *country*."""
    names = (country.name, *(mention.exact for mention in country.mentions))
    allowed = {word for name in (post.title, *names) for word in fold(name).split()} | _NO_MATTER
    return allowed.issuperset(fold(held.title).split())


_NO_MATTER = frozenset(("of", "the", "for", "and", "minister", "secretary", "affairs", "federal", "republic", "united"))
_OF_STATE = re.compile(
    r"""
    (?: (?:former|then|late|acting|interim|outgoing|ex) \s )?
    (?: (?:vice\s)? president | (?:deputy\s)? prime\sminister | chancellor | king | queen | emperor
      | (?:foreign(?:\saffairs)?|defense) \s (?:minister|secretary)
      | (?:[a-z]+\s){1,3} (?:minister|secretary|treasurer) | attorney\sgeneral
      | minister\s(?:of|for)\s [a-z\s]+ | secretary\sof\s [a-z\s]+
    )
    """,
    re.VERBOSE,
)
"""Posts that are of a state if the title that its own people have names no part of it: "Attorney General of Ohio"."""
_OF_PLACE = re.compile(r"(?:(?:former|then|late|acting|ex)\s)?(?:gov|governor|premier|mayor|lord mayor|first minister)")
_OFFICE = re.compile(r"^(?:governor|premier|mayor|lord mayor|first minister) of (?:the )?")
