"""A GLiNER network from a folder: labels spans of words, by its tokenizer and its ONNX graph.

Inputs and outputs are those of span-level models with one encoder (Zaratiana et al., "GLiNER: Generalist Model for
Named Entity Recognition using Bidirectional Transformer", 2023), as the project GLiNER exports them.
"""

import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol, cast

import msgspec
import numpy as np
from tokenizers import Tokenizer

from ld.errors import ExtractorError, InputError

CONFIG, TOKENIZER = "gliner_config.json", "tokenizer.json"
GRAPHS = ("model.onnx", "onnx/model.onnx")
_INPUTS = {"input_ids", "attention_mask", "words_mask", "text_lengths", "span_idx", "span_mask"}


class _Config(msgspec.Struct):
    """The parts of a model's configuration that matter here, with the defaults of the project GLiNER."""

    max_len: int = 384
    max_width: int = 12
    ent_token: str = "<<ENT>>"  # noqa: S105 - tokens of a vocabulary
    sep_token: str = "<<SEP>>"  # noqa: S105
    words_splitter_type: str = "whitespace"
    subtoken_pooling: str = "first"


class WordSpan(NamedTuple):
    """The words from *first* to *last*, both included, with the number of their label."""

    first: int
    last: int
    label: int


class _Session(Protocol):
    """The part of ``onnxruntime.InferenceSession`` that is used here."""

    def run(self, output_names: Sequence[str], input_feed: dict[str, Any]) -> list[Any]: ...


class Network:
    """The network in *folder*, asked for *labels*; a span counts from a *threshold* of its probability (0..1) on.

    Raises InputError if a file is missing, cannot be read, or belongs to another sort of model.
    """

    def __init__(self, folder: Path, labels: Sequence[str], threshold: float) -> None:
        config = _config(folder)
        self._folder = folder
        self._width = config.max_width
        self._threshold = math.log(threshold / (1 - threshold))
        self._tokenizer = _tokenizer(folder, config)
        self._prompt = [token for label in labels for token in (config.ent_token, label)] + [config.sep_token]
        self._labels = len(labels)
        self._session = _session(folder)
        self.room = config.max_len - len(self._tokenizer.encode(self._prompt, is_pretokenized=True))
        """The number of tokens that the words of one request may have."""
        if self.room < 1 or self._width < 1:
            raise InputError(f"{folder / CONFIG}: max_len or max_width leaves no room for a word", _OTHER_MODEL)

    def sizes(self, words: Sequence[str]) -> list[int]:
        """The number of tokens of each of *words*; at least 1, since a word without tokens also takes up room."""
        encoding = self._tokenizer.encode(words, is_pretokenized=True, add_special_tokens=False)
        counted = Counter(encoding.word_ids)
        return [max(1, counted[number]) for number in range(len(words))]

    def spans(self, words: Sequence[str]) -> list[WordSpan]:
        """The spans in *words* that the network takes for names, in order, not nested. *words* must fit.

        Raises ExtractorError if its graph cannot be run on them.
        """
        try:
            (logits,) = self._session.run(["logits"], self._inputs(words))
        except Exception as error:  # the runtime's own exceptions have no other base
            raise ExtractorError(f"{self._folder}: the graph cannot be run on these words: {error}") from error
        expected = (1, len(words), self._width, self._labels)
        if logits.shape != expected:
            raise ExtractorError(f"{self._folder}: the graph gives scores of shape {logits.shape}, not {expected}")
        return self._best(logits[0])

    def _inputs(self, words: Sequence[str]) -> dict[str, Any]:
        encoding = self._tokenizer.encode([*self._prompt, *words], is_pretokenized=True)
        numbers: list[int] = []
        last: int | None = None
        for word in encoding.word_ids:  # a word is at its first token
            number = 0 if word is None or word == last else word - len(self._prompt) + 1
            numbers.append(max(0, number))
            last = word
        first = np.repeat(np.arange(len(words), dtype=np.int64), self._width)
        end = first + np.tile(np.arange(self._width, dtype=np.int64), len(words))
        inside = end < len(words)
        return {
            "input_ids": np.array([encoding.ids], dtype=np.int64),
            "attention_mask": np.array([encoding.attention_mask], dtype=np.int64),
            "words_mask": np.array([numbers], dtype=np.int64),
            "text_lengths": np.array([[len(words)]], dtype=np.int64),
            "span_idx": (np.stack([first, end], axis=1) * inside[:, None])[None],
            "span_mask": inside[None],
        }

    def _best(self, logits: Any) -> list[WordSpan]:
        """Of overlapping spans the most probable; of equals the first, the shortest, and the first label's."""
        above = [
            (-float(logits[first, more, label]), int(first), int(first + more), int(label))
            for first, more, label in np.argwhere(logits > self._threshold)
            if first + more < len(logits)
        ]
        taken = np.zeros(len(logits), dtype=bool)
        chosen = []
        for _, first, last, label in sorted(above):
            if not taken[first : last + 1].any():
                taken[first : last + 1] = True
                chosen.append(WordSpan(first, last, label))
        return sorted(chosen)


_OTHER_MODEL = "take a span-level GLiNER model with one encoder, exported to ONNX; docs/extractors.md names some"


def _config(folder: Path) -> _Config:
    path = folder / CONFIG
    try:
        config = msgspec.json.decode(path.read_bytes(), type=_Config)
    except (OSError, msgspec.DecodeError) as error:
        raise InputError(f"{path}: no configuration of a GLiNER model: {error}", _OTHER_MODEL) from error
    if config.words_splitter_type != "whitespace" or config.subtoken_pooling != "first":
        raise InputError(f"{path}: words are cut or pooled in another way than between white space", _OTHER_MODEL)
    return config


def _tokenizer(folder: Path, config: _Config) -> Tokenizer:
    path = folder / TOKENIZER
    try:
        tokenizer = Tokenizer.from_str(path.read_text(encoding="utf-8"))
    except Exception as error:  # the package raises only bare Exceptions
        raise InputError(f"{path}: no tokenizer: {error}", _OTHER_MODEL) from error
    for token in (config.ent_token, config.sep_token):
        if tokenizer.token_to_id(token) is None:
            raise InputError(f"{path}: no tokenizer of a GLiNER model: it lacks {token}", _OTHER_MODEL)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _session(folder: Path) -> _Session:
    import onnxruntime  # noqa: PLC0415 - slow to import, and needed last

    path = _graph(folder)
    options = onnxruntime.SessionOptions()
    options.use_deterministic_compute = True
    options.log_severity_level = _FATAL
    try:
        session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the runtime's own exceptions have no other base
        raise InputError(f"{path}: no ONNX graph that can be run: {error}", _OTHER_MODEL) from error
    inputs = {value.name for value in session.get_inputs()}
    if inputs != _INPUTS or "logits" not in {value.name for value in session.get_outputs()}:
        raise InputError(f"{path}: no span-level GLiNER model: it takes {', '.join(sorted(inputs))}", _OTHER_MODEL)
    return cast("_Session", session)


_FATAL = 4
"""The level of fatal messages, the only ones logged: errors that end a run are raised anyway."""


def _graph(folder: Path) -> Path:
    """The model's graph: at one of the customary paths, else the only one there is."""
    for name in GRAPHS:
        if (folder / name).is_file():
            return folder / name
    found = sorted(folder.glob("**/*.onnx"))
    if len(found) != 1:
        names = ", ".join(path.relative_to(folder).as_posix() for path in found) or "none"
        raise InputError(f"{folder}: {' and '.join(GRAPHS)} are not there; of other graphs: {names}", _OTHER_MODEL)
    return found[0]
