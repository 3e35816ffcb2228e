"""Words as the linker compares them: without what spellings differ in."""

import functools
import re
import unicodedata


@functools.lru_cache(1 << 12)
def fold(name: str) -> str:
    """*name* without what spellings differ in: case, accents, hyphens, points, and British "defence".

    Names and titles come again and again, so the last ones are kept.
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
    """*text* decomposed, without its accents; most of a text is no more than ASCII with printers' quotes."""
    for sign, plain in _PRINTED:
        text = text.replace(sign, plain)
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


_PRINTED = (("’", "'"), ("“", '"'), ("”", '"'), ("‘", '"'), ("—", "-"), ("–", "-"), ("\u00a0", " "))
"""Signs that belong to no word, each with one of ASCII that folds alike."""
_WORD = re.compile(r"\w+")
_INITIAL_POINT = re.compile(r"\.(?<=\b\w\.)")
_AMERICAN = {"defence": "defense", "labour": "labor", "programme": "program", "organisation": "organization"}
