"""For whom a post is held: the body, the country or the place that the words around its title name."""

import functools
import re
from collections.abc import Iterator

from ld.extract.phrases.tags import is_state
from ld.extract.phrases.titles import Title, is_envoy
from ld.extract.roles.owned import is_no_holder, owned
from ld.facts import Entity, EntityKind, Mention
from ld.mentions import MentionIndex, Named
from ld.text.before import search_before
from ld.text.lexicon import any_of, word_set, words


def ending_before(text: str, names: MentionIndex, title: Title) -> list[Named]:
    """The one named right before the title: "Canadian", "Russia's new", "the command's"; for an envoy, the country.

    The name may end in the title's first words, or be these: "Harbour Town Council member", "National Party leader".
    """
    said = text[title.start : title.end]
    around = [each for each in names.overlapping(title.start, title.start + 1) if each.entity.kind == "organization"]
    if around and (around[0].start < title.start or _is_first_words(text, around[0], title)):
        return around[:1]
    found = _leading_to(text, names, title.start, said) or _known_before(text, names, title.start, said)
    if found and found.entity.kind == "organization" and is_envoy(said):
        return [_country_before(text, names, found) or found]
    return [found] if found else []


def _is_first_words(text: str, named: Named, title: Title) -> bool:
    """Whether several words with which the title begins, but not all of it, are the name: "National Party"."""
    is_within = named.start == title.start and named.end < title.end and " " in named.mention.exact
    return is_within and not text.startswith(" and ", named.end)


def _leading_to(text: str, names: MentionIndex, start: int, title: str) -> Named | None:
    """The one named before the title at *start*; a party only for titles of its own posts."""
    nearest = names.nearest(start, *_kinds(title))
    if nearest is None or nearest.mention.kind == "metonym" or not leads_to(text[nearest.end : start]):
        return None
    if _is_city_of_state(nearest, title) or _is_beat(nearest, title) or _is_nationality(nearest, title):
        return None
    if nearest.entity.kind == "organization" and nearest.mention.kind == "demonym":
        chamber = _leading_to(text, names, nearest.start, title)
        return chamber or (nearest if _is_of_party(title) else None)
    return None if _is_part_of_name(text, nearest) else nearest


def _is_of_party(title: str) -> bool:
    return title.lower().split()[-1] in _POSTS_OF_PARTIES


_POSTS_OF_PARTIES = frozenset(("leader", "chair", "chairman", "chairwoman", "chief", "treasurer", "spokesman", "whip"))


def _known_before(text: str, names: MentionIndex, start: int, title: str) -> Named | None:
    """The entity named right before the title where *names* has no mention of it."""
    begin = max(0, start - _REACH)
    before = text[begin:start]
    last = before.rpartition("\n")[2].split()[-1:]
    if not last or not before[-1].isspace() or not (last[0][0].isupper() or last[0].lower() in _describing()):
        return None
    found: list[Named] = []
    for entity in names.entities:
        if entity.kind in _kinds(title):
            found += (each for each in _ending(text, begin, before, entity) if not _is_beat(each, title))
    return max(found, key=lambda named: named.end - named.start, default=None)


def _ending(text: str, begin: int, before: str, entity: Entity) -> Iterator[Named]:
    """The ends of *before*, which begins at *begin*, that are a name of *entity* and lead to a title."""
    exacts = {entity.name, *(mention.exact for mention in entity.mentions if mention.kind == "name")}
    exacts |= {short for name in exacts if entity.kind == "organization" and (short := _without_form(name))}
    for exact in sorted(exacts):
        offset = before.rfind(exact)
        if offset < 0 or before[:offset][-1:].isalnum() or not leads_to(before[offset + len(exact) :]):
            continue
        mention = Mention.of(text, begin + offset, begin + offset + len(exact))
        named = Named(mention.start, mention.end, mention, entity)
        if not _ends_name(text, named):
            yield named


def _without_form(name: str) -> str:
    """The *name* of a company without its legal form, as it is called before a title: "Nordhavn chairman NAME"."""
    form = _LEGAL_FORM.search(name)
    short = name[: form.start()] if form else ""
    return "" if short.lower() in word_set("ordinary_words") else short


_LEGAL_FORM = re.compile(r"(?<=\w\w),?\s(?:Inc|Corp|Co|Cos|Ltd|PLC|plc|LLC|AG|NV|N\.V|SA|S\.A)\.?\Z")


def owner_before(text: str, names: MentionIndex, title: Title) -> list[Named]:
    """The one whose *title* it is after a name, if only a short form names it there: "NAME, Nordhavn's treasurer"."""
    owner = _known_before(text, names, title.start, text[title.start : title.end])
    return [owner] if owner and owner.start >= title.phrase_start else []


def _country_before(text: str, names: MentionIndex, body: Named) -> Named | None:
    """The country of the envoy in "Norway's UN Ambassador", where *body* is the UN."""
    country = names.nearest(body.start, "country")
    return country if country and leads_to(text[country.end : body.start]) else None


def leads_to(gap: str) -> bool:
    """Whether the words of *gap* between a name and a title only modify the title: "’s newly elected"."""
    begin = _POSSESSIVE.match(gap)
    if begin is None or _BREAK.search(gap):
        return False
    between = gap[begin.end() :].replace("-", " ").split()
    return all(word.lower() in _describing() for word in between)


@functools.cache
def _describing() -> frozenset[str]:
    return (word_set("roles/words_before_titles") | word_set("phrases/title_modifiers")) - {"under"}


_BREAK = re.compile(r"\s-|-\s|--|\n")
_POSSESSIVE = re.compile(r"(?:[’']s?)?\s+")


def _is_part_of_name(text: str, named: Named) -> bool:
    """Whether *named* may end the longer name of a company or an association: "Accountants of NAME's economist"."""
    return named.entity.kind != "organization" and named.mention.kind != "demonym" and _ends_name(text, named)


def _ends_name(text: str, named: Named) -> bool:
    """Whether a capitalised word before *named* opens a longer name."""
    found = search_before(_LONGER_NAME, text, named.start, _REACH)
    if found is None or found["of"] is not None:
        return found is not None
    opens = found.start() < len("x ") or text[found.start() - len("x ")] in _STOPS or text[found.start() - 1] == "\n"
    return found["word"].lower() not in (_no_names() if opens else _no_names() - word_set("ordinary_words"))


_STOPS = frozenset(".!?:;”\"’'")


@functools.cache
def _no_names() -> frozenset[str]:
    """Words that may precede a country, capitalised, without being part of a name: "Meanwhile Canada's minister"."""
    ordinary = word_set("ordinary_words") | word_set("function_words") | word_set("prepositions")
    return ordinary | word_set("phrases/title_limits") | word_set("phrases/title_modifiers")


_REACH = 40
_LONGER_NAME = re.compile(r"(?P<word>[A-Z][\w&’'-]*) (?P<of>of (?:the )?)?\Z")


def _leads(text: str, named: Named, title: Title) -> bool:
    return leads_to(text[named.end : title.start]) and not _is_part_of_name(text, named)


def within_phrase(text: str, names: MentionIndex, title: Title) -> list[Named]:
    """The one named in the phrase around the title: "at the Board", "France's".

    A body takes precedence, as do names after the title; an envoy holds no post of the body or country sent to.
    """
    said = text[title.start : title.end]
    inside = [
        each
        for each in names.within(title.phrase_start, title.phrase_end, *_kinds(said))
        if each.mention.kind not in {"demonym", "metonym"} or each.entity.kind == "country" or _is_of_party(said)
        if not _is_nationality(each, said)
    ]
    before = [each for each in inside if each.end <= title.start and _leads(text, each, title)]
    beside = (named for named in inside if _is_beside(text, names, title.end, named))
    after = [whole for named in beside if (whole := owned(text, names, named))]
    if is_envoy(said) and any(_TO.match(text, title.end) for _ in after):
        after = []
    if is_envoy(said):
        before.sort(key=lambda named: named.entity.kind != "country")
        return [*before, *after][:1]
    return sorted([*after, *before], key=lambda named: _RANK[named.entity.kind])[:1]


_RANK = {"organization": 0, "country": 1, "place": 2}


def _is_beside(text: str, names: MentionIndex, title_end: int, named: Named) -> bool:
    """Whether only a preposition joins *named* to the title; a body's country may come between: "of the U.S. …"."""
    if named.start < title_end or text[named.end : named.end + 1] == "-":
        return False
    end = _led_by_country(text, names, named, title_end)
    if _BESIDE.fullmatch(text, title_end, end):
        return True
    return named.entity.kind == "organization" and _far().fullmatch(text, title_end, end) is not None


_BESIDE = re.compile(
    r"(?:\s+of\s+[a-z]+(?:\s+and\s+[a-z]+)?)?\s+(?:of|at|in|for|with|from|to)\s+(?:the\s+)?(?:(?:[A-Z]\.){2,}\s+)?"
)
_TO = re.compile(r"\s+to\b")


@functools.cache
def _far() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?:
            \s+ (?:of|for|in|on)                                            # of computer science
            (?: \s+ (?! (?:who|that|which|whose|is|was|were|has|had|said|about|an?|his|her|its|former|company)\b )
                [\w&’'-]+ ){{1,7}}
        )?
        \s+ (?:of|at|in|for|with|from) \s+                                 # at
        (?: (?:the|a|an|its) \s+ (?: (?!(?:former|late|defunct|then|now|time)\b) [a-z][a-z-]+ \s+ )? )?
        (?: [A-Z][\w.]* (?: ,?\s[A-Z][\w.]* ){{0,2}} -based \s+ )?     # Norvik-based
        (?: (?: [\w&’'.-]+ \s+ ){{0,3}} (?:{any_of(*words("roles/organization_nouns"))}) ,?\s+ )?  # the bank
        (?: (?:[A-Z]\.){{2,}} \s+ )?
        """,
        re.VERBOSE,
    )


def employer_after(text: str, names: MentionIndex, end: int) -> Named | None:
    """The employer of somebody with the trade that ends at *end*: "analyst at the investment bank NAME"."""
    window = [each for each in names.within(end, end + _FAR_REACH, "organization") if not is_no_holder(text, each)]
    return next((each for each in window if _far().fullmatch(text, end, _led_by_country(text, names, each, end))), None)


_FAR_REACH = 160


def _led_by_country(text: str, names: MentionIndex, named: Named, after: int) -> int:
    """The start of *named* including a country before it: "the U.S. Harbour Office"."""
    country = names.nearest(named.start, "country")
    led = country is not None and country.end > after and text[country.end : named.start].isspace()
    return country.start if country and led else named.start


def behind_name(text: str, names: MentionIndex, named: Named, title: str) -> list[Named]:
    """Whose post it is in "President NAME of COUNTRY" and "Sen. NAME of PLACE"."""
    of = _OF.match(text, named.end)
    kinds = _kinds(title) if is_of_area(title) else _kinds(title)[:2]
    whose = names.starting_at(of.end(), of.end(), *kinds) if of else None
    return [whose] if whose and whose.mention.kind != "demonym" and not _is_city_of_state(whose, title) else []


_OF = re.compile(r",?\s+of\s+(?:the\s+)?")


def _kinds(title: str) -> tuple[EntityKind, ...]:
    """For what a post of this *title* may be held: no country if it is one of a company, no place if one of a team."""
    last = title.lower().rsplit(None, 1)[-1]
    if last in word_set("roles/posts_of_companies"):
        return ("organization",)
    return (
        ("country", "organization")
        if last in word_set("roles/posts_of_teams")
        else ("country", "organization", "place")
    )


def _is_city_of_state(named: Named, title: str) -> bool:
    """Whether a city has the name of the state that the *title* means: "New York Gov. NAME"."""
    of_state = is_of_area(title) and title.lower().split()[-1] not in {"mayor", "councilman", "councilwoman"}
    return (
        named.entity.kind == "place" and of_state and is_state(named.mention.exact) and not is_state(named.entity.name)
    )


def _is_beat(named: Named, title: str) -> bool:
    """Whether a reporter covers the body *named*: "White House correspondent NAME"."""
    return title.lower().split()[-1] in {"correspondent", "reporter"} and named.entity.name in word_set("roles/beats")


def _is_nationality(named: Named, title: str) -> bool:
    """Whether the adjective *named* only says where somebody is from: "a Spanish lawyer"."""
    return (
        named.mention.kind == "demonym" and title.islower() and title.rsplit(maxsplit=1)[-1] in {"lawyer", "commander"}
    )


def is_of_area(title: str) -> bool:
    """Whether a post of this *title* is held for a state of a federation, a district or a town."""
    return title.lower().rsplit(None, 1)[-1] in word_set("phrases/posts_of_places")


def line_of(text: str, names: MentionIndex, title: Title) -> list[Named]:
    """The body after the comma in the credit line of a quotation: "NAME, president, Harbour Board, Oslo"."""
    comma = _LINE.match(text, title.end)
    body = names.starting_at(comma.end(), comma.end(), "organization") if comma else None
    return [body] if body and (body.end == len(text) or _CLOSED.match(text, body.end)) else []


_LINE = re.compile(r",\s(?:the\s+)?")
_CLOSED = re.compile(r"[.,;)\n]")
