"""Whether a post is held now, no longer, for the time being, or not yet, according to the words beside it."""

import functools
import re
from collections.abc import Iterable

from ld.facts import PostState
from ld.text.before import search_before
from ld.text.lexicon import word_set


def state_told(title: str) -> PostState:
    """The state given by the words of *title*: "former minister", "acting director", "president-elect"."""
    words = title.casefold().replace("-", " ").split()
    if not _FORMER.isdisjoint(words):
        return "former"
    if not _ACTING.isdisjoint(words):
        return "acting"
    return "current" if _FUTURE.isdisjoint(words) else "future"


_FORMER = frozenset(("former", "ex", "late", "then", "retired", "deposed", "ousted", "erstwhile"))
_ACTING = frozenset(("acting", "interim", "caretaker"))
_FUTURE = frozenset(("elect", "designate", "incoming"))


def limit_before(text: str, start: int) -> re.Match[str] | None:
    """The limiting word of the title whose phrase begins at *start*: "former", also before the country or the body."""
    found = search_before(_LIMIT, text, start, _LONGEST_LIMIT)
    return found if found and _between(found) else None


def limit_within(text: str, start: int, end: int) -> re.Match[str] | None:
    """The limiting word of a title that begins at *end*, looked for from *start*."""
    found = _LIMIT.search(text, start, end)
    return found if found and _between(found) else None


def _between(limit: re.Match[str]) -> bool:
    """Whether the words between "former" and the title can belong to it: "former government minister"."""
    between = (limit["between"] or "").lower().split()
    return _ending_a_title().isdisjoint(between) and not any(word.endswith(_OWNERS) for word in between)


@functools.cache
def _ending_a_title() -> frozenset[str]:
    """Words that end what "former" applies to before the title begins: "former candidate Sen. NAME"."""
    posts = word_set("phrases/post_titles") | word_set("roles/trades") | word_set("phrases/members_of_parliament")
    return word_set("function_words") | posts | {"under"}


_OWNERS = ("’s", "'s", "’", "'")


def is_unsettled(text: str, start: int, end: int) -> bool:
    """Whether "former" before a title may apply to another word only: "a former sailor and director"."""
    return _FORMER_AND.search(text, start, end) is not None


_FORMER_AND = re.compile(r"\b[Ff]ormer\s(?:[\w.’'-]+\s){1,4}and\s(?:[\w’'-]+\s){0,3}\Z")


def limited(title: str, limit: re.Match[str] | None) -> str:
    """*title* with its limiting word, as "former", unless it already begins with that."""
    if limit is None:
        return title
    said = (limit["beside"] or limit["apart"]).lower()
    word = _SHORT.get(said, said)
    return title if title.lower().partition(" ")[0] == word else f"{word} {title}"


_SHORT = {"ex": "former", "previous": "former"}
_LONGEST_LIMIT = 60
_LIMIT = re.compile(
    r"""
    (?<!\w) (?:then[ -]|now[ -]|newly[ ])? (?:
        (?P<beside>[Ff]ormer|[Pp]revious|[Aa]cting|[Tt]hen|[Ll]ate|[Oo]utgoing|[Ii]ncoming|[Rr]etired|[Ee]x)[ -]  # ex-
      | (?P<apart>[Ff]ormer|acting|outgoing|incoming|[Rr]etired|[Ee]x(?=-[A-Z]))[\s-]\s*
        (?P<between>(?:[^\W\d_][\w.&’'-]*\s+){1,4})                                      # former Harbour Board
    ) \Z
    """,
    re.VERBOSE,
)
"""What limits the title: before the country in "former French President", or before a name that is not an entity."""


def is_dead(text: str, names: Iterable[tuple[int, int]]) -> bool:
    """Whether the words beside one of somebody's *names* mention their death: "the murder of NAME", "NAME’s death"."""
    return any(_DEATH.match(text, end) is not None or _is_whose_death(text, start, end) for start, end in names)


def _is_whose_death(text: str, start: int, end: int) -> bool:
    """Whether a death is that of the name from *start* to *end*, with only a title before it.

    "the murder of Haitian President NAME"; not "the murder of ten boys angered President NAME".
    """
    death = search_before(_DEATH_OF, text, start, _TITLED)
    if death is None or text.startswith(("’", "'"), end):
        return False
    words = death["title"].split()
    return all(word[0].isupper() or word.endswith(("’s", "'s")) or word.lower() in _of_titles() for word in words)


@functools.cache
def _of_titles() -> frozenset[str]:
    """Lower-case words that occur in a title or before it."""
    titles = word_set("phrases/post_titles") | word_set("phrases/title_modifiers")
    return titles | word_set("phrases/title_limits") | {"the"}


_TITLED = 90
_DEATH = re.compile(
    r"""
    [’']s? \s (?:death|assassination|killing|funeral|murder) \b              # NAME’s murder
    (?= [.,;:] | \s (?:after|and|as|at|by|came|earlier|had|has|in|is|last|on|shook|that|this|was) \b )  # in May
    """,
    re.VERBOSE,
)
_DEATH_OF = re.compile(
    r"""
    (?<!attempted\s) (?<!alleged\s) \b
    (?: assassination | assassins? | murder(?:ers?)? | killing | killers? | death | funeral ) \s of \s    # murder of
    (?P<title> (?: (?!(?:and|by|in|on|for|with|who)\b) [\w.’'-]+ \s ){0,5} ) \Z       # of Haitian President
    """,
    re.VERBOSE,
)


def is_of_old(text: str, title_start: int, name_end: int) -> bool:
    """Whether the title's holder acts in a year or a century long past: "In 1412, King NAME sailed"."""
    return _IN_AGES.match(text, name_end) is not None or search_before(_OLD_YEAR, text, title_start, _REACH) is not None


_AGE = r"""
    (?: 1[0-8]\d\d \b | A\.?D\.?\s\d
      | (?:the\s)? (?:(?:early|late|mid)[\s-])?
        (?: first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth | 1?\dth | 1st | 2nd | 3rd
          | (?:eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)th ) [\s-]century
    )
"""
_IN_AGES = re.compile(rf"(?:\s\w+)? \s in \s {_AGE}", re.VERBOSE)
_OLD_YEAR = re.compile(rf"(?: \A | [.”\"\n]\s* ) In \s {_AGE} ,\s (?:the\s)? \Z", re.VERBOSE)


def is_supposed(text: str, title_start: int) -> bool:
    """Whether the capitalised title before a name is only hypothetical: "a President NAME"."""
    return text[title_start : title_start + 1].isupper() and bool(search_before(_ONE, text, title_start, _REACH))


def is_sought(text: str, title_start: int) -> bool:
    """Whether somebody only seeks, or is to get, the post whose title begins at *title_start*."""
    return search_before(_SOUGHT, text, title_start, _REACH) is not None


_REACH = 40
_ONE = re.compile(r"\b[Aa]n?\s+(?:(?:future|potential|possible|hypothetical|second)\s+)?\Z")
_SOUGHT = re.compile(
    r"""
    \b (?:
        (?:nominee|nominated|candidate|pick|choice|bid|contender|hopeful|running|runs|ran|frontrunner|race|nomination)
        \s+ (?:for|to\s+be|to\s+become|as)                      # nominee for
      | (?:would-be|aspiring|wannabe|potential|possible|next)   # would-be
    ) \s+ (?:the\s+|a\s+|an\s+|(?:[A-Z][\w.’'-]*\s+){1,2})? \Z
    """,
    re.VERBOSE,
)


def lost(text: str, name_end: int) -> re.Match[str] | None:
    """The words right after a name that say how its bearer lost the post: ", who was deposed by rebels"."""
    return _LOST.match(text, name_end)


_LOST = re.compile(
    r"""
    (?:
        ,\s+ who \s+ (?:
            (?:was|has\s+been|had\s+been) \s+ (?:\w+ly\s+)?
            (?:deposed|ousted|overthrown|removed|toppled|fired|sacked|dismissed|killed|assassinated|voted\s+out)
          | (?:has\s+|had\s+)? (?:resigned|stepped\s+down|retired|died|quit|left\s+(?:office|the\s+post))
        ) \b                                                                      # , who was deposed
      | \s+ (?:has\s+)? (?:\w+ly\s+)? (?:resigned|stepped\s+down|died) \b (?!\s+(?:from|as|his|her)\b)
        (?! [^.\n]{0,120} \b(?:but|return(?:ed|s)?|re-?elected|re-?appointed)\b )  # has resigned
    ) (?P<rest>[^.,;:“”"()\n]{0,60})
    """,
    re.VERBOSE,
)
