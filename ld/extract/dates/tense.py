"""Whether the clause around an expression speaks of the future."""

import functools
import re

from ld.text.lexicon import any_of, words


def is_ahead(match: re.Match[str], start: int, end: int) -> bool:
    """Whether the clause of the date *match* speaks of the future; the text is read from *start* to *end*."""
    text = match.string
    limits = list(_limit().finditer(text, max(start, match.start() - _REACH), match.start()))
    if limits and limits[-1].group().strip() == "," and _LEADS_TO_DATE.match(text[limits[-1].end() : match.start()]):
        del limits[-2:]
    first = limits[-1].end() if limits else max(start, match.start() - _REACH)
    end = min(end, match.end() + _REACH)
    alone = _LEADS_TO_DATE.match(text[first : match.start()]) is not None
    if alone and limits and limits[-1].group().isalpha() and limits[-1].group() != "that":
        return False
    following = _limit().search(text, match.end(), end)
    if following and alone and following.group() == ",":
        following = _limit().search(text, following.end(), end)
    return _FUTURE.search(text, first, following.start() if following else end) is not None


_FUTURE = re.compile(
    r"""
    \b (?=[abdeinpstuw])                                                # spares all other words the alternatives
    (?:
        will | shall | would                                            # will meet
      | (?:is|are)[ ](?:set|due|expected|scheduled)[ ]                  # are scheduled by
      | (?:set|due|is|are|agreed|about)[ ]to | plans?[ ]to              # is to meet, plans to meet
      | expected | effective | payable | upcoming | deadline            # payable Oct. 2
      | expires? | takes?[ ]effect | begins?[ ]on                       # takes effect on
    ) \b
    """,
    re.VERBOSE,
)
_REACH = 400
_LEADS_TO_DATE = re.compile(r"\A\s*(?:(?:[Oo]n|[Ii]n|[Bb]y|[Ll]ate|[Ee]arly|[Ff]rom|[Uu]ntil)\s+)*\Z")
"""All that stands between the beginning of a clause and a date that opens it."""


@functools.cache
def _limit() -> re.Pattern[str]:
    """Where a clause ends: a stop, a comma that joins no names, "that", a verb of saying (but not "be told")."""
    return re.compile(
        rf"""
          [;:?!](?=\s)                                                                  # They left; …
        | [.](?=\s|[\"”’])(?<!\b[A-Z].)(?<!\b[A-Z][a-z].)(?<!\b[A-Z][a-z]{{2}}.)        # They left. But not: Dr. NAME
        | [“”\"]
        | ,(?!\s+(?:and\s+)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*(?:,|\sand\s))             # but not: Oslo, Rome and Paris
        | \b(?=[a-z])(?<!\bbe\s)(?:that|{any_of(*words("phrases/speech_verbs"))})\b     # but not: will be told
        """,
        re.VERBOSE,
    )
