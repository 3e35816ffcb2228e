"""The items of the knowledge base that the text names literally, where signs show that they are meant."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ld.extract.entities.known.meanings import Meanings, meanings_of
from ld.extract.entities.known.runs import NO_BEGINNING, Word, fold, name_runs
from ld.extract.entities.known.signs import follows_town
from ld.extract.entities.known.whole_names import ends_name, is_whole
from ld.extract.entities.other_senses import is_called_after, is_within_title
from ld.extract.entities.sport import is_of_sport, is_there
from ld.kb import Item, Lookup
from ld.text.reading import Reading
from ld.text.spans import Spans


class KnownName(NamedTuple):
    """Words that name an item: their span, and the *item* most likely meant."""

    start: int
    end: int
    item: Item


def known_names(text: Reading, kb: Lookup, taken: Sequence[tuple[int, int]]) -> list[KnownName]:
    """The people, organizations and places in *kb* that *text* names, in order, without overlaps.

    People are recognised only by their full names.

    Nothing that overlaps a span of *taken* is considered. Any word in a title line may have a capital, so that names
    found there must have several words or occur in the rest of the text.
    """
    reader = _Reader(text, kb, taken)
    found = list(reader.names())
    surnames = {text[text.rfind(" ", 0, name.end) + 1 : name.end] for name in found if name.item.kind == "person"}
    found = [name for name in found if name.item.kind == "person" or text[name.start : name.end] not in surnames]
    in_title = [reader.in_title(name.start) for name in found]
    words_of = [text[name.start : name.end] for name in found]
    elsewhere = {said for said, is_in_title in zip(words_of, in_title, strict=True) if not is_in_title}
    return [
        name
        for name, said in zip(found, words_of, strict=True)
        if said in elsewhere or " " in said.removeprefix("The ")
    ]


_LONGEST = 7
"""The most words that a name can have."""


class _Reader:
    """Questions asked repeatedly about one text, with cached answers."""

    def __init__(self, text: Reading, kb: Lookup, taken: Sequence[tuple[int, int]]) -> None:
        self._text, self._kb = text, kb
        self._taken, self._titles = Spans(taken), Spans(text.titles)
        self._may_name = kb.may_name
        self._meanings: dict[str, Meanings] = {}

    def in_title(self, offset: int) -> bool:
        """Whether *offset* is in a line where any word may have a capital."""
        return bool(self._titles.overlapping(offset, offset + 1))

    def names(self) -> Iterator[KnownName]:
        """The names in the text, in order."""
        for run in name_runs(self._text, self._may_name):
            yield from self._names_in(run)

    def _names_in(self, run: Sequence[Word]) -> Iterator[KnownName]:
        """The names in *run*: the longest from each word, without overlaps."""
        reached, may_name = 0, self._may_name
        for first, word in enumerate(run):
            if first < reached or word.text in NO_BEGINNING:
                continue
            folded = fold(word.text) if word.before else word.key
            known = [first] if may_name(folded) else []
            for index in range(first + 1, min(len(run), first + _LONGEST)):
                folded += run[index].key
                if may_name(folded):
                    known.append(index)
            name = self._longest(run, first, known) if known else None
            if name and not self._taken.overlapping(name.start, name.end):
                yield name
                reached = next((i for i, word in enumerate(run) if word.start >= name.end), len(run))

    def _longest(self, run: Sequence[Word], first: int, lasts: Sequence[int]) -> KnownName | None:
        """The longest name from the word at *first* of *run* to one at *lasts*."""
        for last in reversed(lasts):
            if name := self._name(run, first, last):
                return name
        return None

    def _name(self, run: Sequence[Word], first: int, last: int) -> KnownName | None:
        text, start, end = self._text, run[first].start, run[last].end
        meanings = self._meanings_of(run[first].text if first == last else " ".join(text[start:end].split()))
        is_full = first < last and not run[last].before and ends_name(run, last, text)
        if meanings.person and is_full and not is_called_after(text, start):
            return KnownName(start, end, meanings.person)
        if not meanings.things or not is_whole(run, first, last, text):
            return None
        likely = [
            (score, thing.item)
            for thing in meanings.things
            if (score := thing.score + thing.signs(text, start, end, thing.item)) > 0
            and not self._is_team(thing.item, start, end)
        ]
        likely.sort(key=lambda each: -each[0])
        if not likely or (len(likely) > 1 and likely[0][0] - likely[1][0] < _LIKELIER):
            return None
        if is_within_title(text, start) and not self.in_title(start):
            return None
        item = likely[0][1]
        if meanings.region and item.kind == "place" and follows_town(text, start):
            item = meanings.region
        return KnownName(start, end, item)

    def _is_team(self, item: Item, start: int, end: int) -> bool:
        """Whether a town means its team: in a report on sport, unless something is said to be there."""
        if item.kind != "place" or not is_of_sport(self._text):
            return False
        return not is_there(self._text, start, end) or (
            item.type in _TEAMED and self._text[end : end + 1] in {"’", "'"}
        )

    def _meanings_of(self, surface: str) -> Meanings:
        found = self._meanings.get(surface)
        if found is None:
            found = self._meanings[surface] = meanings_of(surface, self._text, self._kb)
        return found


_TEAMED = frozenset(("city", "state", "town"))
_LIKELIER = 0.7
"""How far the score of one kind must exceed that of the other."""
