"""Towns shown as such by the state behind them alone: "in Marsh, Calif."."""

import functools
import re
from collections.abc import Iterator

from ld.extract.phrases.capitalised import is_calendar, is_title
from ld.facts import Entity, Mention
from ld.mentions import identifier
from ld.text.lexicon import CAPITALISED, any_of, table
from ld.text.reading import Reading


def towns_of_states(text: Reading) -> Iterator[Entity]:
    """The towns in *text* before an abbreviated state of the USA, even if their names are ordinary words."""
    by_name: dict[str, list[Mention]] = {}
    for found in _town().finditer(text):
        if not any(is_calendar(word) or is_title(word) for word in found["town"].split()):
            by_name.setdefault(found["town"], []).append(Mention.of(text, *found.span("town")))
    for name, mentions in by_name.items():
        yield Entity(id=identifier("place", name), kind="place", name=name, mentions=tuple(mentions))


@functools.cache
def _town() -> re.Pattern[str]:
    """A town after a preposition, an article or a comma: " in Marsh, Calif.", but no delegate: ", Del. Quist"."""
    shorts = (short for row in table("phrases/state_abbreviations") for short in row["short"].split("|"))
    states = any_of(*(short for short in shorts if short.endswith(".") and short not in {"Del.", "Miss."}))
    return re.compile(
        rf"""
        (?: \b(?:in|near|from|to|of|at|an?|[Tt]he) | , ) [ ]
        (?P<town> {CAPITALISED} (?:[ ]{CAPITALISED}){{0,2}} ) ,[ ] {states} (?= , | [ ][a-z] | -based | [ ]?$ )
        """,
        re.VERBOSE | re.MULTILINE,
    )
