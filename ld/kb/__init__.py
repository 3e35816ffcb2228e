"""Knowledge bases, the bundled one and the user's own: items, their names, and what distinguishes namesakes."""

from ld.errors import UnavailableError
from ld.kb.bundled import bundled_kb, with_bundled
from ld.kb.item import Item, Position
from ld.kb.layers import Layers, offline
from ld.kb.lookup import Lookup
from ld.kb.names import Candidate, How
from ld.kb.store import Info, Kb, open_kb

__all__ = [
    "Candidate",
    "How",
    "Info",
    "Item",
    "Kb",
    "Layers",
    "Lookup",
    "Position",
    "UnavailableError",
    "bundled_kb",
    "offline",
    "open_kb",
    "with_bundled",
]
