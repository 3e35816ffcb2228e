"""People as rows: their posts, with terms joined, and how well known a post makes its holder."""

import re
from collections.abc import Iterable, Iterator

from rows import NOT_SHIPPED, Row, cell, common_cells, is_latin


def person(row: Row) -> Row | None:
    """The cells of a person; None for one who is neither well known nor in a post that news names."""
    posts = list(_posts(row))
    renown = max([_worth(post["title"]) for post in posts] or [0])
    if "football-cleanup" in row["sources"]:
        renown = max(renown, 8)
    if not {"chadwick", "openparliamenttv"}.isdisjoint(row["sources"]):  # players of the first league; the Bundestag
        renown = max(renown, 4)
    renown += 2 * (len(row["sources"]) - 1) + (1 if row.get("aliases") else 0)
    sitelinks = row.get("sitelinks_at_least", 0)
    if "(" in row["name"] or (" " not in row["name"] and sitelinks < _FAMOUS) or not is_latin(row["name"]):
        return None
    if sitelinks == 0 and renown < _KNOWN and not any(_is_recent(post) for post in posts):
        return None
    return {
        "type": _trade(row, posts),
        "positions": "|".join(";".join(cell(post.get(part, "")) for part in _POST).rstrip(";") for post in posts),
        "birth": row.get("birth", ""),
        "death": row.get("death", ""),
    } | common_cells(row, "person", sitelinks if sitelinks > 1 else 0, max(renown, sitelinks))


_POST = ("title", "country", "start", "end", "asof")

_FAMOUS = 20  # wikis

_KNOWN = 4  # in wikis, by a post

_RECENT = 2018  # a year


def _is_recent(post: Row) -> bool:
    """Whether it is a national post that is still held, as far as is known, or was until a few years ago."""
    return _worth(post["title"]) >= _KNOWN and _year(post.get("end") or post.get("asof")) >= _RECENT


def _posts(row: Row) -> Iterator[Row]:
    """The posts, with consecutive terms joined, and without the numbers of parliaments."""
    terms: dict[tuple[str, str], list[Row]] = {}
    for post in row.get("positions", ()):
        if set(post.get("src", row["sources"])) <= NOT_SHIPPED:
            continue
        title = _NUMBER.sub("", post["title"]).replace("President of United States", "President of the United States")
        title = re.sub(r"\b[Mm]ember of the (\d+)?\s*", "member of the ", title)
        terms.setdefault((" ".join(title.split()), post.get("country", "")), []).append(post)
    for (title, country), held in terms.items():
        for term in _joined(sorted(held, key=lambda post: (post.get("start") or "", post.get("end") or "9999"))):
            yield {"title": title, "country": country} | term


_NUMBER = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|[IVXL]{1,7}(?=\s+Legislature))\s+", re.IGNORECASE)


def _joined(terms: Iterable[Row]) -> Iterator[Row]:
    """The *terms*, joined if one begins before another ends, or within a year of its end."""
    last: Row = {}
    for post in terms:
        term = {part: post[part] for part in ("start", "end", "asof") if post.get(part)}
        if last and _year(term.get("start")) <= _year(last.get("end") or last.get("asof")) + 1:
            last = _longer(last, term)
            continue
        if last:
            yield last
        last = term
        if not term:
            yield {}
    if last:
        yield last


def _longer(first: Row, second: Row) -> Row:
    start = {"start": first["start"]} if "start" in first else {}
    ends = [each["end"] for each in (first, second) if "end" in each]
    seen = [each["asof"] for each in (first, second) if "asof" in each and "end" not in each]
    # a later source that knows the end overrules an earlier one without an end
    if ends and (not seen or max(ends) >= max(seen) or len(ends) > 1):
        return start | {"end": max(ends)}
    return start | ({"asof": max(seen)} if seen else {})


def _year(day: str | None) -> int:
    return int(day[:4]) if day and day[:4].isdigit() else 0


def _worth(title: str) -> int:
    """The renown of a post, in wikis: a rough figure, from those posts for whose holders one source counts wikis."""
    title = title.lower()
    return next((worth for pattern, worth in _WORTH if pattern.search(title)), 2)


_WORTH = tuple(
    (re.compile(pattern), worth)
    for pattern, worth in (
        (r"secretary-general of the united nations|^pope\b", 100),
        (
            (
                r"^(vice|deputy|assistant|under|shadow|acting|former)\b|^substitute|^alternate"
                r"|parliamentary (under-?)?secretary"
            ),
            3,
        ),
        (r"^(president|prime minister|chancellor|king|queen|emperor|emir|sultan|supreme leader|taoiseach)( of|$)", 30),
        (r"head of (state|government)$|minister-president van nederland", 30),
        (r"^(minister|secretary of|attorney general|united states secretary|chancellor of the exchequer)", 8),
        (r"^(chair|head|president|director|commissioner|chief|speaker|governor|premier|first minister)", 6),
        (
            (
                r"senator|united states representative|justice|judge"
                r"|member of the (united states )?(house of representatives|senate)"
            ),
            5,
        ),
        (r"ambassador|mayor|head coach|manager", 4),
        (
            (
                r"member of the (\w+ ){0,3}"
                r"(parliament|bundestag|house of commons|riksdag|storting|knesset|lok sabha|dáil)\b"
            ),
            4,
        ),
    )
)


def _trade(row: Row, posts: list[Row]) -> str:
    description = row["description"]
    if posts:
        return (
            "politician" if not description.startswith(("head coach", "coach", "player")) else description.split(" ")[0]
        )
    for trade in ("footballer", "baseball player", "player", "laureate"):
        if description.startswith(trade):
            return trade
    return ""
