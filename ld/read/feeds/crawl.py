"""The pages listed by feeds and sitemaps that are new or changed since the last crawl."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ld.errors import ArticleLdError, InputError, UnavailableError
from ld.read.feeds.listing import LISTING_MOST, Listing, read_listing
from ld.read.feeds.polite import PoliteClient, Sent
from ld.read.feeds.visits import Visits
from ld.read.fetching import PAGE_MOST, NoAnswerError

_OK = 200


class Crawled(NamedTuple):
    """A page as it was *listed*, and what the site *sent*; its status may be an error."""

    listed: str
    sent: Sent


class Missed(NamedTuple):
    """An address that gave no page, and why; unless it is *final*, the next crawl tries again."""

    listed: str
    error: ArticleLdError
    final: bool


def crawl(listings: Iterable[str], visits: Visits, client: PoliteClient) -> Iterator[Crawled | Missed]:
    """The new and changed pages of *listings*, addresses of feeds and sitemaps, and each address that gave no page.

    Pages pending in *visits* are fetched first. A page that has not changed since it was last fetched is skipped
    silently.
    The caller calls ``visits.taken`` after storing a Crawled page: until then it stays pending.
    """
    for listing in listings:
        yield from _look_at(listing, visits, client)
    for address in visits.pending():
        try:
            sent = client.page(address, visits.validators("pages", address), PAGE_MOST)
        except (NoAnswerError, UnavailableError) as error:
            yield Missed(address, error, final=False)
            continue
        except InputError as error:
            visits.taken(address)
            yield Missed(address, error, final=True)
            continue
        if sent.is_unchanged:
            visits.taken(address)
        else:
            yield Crawled(address, sent)


def _look_at(address: str, visits: Visits, client: PoliteClient, *, is_sitemap: bool = False) -> Iterator[Missed]:
    """Remember what *address* lists, and, if it is an index of sitemaps, what these list."""
    try:
        sent = client.listing(address, visits.validators("listings", address), LISTING_MOST)
        if not sent.is_unchanged:
            listing = _listing(sent)
            visits.listed(address, listing._replace(sitemaps=() if is_sitemap else listing.sitemaps), sent.validators)
        visits.looked_at(address)
    except (InputError, UnavailableError) as error:
        yield Missed(address, error, final=not isinstance(error, (NoAnswerError, UnavailableError)))
    for sitemap in visits.sitemaps(address):
        yield from _look_at(sitemap, visits, client, is_sitemap=True)


def _listing(sent: Sent) -> Listing:
    if sent.answer.status != _OK:
        raise InputError(
            f"answers {sent.answer.status} {sent.answer.reason}".rstrip(), "check the address in a browser"
        )
    return read_listing(sent.answer.body, sent.address)
