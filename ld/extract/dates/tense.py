"""Whether the clause around an expression is about the future or the past."""

import functools
import re

from ld.text.lexicon import any_of, words


def is_ahead(match: re.Match[str], start: int, end: int) -> bool:
    """Whether the clause of the date *match* is about the future; the text is read from *start* to *end*."""
    clause = _clause(match, start, end)
    if clause is None:
        return False
    return bool(_FUTURE.search(match.string, *clause) or _TIMETABLE.search(match.string, clause[0], match.start()))


def is_behind(match: re.Match[str], start: int, end: int) -> bool:
    """Whether a verb in the clause of the date *match* is in the past; the text is read from *start* to *end*."""
    clause = _clause(match, start, end)
    return clause is None or _past().search(match.string, *clause) is not None


def _clause(match: re.Match[str], start: int, end: int) -> tuple[int, int] | None:
    """The start and end of the clause of the date *match*; None if it is only the date, after a verb of saying."""
    text = match.string
    limits = list(_limit().finditer(text, max(start, match.start() - _REACH), match.start()))
    if limits and limits[-1].group().strip() == "," and _LEADS_TO_DATE.match(text[limits[-1].end() : match.start()]):
        del limits[-2:]
    first = limits[-1].end() if limits else max(start, match.start() - _REACH)
    end = min(end, match.end() + _REACH)
    alone = _LEADS_TO_DATE.match(text[first : match.start()]) is not None
    if alone and limits and limits[-1].group().isalpha() and limits[-1].group() != "that":
        return None
    following = _limit().search(text, match.end(), end)
    if following and alone and following.group() == ",":
        following = _limit().search(text, following.end(), end)
    return first, following.start() if following else end


@functools.cache
def _past() -> re.Pattern[str]:
    return re.compile(
        rf"""
        \b (?:
            (?<!\bbe\s)(?<!\bis\s)(?<!\bare\s)(?<!\bstay\s)(?<!\bstays\s)(?<!\bremain\s)(?<!\bremains\s)[a-z]+ed
                                                                        # but not: is closed
          | was | were | had | did | {any_of(*words("dates/past_verbs"))}
        ) \b
        """,
        re.VERBOSE,
    )


_TIMETABLE = re.compile(
    r"""
    \b (?:
        (?:meet|turn|open|start|begin|resume|return|vote|arrive|travel|play|fly|kick|hold|host|face|visit|reopen|end|close)s
            \b (?: \s [^\s,;:.“”"]+ ){0,8}                                   # holds an election
      | (?:meet|vote|play|open)\s+again                                      # ministers meet again
      | (?: [A-Za-z]+s | [Tt]hey | [Ww]e | and(?:\s[\w-]+){1,5} ) \s
        (?: meet | open | close | resume | reopen | begin | go\s(?:up|down|on|into|to)(?:\s[a-z]+){0,3} )
        (?: \s[a-z]+ly )?                                                     # prices go up
      | (?<!\b(?:had|has)\s)(?<!\bhave\s)(?<!ed\s)(?<!\bwas\s)(?<!\bwere\s)to\s+be\s+[a-z]+ed        # to be named on
      | takes?\s+place (?: \s [^\s,;:.“”"]+ ){0,5} | goes\s+(?:on|to|before)\s+\w+
      | (?:is|are) (?: \s+at\s+[0-9][^,;:“”"]{0,20} )?                       # is at 4 a.m.
    )
    (?: \s+at\s+[0-9][0-9:.]*\s*(?:[ap][.]?m[.]?)?(?:\s+[A-Z]{2,4})? )?                    # starts at 7 p.m.
    (?: \s+(?:on|at|until|from|in) )? \s+ \Z
    """,
    re.VERBOSE,
)
"""The present tense of scheduled events, before their day."""
_FUTURE = re.compile(
    r"""
    \b (?=[abdeinpstuw])                                                # spares all other words the alternatives
    (?:
        will | shall | would                                            # will meet
      | (?:is|are)[ ](?:set|due|expected|scheduled)[ ]                  # are scheduled by
      | (?:set|due|is|are|agreed|about)[ ]to | plans?[ ]to              # is to meet, plans to meet
      | (?<!-)expected | effective | payable | upcoming | (?<!day[ ])deadline            # payable Oct. 2
      | expires? | takes?[ ]effect | begins?[ ]on                       # takes effect on
    ) \b
    """,
    re.VERBOSE,
)
_REACH = 400
_LEADS_TO_DATE = re.compile(r"\A\s*(?:(?:[Oo]n|[Ii]n|[Bb]y|[Ll]ate|[Ee]arly|[Ff]rom|[Uu]ntil)\s+)*\Z")
"""All that may precede a date that opens a clause."""


@functools.cache
def _limit() -> re.Pattern[str]:
    """The end of a clause: a stop, a comma that joins no names, "that", a verb of saying (but not "be told")."""
    return re.compile(
        rf"""
          [;:?!](?=\s)                                                                  # They left; …
        | [.](?=\s|[\"”’])(?<!\b[A-Z].)(?<!\b[A-Z][a-z].)(?<!\b[A-Z][a-z]{{2}}.)(?<!\b[ap][.]m.)
                                                                                        # They left. But not: Dr. NAME
        | [“”\"]
        | ,(?!\s+(?:and\s+)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*(?:,|\sand\s))             # but not: Oslo, Rome and Paris
        | \b(?=[a-z])(?<!\bbe\s)(?:that|{any_of(*words("phrases/speech_verbs"))})\b     # but not: will be told
        """,
        re.VERBOSE,
    )
