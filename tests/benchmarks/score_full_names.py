"""Score the detection of people by their full names: ``score_full_names.py PRED.jsonl GOLD.jsonl``.

PRED.jsonl holds ``{"id", "mentions": [{"start", "end"}]}``, GOLD.jsonl the mentions and other entities of each text.
A gold full name is found if a prediction overlaps it. A prediction of two or more words is wrong if it overlaps no
person of the gold but an item or something of another type; one that overlaps nothing, or an entry without a type in
the gold, is counted separately, as the gold leaves out most people who are in no encyclopedia.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

Mention = dict[str, Any]


def main(predicted: Path, gold: Path) -> None:
    """Print a line for each data set, and one for all."""
    mentions = {answer["id"]: answer["mentions"] for answer in map(json.loads, predicted.open(encoding="utf-8"))}
    counts: dict[str, Counter[str]] = {}
    for document in map(json.loads, gold.open(encoding="utf-8")):
        if document["exhaustive"]:
            counted = _counted(document, mentions.get(document["id"], []))
            counts.setdefault(document["dataset"], Counter()).update(counted)
    for name, count in {**counts, "all": sum(counts.values(), Counter())}.items():
        found, missed, wrong = count["found"], count["missed"], count["wrong"]
        precision, recall = found / max(1, found + wrong), found / max(1, found + missed)
        strict = found / max(1, found + wrong + count["unannotated"])
        print(
            f"{name:12} gold {found + missed:4}  P {precision:.3f} R {recall:.3f} "
            f"F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}  "
            f"unannotated {count['unannotated']} (P with them {strict:.3f})"
        )


def _counted(document: dict[str, Any], predictions: list[Mention]) -> Counter[str]:
    start, end = document["eval_span"]
    things = [other for other in document["others"] if other["qid"] or other["type"]]
    people = [mention for mention in document["mentions"] if start <= mention["start"] < end]
    inside = [mention for mention in predictions if start <= mention["start"] < end]
    count: Counter[str] = Counter()
    for person in people:
        if person["kind"] == "full" and not person.get("optional"):
            count["found" if _overlaps_any(person, inside) else "missed"] += 1
    for mention in inside:
        is_full = len(document["text"][mention["start"] : mention["end"]].split()) > 1
        if is_full and not _overlaps_any(mention, people):
            count["wrong" if _overlaps_any(mention, things) else "unannotated"] += 1
    return count


def _overlaps_any(mention: Mention, others: list[Mention]) -> bool:
    return any(mention["start"] < other["end"] and other["start"] < mention["end"] for other in others)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
