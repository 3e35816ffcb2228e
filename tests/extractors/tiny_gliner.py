"""Makes a tiny GLiNER model: a graph in ONNX that knows some names by their first and last words, and its tokenizer.

It uses only the standard library, so that it can be made in a bare installation: the part of ONNX's protocol buffers
(onnx.proto3 of ONNX 1.9, IR version 7) that is needed here fits on a page.
"""

import json
import struct
from pathlib import Path

SPECIAL = ("[PAD]", "[CLS]", "[SEP]", "[UNK]", "<<ENT>>", "<<SEP>>")
WORDS, LABELS, WIDTH = "words", "labels", 6
INT64, FLOAT, BOOL = 7, 1, 9
ENDS, TOO_FEW, PER_WORD = 4.0, -6.0, -0.1
"""A name's first and last word score 4 each, so that the two together are above 0, and one of them below."""


def make_gliner(folder: Path, names: dict[str, str], *, max_len: int = 60, max_width: int = WIDTH) -> Path:
    """A model in *folder* that gives *names* their labels; a word of a name may be cut into pieces: ``Tide|water``."""
    folder.mkdir(parents=True, exist_ok=True)
    pieces = [piece for name in names for word in name.split() for piece in _pieces(word)]
    labels = [word for label in names.values() for word in label.split()]
    vocabulary = {token: number for number, token in enumerate(dict.fromkeys([*SPECIAL, *labels, *pieces]))}
    (folder / "tokenizer.json").write_text(json.dumps(_tokenizer(vocabulary)), encoding="utf-8")
    config = {"max_len": max_len, "max_width": max_width, "span_mode": "markerV0", "model_name": "tiny"}
    (folder / "gliner_config.json").write_text(json.dumps(config), encoding="utf-8")
    tables = [[[0.0] * len(vocabulary) for _ in vocabulary] for _ in range(2)]
    for name, label in names.items():
        words = name.split()
        for table, word in zip(tables, (words[0], words[-1]), strict=True):
            table[vocabulary[_pieces(word)[0]]][vocabulary[label.split()[0]]] = ENDS
    (folder / "model.onnx").write_bytes(_model(tables, vocabulary["<<ENT>>"]))
    return folder


def _pieces(word: str) -> list[str]:
    first, *others = word.split("|")
    return [first, *(f"##{other}" for other in others)]


def _tokenizer(vocabulary: dict[str, int]) -> dict:
    """Splits words into pieces, between the tokens at the start and the end of every text."""
    whole = [
        {"id": vocabulary[token], "content": token, "special": True}
        | dict.fromkeys(("single_word", "lstrip", "rstrip", "normalized"), False)
        for token in SPECIAL
    ]
    ends = {token: {"id": token, "ids": [vocabulary[token]], "tokens": [token]} for token in ("[CLS]", "[SEP]")}
    before, text, after = ({"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                           {"SpecialToken": {"id": "[SEP]", "type_id": 0}})  # fmt: skip
    model = {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##"}
    return {
        "version": "1.0",
        "truncation": {"direction": "Right", "max_length": 8, "strategy": "LongestFirst", "stride": 0},
        "padding": None,
        "added_tokens": whole,
        "normalizer": None,
        "pre_tokenizer": {"type": "WhitespaceSplit"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [before, text, after],
            "pair": [before, text, after, {"Sequence": {"id": "B", "type_id": 1}}],
            "special_tokens": ends,
        },
        "decoder": None,
        "model": model | {"max_input_chars_per_word": 1000, "vocab": vocabulary},
    }


def _model(tables: list[list[list[float]]], entity: int) -> bytes:
    """Scores a span for a label by its first and its last word, less a constant for each word."""
    numbers = {
        "zero": [0], "one": [1], "two": [2], "minus one": [-1], "entity": [entity], "first axis": [0], "last axis": [1],
    }  # fmt: skip
    constants = [_tensor(name, [1], INT64, struct.pack("<q", *value)) for name, value in numbers.items()]
    constants += [_tensor(f"scalar {n}", [], INT64, struct.pack("<q", n)) for n in (0, 1)]
    constants += [_tensor(name, [1], FLOAT, struct.pack("<f", v)) for name, v in (("few", TOO_FEW), ("per", PER_WORD))]
    for name, table in zip(("begins", "ends"), tables, strict=True):
        flat = [score for row in table for score in row]
        constants.append(_tensor(name, [len(table)] * 2, FLOAT, struct.pack(f"<{len(flat)}f", *flat)))
    nodes = [
        # the labels: the tokens after <<ENT>>
        _node("Squeeze", ["input_ids", "zero"], "ids"),
        _node("Equal", ["ids", "entity"], "is entity"),
        _node("NonZero", ["is entity"], "entities in a row"),
        _node("Squeeze", ["entities in a row", "zero"], "entities"),
        _node("Add", ["entities", "one"], "labels at"),
        _node("Gather", ["ids", "labels at"], LABELS, axis=0),
        # the words: the tokens where the mask has their numbers
        _node("Squeeze", ["text_lengths"], "length"),
        _node("Add", ["length", "scalar 1"], "behind the last"),
        _node("Range", ["scalar 1", "behind the last", "scalar 1"], "numbers"),
        _node("Unsqueeze", ["numbers", "last axis"], "a number a row"),
        _node("Equal", ["words_mask", "a number a row"], "is that word"),
        _node("Cast", ["is that word"], "that word", to=FLOAT),
        _node("ArgMax", ["that word"], "words at", axis=1, keepdims=0),
        _node("Gather", ["ids", "words at"], WORDS, axis=0),
        # the spans
        _node("Squeeze", ["span_idx", "zero"], "spans"),
        _node("Gather", ["spans", "scalar 0"], "first", axis=1),
        _node("Gather", ["spans", "scalar 1"], "last", axis=1),
        *_of_word("begins", "first"),
        *_of_word("ends", "last"),
        _node("Add", ["begins of spans", "ends of spans"], "both"),
        _node("Add", ["both", "few"], "known"),
        _node("Sub", ["last", "first"], "more words"),
        _node("Cast", ["more words"], "more", to=FLOAT),
        _node("Mul", ["more", "per"], "less"),
        _node("Unsqueeze", ["less", "last axis"], "less a row"),
        _node("Add", ["known", "less a row"], "scores"),
        # and their shape: texts, words, widths, labels
        _node("Unsqueeze", ["length", "first axis"], "length as shape"),
        _node("Shape", [LABELS], "labels as shape"),
        _node("Concat", ["one", "length as shape", "minus one", "labels as shape"], "shape", axis=0),
        _node("Reshape", ["scores", "shape"], "logits"),
    ]
    row = ["texts", "tokens"]
    inputs = [
        _value("input_ids", INT64, row), _value("attention_mask", INT64, row), _value("words_mask", INT64, row),
        _value("text_lengths", INT64, ["texts", 1]), _value("span_idx", INT64, ["texts", "spans", 2]),
        _value("span_mask", BOOL, ["texts", "spans"]),
    ]  # fmt: skip
    output = _value("logits", FLOAT, ["texts", "words", "widths", "labels"])
    graph = b"".join(_field(1, node) for node in nodes) + _field(2, "tiny")
    graph += b"".join(_field(5, constant) for constant in constants)
    graph += b"".join(_field(11, value) for value in inputs) + _field(12, output)
    return _field(1, 7) + _field(7, graph) + _field(8, _field(1, "") + _field(2, 14))


def _of_word(table: str, at: str) -> list[bytes]:
    """The score in *table* of the word *at* an end of each span, for each label."""
    return [
        _node("Gather", [WORDS, at], f"words {at}", axis=0),
        _node("Gather", [table, f"words {at}"], f"{table} of words", axis=0),
        _node("Gather", [f"{table} of words", LABELS], f"{table} of spans", axis=1),
    ]


def _field(number: int, value: int | str | bytes) -> bytes:
    """A field of a protocol buffer: a number as it is, anything else after its length."""
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    data = value.encode() if isinstance(value, str) else value
    return _varint(number << 3 | 2) + _varint(len(data)) + data


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(out) + bytes([value])


def _node(operator: str, inputs: list[str], output: str, **attributes: int) -> bytes:
    said = b"".join(_field(1, name) for name in inputs) + _field(2, output) + _field(4, operator)
    whole_number = 2
    settings = (_field(1, name) + _field(3, value) + _field(20, whole_number) for name, value in attributes.items())
    return said + b"".join(_field(5, setting) for setting in settings)


def _tensor(name: str, shape: list[int], kind: int, data: bytes) -> bytes:
    return b"".join(_field(1, size) for size in shape) + _field(2, kind) + _field(8, name) + _field(9, data)


def _value(name: str, kind: int, shape: list[int | str]) -> bytes:
    sizes = b"".join(_field(1, _field(1 if isinstance(size, int) else 2, size)) for size in shape)
    return _field(1, name) + _field(2, _field(1, _field(1, kind) + _field(2, sizes)))
