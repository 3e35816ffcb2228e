"""All that a knowledge base holds, for who copies it or brings it up to date."""

from collections.abc import Iterator

from ld.kb.file import KbFile
from ld.kb.item import Item


def all_items(kb: KbFile) -> Iterator[Item]:
    """All items by number, not all of them in memory at once."""
    return (kb.unpacked(record) for (record,) in kb.each_row("SELECT record FROM item ORDER BY qid"))


def merged_ids(kb: KbFile) -> Iterator[tuple[str, str]]:
    """The IDs that were merged into those of items, each with that. IRIs of the house are left out."""
    rows = kb.each_row("SELECT qid, target FROM former WHERE qid > 0 ORDER BY qid")
    return ((f"Q{old}", f"Q{new}") for old, new in rows)


def former_ids(kb: KbFile) -> Iterator[str]:
    """The IDs that were merged into those of items. IRIs of what Wikidata has by now are left out."""
    return (f"Q{number}" for (number,) in kb.each_row("SELECT qid FROM former WHERE qid > 0 ORDER BY qid"))


def adopted_iris(kb: KbFile) -> Iterator[tuple[str, str]]:
    """The IRIs of what the house knew first, each with the ID that Wikidata has for it by now."""
    rows = kb.each_row("SELECT item.record FROM former JOIN item ON item.qid = target WHERE former.qid < 0")
    return ((item.iri, item.qid) for item in (kb.unpacked(record) for (record,) in rows))


def house_items(kb: KbFile) -> int:
    """How many items have an IRI of the house's own, since Wikidata lacks them."""
    return int(kb.rows("SELECT COUNT(*) FROM item WHERE qid < 0")[0][0])
