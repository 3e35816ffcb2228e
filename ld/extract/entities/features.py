"""What of a candidate, of its neighbours and of the whole text says what kind of name it is.

A feature is a short string; ``name_weights.tsv`` has what each is worth, and ``reasons.py`` puts it into words.
No word of a name is a feature unless it is an ordinary word of the language, so that no weight rests on somebody's
family name: other words show only their shape, their last letters, and what the knowledge base has by that name.
"""

import functools
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ld.extract.country_names import surfaces
from ld.extract.entities.candidates import Candidate, key_of, spelled
from ld.extract.entities.tokens import Run, Tokens
from ld.extract.words import word_set
from ld.extract.words import words as words_of
from ld.kb import How, Lookup
from ld.kb.names import SURNAME
from ld.kb.names import words as folded_words

Features = dict[str, float]


class Knowledge:
    """What a knowledge base and the lists of given names and countries say of names, each asked once."""

    def __init__(self, kb: Lookup | None) -> None:
        self._kb = kb
        self._kinds: dict[str, tuple[str, ...]] = {}
        self._folded: dict[str, str] = {}

    def kinds(self, name: str) -> tuple[str, ...]:
        """Of which kinds something named so is, and how well known: "organization2" is a famous one."""
        found = self._kinds.get(name)
        if found is None:
            found = self._kinds[name] = self._asked(name)
        return found

    def _asked(self, name: str) -> tuple[str, ...]:
        kb = self._kb
        if kb is None or not kb.may_name("".join(map(self._fold, name.split(" ")))):
            return ()
        best: dict[str, int] = {}
        for item, how in kb.candidates(name):
            if how <= How.SHORT and _is_written(name, (item.label, *item.aliases)):
                kind = "club" if item.type in _CLUBS else item.kind
                best[kind] = max(best.get(kind, 0), item.known_by)
        top = max(best.values(), default=0)
        return tuple(
            f"{kind}{_level(known_by)}{'' if known_by * 4 >= top else '-'}" for kind, known_by in sorted(best.items())
        )

    def may_name(self, words: Sequence[str], smalls: Sequence[str]) -> bool:
        """Whether something may be named so; False is sure."""
        if self._kb is None:
            return False
        folded = "".join(
            "".join(map(self._fold, small.split())) + self._fold(word) if small else self._fold(word)
            for small, word in zip(smalls, words, strict=True)
        )
        return self._kb.may_name(folded)

    def is_family_name(self, word: str) -> bool:
        """Whether people of the knowledge base may have this family name."""
        return self._kb is not None and self._kb.may_name(SURNAME + self._fold(word))

    def _fold(self, word: str) -> str:
        folded = self._folded.get(word)
        if folded is None:
            folded = self._folded[word] = "".join(folded_words(word))
        return folded


_CLUBS = frozenset(("sports club", "football club", "sports team", "club", "team"))


def _level(known_by: int) -> int:
    return 0 if known_by < _KNOWN else 1 if known_by < _WELL_KNOWN else 2


_KNOWN, _WELL_KNOWN = 8, 40


def _is_written(name: str, names: Iterable[str]) -> bool:
    """Whether a name of one word has its capitals where one of *names* has them: "Us" is not "US"."""
    if " " in name:
        return True
    if name.isupper():
        return True
    return any(name == each or name in each.split() or (each.isupper() and len(each) > 3) for each in names)


@functools.cache
def lexicon() -> frozenset[str]:
    """The words that may be features by themselves, in small letters: ordinary ones, and what kinds of names hold."""
    lists = (
        "ordinary_words", "function_words", "organization_heads", "organization_company_forms", "honorifics",
        "title_words", "post_titles", "descriptors", "organization_field_heads", "work_heads", "sport_words",
        "name_words",
    )  # fmt: skip
    return frozenset(
        word.lower().rstrip(".") for each in lists for entry in word_set(each) for word in entry.replace("-", " ").split()
    ) - {word.lower() for word in word_set("no_lexicon")}


@functools.cache
def _country_words() -> Mapping[str, str]:
    """Names and demonyms of countries by their words in small letters: "name" or "demonym"."""
    kinds: dict[str, str] = {}
    for alike in surfaces().values():
        for surface in alike:
            kinds.setdefault(surface.words.lower(), "demonym" if surface.kind == "demonym" else "name")
    return kinds


def is_country(key: str) -> bool:
    """Whether a candidate with this *key* names a country or its people, which are found by rules of their own."""
    return key.lower() in _country_words()


def shape(word: str) -> str:
    """How a word is written: "Xx", "XX" with capitals within, "A" in capitals, "I" one letter, "0", "x"."""
    if word.isupper():
        return "A" if len(word.replace(".", "")) > 1 else "I"
    if word[0].isdigit():
        return "0"
    if word[1:].islower():
        return "Xx"
    return "x" if word.islower() else "XX"


@functools.cache
def neighbour_classes() -> Mapping[str, tuple[str, ...]]:
    """The classes of words that say of what kind a name beside them is, by word: "suburb" is of "place"."""
    classes: dict[str, list[str]] = {}
    lists = {"say": word_set("speech_verbs"), "post": word_set("post_titles")}
    for line in words_of("neighbour_words"):
        name, _, listed = line.partition(": ")
        for word in sorted({*listed.split(), *lists.pop(name, ())}):
            classes.setdefault(word.lower(), []).append(name)
    for name, listed in lists.items():
        for word in sorted(listed):
            classes.setdefault(word.lower(), []).append(name)
    return {word: tuple(names) for word, names in classes.items()}


def shown(word: str) -> str:
    """How a word of the surroundings is a feature: itself, if it is in small letters or ordinary, else its shape."""
    lower = word.lower()
    if word.islower():
        return lower if word.isalpha() else "0" if word[0].isdigit() else "x-x"
    return f"^{lower}" if lower in lexicon() else f"<{shape(word)}>"


def gap_features(  # noqa: PLR0913 - all that is known of a run
    found: Tokens, run: Run, index: int, known: Knowledge, lower: frozenset[str], spans: Sequence["KnownSpan"]
) -> list[str]:
    """What speaks for or against the end of a name behind the word at *index* of *run*."""
    first, second = run.indices[index], run.indices[index + 1]
    small = run.smalls[index + 1]
    left, right = found.words[first], found.words[second]
    low, high = left.lower(), right.lower()
    shapes = shape(left) + shape(right)
    last = len(run.indices)
    f = [
        "+", f"S={small}", f"h={shapes}", f"Sh={small}|{shapes}", f"k={min(index, 2)}{min(last - index - 2, 2)}",
        f"n={min(last, 6)}",
    ]  # fmt: skip
    words = lexicon()
    if low in words:
        f += (f"L={low}", f"L={low}|{small}")
    if high in words:
        f += (f"R={high}", f"{small}|R={high}")
    f += (f"Ls={low[-3:]}" if len(low) > 3 else "Ls", f"Rs={high[-3:]}" if len(high) > 3 else "Rs")
    if index and (before := found.words[run.indices[index - 1]].lower()) in words:
        f.append(f"LL={before}")
    if index + 2 < last:
        f.append(f"RRs={run.smalls[index + 2]}")
        if (behind := found.words[run.indices[index + 2]].lower()) in words:
            f.append(f"RR={behind}")
    else:
        f.append(f"aft={_mark(found.gaps[second + 1])}|{shapes}")
    heads = _heads(found, run, words)
    f += (f"S|E={small}|{heads[1]}", f"S|F={small}|{heads[0]}", f"E={heads[1]}", f"F={heads[0]}")
    if index == 0 or index == 1:
        begins = found.words[run.indices[0]]
        f.append(f"g0={begins in word_set('given_names')}|{index}|{small}|{right in word_set('given_names')}")
    if first in found.opening:
        f += ("st", f"st={low}" if low in words else "st=?", f"st|low={low in lower}")
    if low in lower:
        f.append("Llow")
    if high in lower:
        f.append("Rlow")
    given = word_set("given_names")
    also = word_set("given_names_also_words")
    if left in given:
        f += ("Lgiven", f"Lgiven|{small}")
    elif left in also:
        f += ("Lgiven?", f"Lgiven?|{small}")
    if right in given:
        f += ("Rgiven", f"Rgiven|{small}")
    elif right in also:
        f += ("Rgiven?", f"Rgiven?|{small}")
    if known.is_family_name(right):
        f += ("Rfam", f"{'g' if left in given else ''}Rfam|{small}")
    if known.is_family_name(left):
        f += ("Lfam", f"Lfam|{small}")
    countries = _country_words()
    if kind := countries.get(low):
        f += (f"Lc={kind}", f"Lc={kind}|{small}")
    if kind := countries.get(high):
        f += (f"Rc={kind}", f"Rc={kind}|{small}")
    return f + _gap_in_knowledge(run, index, spans)


def _heads(found: Tokens, run: Run, ordinary: frozenset[str]) -> tuple[str, str]:
    """The first and the last word of *run*, where they are ordinary words: "Centre …", "… Commission"."""
    first, last = found.words[run.indices[0]].lower(), found.words[run.indices[-1]].lower()
    return first if first in ordinary else "", last if last in ordinary else ""


class KnownSpan(NamedTuple):
    """Words of a run, from the one at *first* to the one at *last*, that name something of this *kind*."""

    first: int
    last: int
    kind: str


def known_spans(found: Tokens, run: Run, known: Knowledge) -> list[KnownSpan]:
    """What the knowledge base knows by words of *run*, one word or several."""
    words = [found.words[each] for each in run.indices]
    return [
        KnownSpan(first, last, kinds[0][:3])
        for first in range(len(words))
        for last in range(first, min(len(words), first + _LONGEST_NAME))
        if known.may_name(words[first : last + 1], ("", *run.smalls[first + 1 : last + 1]))
        and (kinds := known.kinds(spelled(words[first : last + 1], ("", *run.smalls[first + 1 : last + 1]))))
    ]


_LONGEST_NAME = 6


def _gap_in_knowledge(run: Run, index: int, spans: Sequence[KnownSpan]) -> list[str]:
    """Whether a name of the knowledge base goes over the gap, ends before it, or begins behind it."""
    over = [span for span in spans if span.first <= index < span.last]
    f = [f"kb over={span.kind}" for span in over]
    if any(span.first == 0 and span.last == len(run.indices) - 1 for span in over):
        f.append("kb whole")
    before = next((span.kind for span in spans if span.last == index), "")
    behind = next((span.kind for span in reversed(spans) if span.first == index + 1), "")
    if before or behind:
        small = run.smalls[index + 1]
        f += (f"kb sides={before}|{behind}", f"kb sides={before}|{small}|{behind}|{bool(over)}")
    return f


def _mark(gap: str) -> str:
    """What stands between two words, as a feature: its first mark that is no space."""
    bare = gap.strip()
    if bare:
        return "'s" if bare[:2] in {"’s", "'s"} else bare[:1]
    return "¶" if "\n" in gap else ""


class Description(NamedTuple):
    """What is known of a candidate before the others are typed: its *features*, and the longer names it is tied to."""

    features: Features
    ties: list[tuple[str, str]]


def describe(
    found: Tokens, names: Mapping[str, Candidate], known: Knowledge, lower: frozenset[str]
) -> dict[str, Description]:
    """The features of each candidate that need no other candidate's type, and its ties to others, by key."""
    parts = _parts(names)
    quarter = len(found.words) // 6
    described: dict[str, Description] = {}
    for key, name in names.items():
        f: Features = {"+": 1.0}
        for feature in (*_of_words(name, known), *_of_document(found, name, names, lower, quarter)):
            f[feature] = 1.0
        _of_surroundings(found, name, f)
        described[key] = Description(f, _ties(key, name, parts, names))
    return described


def _of_words(name: Candidate, known: Knowledge) -> list[str]:
    """What the words of the name say: which ordinary ones it holds, how they end, how they are written."""
    words = [word.lower() for word in name.words]
    count, first, last = len(words), words[0], words[-1]
    ordinary, given, countries = lexicon(), word_set("given_names"), _country_words()
    f = [f"len={min(count, 5)}", "h=" + "-".join(map(shape, name.words[:4]))]
    f += [f"w={word}" for word in words if word in ordinary]
    f.append(f"ord={sum(word in ordinary for word in words)}/{min(count, 4)}")
    if first in ordinary:
        f.append(f"f={first}")
    if last in ordinary:
        f.append(f"l={last}")
        if count > 1 and words[-2] in ordinary:
            f.append(f"l2={words[-2]} {last}")
    elif len(last) > _SHORT_WORD:
        f += (f"x2={last[-2:]}", f"x3={last[-3:]}")
        if len(last) > _SHORT_WORD + 2:
            f.append(f"x4={last[-4:]}")
    if first not in ordinary and len(first) > _SHORT_WORD + 1:
        f.append(f"y3={first[:3]}")
    if count == 1 and name.words[0].isupper():
        f.append(f"caps{min(len(name.words[0].replace('.', '')), 6)}")
    f += [f"small={small}" for small in name.smalls if small]
    if "-" in name.name:
        f.append("hyphen")
    if any(letter.isdigit() for letter in name.name):
        f.append("digit")
    if not name.name.isascii():
        f.append("foreign")
    family = known.is_family_name(name.words[-1])
    if name.words[0] in given:
        f += (f"given|{min(count, 3)}", f"given+fam={family}|{min(count, 3)}")
    elif name.words[0] in word_set("given_names_also_words"):
        f += (f"given?|{min(count, 3)}", f"given?+fam={family}|{min(count, 3)}")
    if family:
        f.append(f"fam|{min(count, 3)}")
    kinds = known.kinds(name.name)
    f += [f"kb={kind}" for kind in kinds]
    if kinds:
        f.append(f"kb|{min(count, 2)}={'+'.join(kind.rstrip('-')[:-1] if not kind.endswith('-') else kind[:3] for kind in kinds)}")
    elif count == 1:
        f.append("kb none")
    if count == 1:
        how = f"{first in ordinary}|{shape(name.words[0])}|{name.words[0] in given}"
        f += [f"kb1={kind}|{how}" for kind in kinds or ("none",)]
    if count > 1:
        f += [f"kf={kind[:3]}" for kind in known.kinds(name.words[0])]
        f += [f"kl={kind[:3]}" for kind in known.kinds(name.words[-1])]
    if kind := countries.get(name.name.lower()):
        f.append(f"country={kind}")
    elif kind := countries.get(first):
        f.append(f"cfirst={kind}")
    return f


_SHORT_WORD = 3


def _of_document(
    found: Tokens, name: Candidate, names: Mapping[str, Candidate], lower: frozenset[str], early: int
) -> list[str]:
    """What the whole text says: how often it stands there, whether its words also stand in small letters."""
    words = [word.lower() for word in name.words]
    count, spots = len(words), name.spots
    opening = sum(first in found.opening for first, _ in spots)
    at = "all" if opening == len(spots) else "some" if opening else "no"
    f = [f"open={at}", f"open={at}|{min(count, 2)}", f"times={_times(len(spots))}"]
    f.append("early" if spots[0][0] < early else "late")
    if any(found.is_possessive(last) for _, last in spots):
        f.append("owns")
    if count == 1:
        if words[0] in lower:
            f += ("lower", f"lower|{at}")
        f.append(f"times1={_times(len(spots))}|{at}")
    else:
        if words[0] in lower:
            f.append("lowerfirst")
        if all(word in lower or word in lexicon() for word in words):
            f.append("lowerall")
        if key_of_word(name.words[-1]) in names:
            f.append("shortlast")
        if key_of_word(name.words[0]) in names:
            f.append("shortfirst")
    return f


def key_of_word(word: str) -> str:
    """The key of a name of one word."""
    return key_of(word, (word,))


def _times(count: int) -> int:
    return count if count < 4 else 4 if count < 8 else 8


_MOST_SPOTS = 8


def _of_surroundings(found: Tokens, name: Candidate, f: Features) -> None:
    """What stands beside the name, where it stands, up to eight times: each says less where there are more."""
    spots = name.spots[:_MOST_SPOTS]
    count: dict[str, float] = {}
    for first, last in spots:
        for feature in _beside(found, first, last):
            count[feature] = count.get(feature, 0.0) + 1.0
    share = 1.0 / math.sqrt(len(spots))
    for feature, times in count.items():
        f[feature] = min(times, 2.0) * share


def _beside(found: Tokens, first: int, last: int) -> list[str]:
    """The two words and the marks on either side of a place, and the noun of an apposition."""
    words, gaps = found.words, found.gaps
    mark, mark_behind = _mark(gaps[first]), _mark(gaps[last + 1])
    before = shown(words[first - 1]) if first and mark != "¶" else "^"
    before2 = shown(words[first - 2]) if first > 1 and mark != "¶" and not _mark(gaps[first - 1]) else "^"
    behind = shown(words[last + 1]) if last + 1 < len(words) and mark_behind != "¶" else "$"
    behind2 = shown(words[last + 2]) if last + 2 < len(words) and not _mark(gaps[last + 2]) else "$"
    left = mark + before if mark not in _ENDS else "^"
    right = mark_behind + behind if mark_behind not in _ENDS else "$"
    f = [f"p={left}", f"n={right}", f"p|n={left[:12]}|{right[:12]}"]
    if left != "^":
        f += (f"pp={before2}", f"P={before2} {left}")
    if right != "$":
        f += (f"nn={behind2}", f"N={right} {behind2}")
    if mark:
        f.append(f"pm={mark}")
    if mark_behind:
        f.append(f"nm={mark_behind}")
    classes = neighbour_classes()
    if mark not in _ENDS:
        f += [f"p@{mark}{name}" for name in classes.get(words[first - 1].lower() if first else "", ())]
        if before == "the" and first > 1:
            f += [f"pp@{name}" for name in classes.get(words[first - 2].lower(), ())]
    if mark_behind not in _ENDS and last + 1 < len(words):
        f += [f"n@{mark_behind}{name}" for name in classes.get(words[last + 1].lower(), ())]
    if mark_behind == "," and behind in _APPOSED:
        f += _apposed("a", _lowercase(words, gaps, last + 2, 1))
    if mark == "," or before == "the":
        f += _apposed("b", _lowercase(words, gaps, first - 1 - (before == "the"), -1))
    return f


def _apposed(side: str, words: Iterable[str]) -> list[str]:
    classes = neighbour_classes()
    said = list(words)
    return [f"{side}={word}" for word in said] + [f"{side}@{name}" for word in said for name in classes.get(word, ())]


_ENDS = frozenset(".!?:;¶•")
_APPOSED = frozenset(("a", "an", "the", "who", "which", "one", "whose", "where", "former"))


def _lowercase(words: Sequence[str], gaps: Sequence[str], index: int, step: int) -> Iterable[str]:
    """Up to five words in small letters from *index* on, up to a mark."""
    for each in range(index, index + 5 * step, step):
        if not 0 <= each < len(words) or not words[each].islower():
            return
        yield words[each]
        if _mark(gaps[each + (step > 0)]):
            return


def _parts(names: Mapping[str, Candidate]) -> dict[str, list[tuple[str, str]]]:
    """For each word of a longer name, and for its initials, the names that have it and how."""
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


def _ties(
    key: str, name: Candidate, parts: Mapping[str, list[tuple[str, str]]], names: Mapping[str, Candidate]
) -> list[tuple[str, str]]:
    """The longer names that *name* is a part or the acronym of."""
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
    """*features*, with the types of the longer names that the candidate is tied to."""
    tied = {f"T:{how}={types[key]}": 1.0 for key, how in ties if key in types}
    return {**features, **(tied or {"T:alone": 1.0})}
