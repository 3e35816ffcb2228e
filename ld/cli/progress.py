"""Progress of a long run: a bar on a terminal, elsewhere a line every few seconds, and nothing for a short run."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from types import TracebackType
from typing import Self, TextIO, TypeVar

from ld.cli.printing import draw, is_quiet

BAR_SECONDS = 0.2
LINE_SECONDS = 5.0
WIDTH = 20
"""Of the bar between its brackets, in characters."""

_ERASED = "\r\x1b[K"
_Item = TypeVar("_Item")


class Progress:
    """Counts articles as they are done, and says from time to time on *stream* how many, how fast, and how long yet.

    *total* is how many files there are, and so how many articles if each holds one; it is left out once more are done.
    *clock* gives seconds.
    """

    def __init__(self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self.total = 0
        self._done = self._before = 0
        self._stream = stream or sys.stderr
        self._clock = clock
        self._started = self._said = clock()
        self._bar = False
        self._note = ""

    def of(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """*items*, each counted when the next is asked for."""
        for item in items:
            yield item
            self._done += 1
            self._show()

    def at(self, done: int, total: int, *, before: int = 0, note: str = "") -> None:
        """*done* articles of about *total* are done, *before* of them by an earlier run; *note* is said at the end."""
        self._done, self.total, self._before, self._note = done, total, before, note
        self._show()

    def clear(self) -> None:
        """Erase the bar, so that something else can be said on its line."""
        if self._bar:
            draw(_ERASED, self._stream)
            self._bar = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.clear()

    def _show(self) -> None:
        on_terminal, now = self._stream.isatty(), self._clock()
        if is_quiet() or now - self._said < (BAR_SECONDS if on_terminal else LINE_SECONDS):
            return
        self._said = now
        if on_terminal:
            draw(f"{_ERASED}{self._drawn()}{self._told(now)}", self._stream)
            self._bar = True
        else:
            print(f"article-ld: {self._told(now)}", file=self._stream, flush=True)

    def _drawn(self) -> str:
        """The bar, if it is known how long it will be."""
        if self._done > self.total:
            return ""
        return f"[{'#' * (WIDTH * self._done // self.total):.<{WIDTH}}] {100 * self._done // self.total}% "

    def _told(self, now: float) -> str:
        figures = self._figures(now)
        return f"{figures}, {self._note}" if self._note else figures

    def _figures(self, now: float) -> str:
        rate = (self._done - self._before) / (now - self._started)
        speed = f"{rate:.0f}/s" if rate >= 10 else f"{rate:.1f}/s"  # noqa: PLR2004 - two digits say enough
        if self._done > self.total:
            return f"{self._done} articles, {speed}"
        so_far = f"{self._done} of {self.total} articles"
        if not rate:
            return so_far
        return f"{so_far}, {speed}, {timedelta(seconds=round((self.total - self._done) / rate))} left"
