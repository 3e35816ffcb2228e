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
        """Whether a question may cost a request over the network: then only what no file answers is asked."""

    @property
    def people(self) -> int:
        """How many people it holds; 0 where nobody knows how rare a surname is in it."""

    def holds(self, kind: Kind) -> bool:
        """Whether it can know items of this *kind*: what it cannot know need not be asked for."""

    def may_name(self, folded: str) -> bool:
        """Whether something may be named so, by the key of a name; False without asking anybody else."""

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The items that *name* may mean, the best known first of those that agree equally well."""

    def with_surname(self, surname: str) -> tuple[Candidate, ...]:
        """The people with this *surname*."""

    def bearers(self, surname: str) -> int:
        """How many people have this *surname*, as far as files know."""

    def item(self, qid: str) -> Item | None:
        """The item with this ID or IRI, which may be one that was merged into it; None if there is none."""

    def source_of(self, qid: str) -> str:
        """How a link to this item names its source, with the version."""
