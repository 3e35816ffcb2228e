"""Why words in an article are not a name: ``article-ld explain --why-not``."""

from collections.abc import Iterator

from ld.errors import InputError
from ld.extract.entities.typer.knowledge import Knowledge
from ld.extract.entities.typer.model import Typed, prepare, type_candidates, weights
from ld.extract.entities.typer.reasons import reason
from ld.extract.entities.typer.thresholds import thresholds
from ld.extract.entities.typer.typed_names import limit_of
from ld.facts import Facts
from ld.kb import Lookup
from ld.mentions import MentionIndex
from ld.text.reading import Reading


def why_not(facts: Facts, words: str, kb: Lookup | None) -> Iterator[str]:
    """The entities that *facts* have at *words*, and why each candidate name there was rejected.

    Raises InputError if the article does not contain the words.
    """
    text = Reading.of(facts.article)
    start = text.find(words)
    if start < 0 or not words.strip():
        raise InputError(f"the article does not say {words!r}", "write the words as they stand in it, capitals too")
    named = MentionIndex(facts.entities).overlapping(start, start + len(words))
    for each in named:
        yield f"{each.mention.exact}: is {each.entity.name} ({each.entity.kind})"
    prepared = prepare(text, Knowledge(kb), text.titles)
    tokens, found = prepared.tokens, False
    for typed in type_candidates(prepared, weights()):
        spots = [(tokens.starts[first], tokens.end(last)) for first, last in typed.name.spots]
        if any(begin < start + len(words) and start < end for begin, end in spots):
            found = True
            yield f"{typed.name.name}: {_verdict(typed)}"
    if not found and not named:
        yield f"{words}: no name is looked for there: in a title line, or without a capital"


def _verdict(typed: Typed) -> str:
    """How the weights type a candidate, and the probability that it would need."""
    if typed.type in _OTHERS:
        return f"rather {_OTHERS[typed.type]} {reason(typed, weights()).removeprefix(typed.type).lstrip()}"
    least = thresholds()[limit_of(typed)]
    need = "" if typed.probability >= least else f"; at least {least:.2f} is needed"
    return f"{reason(typed, weights())}{need}"


_OTHERS = {"other": "the name of a work, a product, an event or a people", "none": "no name"}
