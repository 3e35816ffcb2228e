"""A page's markup as a tree."""

from typing import Any

from ld.errors import InputError

_ELEMENTS_MOST = 30_000

Tree = Any
"""An element of lxml, which has no types."""


def tree_of(markup: str) -> Tree:
    """The tree of *markup*, mended as libxml2 mends it.

    Raises InputError when there is no element in it or there are too many, or when lxml, which comes with
    trafilatura, is not installed.
    """
    try:
        import lxml.html  # type: ignore[import-untyped]  # noqa: PLC0415 - imported late: only pages need it
    except ImportError as error:
        raise InputError(
            "is an HTML page, and lxml, which reads the markup, is not installed",
            "pip install 'article-ld[pages]', or paste the article's text",
        ) from error
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise InputError("the page holds no markup that can be read", "is the file whole?") from error
    elements = sum(1 for _ in root.iter())
    if elements > _ELEMENTS_MOST:
        raise InputError(
            f"the page has {elements:,} elements, more than an article's page (at most {_ELEMENTS_MOST:,})",
            "give the page of one article",
        )
    return root
