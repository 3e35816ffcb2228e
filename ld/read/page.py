"""What the page around the article states: day of publication, publisher, sections."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ld.article import SourceCitation, Span, Stated
from ld.read.blocks import Block
from ld.read.captions import find_credit
from ld.read.dates import is_issued, iso_moment, month_number, names_day, published_day
from ld.read.vocabulary import word_set
from ld.urls import HostName, host_names

_NEAR_HEADLINE = 3
_ABOVE_HEADLINE = 12
_BELOW_LEAD = 12
_PUBLISHED_WORDS = 16
_PUBLISHED = re.compile(r"(?:first )?(?:published|posted|issued|veröffentlicht|publié|publicado)\b")
_TELLS = re.compile(r"\b(?:are|fue|fueron|had|has|have|is|war|was|were|will|would|wurde|wurden|était|été)\b")
"""A line with a verb reports what happened on a day: "The pier was opened on May 3, 1935"."""

_HEADER = 200
_BELOW_BODY = 12
_LINE = 240
_TRAIL_BLOCKS = 25
_DAY_IN_PATH = re.compile(
    r"/(?P<words>(?P<year>(?:19|20)\d\d)(?P<joint>[/-])(?:(?<=/)[a-z.]+/)??(?P<month>\d\d?|[a-z]{3})(?P=joint)(?P<day>\d\d?))(?=[/.]|$)",
    re.IGNORECASE,
)
_CRUMB = r"[^\n>›»→/|]{1,40}"
_TRAIL = re.compile(
    rf"""
    ^[ \t]*+
    (
      (?i:home) (?:\s{{0,3}}+[>›»→/]\s{{0,3}}+{_CRUMB}+){{1,6}}  # Home / News / Europe
      | {_CRUMB}+ (?:\s?+[>›»→]\s?+{_CRUMB}+){{1,6}}             # News › Europe
      | {_CRUMB} (?:[ ]/[ ]{_CRUMB}){{2,6}}                       # News / Europe / Baltic
    )$
    """,
    re.MULTILINE | re.VERBOSE,
)
_STEP = re.compile(r"[^>›»→/]+")
_CRUMB_WORDS = 4
_NOT_SECTIONS = frozenset(("home", "homepage", "startseite", "accueil", "inicio", "front page", "홈"))
_MARK = r"(?:©|ⓒ|\([cC]\)|\b(?:[Cc]opyright|COPYRIGHT)\b)"
_RIGHTS = re.compile(
    rf"""
    {_MARK} (?>(?:[\s:]*+{_MARK}){{0,3}}) \s*+           # ©, Copyright (c)
    (?>(?:\d{{4}}(?:\s?[-–]\s?\d{{2,4}})?)?) ,?+ \s*+   # 2024, 2019-24
    (?>(?:{_MARK}\s*+){{0,3}})
    (?>(?:by\s++)?)
    (?P<name>(?=[A-Z])(?:(?:St|Ste|Mt|Ft)\.|[^.,|©]){{2,60}}?)
    (?=\s*+(?:[.,|]|$|All[ ][Rr]ights|ALL[ ]RIGHTS|[Aa]lle?[ ]|\d))
    """,
    re.VERBOSE,
)
_SMALL = frozenset(("&", "and", "da", "de", "der", "des", "di", "du", "for", "la", "le", "of", "on", "the", "und", "y"))
_OF_COMPANIES = frozenset(("daily", "media", "network", "online", "press"))
_MASTHEAD_WORDS = 8
_OWNER = re.compile(r"(?P<name>(?:[A-Z][\w&'’-]{0,30}\s){1,6}?)[-–—]?\s?(?i:all rights reserved)")
_RIGHTS_LINE = 400
_SINGLE_WORDS = 8
_BEFORE_THE = 4
_AFTER_THE = 4
_VARIANTS = {
    "a": "aàáâãäåą", "c": "cçćč", "e": "eèéêëęě", "i": "iìíîï", "n": "nñń", "o": "oòóôõöøő", "s": "sšś",
    "u": "uùúûüű", "y": "yýÿ", "z": "zžźż",
}  # fmt: skip


class PageValue(NamedTuple):
    """A value, and the position in the source of the words that state it."""

    value: str
    start: int
    end: int


def find_day(
    source: str, blocks: Sequence[Block], body: range, first: int, others: frozenset[int] = frozenset()
) -> PageValue | None:
    """The day of publication in a line near the headline, or in one below the body that says "published".

    *first* is the offset in *source* of the first paragraph; lines of prose are skipped, and the lines *others*.
    """
    header = next((index for index in body if blocks[index].start >= first), body.start)
    headline = body.start - 1
    above = range(headline - 1, max(-1, headline - 1 - _NEAR_HEADLINE), -1)
    below_headline = range(body.start, min(header, body.start + _HEADER))
    near = [index for index in (*below_headline, *above) if index not in others]
    days = [day for index in near for day in _day(source, blocks[index])]
    issued = [day for day in days if is_issued(source, day.start)]
    if days:
        return (issued or days)[0]
    below_lead = range(header, min(body.stop, header + _BELOW_LEAD))
    far_above = range(max(0, headline - _ABOVE_HEADLINE), headline)
    for where in (below_lead, far_above):
        if alone := _alone(source, [blocks[index] for index in where if index not in others]):
            return alone
    below = [index for index in range(body.start, min(len(blocks), body.stop + _BELOW_BODY)) if index not in others]
    return next((day for index in below for day in _day(source, blocks[index]) if is_issued(source, day.start)), None)


def _day(source: str, block: Block) -> Iterator[PageValue]:
    """The day of a line that is not prose; one that says when something was published may read like a sentence."""
    if block.kind == "prose" and (block.words > _PUBLISHED_WORDS or not _PUBLISHED.match(block.key)):
        return
    day = published_day(source, block.start, min(block.end, block.start + _LINE))
    if day and (is_issued(source, day.start) or not _TELLS.search(block.key)):
        yield PageValue(day.value, day.start, day.end)


def _alone(source: str, blocks: Sequence[Block]) -> PageValue | None:
    """The day of the lines that consist of little more than a date, if they all name the same one."""
    days = [day for block in blocks if names_day(block.text) for day in _day(source, block)]
    return days[0] if len({day.value for day in days}) == 1 else None


def day_in_address(url: Stated) -> Stated | None:
    """The day of publication in the path of an article's address: /2024/09/11/ or /2024-09-11/."""
    evidence = url.evidence[0]
    said = evidence.exact if isinstance(evidence, Span) else url.value
    match = _DAY_IN_PATH.search(said, said.find("://") + 3)
    if match is None:
        return None
    month = month_number(match["month"].lower()) or match["month"]
    day = iso_moment(f"{match['year']}-{month:0>2}-{match['day']:0>2}")
    if day is None:
        return None
    rule = "day of publication in the address"
    if isinstance(evidence, SourceCitation):
        words = match["words"]
        start = evidence.start + match.start("words")
        evidence = SourceCitation(start=start, end=start + len(words), exact=words, rule=rule)
    return Stated(value=day, evidence=(evidence,))


def find_sections(source: str, blocks: Sequence[Block], body: range, headline: int) -> list[PageValue]:
    """The sections in a breadcrumb near the headline, from the widest on, without "Home"."""
    start = blocks[max(0, headline - _TRAIL_BLOCKS)].start
    first = next(index for index in body if blocks[index].kind == "prose")
    for trail in _TRAIL.finditer(source, start, blocks[first].start):
        if find_credit(trail[1]):
            continue
        steps = [step for step in _STEP.finditer(source, trail.start(1), trail.end(1)) if step[0].strip()]
        names = [_trimmed(source, step.start(), step.end()) for step in steps]
        home = names[0].value.lower() in _NOT_SECTIONS
        names = [name for name in names if name.value.lower() not in _NOT_SECTIONS]
        names = [name for name in names if name.value != blocks[headline].text]
        if names and all(_is_section(name.value) for name in names) and (home or len(names) > 1):
            return names
    return []


def _trimmed(source: str, start: int, end: int) -> PageValue:
    text = source[start:end]
    value = text.strip()
    begin = start + text.index(value)
    return PageValue(value, begin, begin + len(value))


def _is_section(name: str) -> bool:
    return len(name.split()) <= _CRUMB_WORDS and name[0].isalpha() and not name[0].islower() and not name.endswith(".")


def find_publisher(
    source: str, blocks: Sequence[Block], body: range, owners: Sequence[PageValue], url: str | None
) -> tuple[str, int, int, str] | None:
    """The publisher that the page names, with its position as in PageValue, and the rule: by host or as rights owner.

    *owners* are the owners of the rights, as found by ``owners_of``.
    """
    inside = (blocks[body.start - 1].start, blocks[body.stop - 1].end)
    for name in host_names(url) if url else ():
        found = _named_like(source, name, inside)
        if found:
            return (*found, "publisher named like the URL's host")
    named = owners and _is_masthead(blocks, body.start, owners[-1].value)
    return (*owners[-1], "publisher named in the copyright line") if named else None


def owners_of(source: str, blocks: Sequence[Block]) -> list[PageValue]:
    """The owners of the rights in the lines with a copyright mark: papers, and the companies that own them."""
    lines = (block for block in blocks if block.kind != "prose" and _tells_rights(block))
    return [owner for block in lines if (owner := _owner(source, block))]


def _named_like(source: str, host: HostName, inside: tuple[int, int]) -> PageValue | None:
    """The capitalised phrase that the letters of *host* spell; the commonest spelling, at its first occurrence.

    One with the domain's suffix ("Gazette.com") counts only if there is no other.
    A "The" that the host does not spell belongs to the name if two places confirm it.
    """
    matches = [match for match in _spelling(host).finditer(source) if _may_name(source, match, host, inside)]
    if not matches:
        return None
    times = Counter(match["name"] for match in matches)
    name = min(times, key=lambda name: (name.lower().endswith(host.suffix or "."), name.isupper(), -times[name]))
    same = [match for match in matches if match["name"] == name]
    titled = [match for match in same if match["the"] and (host.titled or _is_title(source, match))]
    if host.titled or len(titled) > 1:
        return PageValue(titled[0][0], titled[0].start(), titled[0].end())
    return PageValue(name, same[0].start("name"), same[0].end("name"))


def _spelling(host: HostName) -> re.Pattern[str]:
    """Finds the phrases that *host* spells: "the" before, "name" with or without the suffix of the domain."""
    letters = host.letters.removeprefix("the") if host.titled else host.letters
    spelt = r"[^\w\n]{0,3}+".join(f"[{_VARIANTS.get(letter, re.escape(letter))}]" for letter in letters)
    suffix = rf"(?>(?i:{re.escape(host.suffix)})?)" if host.suffix else ""
    the = r"(?P<the>The[^\w\n]{1,3})" + ("" if host.titled else "?")
    return re.compile(rf"(?<![\w@/.#-]){the}(?P<name>(?i:{spelt}){suffix})(?![\w@])")


def _may_name(source: str, match: re.Match[str], host: HostName, inside: tuple[int, int]) -> bool:
    """Whether a phrase that the host spells may be the publisher's name.

    A single plain word counts only in a short line outside the article. A sub-domain's name must have words that are
    not typical of menus, and be outside the article: inside, it may be the subject of the site.
    """
    words = match["name"].split()
    outside = not inside[0] <= match.start() < inside[1]
    if match["name"][0].islower():
        return False
    if not host.own:
        return outside and len(words) > 1 and not all(word.lower() in word_set("name-stops") for word in words)
    if host.titled or len(words) > 1:
        return True
    before = source[max(0, match.start() - _LINE) : match.start()].rpartition("\n")[2]
    after = source[match.end() : match.end() + _LINE].partition("\n")[0]
    return outside and len((before + match[0] + after).split()) <= _SINGLE_WORDS


def _is_title(source: str, match: re.Match[str]) -> bool:
    """Whether the "The" of a phrase is its own: it begins no sentence, and no name follows ("The Gazette Shop")."""
    before = source[max(0, match.start() - _BEFORE_THE) : match.start()].rstrip(" \"“'‘(")
    after = source[match.end() : match.end() + _AFTER_THE]
    alone = before[-1:] in ("", "\n") and after.strip(" ")[:1] in ("", "\n")
    return alone or (before[-1:] not in ("", "\n", ".", "!", "?") and not re.match(r"[ -][A-Z\d]", after))


def _is_masthead(blocks: Sequence[Block], article: int, owner: str) -> bool:
    """Whether the *owner* of the rights is the paper, not the company that owns it.

    Its name is typical of papers, "Harbour Gazette", or is in a short line above the *article*, or on a line of its
    own.
    Half a line, or a phrase with other words in lower case, is not a name.
    """
    words = owner.split()
    if any(word[0].islower() and word not in _SMALL for word in words) or not words[-1][-1].isalnum() or "+" in words:
        return False
    if words[-1].rpartition("-")[2].lower() in word_set("outlet-words") - _OF_COMPANIES:
        return True
    name = owner.lower()
    above = (block.text.lower() for block in blocks[:article] if block.words <= _MASTHEAD_WORDS)
    return any(_has_words(line, name) for line in above) or any(block.text.lower() == name for block in blocks)


def _has_words(line: str, words: str) -> bool:
    """Whether a line contains *words*, with no letter or digit attached to them."""
    return words in line and any(
        not _is_of_word(before[-1:]) and not _is_of_word(after[:1]) for before, after in pairwise(line.split(words))
    )


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _tells_rights(block: Block) -> bool:
    line, key = block.text[:_RIGHTS_LINE], block.key
    return "©" in line or "ⓒ" in line or "copyright" in key or "all rights" in key or "(c)" in line.lower()


def _owner(source: str, block: Block) -> PageValue | None:
    line = block.text[:_RIGHTS_LINE]
    match = _RIGHTS.search(line) or _OWNER.search(line)
    return _trimmed(source, block.start + match.start("name"), block.start + match.end("name")) if match else None
