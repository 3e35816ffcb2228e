"""Knowledge bases of one's own: one file with items, their names, and what tells namesakes apart."""

from ld.errors import UnavailableError
from ld.kb.item import Item, Position
from ld.kb.lookup import Lookup
from ld.kb.names import How
from ld.kb.store import Candidate, Info, Kb, open_kb

__all__ = ["Candidate", "How", "Info", "Item", "Kb", "Lookup", "Position", "UnavailableError", "open_kb"]
