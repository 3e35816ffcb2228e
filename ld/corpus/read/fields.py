"""The fields of a line or a row that describe an article."""

import msgspec

from ld.corpus.record import Place, Record, Reject


class Fields(msgspec.Struct, frozen=True):
    """The fields of an article: *text*, or a page in *html*, and its metadata; other fields are ignored."""

    text: str | None = None
    html: str | None = None
    url: str | None = None
    date: str | None = None
    publisher: str | None = None
    lang: str | None = None


def record_of(said: Fields, place: Place) -> Record | Reject:
    """The record for these fields; a reject if they have neither text nor page, or both."""
    if (said.text is None) == (said.html is None):
        return Reject(place=place, reason="fields", message="there must be a text, or html, or a facts.json")
    return Record(
        place=place,
        text=said.text,
        page=None if said.html is None else said.html.encode("utf-8", "surrogatepass"),
        charset=None if said.html is None else "utf-8",
        url=said.url,
        date=said.date,
        publisher=said.publisher,
        lang=said.lang,
    )
