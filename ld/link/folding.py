"""Words in the form in which the linker compares them: without the differences between spellings."""

import functools
import re
import unicodedata


@functools.lru_cache(1 << 12)
def fold(name: str) -> str:
    """*name* without differences of spelling: case, accents, hyphens, points, and British "defence".

    Cached, as names and titles recur.
    """
    return " ".join(folded_words(name))


def folded_words(text: str) -> list[str]:
    """The words of *text*, each as ``fold`` gives it."""
    if not text.isascii():
        text = _unaccented(text)
    bare = text.casefold().replace("’", "'").replace("'s", "")
    if "." in bare:
        bare = _INITIAL_POINT.sub("", bare)
    words = _WORD.findall(bare)
    if any(british in bare for british in _AMERICAN):
        words = [_AMERICAN.get(word, word) for word in words]
    return words


def _unaccented(text: str) -> str:
    """*text* decomposed, without its accents. The fast path: most text is ASCII but for typographic quotation marks."""
    for sign, plain in _PRINTED:
        text = text.replace(sign, plain)
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


_PRINTED = (("’", "'"), ("“", '"'), ("”", '"'), ("‘", '"'), ("—", "-"), ("–", "-"), ("\u00a0", " "))
"""Characters that belong to no word, each with an ASCII one that folds to the same."""
_WORD = re.compile(r"\w+")
_INITIAL_POINT = re.compile(r"\.(?<=\b\w\.)")
_AMERICAN = {"defence": "defense", "labour": "labor", "programme": "program", "organisation": "organization"}
