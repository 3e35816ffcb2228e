"""Adds Wikidata items to facts: each entity gets its item, or an honest reason for having none.

All kinds of entities take the same path, in this order of authority: corrections by the newsroom; then what the page
states about its author, its publisher and its topics; then the candidates of the knowledge bases, the user's own before
the bundled one. A country is linked by its ISO code; a person, an organization or a place by its name *and* by what the
article says about it.
A likely guess is not a link: the entity stays unlinked, and says why.
Finally, entities with the same item are merged, organizations, places and works get their types, posts get the items of
their offices, and the countries for which their holders are known to have them; posts that had ended, as far as the
holders are known, are marked as former.
"""

from collections.abc import Sequence

from ld.facts import Facts
from ld.kb import Lookup, offline
from ld.link.corrections import Correction
from ld.link.countries_of_posts import with_countries
from ld.link.merging import merge_same
from ld.link.offices import with_offices
from ld.link.page_items import with_proofs
from ld.link.past_posts import with_past_posts
from ld.link.ranking import in_turn, rank
from ld.link.types import with_types
from ld.link.verdicts import judged
from ld.link.weights import THRESHOLD


def link(
    facts: Facts, kb: Lookup | None = None, corrections: Sequence[Correction] = (), threshold: float = THRESHOLD
) -> Facts:
    """Returns *facts* with a Link or a Nil on every entity. An entity that already has one keeps it, as a decision.

    A Nil that merely records a failed look-up is no such decision: if there is a *kb*, it is asked again.
    *corrections* overrule everything: those of names and facts are applied first, those of items to whatever is linked.
    Below the score *threshold* nothing is linked.
    """
    ranked = rank(facts, kb, corrections, threshold)
    linked = merge_same(with_proofs(ranked.facts))
    bases = in_turn(offline(kb))
    typed = with_types(linked, bases, facts.entities)
    dated = with_past_posts(with_countries(typed, bases, facts.entities), bases)
    # two posts that became one have the id of the first, and with it the verdict
    return judged(with_offices(dated, in_turn(kb), facts.entities), corrections)
