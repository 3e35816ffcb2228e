"""Memberships beside the word "member": "Nato member Norway", "the bloc’s newest member, Norway"."""

import re
from collections.abc import Iterator

from ld.extract.roles.joining import Belonging
from ld.mentions import MentionIndex, Named
from ld.text.before import search_before
from ld.text.reading import Reading
from ld.text.word_index import in_any_case, matches_at


def beside_member(text: Reading, names: MentionIndex) -> Iterator[Belonging]:
    """The memberships of those named right after an organization’s name and "member"."""
    for word in matches_at(_MEMBER, text, text.words.offsets(_MEMBERS)):
        gap = search_before(_GAP, text, word.start(), _REACH)
        organization = names.ending_at(gap.start(), "organization") if gap else None
        if organization is None or search_before(_NO_MORE, text, organization.start, _REACH):
            continue
        for member in _named(text, names, word.end(), several=word["several"] is not None):
            if member.entity.id != organization.entity.id:
                yield _belonging(organization, member)


_MEMBERS = in_any_case(("member", "members"))
_MEMBER = re.compile(r"member(?P<several>s)?(?:\s(?:states?|nations?|country|countries))?,?\s(?:the\s)?")
_GAP = re.compile(
    r"(?:[’']s?)?\s(?:(?:newest|latest|founding|fellow|longtime|senior|founder|permanent|current|new)\s)*\Z"
)
_NO_MORE = re.compile(
    r"\b(?:[Ff]ormer|[Ee]x|[Oo]ne-time|[Tt]hen|[Rr]etired|[Ll]ate|[Nn]on|[Ww]ould-be|[Pp]otential|[Aa]lleged|[Ss]uspected)"
    r"[\s-]+(?:the\s)?\Z"
)
_REACH = 40


def _named(text: str, names: MentionIndex, start: int, *, several: bool) -> Iterator[Named]:
    """The country or the person at *start*; if *several*, also those joined to it by commas and "and"."""
    while named := names.starting_at(start, start, "country", "person"):
        if named.mention.kind == "demonym" or _OWNER.match(text, named.end):
            return
        yield named
        joint = _JOINT.match(text, named.end) if several else None
        if joint is None:
            return
        start = joint.end()


_OWNER = re.compile(r"[’']|-")
_JOINT = re.compile(r"(?:,|,?\sand)\s(?:the\s)?")


def _belonging(organization: Named, member: Named) -> Belonging:
    start, end = min(organization.start, member.start), max(organization.end, member.end)
    return Belonging(start, end, organization.entity.id, member.entity.id, "member by name")
