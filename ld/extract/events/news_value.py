"""Which events carry the news, judged by where the article reports them, how precisely, and how often."""

from collections.abc import Mapping, Sequence

from ld.article import Article, Citation
from ld.extract.events.kinds import natures
from ld.facts import Event

_MOST = 8
_FEWEST_POINTS = 1.0
_FEWEST_OF_WEAK_KINDS = 2.0
_OF_LATE = 2
_PARAGRAPHS = (3, 2, 1, 1, 1)
"""The points of an event that the first, the second … paragraph reports; the headline counts like the first."""


def newsworthy(events: Sequence[Event], article: Article) -> list[Event]:
    """The *events* that carry the news, in the order of the text, but first the one that headline and lead report."""
    leading = {part.start: gain for part, gain in zip(article.of_kind("paragraph"), _PARAGRAPHS, strict=False)}
    leading |= {part.start: _PARAGRAPHS[0] for part in article.of_kind("headline")}
    points = {id(event): _points(event, article, leading) for event in events}
    kept = [event for event in events if points[id(event)] >= _needed(event) and _is_news(event, article)]
    kept = sorted(kept, key=lambda event: (-points[id(event)], _first(event)))[:_MOST]
    return sorted(kept, key=lambda event: (event is not kept[0], _first(event)))


def _needed(event: Event) -> float:
    return _FEWEST_OF_WEAK_KINDS if natures().get(event.kind, "weak") == "weak" else _FEWEST_POINTS


def _is_news(event: Event, article: Article) -> bool:
    """Whether it is neither a picture of years ago nor a visit without a visitor or a destination."""
    if event.kind == "visit":
        return bool(event.places and (event.attendees or event.participants))
    return not (_is_file_picture(event, article) or _is_unnamed(event))


def _is_unnamed(event: Event) -> bool:
    """Whether it is some "statement" or "decision" of which the name does not say what it is about."""
    return event.kind in {"announcement", "launch"} and event.name in _OF_SOMETHING


_OF_SOMETHING = frozenset(("announcement", "decision", "declaration", "guidance", "launch", "order", "statement"))


def _points(event: Event, article: Article, leading: Mapping[int, int]) -> float:
    """The points of an event; *leading* maps the starts of the parts at the head of the article to their points."""
    spots = _citations(event)
    parts = (article.part_at(words.start) for words in spots)
    told_in = max((leading.get(part.start, 0) for part in parts if part), default=0)
    placed, peopled = bool(event.places), bool(event.participants or event.organizers or event.attendees)
    return told_in + _timeliness(event, article) + placed + peopled + min(2, len(spots) - 1) / 2


def _timeliness(event: Event, article: Article) -> int:
    """The points for its date: an event of recent years or the future is news, an earlier one is background."""
    if event.start is None:
        return 0
    published = article.date_published
    return _OF_LATE if published is None or int(event.start.value[:4]) >= int(published.value[:4]) - 1 else 1


def _is_file_picture(event: Event, article: Article) -> bool:
    """Whether only a caption reports it, and as an event of an earlier year."""
    parts = [article.part_at(words.start) for words in _citations(event)]
    only_caption = all(part is not None and part.kind == "caption" for part in parts)
    return only_caption and event.start is not None and _timeliness(event, article) < _OF_LATE


def _first(event: Event) -> int:
    return min((words.start for words in _citations(event)), default=0)


def _citations(event: Event) -> list[Citation]:
    return [words for words in event.evidence if isinstance(words, Citation)]
