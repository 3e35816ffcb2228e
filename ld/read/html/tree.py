"""A page's markup as a tree."""

import re
from typing import Any

from ld.errors import InputError
from ld.extras import extra

_ELEMENTS_MOST = 30_000
_PIECES_MOST = 3_000
_PIECES = frozenset(("a", "b", "br", "em", "i", "img", "span", "strong", "sub", "sup"))
_WORDS_OF_TAG_MOST = 2_000
_BODY_OF_TAG = r"""(?>(?:[^=>]++|=\s*+(?:"[^"]*+"|'[^']*+')|=)*)"""
_TAG = re.compile(
    rf"""
    <(?:
      !--(?:-?>|.*?(?:--!?>|\Z))                                               # a comment
      | (?P<raw>(?P<name>script|style)\b{_BODY_OF_TAG})>.*?(?:</(?P=name)|\Z)  # a script with its content
      | [A-Za-z]{_BODY_OF_TAG}                                                 # any other tag, as it begins
    )
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_QUOTED = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
_WORD_OF_TAG = re.compile(r"[^\s/=]+")

Tree = Any
"""An element of lxml, which has no types."""


def tree_of(markup: str) -> Tree:
    """The tree of *markup*, repaired by libxml2.

    Raises InputError if there are no elements in it or too many, or if one has too many attributes or pieces, and
    MissingExtraError if lxml is not installed.
    """
    with extra("pages", "reading an HTML page"):
        import lxml.etree  # type: ignore[import-untyped]  # noqa: PLC0415 - imported late: only pages need it
    _refuse_crowded_tags(markup)
    # not the parser of lxml.html, which looks up a Python class for each element accessed
    parser = lxml.etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = lxml.etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise InputError("the page holds no markup that can be read", "is the file whole?") from error
    if root is None:
        raise InputError("the page holds no markup that can be read", "is the file whole?")
    elements = sum(1 for _ in root.iter())
    if elements > _ELEMENTS_MOST:
        raise InputError(
            f"the page has {elements:,} elements, more than an article's page (at most {_ELEMENTS_MOST:,})",
            "give the page of one article",
        )
    _move_out_of_head(root)
    _refuse_crowded_elements(root)
    return root


_OF_BODY = ("article", "aside", "figure", "footer", "header", "main", "nav", "section")


def _move_out_of_head(root: Tree) -> None:
    """Move into the body the elements that libxml2, to which they are unknown, leaves in the head.

    HTML lets pages omit the tags of head and body, and minifiers do so: ``<title>Harbor opens</title><article>…`` has
    its article in the body. Metadata among them stay in the head.
    """
    strays = [each for head in root.iterfind("head") for each in head if each.tag in _OF_BODY]
    if not strays:
        return
    body = root.find("body")
    if body is None:
        body = root.makeelement("body")
        root.append(body)
    for place, stray in enumerate(strays):
        body.insert(place, stray)


def _refuse_crowded_elements(root: Tree) -> None:
    """Refuse a paragraph of very many pieces: libxml2 takes quadratic time to put their texts in order."""
    for crowded in root.xpath(f"//*[count(*) > {_PIECES_MOST}]"):
        pieces = sum(1 for child in crowded if child.tag in _PIECES)
        if pieces > _PIECES_MOST:
            raise InputError(
                f"the page has an element of {pieces:,} links and the like, more than a paragraph has",
                "give the page of one article",
            )


def text_of(element: Tree) -> str:
    """The words of *element* and everything within it."""
    return "".join(element.itertext())


def _refuse_crowded_tags(markup: str) -> None:
    """Refuse tags with very many attributes: the parser compares each with all before it, which would take minutes."""
    for match in _TAG.finditer(markup):
        tag = match["raw"] or match[0]
        if len(tag) <= _WORDS_OF_TAG_MOST or tag.startswith("<!"):
            continue
        words = sum(1 for _ in _WORD_OF_TAG.finditer(_QUOTED.sub(" ", tag)))
        if words > _WORDS_OF_TAG_MOST:
            raise InputError("the page has an element of thousands of attributes", "give the page of one article")
