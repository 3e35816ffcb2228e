"""Documents to learn names from: annotated ones, and variants of them with other names."""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from name_document import Document, Gold, put_together
from name_filling import made_up

_WEIGHTS = {"crossner": 0.5, "uner-ewt": 0.7, "re3d": 0.5, "gmb": 0.7, "gum-voyage": 0.5}


def documents(
    lines: Iterable[dict[str, Any]], *, wire: float, made_up_ones: int, works: Path | None
) -> Iterator[Document]:
    """The documents of *lines*, some of them again as an agency would write them, and made-up ones."""
    chance = random.Random(3)
    for line in lines:
        weight = next((value for source, value in _WEIGHTS.items() if line["source"].startswith(source)), 1.0)
        spans = tuple(sorted(Gold(*span) for span in line["spans"]))
        document = Document(line["id"], line["source"], line["text"], spans, weight)
        yield document
        if len(document.text) > _LONG_ENOUGH and chance.random() < wire and (copy := _as_agencies_do(document, chance)):
            yield copy
    yield from made_up(made_up_ones, works)


_LONG_ENOUGH = 300


def _as_agencies_do(document: Document, chance: random.Random) -> Document | None:
    """*document* with a dateline before it and a credit after it, made of its own names."""
    named = {
        kind: [document.text[span.start : span.end] for span in document.spans if span.type == kind]
        for kind in ("person", "place")
    }
    places = [name for name in named["place"] if len(name) > 2 and "\n" not in name]
    people = [name for name in named["person"] if len(name.split()) in {2, 3} and "\n" not in name]
    if not places:
        return None
    pieces: list[tuple[str, str]] = []
    place = chance.choice(places)
    pieces.append((place.upper() if chance.random() < 0.8 else place, "place"))
    if chance.random() < 0.3:
        pieces += [(", ", ""), (chance.choice(places), "place")]
    opening, agency, closing = chance.choice(_DATELINES)
    pieces += [(opening, ""), (agency, "organization"), (closing, "")]
    head = put_together(pieces)
    spans = [*head.spans, *(Gold(s + len(head.text), e + len(head.text), t) for s, e, t in document.spans)]
    text = head.text + document.text
    if len(people) > 1:
        one, two = chance.sample(people, 2)
        tail = put_together(
            [
                (chance.choice((" (Reporting by ", "\n(Reporting by ", "\nReporting by ")), ""),
                (one, "person"),
                (chance.choice(("; Editing by ", "; Writing by ", " and ")), ""),
                (two, "person"),
                (")", ""),
            ]
        )
        spans += [Gold(s + len(text), e + len(text), t) for s, e, t in tail.spans]
        text += tail.text
    return Document(document.id + "+wire", "wire", text, tuple(spans), document.weight * 0.7)


_DATELINES = (
    (" (", "Reuters", ") - "), (" (", "AP", ") — "), (" (", "AFP", ") - "), (" — ", "", ""), (" -- ", "", ""),
    (": ", "", ""), (" - ", "", ""), (", Sept 3 (", "Reuters", ") - "),
)  # fmt: skip
