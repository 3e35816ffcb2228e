"""Regular expressions of SHACL, read by its grammar and rewritten in one that the engines here understand.

sh:pattern is SPARQL's REGEX, which is XPath's fn:matches (XQuery 1.0 and XPath 2.0 Functions and Operators, 7.6.1),
whose grammar is that of XML Schema part 2, appendix G. The flag q is of version 3.1.

    expression  ::= branch ("|" branch)*
    branch      ::= (atom quantifier?)*
    quantifier  ::= ("?" | "*" | "+" | "{" n "}" | "{" n ",}" | "{" n "," m "}") "?"?
    atom        ::= "(" "?:"? expression ")" | class | escape | "^" | "$" | "." | backreference | character
    class       ::= "[" "^"? (range | escape)+ ("-" class)? "]"
"""

import re
from typing import NamedTuple

from ld.validate.shacl import code_points as points
from ld.validate.shacl.character_classes import Classes, Cursor, PatternError
from ld.validate.shacl.code_points import CodePoints

__all__ = ["FLAGS", "Cost", "Expression", "PatternError", "read_expression"]

FLAGS = frozenset("smixq")
"""https://www.w3.org/TR/xpath-functions-31/#flags."""

_QUANTIFIER = re.compile(r"([?*+]|\{(?P<least>[0-9]+)(?P<open>,(?P<most>[0-9]*))?\})\??")
_MOST_REPEATS = 1000
_MOST_CHOICES = 10
_DEEPEST = 50
_MEANINGS = frozenset("?*+{}]")  # literal only after a backslash; the others are read before


class Cost(NamedTuple):
    """The worst case of a search: *repeats* of unknown length in sequence, and *choices* between alternatives.

    It is *tangled* if a repetition contains another or a choice: trying all ways could take for ever.
    """

    repeats: int = 0
    choices: int = 0
    tangled: bool = False

    def then(self, other: "Cost") -> "Cost":
        """The cost of this and *other* in sequence."""
        choices = self.choices + other.choices
        tangled = self.tangled or other.tangled or choices > _MOST_CHOICES
        return Cost(self.repeats + other.repeats, choices, tangled)


class Expression(NamedTuple):
    """A pattern as *source* for Python's ``re``, without flags, and the *cost* of searching for it.

    If *anchored*, it can match only at the beginning. *refers_back* marks a backreference.
    """

    source: str
    cost: Cost
    anchored: bool = False
    refers_back: bool = False


def read_expression(pattern: str, flags: str = "") -> Expression:
    """*pattern* under *flags*. Raises PatternError, with the position, for anything outside the grammar."""
    if "q" in flags:
        classes = Classes(Cursor(pattern), case_counts="i" not in flags)
        return Expression("".join(_one_of(classes.one(ord(sign))) for sign in pattern), Cost())
    return _Reader(_without_blanks(pattern) if "x" in flags else pattern, flags).whole()


def _without_blanks(pattern: str) -> str:
    """*pattern* as the flag x means it: whitespace counts only within a class."""
    depth, kept = 0, []
    for sign in re.findall(r"\\.|.", pattern, re.DOTALL):
        depth += {"[": 1, "]": -1}.get(sign, 0)
        if depth > 0 or sign.strip(" \t\n\r"):
            kept.append(sign)
    return "".join(kept)


def _one_of(allowed: CodePoints) -> str:
    (start, end), *others = allowed
    return points.written(start) if start == end and not others else points.as_class(allowed)


class _Reader:
    """Reads a pattern from its beginning to its end."""

    def __init__(self, pattern: str, flags: str) -> None:
        self._cursor, self._flags = Cursor(pattern), flags
        self._classes = Classes(self._cursor, case_counts="i" not in flags)
        self._closed: list[int] = []
        self._groups = self._depth = 0
        self._refers_back = False

    def whole(self) -> Expression:
        source, cost = self._alternatives()
        if self._cursor.ahead():
            raise self._cursor.error("a “)” that closes nothing")
        return Expression(source, cost, source.startswith(r"\A") and "|" not in source, self._refers_back)

    def _alternatives(self) -> tuple[str, Cost]:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._cursor.error(f"more than {_DEEPEST} groups within one another")
        branches = [self._branch()]
        while self._cursor.takes("|"):
            branches.append(self._branch())
        self._depth -= 1
        costs = [cost for _, cost in branches]
        together = Cost(
            repeats=max(cost.repeats for cost in costs),
            choices=max(cost.choices for cost in costs) + (len(branches) > 1),
            tangled=any(cost.tangled for cost in costs),
        )
        return "|".join(source for source, _ in branches), together

    def _branch(self) -> tuple[str, Cost]:
        source, cost = "", Cost()
        while self._cursor.ahead() not in ("", "|", ")"):
            atom = self._atom()
            repeated, inner = self._repeated(*atom)
            source, cost = source + repeated, cost.then(inner)
        return source, cost

    def _repeated(self, atom: str, inner: Cost) -> tuple[str, Cost]:
        """*atom* with the quantifier after it, if there is one."""
        quantifier = _QUANTIFIER.match(self._cursor.pattern, self._cursor.at)
        if not quantifier:
            return atom, inner
        least, most = quantifier["least"] or "0", quantifier["most"] or quantifier["least"] or "0"
        if max(len(least), len(most)) > len(str(_MOST_REPEATS)) or int(most) > _MOST_REPEATS:
            raise self._cursor.error(f"more than {_MOST_REPEATS} repetitions")
        if quantifier["most"] and int(most) < int(least):
            raise self._cursor.error(f"{quantifier[0]}, whose first number is the larger one")
        self._cursor.at = quantifier.end()
        atom = f"(?:{atom})" if atom in _ANCHORS else atom
        if quantifier[0][0] == "?":
            return atom + quantifier[0], inner.then(Cost(choices=1))
        tangled = inner.tangled or bool(inner.repeats or inner.choices)
        is_open = not quantifier["least"] or bool(quantifier["open"])
        return atom + quantifier[0], Cost(inner.repeats + is_open, inner.choices, tangled)

    def _atom(self) -> tuple[str, Cost]:
        sign = self._cursor.take()
        if sign == "(":
            return self._group()
        if sign in "^$":
            return f"(?m:{sign})" if "m" in self._flags else _ENDS[sign], Cost()
        if sign in _MEANINGS:
            raise self._cursor.error(f"a “{sign}” that means nothing here; for the sign itself write \\{sign}", back=1)
        if sign == "\\" and self._cursor.ahead().isdecimal():
            return self._backreference(), Cost()
        return _one_of(self._character(sign)), Cost()

    def _character(self, sign: str) -> CodePoints:
        if sign == "[":
            return self._classes.bracketed()
        if sign == "\\":
            return self._classes.escape()
        if sign == ".":
            return _ANY if "s" in self._flags else _ANY_IN_A_LINE
        return self._classes.one(ord(sign))

    def _group(self) -> tuple[str, Cost]:
        cursor = self._cursor
        captures = cursor.ahead() != "?"
        if not captures and not cursor.takes("?:"):
            raise cursor.error(f"“({cursor.ahead(2)}”: lookahead, lookbehind and options are of other dialects", back=1)
        self._groups += captures
        number = self._groups
        inner, cost = self._alternatives()
        if not cursor.takes(")"):
            raise cursor.error("a “(” that is not closed")
        self._closed += [number] if captures else []
        return f"{'(' if captures else '(?:'}{inner})", cost

    def _backreference(self) -> str:
        number = int(self._cursor.take())
        while self._cursor.ahead().isdecimal() and number * 10 + int(self._cursor.ahead()) <= self._groups:
            number = number * 10 + int(self._cursor.take())
        if number not in self._closed:
            raise self._cursor.error(f"\\{number}, which refers to no group that is closed before it", back=2)
        self._refers_back = True
        return f"(?{'i' if 'i' in self._flags else ''}:\\{number})"  # to separate it from a digit after it


_ENDS = {"^": r"\A", "$": r"\Z"}
_ANCHORS = frozenset((*_ENDS.values(), "(?m:^)", "(?m:$)"))
_ANY: CodePoints = ((0, 0x10FFFF),)
_ANY_IN_A_LINE = points.all_but(((0xA, 0xA),))
