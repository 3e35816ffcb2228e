"""Named entities of a GLiNER model: ``gliner:FOLDER`` or ``gliner:FOLDER#THRESHOLD``, from a local folder."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ld.article import Article
from ld.errors import InputError
from ld.extractors.entity_spans import Marked, named, read_parts
from ld.extras import extra
from ld.facts import EntityKind, Facts
from ld.text.reading import Reading

if TYPE_CHECKING:
    from ld.extractors.gliner_network import Network

LABELS: dict[str, EntityKind | None] = {
    "person": "person",
    "organization": "organization",
    "location": "place",
    "creative work": "work",
    "event": None,
}
"""The labels that the model is asked for, and our kind for each.

Events are included so that the name of a summit has something better to be than an organization.
"""

THRESHOLD = 0.5
"""The probability from which a span counts: the default of the project GLiNER."""

_GET_ONE = (
    "nothing is fetched from here; get a model in ONNX first, with the command that the extra brings: "
    "hf download onnx-community/gliner_small-v2.1 gliner_config.json tokenizer.json onnx/model.onnx --local-dir FOLDER"
)


def open_gliner(argument: str) -> "GlinerExtractor":
    """The extractor with the model that *argument* names: a folder, optionally followed by ``#`` and a threshold.

    Raises InputError if there is no such model, if it cannot be read, or if the packages for it are not installed.
    """
    folder, threshold = _argument(argument)
    with extra("gliner", f"the extractor gliner:{argument}"):
        import onnxruntime  # noqa: F401, PLC0415 - loaded only on request

        from ld.extractors.gliner_network import Network  # noqa: PLC0415
    if not argument:
        raise InputError("gliner: names no model", "write its folder behind a colon: gliner:models/gliner_small-v2.1")
    if not folder.is_dir():
        raise InputError(f"gliner:{argument}: there is no folder {folder} with a model", _GET_ONE)
    return GlinerExtractor(Network(folder, list(LABELS), threshold), f"gliner:{folder.resolve().name}")


def _argument(argument: str) -> tuple[Path, float]:
    """The folder and the threshold; a ``#`` may be part of a folder's name, too."""
    folder, mark, threshold = argument.rpartition("#")
    if not mark or Path(argument).is_dir():
        return Path(argument), THRESHOLD
    if not re.fullmatch(r"0?\.\d+", threshold, re.ASCII) or not float(threshold):
        raise InputError(
            f"gliner:{argument}: {threshold!r} is no threshold", "write a number between 0 and 1: gliner:FOLDER#0.6"
        )
    return Path(folder), float(threshold)


class GlinerExtractor:
    """The named entities that a *network* finds; *name* is what their evidence calls it."""

    def __init__(self, network: "Network", name: str) -> None:
        self._network = network
        self._name = name

    def extract(self, article: Article) -> Facts:
        """See Extractor. Only entities: people, organizations, places and works, part by part of the text."""
        return named(article, self._marked(article), self._name)

    def _marked(self, article: Article) -> Iterator[Marked]:
        kinds = list(LABELS.values())
        for words in self._windows(article):
            for span in self._network.spans([article.text[word.start : word.end] for word in words]):
                kind = kinds[span.label]
                if kind:
                    yield Marked(kind, words[span.first].start, words[span.last].end)

    def _windows(self, article: Article) -> Iterator[list["_Word"]]:
        """The words of *article*, in pieces that the network can process at once."""
        parts = {part.start for part in read_parts(article)}
        for start, sentences in itertools.groupby(Reading.of(article).sentences, lambda sentence: sentence.part.start):
            if start in parts:
                cut = (self._words(article.text, sentence.start, sentence.end) for sentence in sentences)
                yield from _windows(cut, self._network.room)

    def _words(self, text: str, start: int, end: int) -> list["_Word"]:
        found = list(_WORD.finditer(text, start, end))
        sizes = self._network.sizes([match.group() for match in found])
        return [_Word(*match.span(), size) for match, size in zip(found, sizes, strict=True)]


_WORD = re.compile(r"\w+(?:[-_]\w+)*|\S")
"""A word as the project GLiNER delimits them, in training as in use."""


class _Word(NamedTuple):
    """A word: offsets in the article's text (code points, half-open), and its *size* in tokens."""

    start: int
    end: int
    size: int


def _windows(sentences: Iterable[Sequence[_Word]], room: int) -> Iterator[list[_Word]]:
    """*sentences* in pieces of at most *room* tokens: as many whole ones as fit, longer ones cut between words.

    A word that is too long by itself cannot be a name.
    """
    window: list[_Word] = []
    left = room
    for sentence in sentences:
        if window and sum(word.size for word in sentence) > left:
            yield window
            window, left = [], room
        for word in sentence:
            if window and word.size > left:
                yield window
                window, left = [], room
            if word.size <= room:
                window.append(word)
                left -= word.size
    if window:
        yield window
