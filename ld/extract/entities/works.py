"""Documents named in an article: treaties, agreements, laws."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ld.extract.phrases.capitalised import Phrase, Word, follows_a_name, is_calendar, own_words, runs
from ld.facts import Entity, Mention
from ld.mentions import identifier
from ld.text.lexicon import word_set
from ld.text.reading import Reading
from ld.text.title_case import apart_from_titles, named_again


def find_works(text: Reading) -> list[Entity]:
    """The documents that *text* names with a capital: "Treaty on …", "… Accord".

    In title lines, only those that running text names too.
    """
    named = [words for run in runs(text, word_set("entities/work_heads")) for words in _names(text, run)]
    spans = [(words[0].start, words[-1].end) for words in named]
    plain = apart_from_titles(spans, text.titles)
    names = sorted({text[start:end] for start, end in plain})
    mentions: dict[str, list[Mention]] = {}
    for start, end in sorted({*plain, *named_again(text, names, text.titles)}):
        mentions.setdefault(" ".join(text[start:end].split()), []).append(Mention.of(text, start, end))
    entities: dict[str, Entity] = {}
    for name, found in mentions.items():
        id_ = identifier("work", name, entities)
        entities[id_] = Entity(id=id_, kind="work", name=name, mentions=tuple(found))
    return list(entities.values())


def initials_of(works: Iterable[Entity]) -> frozenset[str]:
    """The initials that a text may use for *works*: "HSA" for the "Harbour Safety Act"."""
    initials = ("".join(word[0] for word in work.name.split() if word[0].isupper()) for work in works)
    return frozenset(each for each in initials if len(each) >= _FEWEST_INITIALS)


_FEWEST_INITIALS = 3


def _names(text: str, run: Sequence[Phrase]) -> Iterator[Sequence[Word]]:
    """The names of documents in *run*, except those that cannot be delimited: "Harbor Treaty Games"."""
    index = 0
    while index < len(run):
        phrase = run[index]
        heads = phrase.indices_of(word_set("entities/work_heads"))
        behind = phrase.words[heads[-1] + 1 :] if heads else ()
        if not heads or not follows_a_name(behind):
            index += 1
            continue
        own = _own(text, phrase.words[: heads[-1]])
        front = _front(text, run, index, own) if len(own) == heads[-1] else own
        tail, last = _tail(run, index) if not behind else ((), index)
        if front is not None and (tail or _is_named(text, front, phrase.words[heads[-1]])):
            yield (*front, phrase.words[heads[-1]], *tail)
        index = last + 1


def _own(text: str, words: Sequence[Word]) -> Sequence[Word]:
    """*words* without the leading ones that are not part of the name; "Through" inside it stays."""
    first = next((index for index in range(len(words)) if own_words(text, words[index : index + 1])), len(words))
    return words[first:]


def _front(text: str, run: Sequence[Phrase], index: int, own: Sequence[Word]) -> Sequence[Word] | None:
    """The words before the head, with those that "and" joins to them; None if part of the name is missing."""
    joiner = run[index].before
    if index == 0 or joiner not in {"and", "of", "of the", "&"}:
        return own
    before = run[index - 1].words
    if joiner.startswith("of"):
        return None if own else ()
    if not own:
        return None
    return own if run[index - 1].indices_of(word_set("entities/work_heads")) else (*own_words(text, before), *own)


def _is_named(text: str, front: Sequence[Word], head: Word) -> bool:
    """Whether the words before the head make it a name; a weak head like "Resolution" needs "the" before it."""
    if not front or head.text not in word_set("entities/work_weak_heads"):
        return bool(front)
    return len(front) > 1 or re.search(r"\b[Tt]he\s+$", text[max(0, front[0].start - 5) : front[0].start]) is not None


def _tail(run: Sequence[Phrase], index: int) -> tuple[list[Word], int]:
    """The subject or the owner of the document, "on the Rights of Harbors", and the index of its last phrase."""
    tail: list[Word] = []
    last = index
    while last + 1 < len(run) and len(tail) < _LONGEST and run[last + 1].before in (_INSIDE if tail else _BEGINNING):
        phrase = run[last + 1]
        another = phrase.before.startswith("and") and phrase.indices_of(_heads())
        if (
            another
            or any(is_calendar(w.text) for w in phrase.words)
            or (phrase.before == "in" and len(phrase.words) == 1)
        ):
            break
        tail += phrase.words
        last += 1
    return tail, last


_LONGEST = 10


def _heads() -> frozenset[str]:
    return word_set("entities/work_heads") | word_set("entities/organization_heads")


_BEGINNING = frozenset(("of", "of the", "on", "on the", "for", "for the", "against", "against the"))
_INSIDE = _BEGINNING | {"and", "and the", "in", "in the", "and on", "and for", "and against"}
