"""Phrases right before a name: they are looked for only where the word that stands there ends one of them."""

import re


class Before:
    """Phrases such as "in" or "north of", in any case; with *may_have_article* also with "the" behind them."""

    def __init__(self, *phrases: str, may_have_article: bool = False) -> None:
        article = r"(?:the[ \xa0])?" if may_have_article else ""
        self._pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})[ \xa0]{article}$", re.IGNORECASE)
        self._single = frozenset(phrases)
        ends = {phrase.rpartition(" ")[2] for phrase in phrases}
        self._ends = frozenset(ends | {"the"} if may_have_article else ends)

    def stands(self, text: str, start: int) -> bool:
        """Whether one of them stands in *text* right before *start*, a space between."""
        floor = max(0, start - _REACH)
        word = text[max(floor, text.rfind(" ", floor, start - 1) + 1) : start - 1]
        if word.isascii() and word.isalpha():
            small = word.lower()
            if small not in self._ends:
                return False
            if small in self._single and text[start - 1 : start] == " ":
                return True
        return self._pattern.search(text, floor, start) is not None


_REACH = 30
"""Code points that a phrase can fill, with the article and the spaces."""
