"""Pages of every make, with our block in them: valid by default, the article told once, and all of it undone again."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from fixtures_facts import FACTS, replaced

from ld.facts import Facts
from ld.pipeline import build
from ld.read import read_text
from ld.validate import Severity
from ld.validate.checking import check_file
from ld.validate.profiles import Choice, checks_of
from ld.web import embed, profile, without
from ld.web.page import Again
from ld.web.published import is_article

ADDRESS = "https://harbor.example/oslo"
HEADLINE = "Harbor ministers meet in Oslo"
CONTEXT = "https://schema.org"
CHECKS = checks_of(Choice())
SAMPLE = Path(__file__).resolve().parents[1] / "articles/un-command-meeting.txt"
BRIEF = """{headline}

By Bo Hart

"We have waited long enough," harbour master Ada Quill told reporters on the quay.

The talks with Germany, Norway and the European Commission will be held on {when}, Norwegian Prime Minister Jonas Gahr
Støre said.
"""
SITE = {
    "@type": "WebSite",
    "@id": "https://harbor.example/#website",
    "name": "The Harbor",
    "url": "https://harbor.example/",
}
CRUMBS = {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": "Home"}]}


def article(**properties: Any) -> dict[str, Any]:
    named = {f"@{name}" if name in ("id", "type") else name: value for name, value in properties.items()}
    return {"@type": "NewsArticle", "headline": HEADLINE, **named}


def plain(node: dict[str, Any] | list[Any], context: Any = CONTEXT) -> dict[str, Any]:
    return {"@context": context, "@graph": node} if isinstance(node, list) else {"@context": context, **node}


def page(*blocks: Any, head: str = "", body: str = f"<h1>{HEADLINE}</h1><p>The port is full.</p>") -> bytes:
    written = (block if isinstance(block, str) else json.dumps(block, indent=1) for block in blocks)
    scripts = "".join(f'<script type="application/ld+json">\n{text}\n</script>\n' for text in written)
    return f'<!doctype html>\n<html lang="en"><head>\n{head}{scripts}</head><body>{body}</body></html>\n'.encode()


def facts_of(story: str, **options: str) -> Facts:
    return build(read_text(story, **options)).facts


MOBILE = "https://m.harbor.example/oslo"
WEB_PAGE = {"@type": "WebPage", "mainEntity": article()}
STORIES = {
    "with everything": lambda: FACTS,
    "the sample": lambda: build(SAMPLE, url=ADDRESS, date="2024-09-11", publisher="Strait Courier").facts,
    "without an address": lambda: facts_of(BRIEF.format(headline=HEADLINE, when="Monday")),
    "with a moment": lambda: facts_of(BRIEF.format(headline=HEADLINE, when="Monday"), url=ADDRESS, date="2024-09-11"),
    "of a month": lambda: facts_of(BRIEF.format(headline="Talks in June", when="in June 2031"), url=ADDRESS),
    "without authors": lambda: replaced(FACTS, article=replaced(FACTS.article, authors=())),
}

ONE = {
    "no block": page(),
    "no block and a canonical link": page(head=f'<link rel="canonical" href="{ADDRESS}">'),
    "an article": page(plain(article())),
    "an article at our address": page(plain(article(url=ADDRESS))),
    "http and a slash": page(plain(article(url="http://www.harbor.example/oslo/"), "http://schema.org/")),
    "a list of blocks": page([plain(article()), plain(SITE)]),
    "a graph": page(plain([SITE, CRUMBS, article(id=f"{ADDRESS}#article", isPartOf={"@id": SITE["@id"]})])),
    "an article of an id that is relative": page(plain(article(id="#story"))),
    "a picture whose address is relative": page(plain(article(image="/quay.jpg", author={"name": "Bo", "url": "/bo"}))),
    "types and ids without @": page(plain({"type": "NewsArticle", "id": f"{ADDRESS}#a", "headline": HEADLINE})),
    "a type in full": page(plain({"@type": "http://schema.org/NewsArticle", "headline": HEADLINE})),
    "the main entity of a page": page(plain(WEB_PAGE)),
    "a list of main entities": page(plain({"@type": "ItemPage", "mainEntity": [article(), CRUMBS]})),
    "the main entity in a graph": page(plain([SITE, {"@type": "WebPage", "url": ADDRESS, "mainEntity": article()}])),
    "the main entity of a page of a site": page(plain({**SITE, "hasPart": WEB_PAGE})),
    "two blocks": page(plain(article()), plain([SITE, article(id=f"{ADDRESS}#article")])),
    "two blocks of two addresses": page(plain(article(url=MOBILE)), plain(article(url=ADDRESS))),
    "two blocks of two headlines": page(plain(article(url=ADDRESS)), plain(article(url=ADDRESS, headline="Talks"))),
    "two with the site's name in one": page(plain(article()), plain(article(headline=f"{HEADLINE} | The Harbor"))),
    "three blocks": page(plain(article()), plain(WEB_PAGE), plain(article(url=ADDRESS))),
    "two in one graph": page(plain([article(), article(url=ADDRESS)])),
    "what an id says in another block": page(plain(article(id="#a")), plain({"@id": "#a", "wordCount": 120})),
    "one block of others": page(plain(SITE), plain(CRUMBS)),
    "another context beside": page(plain(SITE, {"@vocab": "http://schema.org/"})),
}  # fmt: skip
LEFT = {
    "a context of its own": (page(plain(article(), [CONTEXT, {"@language": "en"}])), "JSON-LD", 3),
    "prefixed types": (
        page({"@context": {"s": "http://schema.org/"}, "@type": "s:NewsArticle", "s:headline": HEADLINE}),
        "JSON-LD",
        3,
    ),
    "a named graph": (page({"@context": CONTEXT, "@id": "#g", "@graph": [article(url=ADDRESS)]}), "JSON-LD", 3),
    "a main entity in a context of its own": (
        page(plain(article()), plain({"@type": "WebPage", "mainEntity": article()}, [CONTEXT, {"@language": "en"}])),
        "JSON-LD",
        10,
    ),
    "microdata": (
        page(body=f'\n<article itemscope itemtype="https://schema.org/NewsArticle"><h1>{HEADLINE}</h1></article>'),
        "microdata",
        4,
    ),
    "RDFa": (page(body=f'<div vocab="https://schema.org/" typeof="NewsArticle"><h1>{HEADLINE}</h1></div>'), "RDFa", 3),
}


def told(page: bytes) -> list[dict[str, Any]]:
    """All that describes an article in what readers of JSON-LD see of *page*."""
    blocks = re.findall(r'(?s)<script type="application/ld\+json"[^>]*>(.*?)</script>', page.decode())
    return [node for block in blocks for node in nodes(json.loads(block)) if any(map(is_article, kinds(node)))]


def nodes(value: Any) -> list[dict[str, Any]]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [*([value] if isinstance(value, dict) else []), *(node for item in inner for node in nodes(item))]


def kinds(node: dict[str, Any]) -> list[str]:
    kind = node.get("@type", [])
    return kind if isinstance(kind, list) else [kind]


def violations(path: Path, page: bytes) -> list[str]:
    path.write_bytes(page)
    checked = check_file(str(path), CHECKS)
    results = (located.result for located in checked.results)
    found = [f"{result.shape} {result.place}" for result in results if result.severity is Severity.VIOLATION]
    return [checked.error, *found] if checked.error else found


@pytest.mark.parametrize("story", STORIES)
def test_a_page_with_our_block_is_valid_by_default(story, tmp_path):
    document = profile(STORIES[story]()).document
    wrong = {make: violations(tmp_path / "a.html", embed(before, document).page) for make, before in ONE.items()}
    assert wrong == {make: [] for make in ONE}


@pytest.mark.parametrize("make", ONE)
def test_an_article_is_told_once(make):
    document = profile(FACTS).document
    done = embed(ONE[make], document)
    assert len(told(done.page)) == 1
    assert done.again == ()
    assert embed(done.page, document) == done
    assert without(done.page) == ONE[make]


@pytest.mark.parametrize("make", LEFT)
def test_a_second_description_that_must_stay_is_told_of(make):
    before, syntax, line = LEFT[make]
    document = profile(FACTS).document
    done = embed(before, document)
    assert done.again == (Again(line, syntax),)
    assert embed(done.page, document) == done
    assert without(done.page) == before


@pytest.mark.parametrize(
    "before",
    [
        page(plain({"@type": "ItemList", "itemListElement": [article(url="https://harbor.example/other")]})),
        page(plain(article()), plain(article(headline="Bergen waits", url="https://harbor.example/bergen"))),
        page(body='<p itemscope itemtype="http://schema.org/Article">A</p><p itemscope itemtype="http://schema.org/Article">B</p>'),
        page(body='<p itemscope itemtype="http://schema.org/Person">Ada</p>'),
        page(plain(article(liveBlogUpdate=[{"@type": "BlogPosting", "headline": "It begins"}]))),
    ],
)  # fmt: skip
def test_other_articles_are_no_second_description(before):
    assert embed(before, profile(FACTS).document).again == ()


def test_what_names_the_article_elsewhere_names_it_by_its_id():
    crumbs = {**CRUMBS, "about": {"@id": "#two"}}
    web_page = {"@type": "WebPage", "mainEntity": {"@id": "#two"}}
    before = page(plain([article(id="#one"), crumbs]), plain([article(id="#two"), web_page]))
    (block,) = re.findall(
        r'data-generator="article-ld">(.*?)</script>', embed(before, profile(FACTS).document).page.decode()
    )
    graph = {kinds(node)[0]: node for node in json.loads(block)["@graph"]}
    assert graph["NewsArticle"]["@id"] == "#one"
    assert graph["WebPage"]["mainEntity"] == graph["BreadcrumbList"]["about"] == {"@id": "#one"}


def test_of_two_descriptions_the_first_has_its_way_and_nothing_is_lost():
    first = article(dateModified="2024-09-12", author={"@type": "Person", "name": "Bo Hart"})
    hart = {"@type": "Person", "name": "Bo Hart", "url": "https://harbor.example/bo"}
    second = article(dateModified="2024-09-13", wordCount=300, author=hart)
    (one,) = told(embed(page(plain(first), plain(second)), profile(FACTS).document).page)
    assert (one["dateModified"], one["wordCount"]) == ("2024-09-12", 300)
    assert one["author"]["url"] == "https://harbor.example/bo"


def test_addresses_that_differ_by_their_query_alone_are_two_pages():
    ours = {**profile(FACTS).document, "url": "https://harbor.example/?p=12"}
    other = plain(article(headline="Bergen waits", url="https://harbor.example/?p=13"))
    same = plain(article(headline="In Oslo", url="http://harbor.example/?p=12"))
    assert [node["headline"] for node in told(embed(page(other, same), ours).page)] == ["Bergen waits", "In Oslo"]


@pytest.mark.parametrize("count", [2_000])
def test_many_descriptions_are_one_in_good_time(count):
    before = page(plain([article(id=f"#{number}", url=ADDRESS) for number in range(count)]))
    assert len(told(embed(before, profile(FACTS).document).page)) == 1
