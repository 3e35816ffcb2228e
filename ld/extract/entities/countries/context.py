"""Whether words for a country mean the country, or are part of another name or a person's."""

import functools
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from ld.extract.entities.countries.senses import has_other_sense
from ld.extract.phrases.titles import title_before
from ld.facts import MentionKind
from ld.text.before import search_before, text_before
from ld.text.lexicon import any_of, word_set, words
from ld.text.reading import Reading


def stands_alone(text: Reading, start: int, end: int, kind: MentionKind) -> bool:
    """Whether the country's words at *start* to *end* are not part of a longer name.

    A capitalised neighbour makes a longer name ("Air France", "Jordan Smith", "Bank of China"), except titles and
    offices ("Iraq Prime Minister"), days, and headlines where every word has a capital.
    A demonym may precede any name ("German Chancellor", "the Italian Rossi") except an institution's ("American Medical
    Association"); so may a short form of a state's name ("US Senate").
    """
    headline = text.is_headline(start, end)
    before, after = _around(text, start, end)
    attributive = kind == "short" or text[start:end] in word_set("countries/attributive") or _is_of_office(before)
    return (
        not (_may_name_person(text[start:end]) and _is_persons(text, start, end, headline=headline))
        and not has_other_sense(text, start, end, kind, headline=headline)
        and _free_before(before, headline=headline)
        and _free_after(after, kind, attributive=attributive, headline=headline)
    )


def _is_persons(text: str, start: int, end: int, *, headline: bool) -> bool:
    if _is_of_office(text_before(text, start, _WINDOW)):
        return False
    return _follows_given_name(text, start) if headline else is_beside_name(text, start, end)


def _is_of_office(before: str) -> bool:
    """Whether the country belongs to an office, whose holder's name may follow: "Premier of Israel Dan Lev"."""
    of = _OF.search(before) if before.endswith(_OF_ENDS) else None
    return of is not None and of["word"] in word_set("countries/of_heads")


def is_beside_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word that does not open a sentence or a title directly precedes or follows."""
    following = _FOLLOWING.match(text, end)
    return follows_name(text, start) or (
        following is not None and following["word"] not in word_set("countries/offices")
    )


def follows_name(text: str, start: int) -> bool:
    """Whether a word like a given name directly precedes *start*: "Michael Jordan", "Mr. Holland"."""
    previous = _previous(text_before(text, start, _WINDOW))
    return previous is not None and (
        previous["word"] in word_set("honorifics") or previous["word"] not in _plain_openers()
    )


def _may_name_person(words: str) -> bool:
    return words.title() in word_set("countries/person_names")


def _follows_given_name(text: str, start: int) -> bool:
    """Whether a given name precedes, where every word has a capital: "Michael Jordan", but not "Presses Jordan"."""
    previous = _previous(text_before(text, start, _WINDOW))
    word = previous["word"].title() if previous else ""
    return word in word_set("given_names") and word not in word_set("function_words")


def follows_given_name(text: Reading, start: int) -> bool:
    """Whether a given name precedes inside a sentence, or a name after a title: "the coach, Ada Canada"."""
    previous = _previous(text_before(text, start, _WINDOW))
    if previous is None or previous["open"] is not None or previous["word"] in _plain_openers():
        return False
    opens = start - len(previous["word"]) - 1
    is_titled = title_before(text, opens) or search_before(_post_of_team(), text, opens, _WINDOW)
    return _follows_given_name(text, start) or (bool(is_titled) and not _opens_name(previous["word"]))


@functools.cache
def _post_of_team() -> re.Pattern[str]:
    """The post of a player or a coach directly before a name: "the captain", "their head coach,"."""
    return re.compile(rf"\b {any_of(*words('countries/team_posts'))} ,?[ ] $", re.IGNORECASE | re.VERBOSE)


def _opens_name(word: str) -> bool:
    return _is_among(word, word_set("countries/name_openers")) or word in _bodies()


def begins_full_name(text: Reading, start: int, end: int) -> bool:
    """Whether the words precede a surname as a person's given name: "Jordan Smith grew up"."""
    following = _SURNAME.match(text, end)
    return following is not None and not text.is_headline(start, end) and not _is_of_names(following["word"])


def is_name_with_noun(text: Reading, start: int, end: int) -> bool:
    """Whether a demonym and one capitalised word are a name: "German Rey" the person, "American Kite posted".

    After "the", or before people in the plural, the demonym gives their origin instead.
    """
    following = _SURNAME.match(text, end)
    if following is None or _is_of_names(following["word"]) or text.is_headline(start, end):
        return False
    if search_before(_ARTICLE, text, start, _WINDOW):
        return False
    if text[start:end] in word_set("countries/given_names"):
        return True
    return not following["word"].endswith("s") and _said().match(text, following.end()) is not None


_SURNAME = re.compile(r" (?P<word>[A-Z][a-zß-öø-ÿ][\w’'-]*?)(?:['’]s)?(?![\w’'-]| [A-Z])")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ther|[Ff]ellow|[Ff]ormer|[a-z-]+-old)\s$")


def _is_of_names(word: str) -> bool:
    """Whether the word is known not to be part of a person's name: an office, a day, a kind of body."""
    return (
        word in word_set("countries/offices")
        or word in word_set("countries/name_heads")
        or word in word_set("entities/organization_heads")
        or word in word_set("function_words")
    )


@functools.cache
def _said() -> re.Pattern[str]:
    """A verb of saying or an auxiliary that follows, whose subject is a company rather than one of a people."""
    return re.compile(rf"[ ] {any_of(*words('countries/company_verbs'))} (?![\w-])", re.VERBOSE)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return text_before(text, start, _WINDOW), text[end : end + _WINDOW]


_WINDOW = 80

_PREVIOUS = re.compile(
    r"(?P<open>^|[.!?:;“”\"‘(\[\n*–—]\s*|\s-\s)?(?P<word>(?:[A-Z]\.)+|(?:Mr|Ms|Mrs|Dr|St)\.|[A-Z][\w’'-]*) $"
)
_FOLLOWING = re.compile(r" (?P<word>(?:[A-Z]\.)+|[^\W\d_a-zß-öø-ÿ][\w’-]*\.?)")
_OF = re.compile(r"\b(?P<word>[A-Z][\w’-]*) (?P<of>of|de|OF|DE) (?:[Tt]he |THE )?$")
_OF_ENDS = (" of ", " de ", " the ", " The ", " OF ", " DE ", " THE ")
_JOINED = re.compile(r"-[A-Z][\w’-]*(?: [A-Z][\w’-]*)+")
_RUN = re.compile(r"(?: (?:(?:of|and|&) )?(?:[A-Z]\.|[A-Z][\w’-]*))+")


def _free_before(before: str, *, headline: bool) -> bool:
    if before.endswith("-"):
        return not _COMPOUND.search(before)
    of = _OF.search(before) if before.endswith(_OF_ENDS) else None
    if of and (_is_among(of["word"], _bodies()) or of["of"] in {"de", "DE"}):
        return False
    previous = _previous(before)
    if previous is None:
        return True
    word = previous["word"]
    if _is_among(word, word_set("countries/name_openers")):
        return False
    if previous["open"] is not None:
        return headline or not _ACRONYM.fullmatch(word) or word.capitalize() in word_set("function_words")
    return headline or word in _plain_openers()


_ACRONYM = re.compile(r"[A-Z]{2,5}")


def _previous(before: str) -> re.Match[str] | None:
    """The capitalised word at the end of *before*, with the mark that opens it, if any."""
    if not before.endswith(" "):
        return None
    ahead = before[: before.rfind(" ", 0, -1) + 1].rstrip()
    return _PREVIOUS.search(before, max(0, len(ahead) - len(" -")))


_COMPOUND = re.compile(r"(?:African|All|Asian|Latin|Pan|Inter|inter|Afro|Euro|Anglo)-$")


@functools.cache
def _bodies() -> frozenset[str]:
    """Words that make "… of COUNTRY" the name of something else, unlike organs of the state."""
    return (word_set("countries/name_heads") | word_set("entities/organization_heads")) - word_set("countries/of_heads")


@functools.cache
def _plain_openers() -> frozenset[str]:
    return word_set("function_words") | word_set("countries/descriptions") | word_set("countries/offices")


def _is_among(word: str, listed: AbstractSet[str]) -> bool:
    """Whether *word* is *listed* as it is written or, if it is in capitals, with only the first letter capital."""
    return word in listed or (word.isupper() and word.capitalize() in listed)


def _free_after(after: str, kind: MentionKind, *, attributive: bool, headline: bool) -> bool:
    following = _FOLLOWING.match(after)
    if following is None:
        joined = _JOINED.match(after) if kind == "demonym" else None
        return headline or joined is None or not _has_head(re.findall(r"[A-Z][\w’]*", joined.group()))
    run = _RUN.match(after)
    named = re.findall(r"[A-Z][\w’-]*", run.group()) if run else []
    if following["word"] in word_set("countries/offices"):
        return True
    if _has_head(named[:1] if headline else named):
        return False
    if kind == "demonym" and not headline and named[-1:] and named[-1] in word_set("countries/company_ends"):
        return False
    return headline or kind == "demonym" or (attributive and not _is_organ(named))


def _has_head(named: Sequence[str]) -> bool:
    return any(_is_among(word, word_set("countries/name_heads")) for word in named)


def _is_organ(named: Sequence[str]) -> bool:
    """Whether a name is that of a state organ and not a title: "Senate", but not "Senate Majority Leader"."""
    titled = any(word.lower() in word_set("phrases/post_titles") for word in named)
    return not titled and any(
        word in word_set("entities/organization_heads") or word in word_set("countries/organ_heads") for word in named
    )
