"""Checks of the entries of a live blog in facts: distinct ids, real dates and addresses, words in order."""

import re
from collections.abc import Iterator

from ld.article import Article, Citation
from ld.read.dates import is_iso_date
from ld.urls import is_absolute_url

_ID = re.compile(r"update-[A-Za-z0-9][\w.~-]*")


def update_faults(article: Article) -> Iterator[str]:
    """The faults of the *article*'s entries, each with its JSON path."""
    seen, last, is_over = set[str](), 0, False
    for index, update in enumerate(article.updates):
        path = f"$.article.updates[{index}]"
        if not _ID.fullmatch(update.id):
            yield f"{path}.id: {update.id!r} must begin with update- and have letters, digits and - . _ ~"
        if update.id in seen:
            yield f"{path}.id: {update.id!r} is the id of another update already"
        seen.add(update.id)
        for name, date in (("date_published", update.date_published), ("date_modified", update.date_modified)):
            if date and not is_iso_date(date.value):
                yield f"{path}.{name}.value: {date.value!r} is not an ISO 8601 year, month, day or date-time with zone"
        if update.url and not is_absolute_url(update.url.value):
            yield f"{path}.url.value: {update.url.value!r} is not an absolute URL"
        words = update.evidence[0] if update.evidence else None
        if not isinstance(words, Citation):
            is_over = True
        elif is_over or words.start < last:
            yield f"{path}.evidence[0]: begins at {words.start}, before the words of the update above it end"
        else:
            last = words.end
