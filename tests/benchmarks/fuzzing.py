"""Whether the readers withstand any input: ``python tests/benchmarks/fuzzing.py [MINUTES]``.

First hostile pages and texts of about 1 MB each are read; the CPU seconds of each are printed.
Then Hypothesis generates pages and texts for so many minutes (10 by default).
Every exception except InputError ends the run, and so does an input of 1 MB that takes more than two seconds.
"""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from read.hostile import hostile_pages, hostile_texts, pages, texts

from ld.errors import InputError
from ld.read import read_text
from ld.read.html import read_html

_MOST_SECONDS = 2.0
_ROUND = 500


def main(minutes: float) -> None:
    """Read the hostile inputs, then generated ones until the time is over."""
    for name, seconds, outcome in _timed():
        print(f"{seconds:6.2f} s  {name:40} {outcome}", flush=True)
        if seconds > _MOST_SECONDS:
            raise SystemExit(f"{name} took over {_MOST_SECONDS} s")
    end, rounds = time.monotonic() + 60 * minutes, 0
    many = settings(max_examples=_ROUND, deadline=None, suppress_health_check=list(HealthCheck), database=None)

    @many
    @given(pages)
    def bear_pages(page: bytes) -> None:
        _outcome(read_html, page)

    @many
    @given(texts)
    def bear_texts(text: str) -> None:
        _outcome(read_text, text)

    while time.monotonic() < end:
        bear_pages()
        bear_texts()
        rounds += 1
    print(f"{rounds * _ROUND:,} made-up pages and as many texts were read or refused")


def _timed() -> Iterator[tuple[str, float, str]]:
    for name, page in hostile_pages():
        start = time.process_time()
        outcome = _outcome(read_html, page)
        yield f"page: {name}", time.process_time() - start, outcome
    for name, text in hostile_texts():
        start = time.process_time()
        outcome = _outcome(read_text, text)
        yield f"text: {name}", time.process_time() - start, outcome


def _outcome(read: Callable[[Any], object], source: Any) -> str:
    try:
        read(source)
    except InputError as error:
        return f"refused: {error}"[:70]
    return "read"


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10)
