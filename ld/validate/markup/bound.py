"""How much the attributes of a page may state: properties within one another each repeat the text inside them."""

from ld.errors import InputError
from ld.terms import Literal
from ld.validate.markup.marked import Marked

_TIMES = 20  # of the page's length: those of 223 news pages state at most once their length
_FREE = 100_000


class Bound:
    """What is left of the code points, elements and prefixes that a page of this *length* may take."""

    def __init__(self, length: int) -> None:
        self._left = _TIMES * length + _FREE

    def spend(self, count: int = 1) -> None:
        """Take *count* of what is left. Raises InputError once nothing is."""
        self._left -= count
        if self._left < 0:
            raise InputError(
                f"the microdata or RDFa states more than {_TIMES} times the length of the page",
                "put fewer properties into one another, and let fewer items refer to the same elements",
            )

    def on(self, marked: Marked) -> Marked:
        """*marked*, which is paid for by the length of its text."""
        value = marked.triple[2]
        self.spend(len(value.lexical) if isinstance(value, Literal) else 1)
        return marked
