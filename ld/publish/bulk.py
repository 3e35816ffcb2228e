"""The bulk route: the first load of an empty store, fast, and without a transaction."""

from collections.abc import Iterable, Iterator

from ld.errors import StoreError
from ld.publish.catalog import is_empty
from ld.publish.publication import Publication, sent_now
from ld.publish.store import Store
from ld.publish.updates import n_quads

DOCUMENT = 8_000_000
"""Characters loaded at once, approximately. Some documents are held in memory, and an interrupted one is sent again."""


def publish_bulk(publications: Iterable[Publication], store: Store) -> list[str]:
    """Load *publications* into *store*, which must hold no article yet; their names.

    An interruption leaves a part of them there: empty the store and load again.
    Raises StoreError if the store holds articles, or if two of *publications* have one name.
    """
    if not is_empty(store):
        raise StoreError("the store holds articles already: bulk loading only adds", "publish without --bulk")
    names: dict[str, None] = {}
    store.load(_documents(n_quads(_once(publications, names))))
    return list(names)


def _once(publications: Iterable[Publication], names: dict[str, None]) -> Iterator[Publication]:
    for publication in publications:
        if publication.name in names:
            raise StoreError(f"<{publication.name}>: comes twice, but bulk loading only adds", "publish without --bulk")
        names[publication.name] = None
        yield sent_now(publication)


def _documents(lines: Iterable[str]) -> Iterator[bytes]:
    """*lines* as documents of about ``DOCUMENT`` characters."""
    some, size = [], 0
    for line in lines:
        some.append(line)
        size += len(line)
        if size >= DOCUMENT:
            yield _encoded(some)
            some, size = [], 0
    if some:
        yield _encoded(some)


def _encoded(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
