"""From facts to linked facts: each entity gets its Wikidata item, or an honest reason for having none.

There is one path for all kinds, and one form of knowledge: corrections by the newsroom overrule everything;
what the page says of its author, its publisher and its topics goes before any guess; a country is linked by its ISO
code; a person, an organization or a place by its name *and* what the article says beside it, among the candidates that
the knowledge base gives, one's own before the bundled.
A likely guess is no link: the entity stays unlinked, and says why.
At the end, entities that are one become one, organizations, places and works get their types, and posts the items of
their offices and the countries for which their holders are known to have them; those that are over by what is known of
their holders are told as former.
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
    """*facts* with a Link or a Nil on every entity. One that has either already keeps it: somebody has decided.

    But the reason of a look-up, which found nobody, is no decision: *kb*, if there is one, is asked again.
    Only *corrections* overrule that: what a name or a fact is and names before anything else, IDs wherever they come
    out.
    Below the score *threshold* nothing is linked.
    """
    ranked = rank(facts, kb, corrections, threshold)
    linked = merge_same(with_proofs(ranked.facts))
    bases = in_turn(offline(kb))
    typed = with_types(linked, bases, facts.entities)
    dated = with_past_posts(with_countries(typed, bases, facts.entities), bases)
    # two posts that became one have the id of the first, and with it the verdict
    return judged(with_offices(dated, in_turn(kb), facts.entities), corrections)
