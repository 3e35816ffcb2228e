"""Pages with a block, in a real browser: the page is as before, and the block says what it should."""

import json

import pytest
from fixtures_facts import FACTS, replaced
from web.blocks import PAGE, PAYLOADS
from web.test_page import ODD

from ld.web import embed, profile

DOM = """() => {
  const lines = []
  const walk = (node, depth) => {
    if (node.nodeType === 1 && node.dataset && node.dataset.generator === "article-ld") return
    const attributes = node.attributes ? [...node.attributes].map((a) => `${a.name}=${a.value}`) : []
    const text = node.nodeType === 1 ? "" : node.nodeValue ?? (node.publicId || "")
    lines.push([depth, node.nodeType, node.nodeName, attributes, text])
    for (const child of (node.nodeName === "TEMPLATE" ? node.content : node).childNodes) walk(child, depth + 1)
  }
  walk(document, 0)
  return { mode: document.compatMode, lines }
}"""
BLOCKS = """() => {
  const blocks = [...document.querySelectorAll('script[type="application/ld+json"]')]
  return blocks.map((block) => JSON.parse(block.textContent))
}"""
NONCE = "r4nd0m=="
POLICY = {"Content-Security-Policy": f"script-src 'nonce-{NONCE}'"}


@pytest.fixture(scope="module")
def shown(browser):
    """Shows a page, and gives its DOM without the block, the blocks as JSON, and whatever should not have happened."""
    page = browser.new_page()
    events, answer = list[str](), dict[str, object]()
    page.on("dialog", lambda dialog: (events.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: events.append(f"error {error}"))
    page.on("request", lambda request: request.is_navigation_request() or events.append(f"request {request.url}"))
    page.route("**/*", lambda route: route.abort())
    page.route("http://page.test/", lambda route: route.fulfill(**answer))

    def show(body: bytes, kind: str = "text/html", headers=None):
        events.clear()
        answer.update(body=body, headers={"Content-Type": kind, **(headers or {})})
        page.goto("http://page.test/")
        fired = ["fired"] if page.evaluate("() => window.fired") else []
        return page.evaluate(DOM), page.evaluate(BLOCKS), [*events, *fired]

    yield show
    page.close()


@pytest.fixture(scope="module")
def as_it_was(shown):
    """The DOM of the page without a block."""
    return shown(PAGE)[0]


def headed(headline: str):
    return replaced(FACTS, article=replaced(FACTS.article, headline=replaced(FACTS.article.headline, value=headline)))


def test_there_are_payloads_enough():
    assert len(set(PAYLOADS)) >= 40


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_headline_breaks_a_page(shown, as_it_was, payload):
    document = profile(headed(payload)).document
    after, blocks, events = shown(embed(PAGE, document).page)
    assert events == []
    assert after == as_it_was
    assert blocks == [document]
    assert blocks[0]["headline"] == payload


@pytest.mark.parametrize("payload", PAYLOADS[::6])
def test_no_headline_breaks_an_xhtml_page(shown, payload):
    page = b'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>y</p></body></html>'
    document = profile(headed(payload)).document
    kind = "application/xhtml+xml"
    before, _, _ = shown(page, kind)
    after, blocks, events = shown(embed(page, document).page, kind)
    assert (after, blocks, events) == (before, [document], [])


@pytest.mark.parametrize("payload", PAYLOADS[::6])
def test_what_a_publisher_says_breaks_no_page_when_it_is_merged(shown, payload):
    theirs = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "keywords": payload}).replace(
        "<", "\\u003c"
    )
    page = PAGE.replace(b"</head>", f'<script type="application/ld+json">{theirs}</script></head>'.encode())
    before, (said,), _ = shown(page)
    after, (merged,), events = shown(embed(page, profile(FACTS).document).page)
    assert events == []
    assert merged["keywords"] == said["keywords"] == payload
    assert [line for line in before["lines"] if line[2] != "SCRIPT"] == [
        line for line in after["lines"] if line[2] != "SCRIPT"
    ]


@pytest.mark.parametrize("page", ODD.values(), ids=ODD)
def test_an_odd_page_is_as_before(shown, page):
    document = profile(headed("</script><script>window.fired=1</script>")).document
    kind = "text/html; charset=utf-16le" if page.startswith(b"<\0") else "text/html"
    before, _, _ = shown(page, kind)
    after, blocks, events = shown(embed(page, document).page, kind)
    assert after == before
    assert blocks == [document]
    assert [event for event in events if not event.startswith("request")] == []


def test_a_page_under_a_policy_takes_the_block_with_the_nonce(shown, as_it_was):
    document = profile(FACTS).document
    after, blocks, events = shown(embed(PAGE, document, nonce=NONCE).page, headers=POLICY)
    assert (after, blocks, events) == (as_it_was, [document], [])


def test_a_payload_that_got_out_would_be_seen(shown, as_it_was):
    naive = b'<script type="application/ld+json">{}' + PAYLOADS[0].encode() + b"</head>"
    after, _, events = shown(PAGE.replace(b"</head>", naive))
    assert after != as_it_was
    assert events == ["fired"]
