"""Pages and texts meant to break the readers: hostile ones of about 1 MB, and strategies for small ones."""

import random
from collections.abc import Iterator

from hypothesis import strategies as st
from read.news_page import PARAGRAPHS, json_ld, meta, page

_SIZE = 1_000_000
_LINES_MOST = 19_000  # more are refused
_TITLE = "Harbor ministers meet in Oslo"


def hostile_pages() -> Iterator[tuple[str, bytes]]:
    """Pages of about 1 MB, each under a name for its attack."""
    for name, piece in _PIECES.items():
        yield name, page(below=_filled(piece))
    for name, piece in _HEADS.items():
        yield name, page(_filled(piece))
    for name, (before, piece, after) in _JSON.items():
        yield f"JSON-LD: {name}", page(f'<script type="application/ld+json">{before}{_filled(piece)}{after}</script>')
    yield "attributes", page(below="<p " + " ".join(f"a{n}" for n in range(_SIZE // 7)) + ">")
    yield "attributes without spaces", page(below="<p " + "".join(f"a{n}='>'" for n in range(_SIZE // 10)) + ">")
    yield "JSON-LD as deep as closed", page(json_ld(about=None).replace("{", "[" * 300_000 + "]" * 300_000, 1))
    yield "a title of bars", page(title=_filled(" | "))
    yield "bytes of chance", random.Random(7).randbytes(_SIZE)
    yield "UTF-16", page(below=_filled("<b>word </b>")[:300_000]).decode().encode("utf-16")


_PIECES = {
    "deep div": "<div>",
    "deep inline": "<b><i>",
    "deep lists": "<div><p><b><ul><li>",
    "deep tables": "<table><tr><td>",
    "many paragraphs": "<p>The council of the harbor met on Tuesday.</p>",
    "many lines": "<p>The council met.<br>",
    "a table": "<tr><td>The council</td><td>met</td></tr>",
    "deep figures": "<figure><figcaption>The pier</figcaption><img src='https://a.example/1.jpg'>",
    "captions": "<figure><figcaption>The pier on Monday. (Jane Doe/Harbor Press)</figcaption></figure>",
    "bylines": "<p>By Jane Doe, ",
    "headings": f"<h1>{_TITLE}</h1>",
    "times": '<time datetime="2024-09-11T00:00:00Z">x</time>',
    "microdata": '<span itemprop="author">Jane Doe',
    "hidden paragraphs": '<div style="display:none"><p>hidden words</p>',
    "entities": "&amp;",
    "numbered entities": "&#x41;",
    "unclosed comments": "<!--",
    "comments": "<!-- a -->",
    "quotes": '<a b="',
    "less-than signs": "<",
    "tags without end": "<a",
    "scripts": "<script>",
    "one word": "w",
    "one line": "word ",
    "blanks": " ",
    "NUL": "\0",
    "dates": "2024-09-11 ",
    "brackets": "([{",
}
_HEADS = {
    "meta refresh": '<meta http-equiv="refresh" content="0;url=/">',
    "metas": meta("og:title", _TITLE),
    "keywords": meta("keywords", "a," * 400),
    "scripts of JSON-LD": json_ld(),
}
_JSON = {
    "deep lists": ("", "[", ""),
    "deep objects": ("", '{"a":', ""),
    "many articles": ("[", '{"@type":"NewsArticle","headline":"a"},', "{}]"),
    "many pictures": ('{"@type":"Article","image":[', '{"url":"https://a.example/1","caption":"a"},', '""]}'),
    "many authors": ('{"@type":"NewsArticle","author":[', '{"name":"Jane Doe"},', '"Noah Plover"]}'),
    "a long string": ('{"@type":"NewsArticle","keywords":"', "harbor, ", '"}'),
}


def _filled(piece: str) -> str:
    times = _SIZE // len(piece)
    return piece * (min(times, _LINES_MOST // piece.count("\n")) if "\n" in piece else times)


def hostile_texts() -> Iterator[tuple[str, str]]:
    """Texts of about 1 MB, each under a name for its attack."""
    lead = f"{_TITLE}\n\n{PARAGRAPHS[0]}\n\n"
    for name, piece in _LINES.items():
        yield name, lead + _filled(piece)
        yield f"{name}, first", _filled(piece) + "\n\n" + lead


_LINES = {
    "titles": "Harbor ministers meet pilots in Oslo\n",
    "numbered titles": "Harbor ministers 1 meet pilots\nHarbor ministers 2 met pilots once\n",
    "bylines": "By Jane Doe, Noah Plover and Ada Quill ",
    "lines of bylines": "By\nJane Doe\n,\n",
    "dates": "September 11, 2024 ",
    "lines of dates": "Published: September 11, 2024 at 1:49 p.m.\n",
    "clocks": "1:49 p.m. ",
    "quotes": "“",
    "breadcrumbs": "Home > ",
    "slashes": "a / ",
    "credits": "The pier on Monday. [HARBOR PRESS]\n",
    "one word": "w",
    "words": "word ",
    "blanks": " \n",
    "commas": ",",
    "rights": "© 2024 ",
    "Chinese": "港口",
    "paragraphs": PARAGRAPHS[0] + "\n\n",
}

_markup = st.sampled_from(
    (
        *("<div>", "</div>", "<p>", "</p>", "<h1>", "</h1>", "<br>", "<table><tr><td>", "</td></tr></table>", "<!--"),
        *("-->", "<script>", "</script>", "<article>", "<figcaption>", "</figcaption>", "<time datetime='2024-09-11'>"),
        *("<a rel=author>", "</a>", "<link rel=canonical href='https://a.example/2024/09/11/b'>", "&#x110000;", "&#0;"),
        *(
            "<html lang=de>",
            "<head>",
            "</head>",
            "<title>",
            "</title>",
            "<svg>",
            "<meta charset=utf-16>",
            "\x00",
            "\ud800",
        ),
        *PARAGRAPHS[:3],
        f"<h1>{_TITLE}</h1>",
        "By Jane Doe",
        "September 11, 2024",
        "Published: 11/09/2024 | Updated: 0000-00-00",
    )
)
_keys = st.sampled_from(
    (
        *("@type", "@id", "@graph", "@value", "headline", "name", "datePublished", "dateModified", "author", "url"),
        *("publisher", "image", "caption", "creditText", "keywords", "isAccessibleForFree", "mainEntityOfPage"),
    )
)
_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), st.text(max_size=20), st.just("NewsArticle")),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_keys, inner, max_size=4)),
    max_leaves=12,
)
_descriptions = st.dictionaries(_keys, _values, max_size=6).map(
    lambda said: json_ld(**{"@type": "NewsArticle", **said})
)
_pieces = st.lists(st.one_of(_markup, st.text(max_size=30), _descriptions), max_size=25).map("".join)
_written = _pieces.map(lambda text: text.encode("utf-8", "replace"))
pages = st.one_of(_written, st.builds(lambda piece: page(below=piece.decode()), _written), st.binary(max_size=300))
"""Small pages: loose markup, the same inside a page with an article, and bytes."""

_lines = st.one_of(
    st.sampled_from((*PARAGRAPHS, _TITLE, "By Jane Doe", "By", ",", "and", "September 11, 2024", "Home > World", "")),
    st.sampled_from((*_LINES,)).map(_LINES.__getitem__),
    st.text(max_size=40),
)
texts = st.one_of(st.lists(_lines, max_size=25).map("\n".join), st.text(max_size=300))
"""Small texts: lines of pasted pages in any order, and characters."""
