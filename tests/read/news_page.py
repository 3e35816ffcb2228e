"""An invented news page, with parts that tests can change one by one."""

import datetime as dt
import json
from typing import Any

TODAY = dt.date(2024, 10, 1)
PARAGRAPHS = (
    "Norwegian Fisheries Minister Ada Quill met the harbor pilots in Oslo on Tuesday, and they agreed on very little.",
    "“The port is full,” Quill told them, and nobody in the large hall answered her for what felt like a minute.",
    "The pilots had asked for a second quay since the spring, when two ferries had to wait outside for half a day.",
    "A decision is expected in November, after the parliament has seen the figures of the harbor for the whole year.",
    "Until then, the ferries will be sent to the old quay in the east, which has been closed to them for ten years.",
    "The city pays for the dredging there, and the ministry for the lights, both officials said after the meeting.",
    "Freight ships keep their places, since the cranes that unload them cannot be moved before the end of the winter.",
)
ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Harbor ministers meet in Oslo",
    "datePublished": "2024-09-11T17:21:00+02:00",
    "author": {"@type": "Person", "name": "Jane Doe"},
    "publisher": {"@type": "Organization", "name": "The Harbor Gazette"},
    "articleSection": "Shipping",
}


def page(
    head: str = "",
    above: str = "<h1>Harbor ministers meet in Oslo</h1>",
    paragraphs: tuple[str, ...] = PARAGRAPHS,
    below: str = "",
    title: str = "Harbor ministers meet in Oslo | The Harbor Gazette",
    lang: str = "en",
) -> bytes:
    """A page in UTF-8 with a menu, an article and a footer."""
    text = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    markup = (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        f"<header><nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav></header>"
        f"<main><article>{above}{text}{below}</article></main>"
        "<aside><h2>Most read</h2><ul><li><a href='/1'>Ten boats that you can buy today</a></li></ul></aside>"
        "<footer><p>We use cookies. © 2024 The Harbor Gazette. All rights reserved.</p></footer></body></html>"
    )
    return markup.encode()


def json_ld(**changes: Any) -> str:
    """The page's own description of the article, as an element; a change to None leaves a property out."""
    article = {key: value for key, value in (ARTICLE | changes).items() if value is not None}
    return f'<script type="application/ld+json">{json.dumps(article)}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'
