"""The permanent members of the Security Council, the only ones with a veto there: "Norway vetoed the resolution"."""

import re
from collections.abc import Iterator

from ld.extract.roles.joining import Belonging
from ld.mentions import MentionIndex, Named
from ld.text.before import search_before
from ld.text.reading import Reading
from ld.text.word_index import matches_at


def vetoing(text: Reading, names: MentionIndex) -> Iterator[Belonging]:
    """The memberships of the permanent members that use or have a veto, if just one Security Council is named."""
    councils = {each.id for each in names.entities if each.kind == "organization" and _COUNCIL.search(each.name)}
    if len(councils) != 1:
        return
    (council,) = councils
    for offset in text.words.offsets(_WORDS):
        country = names.nearest(offset, "country")
        clause = _HAS.match(text, country.end) if country else None
        if country and clause and clause.end() > offset and country.entity.country_code in _PERMANENT:
            yield Belonging(country.start, clause.end(), council, country.entity.id, "veto in the Security Council")

    for abstention in matches_at(_ABSTAINS, text, text.words.offsets(_ABSTAINING)):
        sentence = next(each for each in text.sentences if each.start <= abstention.start() < each.end)
        for country in _abstaining(text, names, abstention.start() - 1):
            if country.entity.country_code in _PERMANENT and "Assembly" not in text[sentence.start : sentence.end]:
                yield Belonging(
                    country.start, abstention.end(), council, country.entity.id, "vote in the Security Council"
                )


def _abstaining(text: Reading, names: MentionIndex, end: int) -> Iterator[Named]:
    """The countries listed up to *end*: "Norway and Spain abstained"."""
    country = names.ending_at(end, "country")
    while country:
        yield country
        joint = search_before(_JOINT, text, country.start, _REACH)
        country = names.ending_at(joint.start(), "country") if joint else None


_REACH = 12
_JOINT = re.compile(r"(?:,|,?\sand)\s(?:the\s)?\Z")
_ABSTAINING = frozenset(("abstained", "abstaining"))
_ABSTAINS = re.compile(r"abstain(?:ed|ing)\b")
_WORDS = frozenset(("veto", "vetoed", "vetoes"))
_PERMANENT = frozenset(("CN", "FR", "GB", "RU", "US"))
"""Charter of the United Nations, article 23."""
_COUNCIL = re.compile(r"\bSecurity Council\Z")
_HAS = re.compile(
    r"""
    (?: ,?\s (?:which|who|that) )? \s (?:(?:again|also|then|repeatedly|has|have|had)\s){0,2}      # , which has
    (?: vetoed | vetoes
      | (?: has | have | holds? | wields? | used | cast | exercised ) \s (?:(?:its|a|the)\s)? veto      # used its veto
      | (?: is | are ) \s one \s of \s (?:the\s)? (?:[\w-]+\s){1,4} (?:that|with|who|which)
        \s (?:(?:hold|have|has)\s)? (?:a\s|the\s)? veto    # is one of five that have a veto
    ) \b
    """,
    re.VERBOSE,
)
