"""The dateline: where a report states at its beginning that it was written."""

import re

from ld.article import Citation
from ld.facts import Reference
from ld.mentions import MentionIndex
from ld.text.reading import Reading


def find_dateline(text: Reading, names: MentionIndex) -> Reference | None:
    """The place or the country that opens the first paragraph, if the dash of a dateline follows it.

    The evidence is the dateline without the agency and the dash: "OSLO, Sept. 11" of "OSLO, Sept. 11 (Reuters) - ".
    """
    first = next(text.article.of_kind("paragraph"), None)
    opening = names.within(first.start, first.end, "place", "country")[:1] if first else ()
    for named in opening:
        behind = FOLLOWS_PLACE.match(text, named.end)
        if first and named.start == first.start and behind:
            citation = Citation.of(text, named.start, behind.end("more"), rule="dateline")
            return Reference(entity=named.entity.id, evidence=(citation,))
    return None


def dateline_agencies(text: Reading) -> list[tuple[int, int]]:
    """The spans in datelines of the agency that sent the report, which is not part of the news."""
    return [found.span("agency") for found in _WIRED.finditer(text)]


_WIRED = re.compile(
    r"""
    ^ (?:[A-Z][\w.’'-]*,?[ ]){1,8}          # "OSLO, Norway, Sept. 11 "
    (?:\d{1,2}[ ])?
    \( (?P<agency>[A-Z][\w/. ]{1,29}) \)    # "(AP)"
    [ ]? (?:-|–|—|--) (?:[ ]|$)
    """,
    re.VERBOSE | re.MULTILINE,
)

FOLLOWS_PLACE = re.compile(r"(?P<more>(?:, [A-Z][\w. ]{1,29}[\w.]){0,2}) ?(?:\([\w /.]{2,30}\) ?)?(?:-|–|—|--) ")
"""What follows a place at the beginning of a report: "OSLO (Reuters) - "."""
