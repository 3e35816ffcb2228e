"""Fresh facts from Wikidata: queries give lists of items, and the items give the facts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, get_args
from uuid import uuid4

import msgspec

from ld.errors import InputError, OutputError, UnavailableError
from ld.kb.build import EVERYTHING
from ld.kb.dump import Filter, classes_of, known_classes, read_line, read_post
from ld.kb.item import UNKNOWN_DAY, Item, Kind, Position
from ld.kb.sources import read_source
from ld.kb.store import Info, open_kb
from ld.kb.tables import write_json
from ld.kb.writer import Entry, Office, Redirect, Staging
from ld.replacing import check_replaceable
from ld.wikidata.answers import Answers, Dated, Progress, Sources, as_line
from ld.wikidata.query import STATES, Query, id_of, query_of

TABLES = (".jsonl", ".csv", ".kb")
"""What names of files end in that hold items already."""


class FetchRequest(NamedTuple):
    """What to fetch: the results of *queries*, and what the *tables* hold already.

    *languages* are those of names, all if empty; *classes* maps items to kinds, in addition to the known ones.
    Items known to fewer than *sitelinks* wikis are left out. Everything is laid over the items of the table *over*.
    """

    queries: tuple[Query, ...]
    tables: tuple[Path, ...] = ()
    languages: tuple[str, ...] = ("en", "mul")
    classes: Mapping[str, Kind] = {}
    sitelinks: int = 0
    over: Path | None = None


class FetchOutcome(NamedTuple):
    """What came of a fetch: how many items each query *found*, what was *left_out* by reason, IDs merged or *gone*."""

    info: Info
    found: dict[str, int]
    left_out: Counter[str]
    moved: dict[str, str]
    gone: tuple[str, ...]


def wanted_of(names: Iterable[str]) -> FetchRequest:
    """What *names* stand for: queries, and tables (``TABLES``). Raises InputError for anything else."""
    named = tuple(dict.fromkeys(names))
    tables = tuple(Path(each) for each in named if each.endswith(TABLES))
    return FetchRequest(tuple(query_of(each) for each in named if not each.endswith(TABLES)), tables)


def fetch(
    wanted: FetchRequest, path: Path, sources: Sources, *, name: str = "", progress: Progress = lambda _: None
) -> FetchOutcome:
    """Fetch what is *wanted* from the *sources*, and write it to *path*: a knowledge base, or a table ``.jsonl``.

    *name* (by default the file's) is what links will cite. Answers are cached, so an interrupted run requests only the
    rest when it is started again. The same answers give the same file, byte for byte. A post without an end is taken as
    seen on the day of its answer (``Position.asof``); the file's snapshot is the day of the oldest answer.
    Raises InputError for an invalid table or query, UnavailableError if a service has no answer, OutputError if nothing
    can be written.
    """
    table = path.name.endswith(".jsonl")
    kb = path.with_name(path.name + ".kb") if table else path
    try:
        with Staging(kb, f"fetch {uuid4()}") as staging, Answers(sources, wanted.languages, progress) as answers:
            if wanted.over:
                staging.add(_read(wanted.over), {})
            lists = _Lists.of(wanted, answers)
            facts = _Facts(wanted, lists, answers)
            staging.add(facts.found(), {})
            told = [query.told for query in wanted.queries] + [each.name for each in wanted.tables]
            staging.finish(name or path.stem, answers.oldest, told)
    finally:
        kb.with_name(kb.name + ".part").unlink(missing_ok=True)
    with open_kb(kb) as built:
        info = built.info()
    if table:
        _write_table(kb, path)
    return FetchOutcome(info, lists.found, facts.left_out, facts.moved, tuple(facts.gone))


class _Lists(NamedTuple):
    """The items asked for, each with the kind that a query states; and the codes of the states, by their items."""

    kinds: dict[str, Kind | None]
    codes: dict[str, str]
    found: dict[str, int]

    @classmethod
    def of(cls, wanted: FetchRequest, answers: Answers) -> "_Lists":
        lists = cls({}, {}, {})
        tables = {table: {item.qid: item.kind for item in _items(table) if item.qid} for table in wanted.tables}
        states = [row for row in answers.rows(query_of(STATES), ()) if id_of(row.get("item", ""))]
        lists.codes.update(sorted((id_of(row["item"]) or "", row["code"]) for row in states if "code" in row))
        iris = sorted({row["item"] for row in states}, key=lambda iri: (len(iri), iri))
        for query in wanted.queries:
            if query.by_state and not iris:
                raise InputError(f"{query.told}: the query service knows no states", "give another --endpoint")
            rows = [_stated(row, query.told) for row in answers.rows(query, iris)]
            lists.found[query.told] = len({qid for qid, _ in rows})
            for qid, kind in sorted(rows, key=lambda row: (row[0], row[1] or "")):
                lists.kinds[qid] = lists.kinds.get(qid) or kind
        for table, held in tables.items():
            lists.found[table.name] = len(held)
            lists.kinds.update({qid: lists.kinds.get(qid) or kind for qid, kind in held.items()})
        return lists


def _stated(row: Mapping[str, str], told: str) -> tuple[str, Kind | None]:
    """The item of a *row*, and its kind if the row has one."""
    qid = id_of(row.get("item", ""))
    if qid is None:
        raise InputError(f"{told}: ?item is {row.get('item', 'unbound')!r}, no item", "let it select ?item")
    kind = row.get("kind")
    if kind is not None and kind not in get_args(Kind):
        raise InputError(f"{told}: ?kind is {kind!r}", f"let it be one of {', '.join(get_args(Kind))}")
    return qid, kind  # type: ignore[return-value]  # just checked


class _Facts:
    """The facts in the answers about the items in the *lists*, and the ones of no use."""

    def __init__(self, wanted: FetchRequest, lists: _Lists, answers: Answers) -> None:
        classes = {**known_classes(), **wanted.classes}
        self._filter = Filter(EVERYTHING.kinds, wanted.sitelinks, frozenset(wanted.languages), classes)
        self._lists, self._answers = lists, answers
        self.left_out: Counter[str] = Counter()
        self.moved: dict[str, str] = {}
        self.gone: list[str] = []

    def found(self) -> Iterator[Entry]:
        """The items, and where their IDs went."""
        asked = sorted(self._lists.kinds, key=_number)
        items = [each for dated in self._answers.entities(asked, "items") for each in self._of(dated)]
        posts = {position.office for item, _ in items for position in item.positions if position.office}
        named = self._named(posts | {item.type for item, _ in items if item.type})
        yield from (Redirect(old, new) for old, new in self.moved.items())
        yield from (Redirect(qid, None) for qid in self.gone)
        for item, day in items:
            yield self._finished(item, day, named)

    def _of(self, dated: Dated) -> Iterator[tuple[Item, str]]:
        """The item of an answer and its day; its type is still the ID of its class."""
        if "missing" in dated.answer:
            self.gone.append(dated.qid)
            return
        try:
            line = as_line({key: value for key, value in dated.answer.items() if key != "redirects"})
            found = read_line(line, self._filter, self._lists.kinds[dated.qid])
            classes = classes_of(line)
        except msgspec.MsgspecError as error:
            raise UnavailableError(f"service unavailable: Wikidata answered with no entity: {error}") from error
        if not isinstance(found, Item):
            self.left_out[found if isinstance(found, str) else "of no kind that is kept"] += 1
            return
        if found.qid != dated.qid:
            self.moved[dated.qid] = found.qid
        kind = "" if found.kind == "person" else next(iter(classes), "")
        yield msgspec.structs.replace(found, type=kind), dated.day

    def _named(self, qids: Iterable[str]) -> dict[str, Office]:
        """What posts and classes are called, by the IDs under which they are known."""
        named = {}
        for qid, answer, _ in self._answers.entities(sorted(qids, key=_number), "posts and classes"):
            found = read_post(as_line(answer | {"redirects": None})) if "missing" not in answer else None
            if found:
                named[qid] = found
        return named

    def _finished(self, item: Item, day: str, named: Mapping[str, Office]) -> Item:
        """*item* with the names of its posts and of its class, with codes for states, and the day on posts."""
        kind = named.get(item.type)
        return msgspec.structs.replace(
            item,
            type=kind.title if kind else "",
            countries=tuple(dict.fromkeys(self._coded(country) for country in item.countries)),
            positions=tuple(self._seen(position, item, day, named) for position in item.positions),
        )

    def _seen(self, position: Position, item: Item, day: str, named: Mapping[str, Office]) -> Position:
        post = named.get(position.office or "")
        country = position.country or (post.country if post else None)
        return msgspec.structs.replace(
            position,
            title=post.title if post else "",
            country=self._coded(country) if country else None,
            asof=_last_seen(item, day) if position.end is None else None,
        )

    def _coded(self, country: str) -> str:
        return self._lists.codes.get(country, country)


def _last_seen(item: Item, day: str) -> str:
    """The day on which an open post of *item* was last held, as far as is known; None after its holder's death."""
    return min(day, item.death) if item.death and item.death != UNKNOWN_DAY else day


def _number(qid: str) -> int:
    return int(qid[1:])


def _read(table: Path) -> Iterator[Entry]:
    """The items of *table*, and the IDs that were merged into theirs. InputError for a line that is broken."""
    for line in read_source(table, EVERYTHING):
        if line.broken:
            raise InputError(f"{table}: line {line.number}: {line.broken}", "mend the table first")
        if line.found is not None and not isinstance(line.found, str):
            yield line.found


def _items(table: Path) -> Iterator[Item]:
    return (found for found in _read(table) if isinstance(found, Item))


def _write_table(kb: Path, path: Path) -> None:
    """Write the items of the knowledge base *kb* as a table sorted by their IDs, those of the house last."""
    items: Sequence[Item] = sorted(
        _items(kb), key=lambda item: (not item.qid, item.number if item.qid else 0, item.iri)
    )
    new = path.with_name(path.name + ".new")
    check_replaceable(path)
    try:
        with new.open("w", encoding="utf-8", newline="\n") as lines:
            lines.writelines(write_json(item) + "\n" for item in items)
        new.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}", "check the folder and its space") from error
    finally:
        new.unlink(missing_ok=True)
        kb.unlink(missing_ok=True)
