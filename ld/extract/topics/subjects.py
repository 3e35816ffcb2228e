"""The entities that an article is about: one to three, by where and how often it names them."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from ld.article import Citation, Part
from ld.extract.entities.places.dateline import FOLLOWS_PLACE
from ld.facts import Entity, Mention, Reference
from ld.mentions import MentionIndex
from ld.text.lexicon import any_of, word_set, words
from ld.text.reading import Reading


class _Standing(NamedTuple):
    """The prominence of an entity in the article: the evidence in its mentions that it is the subject.

    *headline* is its clearest mention in the headline, *lead* its mention in the first paragraph. *opens* means that it
    is the first entity that the lead names, *early* that one of the first two paragraphs names it, and *paragraphs* is
    the number that do. One that *only_speaks* is never named except beside a verb of saying.
    """

    entity: Entity
    headline: Mention | None
    plainly: bool
    lead: Mention | None
    opens: bool
    early: bool
    paragraphs: int
    first: Mention
    only_speaks: bool

    @property
    def weight(self) -> float:
        """The evidence that it is the subject, as a number of paragraphs that name it."""
        headline = (_PLAINLY if self.plainly else _IN_PASSING) if self.headline else 0
        lead = (_LEAD if self.lead else 0) + (_OPENS if self.opens else 0)
        is_voice = self.only_speaks and self.headline is None and not self.opens
        scale = (
            (_SETTING if self._is_setting else 1) * (1 if self._is_repeated else _ONCE) * (_VOICE if is_voice else 1)
        )
        return scale * (min(self.paragraphs, _MOST_PARAGRAPHS) + headline + lead)

    @property
    def is_prominent(self) -> bool:
        """Whether it can be a further subject: named at the top, and again."""
        early = self.early and self.entity.kind != "place"
        return self._is_repeated and (self.headline is not None or early)

    @property
    def _is_setting(self) -> bool:
        """Whether it is more likely the setting of the news than its subject."""
        return self.entity.kind == "country" or (self.entity.kind == "place" and not self.plainly)

    @property
    def _is_repeated(self) -> bool:
        return self.paragraphs > 1 or (self.plainly and self.lead is not None)


_PLAINLY, _IN_PASSING, _LEAD, _OPENS, _MOST_PARAGRAPHS = 6, 3, 3, 2, 10
_SETTING, _ONCE, _VOICE = 0.6, 0.5, 0.4
"""Factors for a mere setting, for a single mention, and for somebody who is only quoted."""
_LEAST, _SHARE, _MOST_SUBJECTS = 5, 0.55, 3
"""The least weight of a second and third subject, by itself and as a share of the first's; and the most subjects."""


def find_subjects(text: Reading, names: MentionIndex, apart: AbstractSet[str]) -> tuple[Reference, ...]:
    """The one to three entities that *text* is about, the main one first; none if it names no entity.

    The ids in *apart* (authors, the publisher, people credited for pictures) are never subjects, and neither are
    groups, agencies, and outlets that are only cited. A second and a third must be named at the top of the article,
    with about as much weight as the first; otherwise they are only mentioned.
    """
    standings = sorted(_standings(text, names, apart), key=lambda each: (-each.weight, each.first.start))
    subjects: list[_Standing] = []
    for each in standings:
        if not subjects or (_is_beside(each, subjects[0]) and not _is_same(each.entity, subjects)):
            subjects.append(each)
    chosen = subjects[:_MOST_SUBJECTS]
    return tuple(Reference(entity=each.entity.id, evidence=_evidence(each)) for each in chosen)


def _is_beside(other: _Standing, first: _Standing) -> bool:
    """Whether *other* is a subject as well as the *first* one."""
    return other.is_prominent and other.weight >= max(_LEAST, _SHARE * first.weight)


def _is_same(entity: Entity, subjects: Iterable[_Standing]) -> bool:
    """Whether the name of *entity* is a shorter or longer form of a subject's, and so a missed coreference."""
    words = set(entity.name.lower().split())
    others = (set(each.entity.name.lower().split()) for each in subjects if each.entity.kind == entity.kind)
    return any(words <= other or other <= words for other in others)


def _evidence(standing: _Standing) -> tuple[Citation, ...]:
    proofs = [mention for mention in (standing.headline, standing.lead) if mention] or [standing.first]
    return tuple(Citation(start=each.start, end=each.end, exact=each.exact, rule=_RULE) for each in proofs)


_RULE = "named at the top and often"


def _standings(text: Reading, names: MentionIndex, apart: AbstractSet[str]) -> Iterator[_Standing]:
    paragraphs = tuple(text.article.of_kind("paragraph"))
    opener = _opener(text, names, paragraphs[:1])
    for entity in names.entities:
        if entity.kind == "group" or entity.id in apart or _is_agency(entity):
            continue
        mentions = [mention for mention in entity.mentions if _counts(text, names, entity, mention)]
        told = [(mention, part) for mention in mentions if (part := text.article.part_at(mention.start))]
        body = [(mention, part) for mention, part in told if part.kind == "paragraph"]
        headline = [mention for mention, part in told if part.kind == "headline"]
        headline = headline or (_in_headline(text, names, entity) if body else [])
        if not body and not headline:
            continue
        plain = next((mention for mention in headline if _is_plain(text, mention)), None)
        yield _Standing(
            entity,
            headline=plain or next(iter(headline), None),
            plainly=plain is not None,
            lead=next((mention for mention, part in body if part in paragraphs[:1]), None),
            opens=entity.id == opener,
            early=any(part in paragraphs[:2] for _, part in body),
            paragraphs=len({part.start for _, part in body}),
            first=body[0][0] if body else headline[0],
            only_speaks=entity.kind == "person" and _only_speaks(text, [mention for mention, _ in body], paragraphs),
        )


def _is_agency(entity: Entity) -> bool:
    return entity.kind == "organization" and entity.name.lower().removeprefix("the ") in word_set("topics/agencies")


def _opener(text: Reading, names: MentionIndex, lead: Sequence[Part]) -> str | None:
    """The id of the first entity that the lead names for its own sake: as a rule the subject of its first sentence."""
    named = (each for part in lead for each in names.within(part.start, part.end) if each.entity.kind != "group")
    return next((each.entity.id for each in named if _counts(text, names, each.entity, each.mention)), None)


def _counts(text: Reading, names: MentionIndex, entity: Entity, mention: Mention) -> bool:
    """Whether *mention* names *entity* for its own sake.

    It does not if it only gives the state of a town ("Dover, Delaware"), somebody's origin ("an Oslo man"), the place
    of a dateline ("OSLO (AP) - "), or the organization that is cited for the news ("according to the Harbour Times").
    """
    before = text[max(0, mention.start - _REACH) : mention.start]
    if entity.kind in {"place", "country"}:
        town = names.ending_at(mention.start - 2, "place") if text.startswith(", ", mention.start - 2) else None
        return town is None and not (_INDEFINITE.search(before) or FOLLOWS_PLACE.match(text, mention.end))
    if entity.kind == "organization":
        return not (_CITED_BEFORE.search(before) or _CITED_BEHIND.match(text, mention.end))
    return True


def _only_speaks(text: Reading, mentions: Sequence[Mention], paragraphs: Sequence[Part]) -> bool:
    """Whether all *mentions* are beside a verb of saying, and none opens the article, where such words are the news."""
    is_first = bool(paragraphs) and any(mention.start < paragraphs[0].start + _FAR for mention in mentions)
    return not is_first and all(_speaks(text, mention) for mention in mentions)


def _speaks(text: Reading, mention: Mention) -> bool:
    """Whether *mention* is beside a verb of saying: "Nora Quist, a nurse, says", "said spokesman Jan Marsh"."""
    before = text[max(0, mention.start - _FAR) : mention.start]
    return _speaking_behind().match(text, mention.end) is not None or _spoken_before().search(before) is not None


@functools.cache
def _speaking_behind() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?: ,[^.;:“”"]{{1,90}}, )? \s (?: (?:has|have|had|also|later) \s )* {any_of(*words("phrases/speech_verbs"))} \b
        """,
        re.VERBOSE,
    )


@functools.cache
def _spoken_before() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?: \b(?:{any_of(*words("phrases/speech_verbs"))}) | according\sto ) \s (?: [^\s,.;:]+ \s ){{0,7}} $
        """,
        re.VERBOSE,
    )


_FAR = 80
_REACH = 30
_INDEFINITE = re.compile(r"\b[Aa]n? $")
_CITED_BEFORE = re.compile(
    r"\b(?:according to|(?:reported|cited|quoted) by|told|interview with) (?:the )?$", re.IGNORECASE
)
_CITED_BEHIND = re.compile(r"(?:, citing|(?: has| had)?(?: first| also)? report(?:s|ed))\b")


def _in_headline(text: Reading, names: MentionIndex, entity: Entity) -> list[Mention]:
    """Names of *entity* in a headline that no entity covers: capitals are a weak sign of a name there."""
    forms = {mention.exact for mention in entity.mentions if mention.kind in {"name", "short"}}
    if entity.kind == "person":
        forms.add(entity.name.split()[-1])
    return [
        Mention.of(text, start, end, kind="short")
        for part in text.article.of_kind("headline")
        for form in sorted(forms)
        if len(form) >= _SHORTEST
        for start, end in text.occurrences(form)
        if part.start <= start < part.end and not names.covers(start, end)
    ]


_SHORTEST = 3


def _is_plain(text: Reading, mention: Mention) -> bool:
    """Whether a headline names the entity itself, not another through it ("Quist’s company", "Norwegian fishermen")."""
    return mention.kind != "demonym" and not _POSSESSIVE.match(text, mention.end)


_POSSESSIVE = re.compile(r"[’']s?(?!\w)")
