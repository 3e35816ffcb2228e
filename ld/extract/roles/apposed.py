"""Titles beside a name in less common positions: "Ambassador to the UN, NAME,", "NAME, director/co-founder"."""

import functools
import re

from ld.extract.phrases.titles import Title
from ld.mentions import MentionIndex
from ld.text.before import search_before
from ld.text.lexicon import any_of, word_set, words


def title_with_body_before(text: str, name_start: int, name_end: int) -> Title | None:
    """The capitalised title with its body before a comma and a name: "Minister for Trade and Industry, NAME, said".

    None if the name may be the next one of a list: "the Minister of Trade, NAME and others", or if the words after it
    may be its verb: "she wrote to the minister for trade, NAME said".
    """
    if "," not in text[max(0, name_start - _HONORIFIC) : name_start]:
        return None
    patterns = (_of_field(), _with_body(), _the_one(), _owned())
    found = next(filter(None, (search_before(each, text, name_start, _REACH) for each in patterns)), None)
    if found is None or not _CLOSED.match(text, name_end):
        return None
    is_whole = found.lastgroup == "title"
    if is_whole and text[name_end : name_end + 1] not in {",", ")"} and not text.endswith("The ", 0, found.start()):
        return None
    title = "title" if found["title"] else "sent"
    return Title(*found.span(title), found.start(title), found.end("title" if is_whole else "body"))


_REACH = 120
_HONORIFIC = 25
"""The maximum distance of the comma from the name, with an honorific between: ", Dr NAME"."""
_CLOSED = re.compile(r",\s(?!and\b|[A-Z][\w.’'-]+\s[A-Z])|\s(?:said|says|told|added|announced|warned|has|was|is)\b|\)")


@functools.cache
def _of_field() -> re.Pattern[str]:
    """The title of a member of a government with its field, which begins with a word for one."""
    fields, modifiers = any_of(*words("phrases/title_modifiers")), r"deputy|junior|shadow|first|cabinet|state"
    return re.compile(
        rf"""
        (?<![\w-]) (?<![Pp]rime\s) (?P<title>
            (?: (?: (?i:(?:{modifiers})\s){{0,2}} (?i:minister|secretary) | MEC ) \s (?:for|of) \s )   # minister for
            (?: (?i:{fields}) (?![\w-]) | (?<=\bfor\s)[A-Z][\w&’-]* )                      # housing
            (?: (?:,\s|,?\sand\s|\s) (?!(?:and|an?|at|her|his|in|of|the|to|who)\b) [\w&’-]+ ){{0,6}}?  # and social care
        ) ,\s {_form()} \Z
        """,
        re.VERBOSE,
    )


def _form() -> str:
    """A form of address or a rank that may precede the name."""
    return rf"(?:(?:Sir|Dame|{any_of(*words('honorifics'))})\.?\s)?"


@functools.cache
def _with_body() -> re.Pattern[str]:
    modifiers = any_of(*(each.capitalize() for each in words("phrases/title_modifiers")))
    titles = any_of("MEC", *(each.title() for each in words("phrases/post_titles") if each.islower()))
    return re.compile(
        rf"""
        (?<![\w-]) (?P<title> (?:{modifiers}\s){{0,3}} (?:{titles}) )       # Deputy Minister
        \s (?:of|for|to) \s (?:the\s)?                                      # for
        (?P<body> [A-Z][\w&’'-]* (?: ,?\s (?:[A-Z][\w&’'-]*|and|of|the|for) ){{0,8}} )   # Trade and Industry
        {_SHORT} ,\s {_form()} \Z                                         # (DTI), General
        """,
        re.VERBOSE,
    )


@functools.cache
def _the_one() -> re.Pattern[str]:
    """A lower-case title with its body, after an article: after a possessor it would be part of another phrase."""
    modifiers, titles = any_of(*words("phrases/title_modifiers")), any_of(*words("phrases/post_titles"))
    return re.compile(
        rf"""
        (?<!\bof\s) (?<![\w-]) (?:[Tt]he|An?) \s
        (?P<title> (?:(?i:{modifiers})\s){{0,3}} (?i:{titles}) )                                # the chief
        \s (?:of|at|for|with) \s (?:the\s)?                                                   # of the
        (?P<body> [A-Z][\w&’'-]* (?: \s (?:[A-Z][\w&’'-]*|and|of|the|for) ){{0,7}} )          # Harbour Board
        {_SHORT} (?:\sin\s[A-Z]\w+)? ,\s {_form()} \Z                                        # (HB) in Norway, Dr
        """,
        re.VERBOSE,
    )


_SHORT = r"(?:\s\([A-Z][\w.&-]{1,9}\))?"


@functools.cache
def _owned() -> re.Pattern[str]:
    """A lower-case title after a possessor, with what or whom it is for: "Norway’s envoy to Spain, NAME,".

    An envoy also after an adjective: "the Norwegian envoy to Spain, NAME,".
    """
    modifiers, titles = any_of(*words("phrases/title_modifiers")), any_of(*words("phrases/post_titles"))
    return re.compile(
        rf"""
        (?: (?<=[’']s\s) (?P<title> (?:(?:{modifiers})\s){{0,3}} (?:spokesman|spokeswoman|spokesperson)  # ’s spokesman
          \s (?:on|for) \s [A-Z][\w&’'-]* (?: \s (?:[A-Z][\w&’'-]*|and) ){{0,3}} )                   # on Trade
        | (?: (?<=[’']s\s) | (?:[Tt]he|[Aa]n?) \s (?:[A-Z][\w.-]*\s){{1,3}} )                          # the Norwegian
          (?P<sent> (?:(?:{modifiers})\s){{0,3}} (?:{titles}) ) \s to \s (?:the\s)?               # envoy to
          (?P<body> [A-Z][\w&’'-]* (?: \s (?:[A-Z][\w&’'-]*|and|of|the) ){{0,4}} )                   # Spain
        ) ,\s {_form()} \Z
        """,
        re.VERBOSE,
    )


def double_title_after(text: str, name_end: int) -> Title | None:
    """Two titles joined by a slash after a name: "NAME, executive director/co-founder of the Board"."""
    if not (text.startswith(",", name_end) and "/" in text[name_end : name_end + _REACH]):
        return None
    found = _double().match(text, name_end)
    return Title(*found.span("title"), found.start("title"), found.end()) if found else None


@functools.cache
def _double() -> re.Pattern[str]:
    modifiers, titles = any_of(*words("phrases/title_modifiers")), any_of(*words("phrases/post_titles"))
    one = rf"(?:(?i:{modifiers})\s){{0,3}}(?i:{titles})"
    return re.compile(rf",\s (?:an?\s|the\s)? (?P<title> {one} \s?/\s? {one} ) (?!\w) [^,.;:“”\n]{{0,90}}", re.VERBOSE)


def whole_title(text: str, title: Title) -> Title:
    """*title* with a second one held together with it: "president and CEO"."""
    second = _second().match(text, title.end)
    return title._replace(end=second.end(), phrase_end=max(title.phrase_end, second.end())) if second else title


def with_first_title(text: str, title: Title) -> Title:
    """*title* with the one that is joined to it before a name: "Chairman and Chief Executive NAME"."""
    if text[title.start : title.end].lower().split()[-1] not in word_set("roles/posts_of_companies"):
        return title
    first = search_before(_FIRST, text, title.start, _REACH)
    return title._replace(start=first.start(), phrase_start=min(first.start(), title.phrase_start)) if first else title


_FIRST = re.compile(
    r"""
    (?<![\w-])
    (?: (?i:(?:vice|executive|deputy)[ -])? (?i:chairman|chairwoman|chair|president) | (?i:co-?)?(?i:founder|owner) )
    ,?\s (?:and|&) \s \Z
    """,
    re.VERBOSE,
)


def with_field(text: str, title: Title, body_start: int) -> Title:
    """*title* with what its bearer leads in a body: "head of retail trading at the Bank", "director of nursing".

    The body begins at *body_start*, before the title if none follows: "director of Harbour Studies at the University".
    """
    if text[title.start : title.end].lower().split()[-1] not in _LEADERS:
        return title
    field = _LED.match(text, title.end) or _LED_BY_NAME.match(text, title.end, body_start)
    return title._replace(end=field.end(), phrase_end=max(title.phrase_end, field.end())) if field else title


_LEADERS = frozenset(("head", "director", "manager", "chief"))
_LED = re.compile(
    r"""
    \s of \s (?:[A-Z]{2,}\s)?                                             # of EU
    (?! (?:the|an?|its|his|her|their|our|this|that|what|which|one|two|three|four|both|some|all|several|many|various)\b )
    [a-z][a-z-]+ (?: \s (?!(?:at|in|for|with|of|who|that)\b) [a-z][a-z-]+ ){0,4}                # political advertising
    (?= \s(?:at|for|with|in)\s | [,.;)] )
    """,
    re.VERBOSE,
)


_LED_BY_NAME = re.compile(
    r"\sof\s[A-Z][\w&’-]*(?:\s(?:(?:and|of)\s)?[A-Z][\w&’-]*)*(?=\s(?:at|for|with)\s(?:the\s)?\Z)"
)


def with_name_of_body(text: str, title: Title) -> Title:
    """*title* with the body after it that is not among the names: "head of the Norvik mosque in Oslo"."""
    body = _OF_NAME.match(text, title.end) if text[title.start : title.end].lower().split()[-1] in _LEADERS else None
    return title._replace(end=body.end(), phrase_end=max(title.phrase_end, body.end())) if body else title


_OF_NAME = re.compile(
    r"""
    \s of \s (?:the\s)?
    [A-Z][\w&’'-]* (?<!-based) (?: \s (?: (?:of|for|and|the|to|on) \s ){0,2} [A-Z][\w&’'-]* )*   # Institute for Safety
    (?: \s (?:mosque|school|hospital|museum|church|temple|synagogue|police|unit|division|project) )?
    (?: \s(?:Inc|Corp|Co|Ltd)\. )?
    (?= \.(?:\s|\Z) | [;)] | ,(?!\s[\w.]+(?:\s[\w.]+)?-based\b) | \s(?:at|in|under|said|says|told)\b )
    """,
    re.VERBOSE,
)


def with_one_served(text: str, names: MentionIndex, title: Title) -> Title:
    """*title* with the person in whose service it is held: "Quist spokeswoman NAME", "Quist's chief of staff"."""
    said = text[title.start : title.end].lower()
    if not (said.startswith("campaign ") or said.endswith(_SERVING)):
        return title
    served = names.nearest(title.start, "person")
    return title._replace(start=served.start) if served and _SERVED.fullmatch(text, served.end, title.start) else title


_SERVING = (
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "adviser",
    "advisor",
    "lawyer",
    "chief of staff",
    "press secretary",
)
_SERVED = re.compile(r"(?:[’']s?)?\s")


@functools.cache
def _second() -> re.Pattern[str]:
    titles = any_of(*words("phrases/post_titles"))
    modifiers = any_of(*words("phrases/title_modifiers"), *words("roles/words_before_titles"))
    return re.compile(
        rf"""
        (?: \s+ (?:and|&) \s+ (?:the\s+)? | / )                 # and
        (?: (?i:{modifiers}) [ -] ){{0,3}} (?i:{titles}) (?!\w)  # chief executive
        (?= \s+ (?:of|at|for|in|with) \b | [.,;)] | \s*\Z )     # of
        """,
        re.VERBOSE,
    )
