"""From mentions to events: joins the mentions of one event, and keeps what they agree on."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from ld.article import Article, Citation
from ld.extract.events.happening import Happening
from ld.extract.events.kinds import natures
from ld.facts import Event, EventStatus, Reference

_DAY = len("2024-09-11")
_OFTEN = 2
_LEAD = 3
"""The number of paragraphs at the head of the article that tell the story of headline and lead."""


class Story:
    """The mentions of one event, in the order of the text.

    It *opens* the article if the first of them is before *lead_end*.
    """

    def __init__(self, first: Happening, lead_end: int) -> None:
        self.happenings = [first]
        self._lead_end = lead_end
        self._names = _names(first)
        self._date = _date(first)
        self.opens = first.name.start < lead_end

    def agrees_with(self, other: Happening) -> bool:
        """Whether *other* can be a mention of this event: of its kind, at its time, with the same people and places.

        A mention without these is one only if it points back ("the attack"), or if both are in the headline and lead.
        """
        if (
            other.kind != self.happenings[0].kind
            or not _agree(self._date, _date(other))
            or self._ended_otherwise(other)
        ):
            return False
        if any(_is_same_mention(each, other) for each in self.happenings):
            return True
        return not _ANOTHER.search(other.name.exact) and self._is_same(other)

    def _is_same(self, other: Happening) -> bool:
        """Whether *other*, which does not contradict, says so much of the same that it is this event."""
        theirs = _names(other)
        if any(_comes_back_to(each, other) for each in self.happenings):
            return True
        shared = self._names & theirs
        if self._names and theirs:
            is_same = len(shared) > 1 or (bool(shared) and (shared in {self._names, theirs} or _is_of_one(other)))
            return is_same or self._is_headline_of(other)
        if self._date == _date(other) and (len(self._date) == _DAY or self._is_bare(other)):
            return True
        if (other.points_back and not theirs and not other.dates and self._knows(other)) or self._is_beside(other):
            return True
        return self._is_announced_by(other) or self._is_told_again(other)

    def _is_bare(self, other: Happening) -> bool:
        """Whether one of the two says nothing but its day or year: "death" in 1987, "death of Quist" in 1987."""
        return bool(self._date) and any(" " not in each.called for each in (*self.happenings, other))

    def _knows(self, other: Happening) -> bool:
        """Whether *other* has no name in its own that the mentions before lack: "the Leeds attack"."""
        names = _CAPITALS.findall(other.name.exact)
        told = " ".join(words for each in self.happenings for words in _all_words(each))
        return all(name[:_SHORT] in told for name in names)

    def _is_headline_of(self, other: Happening) -> bool:
        """Whether the headline shortens a name of the lead: "U.N. votes", "the U.N. Council voted"."""
        first, words = self.happenings[0], _words(other)
        is_headline = len(self.happenings) == 1 and first.in_title and other.name.start < self._lead_end
        return is_headline and first.root == other.root and _words(first)[:1] == words[:1]

    def _ended_otherwise(self, other: Happening) -> bool:
        """Whether the two are matches that ended with different scores."""
        scores = {score for each in (*self.happenings, other) if (score := _score(each))}
        return len(scores) > 1

    def _is_announced_by(self, other: Happening) -> bool:
        """Whether the sentence points to the event before it reports it.

        "The country mourns the worst attack in years after a gunman fired shots in Oslo on Friday."
        """
        first = self.happenings[0]
        says_nothing = first.points_back and not self._names and not self._date
        return len(self.happenings) == 1 and says_nothing and first.sentence == other.sentence and other.is_past

    def _is_told_again(self, other: Happening) -> bool:
        """Whether *other* repeats a mention: "the resolution was adopted", "the resolution adopted"."""
        if natures()[other.kind] == "sudden":
            return False
        return any(each.root == other.root and _things(each) & _things(other) for each in self.happenings)

    def _is_beside(self, other: Happening) -> bool:
        """Whether both are in headline and lead, with the same word or one in a title."""
        titles = all(happening.in_title for happening in self.happenings)
        alike = other.root in {happening.root for happening in self.happenings} and self._knows(other)
        return self.opens and other.name.start < self._lead_end and (titles or other.in_title or alike)

    @property
    def _is_weak(self) -> bool:
        return natures()[self.happenings[0].kind] == "weak"

    def add(self, other: Happening) -> None:
        """Add a mention that agrees with this event."""
        self.happenings.append(other)
        self._names |= _names(other)
        self._date = max(self._date, _date(other), key=len)

    @property
    def is_told(self) -> bool:
        """Whether a mention distinguishes the event from others of its kind, or the article is about it."""
        return any(happening.founds for happening in self.happenings) or self._turns_on_it

    @property
    def _turns_on_it(self) -> bool:
        is_often_told = len(self.happenings) > _OFTEN
        return self.opens and not self._is_weak and self.happenings[0].points_back and is_often_told


def _is_same_mention(one: Happening, other: Happening) -> bool:
    """Whether the two are the verb and the noun of one clause ("launched an attack"), or the same words again."""
    if one.name.start < other.name.end and other.name.start < one.name.end:
        return True
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    return len(shorter) > _FEW_WORDS and longer[-len(shorter) :] == shorter


_FEW_WORDS = 2
_ANOTHER = re.compile(r"\b(?:another|separate|further|similar|unrelated|itself)\s")
_CAPITALS = re.compile(r"(?<=\s)[A-Z][a-z]+|^[A-Z][a-z]+(?=\s)")


def _comes_back_to(one: Happening, other: Happening) -> bool:
    """Whether *other* befell what *one* told of first: "an attack on a Leeds bus", "the attack on the bus"."""
    back = _THE_THING.search(other.proof.exact)
    if back is None or (one.participants and other.participants):
        return False
    return re.search(rf"\ban?\s(?:[\w’'-]+\s){{0,3}}{back[1]}\b", one.proof.exact) is not None


_THE_THING = re.compile(r"\b(?:on|of|at|in|into)\s(?:the|that)\s(?:[\w-]+\s)?([a-z]{3,})\Z")


def _all_words(happening: Happening) -> Iterator[str]:
    """The words of all that *happening* cites."""
    yield from (happening.name.exact, happening.called, happening.proof.exact)
    for reference in (*happening.participants, *happening.places):
        yield from (words.exact for words in reference.evidence if isinstance(words, Citation))


def _words(happening: Happening) -> tuple[str, ...]:
    return tuple(happening.name.exact.casefold().split())


def _things(happening: Happening) -> frozenset[str]:
    """The words of a name that may distinguish its object: no short ones, no verb."""
    words = _words(happening)
    return frozenset(word for word in words if len(word) > _SHORT and not word.startswith(happening.root))


_SHORT = 4


def _score(happening: Happening) -> tuple[str, ...]:
    """The final score, whoever won: "2-0" is "0-2"."""
    score = _SCORE.search(happening.name.exact) if happening.kind == "match" else None
    return tuple(sorted(score.groups())) if score else ()


_SCORE = re.compile(r"\b(\d{1,3})[-–](\d{1,3})\b")


def _is_of_one(happening: Happening) -> bool:
    return len(happening.participants) <= 1


def _names(happening: Happening) -> frozenset[tuple[str, str]]:
    """The participants and the places: a country may be either, and is not the same then."""
    taking_part = frozenset(("part", reference.entity) for reference in happening.participants)
    return taking_part | {("place", reference.entity) for reference in happening.places}


def _date(happening: Happening) -> str:
    return happening.dates[0].value if happening.dates else ""


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def told_events(happenings: Iterable[Happening], article: Article) -> list[Event]:
    """The events that *happenings*, in the order of the text, report; their ids are still empty."""
    lead_end = max((part.end for part in islice(article.of_kind("paragraph"), _LEAD)), default=0)
    stories: list[Story] = []
    for happening in happenings:
        agreeing = [story for story in stories if story.agrees_with(happening)]
        if agreeing:
            max(agreeing, key=lambda story: len(story.happenings)).add(happening)
        else:
            stories.append(Story(happening, lead_end))
    return [_event(story.happenings) for story in stories if story.is_told]


def _event(happenings: Sequence[Happening]) -> Event:
    best = _best_named(happenings)
    dates = [happening.dates[0] for happening in happenings if happening.dates]
    return Event(
        id="",
        name=best.called,
        evidence=(best.proof, *(each.name for each in happenings if each.name not in {best.name, best.proof})),
        kind=happenings[0].kind,
        status=_status(happenings),
        start=max(dates, key=lambda date: len(date.value)) if dates else None,
        places=unified(reference for happening in happenings for reference in happening.places)[:1],
        participants=unified(reference for happening in happenings for reference in happening.participants),
    )


def _status(happenings: Sequence[Happening]) -> EventStatus | None:
    """The status in the first mention that states one, unless another reports the event as past."""
    if any(happening.is_past for happening in happenings):
        return None
    return next((happening.status for happening in happenings if happening.status), None)


def _best_named(happenings: Sequence[Happening]) -> Happening:
    """The first mention in the body with a distinctive name of several words, else the first with a name."""
    named = [happening for happening in happenings if happening.called]
    body = [happening for happening in named if happening.in_body and " " in happening.called]
    return next((each for each in (*(one for one in body if one.founds), *body, *named)), happenings[0])


def unified(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """One reference per entity, with all its evidence."""
    merged: dict[str, dict[Citation, None]] = {}
    for reference in references:
        merged.setdefault(reference.entity, {}).update(dict.fromkeys(reference.evidence))  # type: ignore[arg-type]
    return tuple(Reference(entity=entity, evidence=tuple(evidence)) for entity, evidence in merged.items())
