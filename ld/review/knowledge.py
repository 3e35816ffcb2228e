"""The knowledge of the desk: the bundled base, and the newsroom's own, which it extends."""

import itertools
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Self

import msgspec

from ld.errors import InputError
from ld.identifiers import slug
from ld.kb import Kb, Lookup, open_kb, with_bundled
from ld.kb.build import add_to_kb, build_kb
from ld.review.ledger import stamp_of
from ld.urls import is_house_iri


class Knowledge:
    """The knowledge base in the file *own*, if there is one, and after it the bundled one, if *bundled*.

    The IRIs of what is added to *own* begin with *house*. Raises InputError for a *house* that cannot begin an IRI.
    """

    def __init__(self, own: Path | None = None, *, bundled: bool = True, house: str = "") -> None:
        if house and not is_house_iri(house):
            raise InputError(f"{house!r} cannot begin an IRI", "write an http or https URL that is not Wikidata's")
        self._own, self._bundled, self._house = own, bundled, house
        self._opened = ExitStack()
        self._kb: Kb | None = None
        self.edition: tuple[int, ...] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    @property
    def grows(self) -> bool:
        """Whether something can be added."""
        return self._own is not None and bool(self._house)

    def lookup(self) -> Lookup | None:
        """All knowledge, as the files are now. Raises InputError for a file that is not a knowledge base."""
        if self._own and (stamp := stamp_of(self._own)) != self.edition:
            self._opened.close()
            self._kb = self._opened.enter_context(open_kb(self._own)) if stamp or not self._house else None
            self.edition = stamp
        if self._bundled:
            return with_bundled(self._kb)
        return self._kb

    def add(self, kind: str, name: str, description: str) -> str:
        """Put what Wikidata lacks into the newsroom's own base; its new IRI, which follows from its *name*.

        Raises InputError where nothing can be added, OutputError if the file cannot be written.
        """
        if self._own is None or not self._house:
            raise InputError("there is no base of your own to add to", "start the desk with --kb and --house")
        known = self.lookup()
        base = f"{self._house}{slug(name)}"
        numbered = (f"{base}-{number}" for number in itertools.count(2))
        free = (each for each in itertools.chain((base,), numbered) if not (known and known.item(each)))
        iri = next(free)
        item = {"iri": iri, "kind": kind, "label": name, "description": description}
        with _table({field: value for field, value in item.items() if value}) as table:
            if self._own.exists():
                add_to_kb(self._own, [table])
            else:
                build_kb([table], self._own)
        return iri


@contextmanager
def _table(item: dict[str, str]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="article-ld-") as folder:
        path = Path(folder) / "desk.jsonl"
        path.write_bytes(msgspec.json.encode(item) + b"\n")
        yield path
