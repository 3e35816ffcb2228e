"""Numbers that an event has: the dead and the hurt, votes, a score, a price."""

from typing import Literal

from ld.article import Stated

Measure = Literal["deaths", "injuries", "votes for", "votes against", "score", "price"]
Bound = Literal["least", "most"]


class Figure(Stated, frozen=True, kw_only=True):
    """A number that an event has: how many died, how the vote or the match ended, what a deal cost.

    *value* is a number in digits, of a score both ("3-1"). *unit* is what is counted; of a price the currency's code
    in ISO 4217, or "$" where the words leave open whose dollar it is. *bound* tells that the number is the **least** or
    the **most** that it may be ("at least 12"); what is only about right is no figure.
    """

    measure: Measure
    unit: str = ""
    bound: Bound | None = None
