"""Score indirect statements: ``score_claims.py PRED.jsonl GOLD.jsonl [SPLIT]``.

PRED.jsonl holds ``{"id", "claims": [{"pieces": [[start, end]], "speaker"}]}``, GOLD.jsonl PolNeAR's quotations.
A prediction is right if half of it is in a gold quotation of any kind, and a gold indirect one is found if half of it
is covered. PolNeAR counts attitudes as well ("supports the treaty"), so recall is also given for those whose cue is a
verb that we count as one of stating. Named speakers are right if the last word of their name is in the gold's.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ld.text.lexicon import word_set

Stretch = tuple[int, int]
_STATING = word_set("phrases/claim_verbs") | word_set("speech/finding_verbs") | {"according to"}


def main(predicted: Path, gold: Path, split: str = "dev") -> None:
    """Print one line."""
    claims = {answer["id"]: answer["claims"] for answer in map(json.loads, predicted.open(encoding="utf-8"))}
    count: Counter[str] = Counter()
    for document in map(json.loads, gold.open(encoding="utf-8")):
        if document["split"] == split:
            count.update(_counted(document["quotes"], claims.get(document["id"], [])))
    print(
        f"{split}: claims {count['claims']}  P {_share(count, 'right', 'claims')}  "
        f"R {_share(count, 'found', 'indirect')} of {count['indirect']} indirect ones, "
        f"{_share(count, 'found stating', 'stating')} of {count['stating']} with a verb of stating; "
        f"named speakers {_share(count, 'right speaker', 'named speaker')} of {count['named speaker']}"
    )


def _share(count: Counter[str], part: str, whole: str) -> str:
    return f"{count[part] / max(1, count[whole]):.3f}"


def _counted(quotes: list[dict[str, Any]], claims: list[dict[str, Any]]) -> Counter[str]:
    count: Counter[str] = Counter()
    for claim in claims:
        count["claims"] += 1
        quote = max(quotes, key=lambda quote: _shared(claim["pieces"], quote["segments"]), default=None)
        segments = [segment for each in quotes for segment in each["segments"]]
        if quote is None or 2 * _shared(claim["pieces"], segments) < _length(claim["pieces"]):
            continue
        count["right"] += 1
        if quote["speaker_kind"] == "name":
            count["named speaker"] += 1
            count["right speaker"] += not set(_names(claim["speaker"])[-1:]).isdisjoint(_names(quote["speaker"]))
    pieces = [piece for claim in claims for piece in claim["pieces"]]
    for quote in quotes:
        if quote["type"] == "indirect":
            found = 2 * _shared(pieces, quote["segments"]) >= _length(quote["segments"])
            stating = (quote["cue"] or "").lower() in _STATING
            count.update({"indirect": 1, "found": found, "stating": stating, "found stating": found and stating})
    return count


def _names(speaker: str) -> list[str]:
    return re.findall(r"[\w’'-]+", speaker)


def _length(stretches: Iterable[Stretch]) -> int:
    return sum(end - start for start, end in stretches)


def _shared(ours: Iterable[Stretch], theirs: Iterable[Stretch]) -> int:
    theirs = list(theirs)
    return sum(max(0, min(end, last) - max(start, first)) for start, end in ours for first, last in theirs)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
