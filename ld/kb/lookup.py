"""What the linker asks for candidates: a file and a service answer to the same questions."""

from typing import Protocol

from ld.kb.item import Item, Kind
from ld.kb.names import Candidate


class Lookup(Protocol):
    """Where candidates come from. Each method may raise UnavailableError."""

    @property
    def source(self) -> str:
        """How a reason names it."""

    @property
    def is_live(self) -> bool:
        """Whether a look-up may need a request over the network; then only names that no file knows are looked up."""

    @property
    def people(self) -> int:
        """The number of people in it; 0 if it cannot tell how rare a surname is."""

    def holds(self, kind: Kind) -> bool:
        """Whether it can have items of this *kind*."""

    def may_name(self, folded: str) -> bool:
        """Whether something may be named so, by the key of a name; False without asking anybody else."""

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The items that *name* may mean, the best known first among equally good matches."""

    def with_surname(self, surname: str) -> tuple[Candidate, ...]:
        """The people with this *surname*."""

    def bearers(self, surname: str) -> int:
        """How many people have this *surname*, as far as files know."""

    def item(self, qid: str) -> Item | None:
        """The item with this ID or IRI, even if it was merged into another; None if there is none."""

    def source_of(self, qid: str) -> str:
        """How a link to this item names its source, with the version."""
