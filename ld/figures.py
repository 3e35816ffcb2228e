"""Figures of an event: the dead and the hurt, votes, a score, a price."""

from typing import Literal

from ld.article import Stated

Measure = Literal["deaths", "injuries", "votes for", "votes against", "score", "price"]
Bound = Literal["least", "most"]


class Figure(Stated, frozen=True, kw_only=True):
    """A figure of an event: how many died, how the vote or the match ended, what a deal cost.

    *value* is a number in digits, or both of a score ("3-1"). *unit* is what is counted; for a price, the currency's
    code in ISO 4217, or "$" if it is unclear whose dollar is meant. *bound*: the number is the **least** or the
    **most** that it may be ("at least 12"); approximate numbers are left out.
    """

    measure: Measure
    unit: str = ""
    bound: Bound | None = None
