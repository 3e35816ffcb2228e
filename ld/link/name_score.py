"""The score of a candidate by its name alone, before an article speaks for or against it."""

from ld.kb import Candidate, How, Lookup
from ld.link import agreement, known_things
from ld.link.namesakes import rarity
from ld.link.weights import score, thing_weights


def score_by_name(candidate: Candidate, name: str, kb: Lookup) -> float:
    """The score in 0..1 of *candidate* for *name*; 0 for one that is never linked by such a name.

    Those are what has a name that only begins so, and bodies and places whose label or alias it is not.
    """
    if candidate.how is How.BEGINNING:
        return 0.0
    if candidate.item.kind == "person":
        return score(agreement.by_name(candidate, rarity(name, kb)))
    if candidate.how > How.ALIAS:
        return 0.0
    return score(known_things.by_name(candidate, name), thing_weights())
