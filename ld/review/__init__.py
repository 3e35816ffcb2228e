"""The editor's desk: how articles were understood, as pages on which it is corrected, once and to stay."""

from ld.review.desk import Desk
from ld.review.ledger import DecidedError, Ledger

__all__ = ["DecidedError", "Desk", "Ledger"]
