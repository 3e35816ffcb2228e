"""Limits how much the attributes of a page may state: nested properties each repeat the text inside them."""

from ld.errors import InputError
from ld.terms import Literal
from ld.validate.markup.marked import Marked

_TIMES = 20  # of the page's length: 223 news pages state at most their own length
_FREE = 100_000


class Bound:
    """The rest of the code points, elements and prefixes that a page of this *length* may take."""

    def __init__(self, length: int) -> None:
        self._left = _TIMES * length + _FREE

    def spend(self, count: int = 1) -> None:
        """Take *count* from the rest. Raises InputError when it is used up."""
        self._left -= count
        if self._left < 0:
            raise InputError(
                f"the microdata or RDFa states more than {_TIMES} times the length of the page",
                "put fewer properties into one another, and let fewer items refer to the same elements",
            )

    def on(self, marked: Marked) -> Marked:
        """*marked*, after taking the length of its text from the rest."""
        value = marked.triple[2]
        self.spend(len(value.lexical) if isinstance(value, Literal) else 1)
        return marked
