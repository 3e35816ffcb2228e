"""Queries of the index: search, what is known about a thing, labels."""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ld.serve.index import database
from ld.serve.index.entries import (
    BELONGS,
    CLAIMED,
    CLAIMED_ON,
    EVENT,
    HAS_MEMBER,
    HELD_BY,
    HOLDS,
    NAMED,
    QUOTED_ON,
    SAID,
)

MOST_FOUND = 20
"""How many articles, things and utterances one search finds at most, each."""
MOST_OF_KIND = 20
"""How many facts of one kind the page of a thing has on one page."""
_LATEST = 300
"""Of how many articles, the newest, it is counted who else is named in them."""
_MOST_WORDS = 16
_WORD = re.compile(r'"([^"]*)"|([^\s"]+)')


class ArticleItem(NamedTuple):
    """An article in a list."""

    name: str
    headline: str
    day: str


class ThingItem(NamedTuple):
    """A thing in a list, and in how many *articles* it is named, as far as that was counted.

    *headline* is that of the one article in which it has its node, if it is known nowhere else.
    """

    iri: str
    label: str
    class_: str
    articles: int = 0
    headline: str = ""


class FactItem(NamedTuple):
    """A fact as the index has it, with the thing of which it is told, the other one, and the newest article of
    *articles* that tell it in the same words.
    """  # noqa: D205 - one sentence

    kind: str
    text: str
    detail: str
    mode: str
    day: str
    until: str
    node: str
    thing: ThingItem
    other: ThingItem
    article: ArticleItem
    articles: int = 1


class Coverage(NamedTuple):
    """How much of the store the index has, in the *version* of the store whose catalog was read; None before that."""

    articles: int
    waiting: int
    version: str | None

    @property
    def is_complete(self) -> bool:
        """Whether it has all."""
        return self.version is not None and not self.waiting


class Found(NamedTuple):
    """What a search has found, the best first."""

    articles: tuple[ArticleItem, ...]
    things: tuple[ThingItem, ...]
    utterances: tuple[FactItem, ...]


class Portrait(NamedTuple):
    """What the articles say about a thing. *facts* are by kind, newest first, at most MOST_OF_KIND each.

    *counts* are the total numbers; *point* is "latitude,longitude" or empty.
    """

    thing: ThingItem
    names: tuple[str, ...]
    point: str
    counts: dict[str, int]
    facts: dict[str, tuple[FactItem, ...]]
    together: tuple[ThingItem, ...]


def coverage(path: str) -> Coverage:
    """How much of the store the index at *path* has."""
    index = database.opened(path)
    articles, waiting = (_rows(index, f"SELECT COUNT(*) FROM {table}")[0][0] for table in _COUNTED)  # noqa: S608
    versions = _rows(index, "SELECT version FROM compared")
    return Coverage(articles, waiting, versions[0][0] if versions else None)


_COUNTED = ("article", "waiting")


def search(path: str, words: str) -> Found:
    """What has all of *words*, the last of them perhaps only begun; words between quotation marks in this order.

    Things that many articles name come first, all else by how well it fits.
    """
    index, match = database.opened(path), _match(words)
    if not match:
        return Found((), (), ())
    articles = _rows(index, _HEADLINES, (match, MOST_FOUND))
    things = _rows(index, _NAMES, (match, MOST_FOUND))
    return Found(
        tuple(ArticleItem(*row) for row in articles),
        tuple(ThingItem(*row) for row in things),
        _fact_items(index, _UTTERANCES, (match, MOST_FOUND)),
    )


def portrait(path: str, iri: str, page: int = 1) -> Portrait | None:
    """What the articles say about *iri*, the *page* (from 1) of each kind; None if no article names it."""
    index = database.opened(path)
    known = _rows(index, "SELECT id, label, class, point FROM thing WHERE iri = ? AND label != ''", (iri,))
    if not known:
        return None
    number, label, class_, point = known[0]
    counts = dict(_rows(index, "SELECT kind, COUNT(*) FROM fact WHERE thing = ? GROUP BY kind", (number,)))
    names = _rows(index, "SELECT text FROM names WHERE rowid = ?", (number,))
    start = (page - 1) * MOST_OF_KIND
    return Portrait(
        ThingItem(iri, label, class_, counts.get(NAMED, 0)),
        tuple(names[0][0].split("\n")) if names else (),
        point,
        counts,
        {kind: _fact_items(index, query, (number, kind, MOST_OF_KIND, start)) for kind, query in _SHOWN.items()},
        tuple(ThingItem(*other) for other in _rows(index, _TOGETHER, (number, NAMED, _LATEST, NAMED, number))),
    )


def labels(path: str, iris: Iterable[str]) -> dict[str, str]:
    """What those of *iris* are called that are things or articles."""
    index, wanted = database.opened(path), tuple(dict.fromkeys(iris))
    found: dict[str, str] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        found |= dict(_rows(index, f"SELECT iri, label FROM thing WHERE iri IN ({marks}) AND label != ''", some))  # noqa: S608
        documents = {iri.removesuffix("#article"): iri for iri in some}
        headlines = f"SELECT name, headline FROM article WHERE name IN ({marks}) AND headline != ''"  # noqa: S608
        found |= {documents[name]: headline for name, headline in _rows(index, headlines, tuple(documents))}
    return found


_AT_ONCE = 500


def _rows(index: sqlite3.Connection, query: str, values: Sequence[object] = ()) -> list[Any]:
    with database.failures():
        return index.execute(query, tuple(values)).fetchall()


def terms(path: str) -> Sequence[str]:
    """The classes and properties in use, sorted."""
    return [row[0] for row in _rows(database.opened(path), "SELECT iri FROM term ORDER BY iri")]


def common_names(path: str, class_: str, most: int) -> Sequence[str]:
    """The names of those things of this class (an IRI; all where it is empty) that the newest articles name most."""
    rows = _rows(database.opened(path), _COMMON, (_LATEST, NAMED, class_, class_, most))
    return [row[0] for row in rows]


def newest_articles(path: str, start: int, most: int) -> Sequence[ArticleItem]:
    """At most *most* articles from the one with the number *start* on, the newest first."""
    query = "SELECT name, headline, day FROM article ORDER BY day DESC, name LIMIT ? OFFSET ?"
    return [ArticleItem(*row) for row in _rows(database.opened(path), query, (most, start))]


def sent_articles(path: str, start: int, most: int) -> Sequence[tuple[str, str]]:
    """The names of at most *most* articles from the one with the number *start* on, each with the moment when it was
    sent to the store: first those of which that is not known, then the one that was sent first.
    """  # noqa: D205 - one sentence
    query = """
    SELECT article.name, COALESCE(moment, '') AS since FROM article LEFT JOIN sent ON sent.name = article.name
    ORDER BY since, article.name LIMIT ? OFFSET ?
    """
    return _rows(database.opened(path), query, (most, start))


def _match(words: str) -> str:
    """An FTS5 query for *words*, each of which is a string of its (full-text query syntax, section 3.1)."""
    pairs = _WORD.findall(words.replace("\0", " "))[:_MOST_WORDS]
    strings = [(phrase or word).replace('"', '""') for phrase, word in pairs]
    quoted = [f'"{string}"' for string in strings if any(letter.isalnum() for letter in string)]
    is_begun = bool(quoted) and not words.endswith(('"', " "))
    return " ".join(quoted) + (" *" if is_begun else "")


def _fact_items(index: sqlite3.Connection, query: str, values: Sequence[object]) -> tuple[FactItem, ...]:
    return tuple(_fact_item(*row) for row in _rows(index, query, values))


def _fact_item(*row: Any) -> FactItem:
    kind, text, detail, mode, day, until, node, *others, articles = row
    thing, other, article = ThingItem(*others[:3]), ThingItem(*others[3:6]), ArticleItem(*others[6:9])
    return FactItem(kind, text, detail, mode, day, until, node, thing, other, article, articles)


_COLUMNS = """
    fact.kind, fact.text, fact.detail, fact.mode, fact.day, fact.until, fact.node,
    COALESCE(thing.iri, ''), COALESCE(thing.label, ''), COALESCE(thing.class, ''),
    COALESCE(other.iri, ''), COALESCE(other.label, ''), COALESCE(other.class, ''),
    article.name, article.headline
"""
_JOINED = """
    JOIN article ON article.id = fact.article
    LEFT JOIN thing ON thing.id = fact.thing
    LEFT JOIN thing AS other ON other.id = fact.other
"""
_FACTS = f"""
SELECT {_COLUMNS}, article.day, 1 FROM fact {_JOINED}
WHERE fact.thing = ? AND fact.kind = ? ORDER BY fact.day DESC, fact.id LIMIT ? OFFSET ?
"""  # noqa: S608 - parts of our own
_GROUPED = f"""
SELECT {_COLUMNS}, MAX(article.day) AS newest, COUNT(DISTINCT article.id) FROM fact {_JOINED}
WHERE fact.thing = ? AND fact.kind = ?
GROUP BY fact.text, fact.detail, fact.mode, fact.day, fact.until, fact.other
ORDER BY fact.day DESC, newest DESC, fact.text LIMIT ? OFFSET ?
"""  # noqa: S608
_RANKED = """
(SELECT rowid AS row, rank AS score FROM {table} WHERE {table} MATCH ? ORDER BY rowid {order} LIMIT 1000) AS found
"""
"""At most a thousand rows that contain the words, each with its rank: for a common word, all would take too long.

The last thousand of articles and utterances, the first of things: what is named often has been met early.
"""
_HEADLINES = f"""
SELECT name, headline, day FROM {_RANKED.format(table="headlines", order="DESC")} JOIN article ON article.id = found.row
ORDER BY score, day DESC, name LIMIT ?
"""  # noqa: S608
_NAMES = f"""
SELECT iri, label, class, thing.articles, COALESCE(article.headline, '')
FROM {_RANKED.format(table="names", order="ASC")} JOIN thing ON thing.id = found.row
LEFT JOIN article ON article.name = substr(iri, 1, instr(iri, '#') - 1)
ORDER BY thing.articles DESC, score, label, iri LIMIT ?
"""  # noqa: S608
_UTTERANCES = f"""
SELECT {_COLUMNS}, article.day, 1
FROM {_RANKED.format(table="utterances", order="DESC")} JOIN fact ON fact.id = found.row {_JOINED}
ORDER BY found.score, article.day DESC, fact.node LIMIT ?
"""  # noqa: S608
_TOGETHER = """
SELECT thing.iri, thing.label, thing.class, COUNT(*) AS articles
FROM (SELECT article FROM fact WHERE thing = ? AND kind = ? ORDER BY day DESC, id LIMIT ?) AS latest
JOIN article ON article.id = latest.article
JOIN fact ON fact.article = latest.article AND fact.kind = ?
JOIN thing ON thing.id = fact.thing
WHERE thing.id != ? AND substr(thing.iri, 1, length(article.name) + 1) != article.name || '#'
AND thing.class != 'http://schema.org/DefinedTerm'
GROUP BY thing.id ORDER BY articles DESC, thing.label, thing.iri LIMIT 20
"""
_COMMON = """
SELECT thing.label FROM (SELECT id FROM article ORDER BY day DESC, name LIMIT ?) AS latest
JOIN fact ON fact.article = latest.id AND fact.kind = ?
JOIN thing ON thing.id = fact.thing
WHERE thing.label != '' AND (? = '' OR thing.class = ?)
GROUP BY thing.label ORDER BY COUNT(*) DESC, thing.label LIMIT ?
"""
_SHOWN = dict.fromkeys((NAMED, SAID, CLAIMED, QUOTED_ON, CLAIMED_ON), _FACTS)
_SHOWN |= dict.fromkeys((HOLDS, HELD_BY, BELONGS, HAS_MEMBER, EVENT), _GROUPED)
"""Facts that many articles state alike are shown once; articles and utterances are always shown one by one."""
