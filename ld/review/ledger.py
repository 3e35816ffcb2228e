"""The table of corrections as the desk writes it: a whole row for each decision, and none in ignorance of the last.

Rows are only ever appended. Taking a decision back appends a row that says so, which keeps who decided what, and when.
"""

import csv
import io
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ld.errors import ArticleLdError, OutputError
from ld.identifiers import digest
from ld.link.corrections import COLUMNS, UNDO, Correction, correction_of, read_corrections, read_rows
from ld.output import write_together


class DecidedError(ArticleLdError):
    """Somebody else has decided since: *by* is their decision; None where they took one back."""

    def __init__(self, message: str, by: Correction | None) -> None:
        super().__init__(message, "look at the page again, and decide then")
        self.by = by


class Ledger:
    """The decisions in the table *path*, as *who* sees and adds to them. Other processes may do so at the same time."""

    def __init__(self, path: Path, who: str) -> None:
        self.path, self.who = path.resolve(), who
        self._seen: tuple[int, ...] = ()
        self._standing: tuple[Correction, ...] = ()

    def standing(self) -> tuple[Correction, ...]:
        """The corrections in force, read again if the file has changed; empty if there is no file yet.

        Raises InputError as ``read_corrections`` does.
        """
        stamp = stamp_of(self.path)
        if stamp != self._seen:
            self._standing = read_corrections(self.path) if stamp else ()
            self._seen = stamp
        return self._standing

    def history(self) -> tuple[Correction, ...]:
        """All rows, those taken back among them, the last one first."""
        return tuple(reversed(read_rows(self.path))) if stamp_of(self.path) else ()

    def decide(
        self, match: str, decision: str | Callable[[], str], *, seen: str, page: str = "", **cells: str
    ) -> Correction:
        """Record that *match* is as *decision* says; *cells* are further columns.

        A *decision* that first has to be created, such as a new item, is a function, called once nothing prevents it.
        *seen* is the source of the decision that the page showed, "" if it showed none; *page* is the IRI of the
        article whose page it is, if it is a single one's. Raises DecidedError if there is another decision by now,
        InputError for an invalid one or a table that cannot be read, OutputError if it cannot be written.
        """
        with self._alone():
            now = decision_on(match, page, self.standing())
            if (now.source if now else "") != seen:
                raise DecidedError(_told(now), now)
            return self._add(
                {"match": match, "decision": decision if isinstance(decision, str) else decision(), **cells}
            )

    def undo(self, id_: str) -> Correction:
        """Take the decision with this id back; what was in force before it is again. Raises as ``decide`` does."""
        with self._alone():
            row = next((each for each in self.standing() if each.id == id_), None)
            if row is None:
                by = next((each for each in self.history() if (each.match, each.decision) == (id_, UNDO)), None)
                raise DecidedError(_told(by), by)
            return self._add({"match": id_, "decision": UNDO, "article": row.article, "words": row.words or row.match})

    def last(self) -> Correction | None:
        """What *who* decided last, as far as it is in force."""
        return next((each for each in self.standing() if each.id and each.who == self.who), None)

    def _add(self, cells: dict[str, str]) -> Correction:
        """Append a row with these *cells*, whole, before anybody else can write; nothing if it is not a decision."""
        rows = read_rows(self.path) if stamp_of(self.path) else ()
        when = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        id_ = digest(str(len(rows)), self.who, when, *cells.values())
        cells = {name: " ".join(cell.split()) for name, cell in {**cells, "who": self.who}.items()}
        cells |= {"when": when, "id": id_}
        row = correction_of(cells, self.path.name, len(rows) + 2)
        write_together(self.path.parent, {self.path.name: with_row(_text_of(self.path), cells)})
        return row

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other desks from writing while this lasts."""
        try:
            import fcntl  # noqa: PLC0415 - Unix only
        except ModuleNotFoundError as error:
            hint = "on Windows, run it in WSL"
            raise OutputError(f"{self.path}: cannot be locked: review runs on Linux and macOS alone", hint) from error
        lock = self.path.with_name(f".{self.path.name}.lock")
        try:
            descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise OutputError(f"{lock}: cannot be written: {error.strerror}", "check the folder") from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)


def decision_on(match: str, article: str, corrections: Iterable[Correction]) -> Correction | None:
    """The first of *corrections* on *match* that may concern the *article*; "" stands for all articles."""
    return next(
        (each for each in corrections if each.match == match and (not article or each.concerns(article))),
        None,
    )


def stamp_of(path: Path) -> tuple[int, ...]:
    """A value that differs once the file *path* has changed; empty if there is no file."""
    try:
        stat = path.stat()
    except OSError:
        return ()
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def with_row(text: str, cells: dict[str, str]) -> str:
    """The table *text* with one more row at its end. Columns that it lacks are added; all else stays to the byte."""
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    header = rows[0] if rows else []
    names = [name.strip() for name in header]
    missing = [column for column in COLUMNS if column not in names]
    line_end = "\r\n" if "\r\n" in text else "\n"
    row = [cells.get(name, "") for name in (*names, *missing)]
    if missing:
        blank = [""] * len(missing)
        whole = [[*header, *missing], *([*each, *blank] for each in rows[1:]), row]
        return ("\ufeff" if text.startswith("\ufeff") else "") + _written(whole, line_end)
    return text + ("" if text.endswith("\n") else line_end) + _written([row], line_end)


def _written(rows: Sequence[Sequence[str]], line_end: str) -> str:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator=line_end).writerows(rows)
    return written.getvalue()


def _text_of(path: Path) -> str:
    return path.read_bytes().decode() if stamp_of(path) else ""


def _told(decision: Correction | None) -> str:
    if decision is None:
        return "nobody has decided on this any more"
    what = "took this back" if decision.decision == UNDO else f"decided: {decision.decision}"
    return f"{decision.who or 'somebody unnamed'} {what}{f' ({decision.when})' if decision.when else ''}"
