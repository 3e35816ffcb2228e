"""Parties that a text names only by words beside their members: "Labour MP NAME", "NAME (R-Ohio)"."""

from collections.abc import Iterator

from ld.extract.phrases.parties import affiliations, party_among
from ld.facts import Entity, Mention
from ld.mentions import MentionIndex, identifier
from ld.text.reading import Reading


def find_parties(text: Reading, names: MentionIndex) -> Iterator[Entity]:
    """The parties of the people in *names*, with the words that give them, also for a party that is already named."""
    spans: dict[str, dict[int, Mention]] = {}
    for found in affiliations(text, names):
        if not names.covers(found.start, found.end):
            spans.setdefault(found.party, {})[found.start] = Mention.of(text, found.start, found.end, kind="demonym")
    for party, mentions in spans.items():
        known = party_among(names, party)
        ordered = tuple(mentions[start] for start in sorted(mentions))
        id_ = known.id if known else identifier("organization", party)
        name = known.name if known else party
        yield Entity(id=id_, kind="organization", name=name, mentions=ordered)
