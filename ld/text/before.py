"""What precedes an offset of a text: a number of code points, a match in them, or one of many phrases."""

import re
from collections.abc import Collection


def text_before(text: str, offset: int, reach: int) -> str:
    """The last *reach* code points of *text* before *offset*."""
    return text[max(0, offset - reach) : offset]


def search_before(pattern: re.Pattern[str], text: str, offset: int, reach: int) -> re.Match[str] | None:
    """The first match of *pattern* within *reach* code points before *offset*; look-behinds see farther."""
    return pattern.search(text, max(0, offset - reach), offset)


class Before:
    """Phrases such as "in" or "north of", in any case; with *may_have_article* also followed by "the".

    They are searched for only if the word before the offset is the last word of one of them.

    They do not count after one of the words *unless*: "interested in".
    """

    def __init__(self, *phrases: str, may_have_article: bool = False, unless: Collection[str] = ()) -> None:
        article = r"(?:the[ \xa0])?" if may_have_article else ""
        behind = "".join(rf"(?<!{re.escape(word)} )" for word in unless)
        any_phrase = "|".join(map(re.escape, phrases))
        self._pattern = re.compile(rf"{behind}\b(?:{any_phrase})[ \xa0]{article}$", re.IGNORECASE)
        self._unless = tuple(f"{word} " for word in unless)
        self._single = frozenset(phrases)
        ends = {phrase.rpartition(" ")[2] for phrase in phrases}
        self._ends = frozenset(ends | {"the"} if may_have_article else ends)
        self._last_letters = frozenset(letter for end in self._ends for letter in (end[-1], end[-1].upper()))

    def stands(self, text: str, start: int) -> bool:
        """Whether one of them directly precedes *start* in *text*, with a space between."""
        last = text[max(0, start - 2) : start - 1]
        if last not in self._last_letters and last != " " and last.isascii():
            return False
        floor = max(0, start - _REACH)
        word = text[max(floor, text.rfind(" ", floor, start - 1) + 1) : start - 1]
        if word.isascii() and word.isalpha():
            small = word.lower()
            if small not in self._ends:
                return False
            if small in self._single and text[start - 1 : start] == " ":
                return not (self._unless and text[floor : start - len(word) - 1].casefold().endswith(self._unless))
        return self._pattern.search(text, floor, start) is not None


_REACH = 30
"""The longest phrase in code points, with the article and the spaces."""
