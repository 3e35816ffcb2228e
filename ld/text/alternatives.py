"""One regular expression for any of many entries: a tree of their characters, in which each is looked at once."""

import re
from collections.abc import Iterable

_Tree = dict[str, "_Tree"]
"""The characters that may follow; "" marks the end of an entry."""


def any_of(entries: Iterable[str], *, space: str = " ") -> str:
    """A regular expression for any of *entries*, the longest if several match; *space* replaces each space.

    It takes a fraction of the time of a plain alternation, which tries one entry after another.
    """
    tree: _Tree = {}
    for entry in sorted(entries):
        branch = tree
        for character in entry:
            branch = branch.setdefault(_escaped(character, space), {})
        branch[""] = {}
    return _pattern(tree)


def _escaped(character: str, space: str) -> str:
    if character.isalnum():
        return character
    return space if character == " " else re.escape(character)


def _pattern(tree: _Tree) -> str:
    following = [character + _pattern(rest) for character, rest in tree.items() if character]
    if len(following) == 1 and "" not in tree:
        return following[0]
    return f"(?:{'|'.join(following)}){'?' if '' in tree else ''}" if following else ""
