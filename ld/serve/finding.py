"""What a worker finds in the index for somebody who searches."""

import json

from ld.publish.store import Store
from ld.serve.index import reading
from ld.serve.index.reading import FactItem
from ld.serve.pages.frame import Links
from ld.serve.pages.search import search_page
from ld.serve.site import Site

MOST_LETTERS = 300
"""Longest search, in letters; the rest is ignored."""


def found_page(_: Store, index: str, words: str, site: Site) -> str:
    """The page of what the *index* (a path) has for *words*."""
    words = words[:MOST_LETTERS]
    return search_page(words, reading.search(index, words), reading.coverage(index), Links(site, {}))


def found_data(_: Store, index: str, words: str, site: Site) -> str:
    """The same as JSON. Each has its IRI as ``id``, and the address of its document here as ``url``."""
    words = words[:MOST_LETTERS]
    found, covered = reading.search(index, words), reading.coverage(index)
    answer = {
        "query": words,
        "complete": covered.is_complete,
        "articles": [
            {"id": one.name, "url": site.home + site.address(one.name), "headline": one.headline, "date": one.day}
            for one in found.articles
        ],
        "things": [
            {"id": one.iri, "url": site.home + site.address(one.iri), "name": one.label, "type": one.class_}
            for one in found.things
        ],
        "quotations": [_utterance(one, site) for one in found.utterances],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1)


def _utterance(fact: FactItem, site: Site) -> dict[str, str]:
    """What was said, for claims with the stance: what somebody denies is no statement of theirs."""
    speaker = {"speaker": fact.thing.iri, "name": fact.thing.label} if fact.thing.iri else {}
    speaker |= {name: value for name, value in (("credit", fact.detail), ("stance", fact.mode)) if value}
    return {
        "id": fact.node,
        "url": site.home + site.place(fact.node),
        "kind": fact.kind,
        "text": fact.text,
        **speaker,
        "article": fact.article.name,
        "date": fact.article.day,
    }
