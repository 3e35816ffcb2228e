"""Where a place lies, according to the words beside its name and the other places of the article."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ld.extract.entities.countries.table import surfaces
from ld.facts import Entity
from ld.kb import Candidate, Item, Lookup
from ld.link.context import ArticleContext, codes_of, regions_of
from ld.text.lexicon import any_of, words
from ld.text.spelling import plain


class Around(NamedTuple):
    """What the article shows about where a place lies: whether a *region* of its name is meant, and what *follows* it.

    *unsaid* are the regions of the same name that nothing in the article points to.
    """

    region: bool
    follows: tuple["Following", ...]
    unsaid: tuple[Item, ...] = ()


class Following(NamedTuple):
    """A *name* after a comma, with the *regions* and the *codes* of countries that it stands for.

    "Dover, Delaware" lies there.
    """

    name: str
    regions: frozenset[str]
    codes: frozenset[str]


def around(place: Entity, context: ArticleContext, rivals: Sequence[Candidate], kb: Lookup) -> Around:
    """What the article shows about where *place* lies, which may be any of the *rivals*."""
    regions = [rival.item for rival in rivals if _is_region(rival.item)]
    is_region = bool(regions) and _is_a_region(place, context, regions, kb)
    unsaid = () if is_region or _may_be_a_region(place, context) else tuple(regions)
    return Around(is_region, tuple(_what_follows(place, context, kb)), unsaid)


def told_of_place(item: Item, of: Around, context: ArticleContext) -> Iterator[tuple[str, str]]:
    """The features for or against *item* that follow from this, and what they rest on."""
    if not _is_region(item) and of.region:
        yield "no_region", "a region is called so, too, and meant"
    elif not _is_region(item) and (named := regions_of(item) & context.regions):
        yield "region_named", f"the article names {min(named)}"
    around_it = () if _is_region(item) else (each for each in of.unsaid if each.countries == item.countries)
    if any(item.known_by >= _BETTER * each.known_by for each in around_it):
        yield "town_meant", "no word tells of the region that is called so, too"
    yield from _compare_following(item, of.follows)


_BETTER = 1.25
"""A town this many times better known than its region is meant by default: New York, but not Quebec."""


def _may_be_a_region(place: Entity, context: ArticleContext) -> bool:
    """Whether a region may be meant: by a word beside a mention, by a town before it, or by how it is written."""
    text = context.facts.article.text
    if any(text.endswith(_CALLED_TOWN, 0, mention.start) for mention in place.mentions):
        return False
    return any(
        "." in mention.exact
        or _TOWN.search(text, max(0, mention.start - _NEAR), mention.start) is not None
        or _REGION_WORD.search(_beside(text, mention.start, mention.end)) is not None
        for mention in place.mentions
    )


_CALLED_TOWN = ("city of ", "town of ")


def _beside(text: str, start: int, end: int) -> str:
    """The text on either side of *start* to *end*, within the paragraph."""
    before, after = text[max(0, start - _WIDE) : start], text[end : end + _WIDE]
    return f"{before.rpartition(_LINE)[2]} {after.partition(_LINE)[0]}"


_LINE = "\n"
_WIDE = 60
_REGION_WORD = re.compile(rf"\b{any_of(*words('link/region_words'))}\b", re.IGNORECASE)


def _is_region(item: Item) -> bool:
    return item.type.startswith(_REGIONS)


_REGIONS = ("state", "province", "territory", "region")


def _is_a_region(place: Entity, context: ArticleContext, regions: Sequence[Item], kb: Lookup) -> bool:
    """Whether one of the *regions* of its name is meant: it is called a state, or always follows a town.

    The town before the comma must not be known to lie elsewhere: "Boston, Washington and Denver" is a list.
    """
    text = context.facts.article.text
    if _is_called_state(place.name, text) and "D.C." not in text:
        return True
    if any(_is_beside_state(text, mention.start, mention.end, kb) for mention in place.mentions):
        return True
    inside = frozenset().union(*map(regions_of, regions))
    for mention in place.mentions:
        if _OF_STATE.match(text, mention.end):
            continue
        town = _TOWN.search(text, max(0, mention.start - _NEAR), mention.start)
        known = [each.item for each in kb.candidates(town["name"]) if each.item.kind == "place"] if town else []
        if town is None or (known and not any(regions_of(item) & inside for item in known)):
            return False
    return bool(place.mentions)


def _is_called_state(name: str, text: str) -> bool:
    """Whether *text* has "NAME state" somewhere that does not go on as "state senator" or the like."""
    if f"{name} state" not in text and f"{name} State" not in text:
        return False
    return re.search(rf"\b{re.escape(name)} [Ss]tate(?! \w+(?:or|er|man)\b)", text) is not None


def _is_beside_state(text: str, start: int, end: int, kb: Lookup) -> bool:
    """Whether it is listed with a state of the US that is not also a town: "Oregon and NAME"."""
    before, after = _STATE_BEFORE.search(text, max(0, start - _NEAR), start), _STATE_AFTER.match(text, end)
    for name in (found["name"] for found in (before, after) if found):
        best = max(
            (each.item for each in kb.candidates(name) if each.item.kind == "place"), key=_known_by, default=None
        )
        if best is not None and regions_of(best) and _is_region(best):
            return True
    return False


def _known_by(item: Item) -> int:
    return item.known_by


_NAME = r"(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
_STATE_BEFORE = re.compile(rf"\b{_NAME},? (?:and|or|to) $")
_STATE_AFTER = re.compile(rf" (?:and|or|to) {_NAME}\b(?! (?:City|County))")
_NEAR = 30
_OF_STATE = re.compile(r"(?:[’']s)?(?: [A-Z]\w+)? (?:state|legislature|attorney general|governor)\b")
_TOWN = re.compile(r"(?P<name>\b[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2}), $")


def _compare_following(item: Item, follows: Sequence[Following]) -> Iterator[tuple[str, str]]:
    """The feature from the first of what *follows* that can tell where *item* lies."""
    codes, own = codes_of(item), regions_of(item)
    for each in follows if codes else ():
        at_home = each.codes & codes
        if each.regions and at_home and not _may_be_elsewhere(item):
            continue
        if at_home and (not each.regions or each.regions & own):
            lies = "there"
        else:
            lies = "elsewhere" if own or not at_home else "unsure"
        yield f"lies_{lies}", f"followed by {each.name}"
        return


def _what_follows(place: Entity, context: ArticleContext, kb: Lookup) -> Iterator[Following]:
    """The words after *place* that say where it lies, for each mention that has some."""
    text = plain(context.facts.article.text)
    for mention in place.mentions:
        if following := _FOLLOWING.match(text, mention.end) or _LYING.match(text, mention.end):
            name = _ABBREVIATED.sub("", following["name"]).rstrip(" ")
            regions, codes = _stands_for(name, kb)
            if codes:
                yield Following(name, regions, codes)


def _may_be_elsewhere(item: Item) -> bool:
    """Whether *item* may lie in another state of its country than the one that follows, which then rules it out."""
    return not _is_region(item) and (bool(regions_of(item)) or item.type in _TOWNS)


_TOWNS = frozenset(("city", "town", "capital", "borough"))
_FOLLOWING = re.compile(
    r"""
    ,
    (?:[ ]an?[ ](?:small[ ]|quiet[ ])?(?:town|city|village|suburb)[ ](?:in|of|near|outside)[ ]
      (?:[A-Z][\w.'-]+[ ]){0,2}[A-Z][\w.'-]+,                    # Quay, a small town in Harbour County, Texas
    )?
    [ ]?(?P<name>(?:[A-Z][\w'-]+\.?[ ]?|[A-Z]\.[A-Z]\.){1,3})  # Quay, Texas; Quay, N.Y.
    (?![\w'-]|,[ ](?:and|or|[A-Z]))                             # not Quay, Riga, Oslo
    """,
    re.VERBOSE,
)
_LYING = re.compile(
    r"""
    ,?[ ](?:
        on[ ](?=(?:[A-Z][\w-]+[ ]?){1,3}'s[ ](?:[a-z-]+[ ]){1,3}(?:border|coast|edge|shore)\b)  # on Norway's west coast
      | in[ ](?:the[ ])?(?:(?:north|south|east|west)[a-z-]*|central|outback|rural)[ ]          # , in northern Norway
    )
    (?P<name>(?:[A-Z][\w-]+[ ]?){1,3})
    """,
    re.VERBOSE,
)
_ABBREVIATED = re.compile(r"(?<=[a-z]{4})\..*")
"""A full stop that ends the sentence, and the start of the next one."""


def _stands_for(name: str, kb: Lookup) -> tuple[frozenset[str], frozenset[str]]:
    """The regions and the countries that *name*, or its first words, stands for."""
    words = name.split()
    for count in range(len(words), 0, -1):
        part = " ".join(words[:count])
        regions = [each.item for each in kb.candidates(part) if each.item.kind == "place" and _is_region(each.item)]
        codes = frozenset(
            code
            for surface in surfaces().get(part, ())
            if surface.words == part and surface.kind != "demonym"
            for code in surface.codes
        )
        if regions or codes:
            return frozenset().union(*map(regions_of, regions)), codes.union(*map(codes_of, regions))
    return frozenset(), frozenset()
