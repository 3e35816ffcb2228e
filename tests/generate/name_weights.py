"""Learn the weights for names: ``python tests/generate/name_weights.py TRAIN.jsonl.gz [...] -o name_weights.tsv``.

TRAIN has a document per line: ``text``, ``spans`` ([start, end, type], offsets in code points), ``source``, and
``typed``, the types that its annotators looked for. scikit-learn is needed here, but not to use the result.
The same data, knowledge base and version of scikit-learn give the same bytes.
"""

import argparse
import gzip
import hashlib
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parent))
from name_document import Document
from name_documents import documents
from name_filling import bare_names

from ld.extract.entities.typer.candidates import Candidate, candidates
from ld.extract.entities.typer.features import describe, of_name, with_ties
from ld.extract.entities.typer.gaps import cutter, gap_features, known_spans
from ld.extract.entities.typer.knowledge import Knowledge
from ld.extract.entities.typer.model import TYPES, Prepared, prepare
from ld.extract.entities.typer.tokens import runs, tokens
from ld.extract.entities.typer.word_facts import is_country, ordinary_words
from ld.kb.bundled import bundled_kb
from ld.text.reading import Reading

HEAD = "# What each feature of a name is worth, in hundredths. Made by tests/generate/name_weights.py, never edited.\n"
FEWEST = 3
"""The least number of examples that must have a feature."""


def main() -> None:
    """Learn from the given files, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--works", type=Path, help="names of works and events for made-up sentences, JSON lines, gzip")
    parser.add_argument("--share-alike", action="store_true", help="learn from texts whose licence is share-alike, too")
    parser.add_argument("--made-up", type=int, default=5000, help="documents of made-up sentences")
    parser.add_argument("--bare", type=int, default=6000, help="names of bodies learned from without a text")
    parser.add_argument("--wire", type=float, default=0.3, help="share of documents once more as agencies write them")
    parser.add_argument("--types", type=int, default=5000, help="how many features of types are kept")
    parser.add_argument("--gaps", type=int, default=1500, help="how many features of gaps are kept")
    parser.add_argument("--strength", type=float, default=0.35, help="the inverse of the regularisation")
    parser.add_argument("--without", default="", help="groups of features to leave out, by how they begin")
    parser.add_argument("--fold", help="leave out part I of N of the documents: I/N")
    options = parser.parse_args()
    read = [line for path in options.train for line in _lines(path)]
    if not options.share_alike:
        read = [line for line in read if not _SHARE_ALIKE.search(line.get("licence", ""))]
    if options.fold:
        part, parts = map(int, options.fold.split("/"))
        read = [line for line in read if not is_left_out(line["id"], part, parts)]
    docs = list(documents(read, wire=options.wire, made_up_ones=options.made_up, works=options.works))
    print(len(docs), Counter(document.source.split("-")[0] for document in docs))
    texts = [_Text.of(document) for document in docs]
    gaps = _learn_gaps(texts, options.gaps)
    names = [(_features(name), type_) for name, type_ in bare_names(options.bare, options.works)]
    types = _learn_types(texts, names, gaps, options)
    options.output.write_text(HEAD + gaps.whole.table() + types, encoding="utf-8")
    print(f"{options.output.stat().st_size} bytes")


_SHARE_ALIKE = re.compile(r"\bSA\b|share-alike", re.IGNORECASE)


def is_left_out(identifier: str, part: int, parts: int) -> bool:
    """Whether the document belongs to *part*, one of so many *parts*."""
    return int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % parts == part


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


class _Text(NamedTuple):
    """A document as the models read it. *owners* are the indices of the gold spans that contain its words."""

    document: Document
    prepared: Prepared
    owners: dict[int, int]
    number: int

    @classmethod
    def of(cls, document: Document) -> "_Text":
        text = Reading(document.text)
        number = int(hashlib.sha256(document.id.encode()).hexdigest()[:8], 16)
        without = number % 5 < 3 if document.source == "made-up" else number % _WITHOUT_BASE == 0
        prepared = prepare(text, Knowledge(None if without else bundled_kb()), text.titles)
        owners: dict[int, int] = {}
        tokens, span = prepared.tokens, 0
        for index in range(len(tokens.words)):
            while span < len(document.spans) and document.spans[span].end <= tokens.starts[index]:
                span += 1
            if span < len(document.spans) and document.spans[span].start <= tokens.starts[index]:
                owners[index] = span
        return cls(document, prepared, owners, number)


_WITHOUT_BASE = 8
"""One of so many documents is learned from as if there were no knowledge base, so that names are known without it."""


class _Examples:
    """Sparse rows of features, each with its answer and its weight."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self._rows: list[int] = []
        self._columns: list[int] = []
        self._values: list[float] = []
        self.answers: list[int] = []
        self.weights: list[float] = []

    def add(self, features: Iterable[tuple[str, float]], answer: int, weight: float) -> None:
        for feature, value in features:
            self._rows.append(len(self.answers))
            self._columns.append(self.ids.setdefault(feature, len(self.ids)))
            self._values.append(value)
        self.answers.append(answer)
        self.weights.append(weight)

    def fitted(self, most: int, strength: float) -> tuple[list[str], Any, Any]:
        """The features that matter, their weights and the intercept: fitted, pruned, and fitted again."""
        matrix = csr_matrix((self._values, (self._rows, self._columns)), shape=(len(self.answers), len(self.ids)))
        answers, weights = np.array(self.answers), np.array(self.weights)
        counts = np.asarray((matrix > 0).sum(axis=0)).ravel()
        frequent = np.where(counts >= FEWEST)[0]
        first = LogisticRegression(C=strength, max_iter=200, tol=1e-3)
        first.fit(matrix[:, frequent], answers, sample_weight=weights)
        importance = np.abs(first.coef_).max(axis=0) * counts[frequent] ** 0.35
        kept = np.sort(frequent[np.argsort(-importance, kind="stable")[:most]])
        second = LogisticRegression(C=strength * 1.5, max_iter=200, tol=1e-3)
        second.fit(matrix[:, kept], answers, sample_weight=weights)
        names = {column: feature for feature, column in self.ids.items()}
        return [names[column] for column in kept], second.coef_, second.intercept_


class _Gaps(NamedTuple):
    """A model of gaps."""

    values: dict[str, float]

    def is_cut(self, features: list[str]) -> bool:
        get = self.values.get
        return sum(get(feature, 0.0) for feature in features) > 0

    def table(self) -> str:
        rounded = {feature: round(100 * value) for feature, value in self.values.items()}
        return "".join(
            f"gap\t{feature}\t{value}\n" for feature, value in sorted(rounded.items()) if abs(value) >= _LEAST
        )


_LEAST = 5


class _GapModels(NamedTuple):
    """The model of all documents, and for each half one that never saw it: types are learned on realistic gaps."""

    whole: _Gaps
    of_half: tuple[_Gaps, _Gaps]


def _learn_gaps(texts: Sequence[_Text], most: int) -> _GapModels:
    halves: tuple[list[Any], list[Any]] = ([], [])
    for text in texts:
        halves[text.number % 2].extend(_gap_examples(text))

    def fit(examples: Iterable[Any]) -> _Gaps:
        rows = _Examples()
        for features, answer, weight in examples:
            rows.add(((feature, 1.0) for feature in features), answer, weight)
        names, coefficients, intercept = rows.fitted(most, 0.7)
        values = dict(zip(names, map(float, coefficients[0]), strict=True))
        values["+"] = values.get("+", 0.0) + float(intercept[0])
        return _Gaps(values)

    models = _GapModels(fit(halves[0] + halves[1]), (fit(halves[1]), fit(halves[0])))
    right = total = 0
    for half in (0, 1):
        for features, answer, _ in halves[half]:
            right += models.of_half[half].is_cut(features) == bool(answer)
            total += 1
    print(f"gaps {total}, right in two halves {right / total:.4f}")
    return models


def _gap_examples(text: _Text) -> Iterator[tuple[list[str], int, float]]:
    prepared = text.prepared
    for run in prepared.runs:
        if len(run.indices) == 1:
            continue
        spans = known_spans(prepared.words, run)
        for index in range(len(run.indices) - 1):
            owners = [text.owners.get(run.indices[each]) for each in (index, index + 1)]
            if owners == [None, None]:
                continue
            features = gap_features(prepared.words, run, index, spans)
            yield list(dict.fromkeys(features)), int(owners[0] != owners[1]), text.document.weight


def _learn_types(
    texts: Sequence[_Text], names: Iterable[tuple[list[str], str]], gaps: _GapModels, options: argparse.Namespace
) -> str:
    rows = _Examples()
    without = tuple(each for each in options.without.split(",") if each)
    for own, type_ in names:
        kept = ((feature, 1.0) for feature in own if not (without and feature.startswith(without)))
        rows.add(kept, TYPES.index(type_), _BARE)
    answers: Counter[str] = Counter()
    for text in texts:
        for features, answer, weight in _type_examples(text, gaps.of_half[text.number % 2].is_cut):
            kept = (item for item in features.items() if not (without and item[0].startswith(without)))
            rows.add(kept, TYPES.index(answer), weight)
            answers[answer] += 1
    print(f"candidates {sum(answers.values())} {dict(answers)}, features {len(rows.ids)}")
    names, coefficients, intercept = rows.fitted(options.types, options.strength)
    values = {name: [float(each) for each in coefficients[:, column]] for column, name in enumerate(names)}
    start = values.get("+", [0.0] * len(TYPES))
    values["+"] = [a + float(b) for a, b in zip(start, intercept, strict=True)]
    lines = []
    for feature, each in sorted(values.items()):
        numbers = [round(100 * value) for value in each]
        if max(map(abs, numbers)) >= _LEAST:
            lines.append(f"type\t{feature}\t" + "\t".join(str(number or "") for number in numbers) + "\n")
    return "".join(lines)


_BARE = 0.2
"""The weight of a name without a text."""


def _features(name: str) -> list[str]:
    """The features of *name* by itself; empty unless it is a name of one run."""
    found = tokens(name)
    whole = list(candidates(found, runs(found), lambda *_: False).values())
    return list(dict.fromkeys(of_name(whole[0], Knowledge(bundled_kb())))) if len(whole) == 1 else []


def _type_examples(text: _Text, is_cut: Callable[[list[str]], bool]) -> Iterator[tuple[dict[str, float], Any, float]]:
    prepared, document = text.prepared, text.document
    names = candidates(prepared.tokens, prepared.runs, cutter(prepared.words, prepared.runs, is_cut))
    described = describe(prepared.words, names)
    labels = {key: _label(text, name) for key, name in names.items()}
    types = {key: label if label in TYPES else "none" for key, label in labels.items()}
    types |= {key: "place" for key in names if is_country(key)}
    for key, name in names.items():
        label = labels[key]
        if is_country(key):
            continue
        if label == "none" and _is_known(name, prepared.words.known):
            continue
        if label == "unsure" or (label == "none" and not document.is_whole):
            continue
        weight = document.weight * (1 + 0.3 * math.log(len(name.spots)))
        features = with_ties(*described[key], types).values()
        yield features, types[key], weight * (0.5 if label == "part" else 1.0)


def _is_known(name: Candidate, known: Knowledge) -> bool:
    """Whether *name* is no ordinary word and the knowledge base has a well-known bearer: annotators miss some."""
    ordinary = len(name.words) == 1 and name.words[0].lower() in ordinary_words()
    return not ordinary and any(kind[-1] in "12" for kind in known.kinds(name.name))


def _label(text: _Text, name: Candidate) -> str:
    """The type that the gold gives to most occurrences of *name*; "part" if its bounds differ too much."""
    votes: Counter[str] = Counter()
    tokens = text.prepared.tokens
    for first, last in name.spots:
        start, end = tokens.starts[first], tokens.end(last)
        vote, best = "none", 0.0
        for index in range(first, last + 1):
            owner = text.owners.get(index)
            if owner is None:
                continue
            span = text.document.spans[owner]
            shared = (min(end, span.end) - max(start, span.start)) / (max(end, span.end) - min(start, span.start))
            if shared > best:
                vote, best = span.type, shared
        votes[vote if best >= _ALIKE else "part" if best else "none"] += 1
    return votes.most_common(1)[0][0]


_ALIKE = 0.6

if __name__ == "__main__":
    main()
