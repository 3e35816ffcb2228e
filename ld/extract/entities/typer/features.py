"""The features of a candidate, of its neighbours and of the whole text that show what kind of name it is.

A feature is a short string; ``name_weights.tsv`` has its weights, and ``reasons.py`` puts it into words.
A word of a name is a feature only if it is an ordinary word of the language, so that no weight rests on somebody's
family name: other words only give their shape, their last letters, and what the knowledge base has by that name.
"""

import functools
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ld.extract.entities.typer.candidates import Candidate, key_of, spelled
from ld.extract.entities.typer.gaps import Words
from ld.extract.entities.typer.knowledge import Knowledge
from ld.extract.entities.typer.tokens import Tokens, mark
from ld.extract.entities.typer.word_facts import word_facts


class Features(NamedTuple):
    """The features of a candidate: its *own*, each once, and those of the words *beside* it.

    The latter count less the more occurrences there are: each counts *share*, at most twice.
    """

    own: tuple[str, ...]
    beside: tuple[str, ...]
    share: float

    def values(self) -> dict[str, float]:
        """Each feature with its value."""
        values = dict.fromkeys(self.own, 1.0)
        for feature in self.beside:
            values[feature] = values.get(feature, 0.0) + self.share
        return values


class Description(NamedTuple):
    """What is known of a candidate before the others are typed: its *features*, and its *ties* to longer names."""

    features: Features
    ties: list[tuple[str, str]]


def describe(text: Words, names: Mapping[str, Candidate]) -> dict[str, Description]:
    """The features of each candidate that do not depend on the types of others, and its ties to them, by key."""
    parts = _parts(names)
    described: dict[str, Description] = {}
    for key, name in names.items():
        words = (*of_name(name, text.known), *_of_base(name, text.known))
        own = ("+", *dict.fromkeys(words), *_of_document(text, name, names))
        spots = name.spots[:_MOST_SPOTS]
        ties = _ties(key, name, parts)
        if not ties and len(name.words) == 1 and text.known.is_famous(name.words[0]):
            own += ("famous",)
        features = Features(own, _of_surroundings(text.tokens, spots), 1.0 / math.sqrt(len(spots)))
        described[key] = Description(features, ties)
    return described


_MOST_SPOTS = 8


_NAMES_KEPT = 1 << 13
"""How many names and neighbours are cached between texts, since the news repeats itself."""


def of_name(name: Candidate, known: Knowledge) -> list[str]:
    """The features of the name itself, independent of its position."""
    return [*_of_words(name.words, name.smalls), *_of_lists(name, known)]


@functools.lru_cache(_NAMES_KEPT)
def _of_words(words: tuple[str, ...], smalls: tuple[str, ...]) -> tuple[str, ...]:
    """The features of the words of a name: the telling ones in it, their endings, their spelling."""
    facts = [word_facts(word) for word in words]
    count, first, last = len(facts), facts[0], facts[-1]
    f = [
        f"len={min(count, 5)}", "h=" + "-".join([word.shape for word in facts[:4]]),
        f"ord={sum([word.is_ordinary for word in facts])}/{min(count, 4)}",
    ]  # fmt: skip
    for word in facts:
        f += word.within
    f += first.opening
    f += last.closing
    if count > 1 and last.tells and facts[-2].tells:
        f.append(f"l2={facts[-2].low} {last.low}")
    return (*f, *[f"small={small}" for small in smalls if small], *_of_letters(spelled(words, smalls), len(words)))


def _of_letters(name: str, count: int) -> list[str]:
    """Capitals, hyphens, digits and foreign letters in a *name* of *count* words."""
    f = []
    if count == 1 and name.isupper():
        f.append(f"caps{min(len(name.replace('.', '')), 6)}")
    if "-" in name:
        f.append("hyphen")
    if not name.isascii():
        f.append("foreign")
    if any(map(str.isdigit, name)):
        f.append("digit")
    return f


def _of_lists(name: Candidate, known: Knowledge) -> list[str]:
    """Given and family names and countries among the words of the name."""
    first, few = word_facts(name.words[0]), min(len(name.words), 3)
    family, f = known.is_family_name(name.words[-1]), []
    if first.given:
        f += [f"{first.given}|{few}", f"{first.given}+fam={family}|{few}"]
    if family:
        f.append(f"fam|{few}")
    if first.country and len(name.words) > 1:
        f.append(f"cfirst={first.country}")
    return f


def _of_base(name: Candidate, known: Knowledge) -> Iterable[str]:
    """The features of what the knowledge base has by the name."""
    kinds = known.kinds(name.name)
    return _of_kinds(kinds, name.words[0], len(name.words)) if kinds or len(name.words) == 1 else ()


@functools.lru_cache(_NAMES_KEPT)
def _of_kinds(kinds: tuple[str, ...], first: str, count: int) -> tuple[str, ...]:
    """The features of a name of *count* words, the *first* of them this, with bearers of these *kinds*."""
    f = [f"kb={kind}" for kind in kinds]
    if kinds:
        alike = "+".join([kind[:3] if kind.endswith("-") else kind[:-1] for kind in kinds])
        f.append(f"kb|{min(count, 2)}={alike}")
    if count == 1:
        facts = word_facts(first)
        how = f"{facts.is_ordinary}|{facts.shape}|{bool(facts.given)}"
        f += [f"kb1={kind}|{how}" for kind in kinds or ("none",)]
    return tuple(f)


def _of_document(text: Words, name: Candidate, names: Mapping[str, Candidate]) -> list[str]:
    """The features of the whole text: how often it has the name, and whether it has its words in lower case."""
    found, lower, spots = text.tokens, text.lower, name.spots
    facts = [word_facts(word) for word in name.words]
    count, first = len(facts), facts[0].low
    opening = sum([start in found.opening for start, _ in spots])
    at = "all" if opening == len(spots) else "some" if opening else "no"
    f = [f"open={at}", f"open={at}|{min(count, 2)}", f"times={_times(len(spots))}"]
    f.append("early" if spots[0][0] < len(found.words) // _EARLY else "late")
    if any(found.is_possessive(last) for _, last in spots):
        f.append("owns")
    if count == 1:
        f.append(f"times1={_times(len(spots))}|{at}")
        return f + (["lower", f"lower|{at}"] if first in lower else [])
    if first in lower:
        f.append("lowerfirst")
    if all(word.is_ordinary or word.low in lower for word in facts):
        f.append("lowerall")
    if key_of_word(name.words[-1]) in names:
        f.append("shortlast")
    if key_of_word(name.words[0]) in names:
        f.append("shortfirst")
    return f


_EARLY = 6
"""A name is early in the first sixth of a text."""


def key_of_word(word: str) -> str:
    """The key of a name of one word."""
    return key_of(word, (word,))


def _times(count: int) -> int:
    """*count* in steps: 1, 2, 3, 4 to 7, 8 and more."""
    return count if count < _SOME else _SOME if count < _MANY else _MANY


_SOME, _MANY = 4, 8


def _of_surroundings(found: Tokens, spots: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The features of the context of the name at *spots*; those that recur, twice."""
    if len(spots) == 1:
        return tuple(_beside(found, *spots[0]))
    again: dict[str, bool] = {}
    for first, last in spots:
        for feature in _beside(found, first, last):
            again[feature] = feature in again
    return (*again, *[feature for feature, is_again in again.items() if is_again])


def _beside(found: Tokens, first: int, last: int) -> list[str]:
    """The two words and the marks on either side of an occurrence, and the noun of an apposition."""
    words, gaps = found.words, found.gaps
    mark_before, mark_behind = mark(gaps[first]), mark(gaps[last + 1])
    f: list[str] = []
    if first and mark_before not in _ENDS:
        is_the = words[first - 1].lower() == "the"
        f += _neighbour("p", mark_before, words[first - 1])
        f.append(word_facts(words[first - 2]).second_before if first > 1 and not mark(gaps[first - 1]) else "pp=^")
        if is_the and first > 1:
            f += _classes("pp@", words[first - 2])
        if mark_before == "," or is_the:
            f += _apposed("b", _lowercase(words, gaps, first - 1 - is_the, -1))
    else:
        f.append("p=^")
    if last + 1 < len(words) and mark_behind not in _ENDS:
        f += _neighbour("n", mark_behind, words[last + 1])
        is_near = last + 2 < len(words) and not mark(gaps[last + 2])
        f.append(word_facts(words[last + 2]).second_behind if is_near else "nn=$")
        if mark_behind == "," and words[last + 1].lower() in _APPOSED:
            f += _apposed("a", _lowercase(words, gaps, last + 2, 1))
    else:
        f.append("n=^")
    if mark_before:
        f.append(f"pm={mark_before}")
    if mark_behind:
        f.append(f"nm={mark_behind}")
    return f


@functools.lru_cache(_NAMES_KEPT)
def _neighbour(side: str, gap: str, word: str) -> tuple[str, ...]:
    """The features of a *word* beside the name, with the mark of the *gap* between: its spelling, and its classes."""
    return (f"{side}={gap}{word_facts(word).shown}", *_classes(f"{side}@{gap}", word))


def _classes(side: str, word: str) -> list[str]:
    return [side + name for name in word_facts(word).classes]


def _apposed(side: str, words: Iterable[str]) -> list[str]:
    """The features of the words of an apposition: each of them, and its classes."""
    said = list(words)
    return [f"{side}={word}" for word in said] + [each for word in said for each in _classes(f"{side}@", word)]


_ENDS = frozenset(".!?:;¶•")
"""Marks beyond which words say nothing about a name."""
_APPOSED = frozenset(("a", "an", "the", "who", "which", "one", "whose", "where", "former"))


def _lowercase(words: Sequence[str], gaps: Sequence[str], index: int, step: int) -> Iterable[str]:
    """Up to five words in lower case from *index* on, as far as the next mark."""
    for each in range(index, index + 5 * step, step):
        if not 0 <= each < len(words) or not words[each].islower():
            return
        yield words[each]
        if mark(gaps[each + (step > 0)]):
            return


def _parts(names: Mapping[str, Candidate]) -> dict[str, list[tuple[str, str]]]:
    """For each word of a longer name, and for its initials, the names that contain it and how."""
    parts: dict[str, list[tuple[str, str]]] = {}
    for key, name in names.items():
        count = len(name.words)
        if count < _SEVERAL:
            continue
        for index, word in enumerate(name.words):
            how = "first" if index == 0 else "last" if index == count - 1 else "mid"
            parts.setdefault(word.lower(), []).append((key, how))
        initials = "".join(word[0] for word in name.words)
        every = "".join(
            "".join(each[0] for each in small.split()) + word[0]
            for small, word in zip(name.smalls, name.words, strict=True)
        )
        for each in {initials.upper(), every.upper()}:
            parts.setdefault("#" + each, []).append((key, "acro"))
    return parts


_SEVERAL = 2


def _ties(key: str, name: Candidate, parts: Mapping[str, list[tuple[str, str]]]) -> list[tuple[str, str]]:
    """The longer names of which *name* is part or an acronym."""
    if len(name.words) == 1:
        word = name.words[0]
        tied = [tie for tie in parts.get(word.lower(), ()) if tie[0] != key]
        if word.isupper() and len(word) > 1:
            tied += parts.get("#" + word.replace(".", ""), [])
        return tied
    tied = []
    for other, _ in parts.get(name.words[-1].lower(), ()):
        if other != key and other.startswith(key):
            tied.append((other, "pre"))
        elif other != key and other.endswith(key):
            tied.append((other, "suf"))
    return tied


def with_ties(features: Features, ties: Iterable[tuple[str, str]], types: Mapping[str, str]) -> Features:
    """*features*, with the types of the longer names in *ties*."""
    tied = dict.fromkeys([f"T:{how}={types[key]}" for key, how in ties if key in types]) if ties else ()
    return Features((*features.own, *(tied or ("T:alone",))), features.beside, features.share)
