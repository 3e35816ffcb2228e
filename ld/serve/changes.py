"""The articles as a list that harvesters follow: ActivityStreams, as IIIF Change Discovery 1.0 uses them (level 1).

The list has each article that is there now once, at the moment when its present version was sent; last what changed
last. Of articles that earlier versions of this program sent no moment is known: they come first, without one.
"""

import json
from typing import Any

from ld.publish.store import Store
from ld.serve.index import reading
from ld.serve.site import CHANGES, Site

_CONTEXT = ["http://iiif.io/api/discovery/1/context.json", "https://www.w3.org/ns/activitystreams"]
_PAGE = 1000


def collection(_: Store, index: str, site: Site) -> str:
    """The collection of all articles in the *index* (a path), and where its pages are."""
    covered, address = reading.coverage(index), f"{site.home}{CHANGES}"
    pages = max(1, -(-covered.articles // _PAGE))
    return _json(
        {
            "@context": _CONTEXT,
            "id": address,
            "type": "OrderedCollection",
            "totalItems": covered.articles,
            "first": _page(address, 1),
            "last": _page(address, pages),
        }
    )


def changes_page(_: Store, index: str, site: Site, number: int) -> str:
    """The page *number* (from 1) of the collection, latest change last; empty past the end."""
    covered, address = reading.coverage(index), f"{site.home}{CHANGES}"
    start = (number - 1) * _PAGE
    if start and start >= covered.articles:
        return ""
    page = {
        "@context": _CONTEXT,
        **_page(address, number),
        "partOf": {"id": address, "type": "OrderedCollection"},
        "startIndex": start,
        "orderedItems": [
            {
                "type": "Update",
                "object": {
                    "id": name,
                    "type": "Article",
                    "seeAlso": [{"id": f"{site.home}{site.address(name, '.jsonld')}", "type": "Dataset"}],
                },
                **({"endTime": moment} if moment else {}),
            }
            for name, moment in reading.sent_articles(index, start, _PAGE)
        ],
    }
    page |= {"prev": _page(address, number - 1)} if number > 1 else {}
    page |= {"next": _page(address, number + 1)} if start + _PAGE < covered.articles else {}
    return _json(page)


def _page(address: str, number: int) -> dict[str, str]:
    return {"id": f"{address}?page={number}", "type": "OrderedCollectionPage"}


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
