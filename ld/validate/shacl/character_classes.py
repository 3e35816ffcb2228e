"""Classes and escapes of XML Schema's regular expressions (part 2, appendix G), read into sets of characters."""

import re
from collections.abc import Callable

from ld.validate.shacl import code_points as points
from ld.validate.shacl.code_points import CodePoints

SINGLE = {"n": 0xA, "r": 0xD, "t": 0x9, **{sign: ord(sign) for sign in r"\|.-^?*+{}()[]$"}}
"""The character of each single-character escape, by the letter or sign after the backslash."""

_CATEGORY = re.compile(r"\{([A-Za-z0-9-]+)\}")
_SETS: dict[str, Callable[[], CodePoints]] = {
    "s": lambda: points.SPACES,
    "d": lambda: points.of_category("Nd"),
    "w": lambda: points.all_but(points.joined(pair for name in "PZC" for pair in points.of_category(name))),
    "i": lambda: points.NAME_STARTS,
    "c": lambda: points.NAME_CHARACTERS,
}


class PatternError(ValueError):
    """A pattern outside the grammar; the message says what is wrong, and at which character."""


class Cursor:
    """A position in a *pattern*, moved character by character."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def ahead(self, count: int = 1) -> str:
        """The next *count* characters, fewer at the end."""
        return self.pattern[self.at : self.at + count]

    def take(self) -> str:
        """Consume the next character and return it. Raises PatternError at the end."""
        if self.at == len(self.pattern):
            raise self.error("something that is not ended")
        self.at += 1
        return self.pattern[self.at - 1]

    def takes(self, signs: str) -> bool:
        """Whether *signs* come next; if so, consume them."""
        found = self.pattern.startswith(signs, self.at)
        self.at += len(signs) if found else 0
        return found

    def error(self, what: str, back: int = 0) -> PatternError:
        """The error that *what* was found, at the character *back* characters before the current one."""
        return PatternError(f"at character {self.at - back + 1}: {what}")


class Classes:
    """Reads classes and escapes at a *cursor*; *case_counts* unless the flag i is set, which affects no escape."""

    def __init__(self, cursor: Cursor, *, case_counts: bool) -> None:
        self._cursor = cursor
        self._case_counts = case_counts

    def one(self, point: int, last: int | None = None) -> CodePoints:
        """The character *point*, or all up to *last*, with case variants if case does not count."""
        found = ((point, point if last is None else last),)
        return found if self._case_counts else points.with_case_variants(found)

    def escape(self) -> CodePoints:
        """The characters that an escape means, read from the letter after the backslash."""
        letter = self._cursor.take()
        if letter in SINGLE:
            return self.one(SINGLE[letter])
        if letter in "pP":
            found = self._category()
        elif letter.lower() in _SETS:
            found = _SETS[letter.lower()]()
        else:
            raise self._cursor.error(f"\\{letter}, which is of another dialect", back=2)
        return points.all_but(found) if letter.isupper() else found

    def _category(self) -> CodePoints:
        match = _CATEGORY.match(self._cursor.pattern, self._cursor.at)
        name = match[1] if match else ""
        found = points.of_category(name) if 0 < len(name) <= 2 else ()  # noqa: PLR2004 - L, Lu
        if not match or not found:
            what = f"the category “{name}”, which is not known here" if name else "\\p without a category in braces"
            raise self._cursor.error(f"{what}; take one such as \\p{{L}}, or a range", back=2)
        self._cursor.at = match.end()
        return found

    def bracketed(self) -> CodePoints:
        """The characters of a class in brackets, read from after the opening one."""
        negated = self._cursor.takes("^")
        found = list(self._range())
        less: CodePoints = ()
        while not self._cursor.takes("]"):
            if self._cursor.takes("-["):
                less = self.bracketed()
                if self._cursor.ahead() != "]":
                    raise self._cursor.error("a subtraction that does not end its class")
            else:
                found += self._range()
        whole = points.joined(found)
        whole = points.all_but(whole) if negated else whole
        return points.without(whole, less) if less else whole

    def _range(self) -> CodePoints:
        """A character, a range of them, or an escape, within a class."""
        cursor = self._cursor
        if cursor.ahead() in ("[", "]"):
            raise cursor.error(f"a “{cursor.ahead()}” within a class; for the sign itself write \\{cursor.ahead()}")
        if cursor.ahead() == "\\" and cursor.ahead(2)[1:] not in SINGLE:
            cursor.take()
            return self.escape()
        start = self._edge()
        if not cursor.ahead().startswith("-") or cursor.ahead(2) in {"-]", "-["}:
            return self.one(start)
        cursor.take()
        end = self._edge()
        if end < start:
            raise cursor.error("a range whose end comes before its start")
        return self.one(start, end)

    def _edge(self) -> int:
        sign = self._cursor.take()
        if sign == "[":
            raise self._cursor.error("a “[” within a class; for the sign itself write \\[", back=1)
        if sign != "\\":
            return ord(sign)
        letter = self._cursor.take()
        if letter not in SINGLE:
            raise self._cursor.error(f"a range to \\{letter}, which is no single character", back=2)
        return SINGLE[letter]
