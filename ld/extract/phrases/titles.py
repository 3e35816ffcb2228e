"""The title of a post beside a name: "Defense Minister NAME", "NAME, a state secretary at …"."""

import functools
import re
from typing import NamedTuple

from ld.extract.phrases.words_before_titles import BEFORE_ONLY, is_clause, is_of_unit, led_by
from ld.text.before import text_before
from ld.text.lexicon import any_of, word_set, words
from ld.text.reading import Reading, once


class Title(NamedTuple):
    """The title of a post in the text: its offsets, and those of the phrase around it.

    A country or a body that the phrase names lies between *phrase_start* and *phrase_end*.
    """

    start: int
    end: int
    phrase_start: int
    phrase_end: int


@once
def title_before(text: Reading, name_start: int) -> Title | None:
    """The title that ends right before the name at *name_start*, skipping honorifics and one comma.

    Also skips the body of "Ambassador to the BODY NAME". Several rules ask for the titles of the same names in turn.
    """
    before = _line_before(text, name_start)
    if not _may_hold_title(before):
        return None
    words_before = _without_honorifics(before.split())
    if not words_before or not _may_end_title(words_before) or _SUFFIX.match(text, name_start):
        return None
    tokens = list(_TOKEN.finditer(text, name_start - len(before), name_start))[: len(words_before)]
    apposed = tokens[-1].group().endswith(",")
    first = _head(tokens)
    if first is None:
        return None if apposed else _before_body(text, tokens, name_start)
    first = _first_modifier(tokens, first)
    if apposed and not _OPENED.search(_line_before(text, tokens[first].start())):
        return None
    end = tokens[-1].end() - apposed
    return Title(_start(tokens[first]), end, tokens[max(0, first - 5)].start(), end)


def _may_hold_title(before: str) -> bool:
    """Whether the last word of *before* may belong to a title, an honorific or a body; usually it is a small word."""
    last = before.rsplit(None, 1)[-1:]
    return bool(last) and (last[0][0].isupper() or last[0] in word_set("honorifics") or ends_title(last[0]))


def _without_honorifics(words: list[str]) -> list[str]:
    """*words* without the honorifics at their end, of one word or two: "Rear Admiral"."""
    while words:
        length = next((n for n in (2, 1) if " ".join(words[-n:]) in word_set("honorifics")), 0)
        if not length or _ends_longer_title(words):
            break
        words = words[:-length]
        service = next((n for n in (2, 1) if " ".join(words[-n:]) in _SERVICES), 0)
        words = words[:-service] if service and ends_title(" ".join(words[:-service][-1:])) else words
    return words


_SERVICES = frozenset(("Air Force", "Army", "Coast Guard", "Marine", "Marine Corps", "Navy"))
"""What a rank may be of, between a title and a name: "Pentagon spokesman Navy Captain NAME"."""


def _ends_longer_title(words: list[str]) -> bool:
    """Whether the honorific at the end of *words* is part of a longer title: "Attorney General"."""
    lengths = (length for length in _HEAD_LENGTHS if 1 < length <= len(words))
    return any(_plain(" ".join(words[-length:])) in word_set("phrases/post_titles") for length in lengths)


def _line_before(text: str, offset: int) -> str:
    """The text before *offset* in its line, as far back as is read."""
    return text_before(text, offset, _WINDOW).rpartition("\n")[2]


def _may_end_title(words: list[str]) -> bool:
    """Whether a title may end with the last of *words*, or before a body that it names; usually not."""
    return ends_title(words[-1]) or (words[-1][0].isupper() and not _LINKS.isdisjoint(words))


def title_after(text: str, name_end: int) -> Title | None:
    """The title in the apposition that follows the name ending at *name_end*: ", a state secretary at …"."""
    apposition = _APPOSITION.match(text, name_end)
    return title_in(text, apposition) if apposition else None


def title_in(text: str, apposition: re.Match[str]) -> Title | None:
    """The title in the group "phrase" of *apposition*, with or without a "determiner", after its "comma"."""
    tokens = list(_TOKEN.finditer(text, *apposition.span("phrase")))
    for first in range(min(_FIRST_WORDS, len(tokens))):
        for length in _HEAD_LENGTHS:
            if _is_head(tokens[first : first + length], length) and not _goes_on(tokens, first + length):
                return _apposed_title(tokens, first, first + length, apposition)
        if tokens[first].group() in _ENDS_OF_SEARCH:
            return None
    return None


def _goes_on(tokens: list[re.Match[str]], stop: int) -> bool:
    """Whether the head of another title begins at *stop*, so that the words before only modify it: "deputy leader"."""
    return any(_is_head(tokens[stop : stop + length], length) for length in _HEAD_LENGTHS)


def _before_body(text: Reading, tokens: list[re.Match[str]], name_start: int) -> Title | None:
    """The title in "Director of the BODY NAME": capitalised or an envoy's, since clauses state other posts.

    None if the name opens the next sentence: "She met the ambassador to Norway. NAME, 58,".
    """
    body = len(tokens)
    while body and tokens[body - 1].group()[0].isupper() and tokens[body - 1].group()[-1] not in ',;:”"':
        body -= 1
    stop = body - (1 if body and tokens[body - 1].group() == "the" else 0)
    if body == len(tokens) or not stop or tokens[stop - 1].group() not in _LINKS:
        return None
    first = _head(tokens[: stop - 1])
    if first is None:
        return None
    first = _first_modifier(tokens, first)
    title = Title(_start(tokens[first]), tokens[stop - 2].end(), tokens[max(0, first - 5)].start(), name_start)
    if "." in text[title.end : name_start] and any(title.end < each.start <= name_start for each in text.sentences):
        return None
    return title if text[title.start].isupper() or is_envoy(text[title.start : title.end]) else None


def is_envoy(title: str) -> bool:
    """Whether *title* is that of somebody sent to a body or a country, which is therefore not the one represented."""
    return re.split(r"[\s-]", title.lower())[-1] in _ENVOYS


def _apposed_title(tokens: list[re.Match[str]], first: int, stop: int, apposition: re.Match[str]) -> Title | None:
    following = tokens[stop].group() if stop < len(tokens) else ""
    if following[:1].isupper() and not apposition["determiner"]:
        return None
    if (
        tokens[stop - 1].group() in {"chief", "principal"}
        and following[:1].islower()
        and following not in _PREPOSITIONS
    ):
        return None
    if not apposition["determiner"] and is_clause(
        [token.group() for token in tokens[: stop + 1]], first, _ENDS | {"and"}
    ):
        return None
    start = led_by(tokens, _first_modifier(tokens, first), stop)
    if not apposition["determiner"] and is_of_unit(tokens[:start]):
        start = 0
    bounded = not following or following in _PREPOSITIONS
    end = apposition.end("phrase") if bounded else tokens[stop - 1].end()
    return Title(_start(tokens[start]), tokens[stop - 1].end(), apposition.end("comma"), end)


def _start(token: re.Match[str]) -> int:
    """The offset of the title in its first token: after a prefix like "then-"."""
    limit = LIMIT.match(token.group())
    return token.start() + (limit.end() if limit else 0)


def _first_modifier(tokens: list[re.Match[str]], first: int) -> int:
    """The index of the first modifier of the title whose head begins at *first*."""
    while first > 0 and not LIMIT.match(tokens[first].group()):
        word = LIMIT.sub("", tokens[first - 1].group().lower())
        following = _plain(tokens[first].group())
        if word not in word_set("phrases/title_modifiers") or following not in BEFORE_ONLY.get(word, {following}):
            break
        if tokens[first - 1].group() == "State" and is_of_university(tokens[-1].group()):
            break
        first -= 1
    return first - 1 if first > 0 and _is_cut(tokens[first - 1].group(), tokens[first].group()) else first


def _is_cut(word: str, following: str) -> bool:
    """Whether *word* belongs to the field that *following* ends, whatever the field: "humanitarian affairs chief"."""
    return following.lower() in _ENDS_OF_FIELDS and _OF_ANY_FIELD.fullmatch(word) is not None and word not in _ENDS


_ENDS_OF_FIELDS = frozenset(("affairs", "relations", "rights", "services"))
_OF_ANY_FIELD = re.compile(r"(?<!\w)(?!(?:the|an?|its|his|her|their|our|and|or)\b)[A-Za-z][\w-]+[’']?")


LIMIT = re.compile(r"(?i:then|now|ex|former|now-former|then-former)-(?=\w)")
"""A prefix that says when the post is held; "ex-" means a former post."""

_SUFFIX = re.compile(r"(?:Jr|Sr|Generals|[IVX]+)\b")
_TOKEN = re.compile(r"\S+")
_WINDOW = 90
_FIRST_WORDS = 7
_HEAD_LENGTHS = (5, 4, 3, 2, 1)
_OPENED = re.compile(r"(?:(?<!\w)(?i:the|its|his|her|their|a|an)|[’']s?)\s+(?:[\w.-]*\w\s+){0,3}\Z")
"""The beginning of a phrase that a name in apposition may follow: "the port's long-serving director, NAME"."""

_PREPOSITIONS = frozenset(("of", "at", "in", "for", "with", "from", "to", "on", "and", "who", "under", "by", "about"))
_ENDS = (_PREPOSITIONS - {"and"}) | {
    "after",
    "before",
    "since",
    "while",
    "is",
    "are",
    "was",
    "were",
    "has",
    "had",
    "have",
    "that",
    "which",
    "whose",
    "said",
}
_ENDS_OF_SEARCH = _ENDS | {"its", "his", "her", "their"}
"""Words after which a title is another's or begins another clause: "NAME, left and its chairman"."""
_LINKS = frozenset(("of", "to", "for", "at"))
_ENVOYS = frozenset(("ambassador", "envoy", "commissioner", "representative", "delegate", "consul", "negotiator"))


def is_of_university(title: str) -> bool:
    """Whether *title* may be a university post, so that "State" before it ends the university's name."""
    return title.lower().rpartition(" ")[2] in _OF_UNIVERSITIES


_OF_UNIVERSITIES = frozenset(("chancellor", "coach", "dean", "president", "professor", "provost", "trustee"))

_APPOSITION = re.compile(
    r"""
    (?P<comma> ,\s+ )
    (?! (?:and|or|but|then|now|who|whose|which|where|when|while|after|before|as|according|if|so) \b )
    (?P<determiner> (?:a|an|the|its|his|her|their|one[ ]of[ ]the) \s+ )?  # "one of the "
    (?P<phrase> (?=[^\W\d_]) (?:
        (?:[A-Z]\.){2,}   # "U.N. envoy", whose full stops do not end the sentence
      | [^,.;:“”"()\n]    # "state secretary at the ministry"
    ){3,90} )
    """,
    re.VERBOSE,
)
"""What may describe the bearer of a name after it: ", a state secretary at the Norway office"."""


def _head(tokens: list[re.Match[str]]) -> int | None:
    """The index in *tokens* at which the head of the title that ends with the last of them begins."""
    if not tokens or not ends_title(tokens[-1].group()):
        return None
    words_before = [token.group() for token in tokens[-_HEAD_LENGTHS[0] :]]
    for first in range(len(words_before)):
        if _is_title(" ".join(words_before[first:])):
            return len(tokens) - len(words_before) + first
    return None


def _is_head(tokens: list[re.Match[str]], length: int) -> bool:
    if len(tokens) < length or not ends_title(tokens[length - 1].group()):
        return False
    return _is_title(" ".join(token.group() for token in tokens))


@functools.lru_cache(maxsize=1 << 14)
def _is_title(words_before: str) -> bool:
    """Whether these words are a title and nothing else; cached, since news repeats the same ones."""
    phrase = LIMIT.sub("", words_before.rstrip(","))
    titles = word_set("phrases/post_titles")
    if phrase in titles or _OF_FIELD.fullmatch(phrase):
        return True
    return _plain(phrase) in titles and (" " in words_before or not phrase.isupper())


@functools.lru_cache(maxsize=1 << 14)
def ends_title(token: str) -> bool:
    """Whether some title ends with *token*; few words do, and this check saves look-ups for the others."""
    return token.rstrip(",").lower().rpartition("-")[2] in _last_words()


@functools.cache
def _last_words() -> frozenset[str]:
    entries = (*words("phrases/post_titles"), *words("phrases/title_modifiers"))
    return frozenset(entry.lower().replace("-", " ").rpartition(" ")[2] for entry in entries)


def _plain(phrase: str) -> str:
    """*phrase* in lower case, as spelled in the list of titles: "Vice-President", "vice president"."""
    lower = LIMIT.sub("", phrase.rstrip(",")).lower()
    return lower if lower in word_set("phrases/post_titles") else lower.replace("-", " ")


_FIELD = any_of(*words("phrases/title_modifiers"))
_OF_FIELD = re.compile(
    rf"(?i: (?:secretary|minister) \s+ (?:of|for) \s+ {_FIELD} (?: \s+and\s+ {_FIELD} )? )", re.VERBOSE
)
"""A post named by its field: "minister for health", "Secretary of Housing and Culture"."""
