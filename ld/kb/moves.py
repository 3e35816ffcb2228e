"""Where identifiers went: what Wikidata merged or deleted, and what the house knew before Wikidata did."""

from collections.abc import Iterable

from ld.kb.contents import adopted_iris
from ld.kb.item import QID, is_identifier
from ld.kb.store import Kb
from ld.kb.writer import Redirect


class Moves:
    """Where identifiers went, by the redirects of a table and by a knowledge base that has followed it."""

    def __init__(self, kb: Kb, redirects: Iterable[Redirect] = ()) -> None:
        self._kb = kb
        self._targets = {each.qid: each.target for each in redirects}
        self.adopted = dict(adopted_iris(kb))
        """The IDs of what the house knew by its own IRI, by that IRI."""

    def new(self, identifier: str) -> str:
        """The identifier that has replaced *identifier*; itself if nothing is known about it, or it was deleted."""
        followed = self._followed(identifier) or identifier
        item = self._kb.item(followed) if is_identifier(followed) else None
        return item.identifier if item else followed

    def is_gone(self, identifier: str) -> bool:
        """Whether *identifier* is of an item that was deleted."""
        return bool(QID.fullmatch(identifier)) and self._followed(identifier) is None

    def _followed(self, identifier: str) -> str | None:
        """Where the redirects of the table lead from *identifier*; None where they end in a deletion or a circle."""
        seen, at = set(), identifier
        while at in self._targets and at not in seen:
            seen.add(at)
            target = self._targets[at]
            if target is None:
                return None
            at = target
        return None if at in seen else at
