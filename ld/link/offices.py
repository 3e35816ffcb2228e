"""The offices behind posts: their items in a knowledge base, with the dates of their holders."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from ld.article import Stated
from ld.facts import Entity, Facts, Office, Post
from ld.kb import Lookup, Position
from ld.kb.item import QID
from ld.link.agreement import means
from ld.link.context import StatedPost, code_of, day_of, stated_post
from ld.link.folding import fold
from ld.link.known_item import known_item
from ld.read.dates import is_iso_date


def with_offices(facts: Facts, bases: Sequence[Lookup], before: Iterable[Entity] = ()) -> Facts:
    """*facts* with the office of each post, if the first of *bases* that knows the linked holder knows exactly one.

    A post in the knowledge base agrees with the article's if the stated title may mean it, if it does not belong to
    another country or organization, and if it may have been held at the time. Its dates are taken over only where no
    other term can be meant and they do not contradict the article's.
    An office that is already there stays, unless its holder's link has changed since *before*.
    """
    if not facts.posts:
        return facts
    links = {entity.id: entity.link for entity in before}
    offices = _Offices(facts, bases)
    return msgspec.structs.replace(
        facts,
        posts=tuple(
            post
            if post.office and links.get(post.holder) == facts.entity(post.holder).link
            else msgspec.structs.replace(post, office=offices.of(post))
            for post in facts.posts
        ),
    )


class _Offices:
    """The offices of the posts in some *facts*, according to *bases*."""

    def __init__(self, facts: Facts, bases: Sequence[Lookup]) -> None:
        self._entities: Mapping[str, Entity] = {entity.id: entity for entity in facts.entities}
        self._facts, self._bases, self._day = facts, bases, day_of(facts)

    def of(self, post: Post) -> Office | None:
        """The one office that *post* can mean."""
        item, source = known_item(self._entities[post.holder], self._bases)
        told = stated_post(post, self._facts)
        day = told.day or (None if told.is_past else self._day)
        agreeing = [held for held in item.positions if self._agrees(held, post, told)] if item else []
        then = [held for held in agreeing if day is None or held.held_on(day) is not False]
        surely = [held for held in then if (held.held_on(day) if day else told.is_past and held.end is not None)]
        meant = surely or then
        if len({held.office for held in meant}) != 1:
            return None
        terms = [held for held in surely if _agree(held.start, post.start) and _agree(held.end, post.end)]
        start, end = (terms[0].start, terms[0].end) if len(terms) == 1 else (None, None)
        return Office(qid=str(meant[0].office), source=source, start=_date(start), end=_date(end))

    def _agrees(self, held: Position, post: Post, told: StatedPost) -> bool:
        if not (held.office and QID.fullmatch(held.office) and means(post.title, held.title)):
            return False
        code = code_of(held.country) if held.country else None
        if code and told.code and code != told.code:
            return False
        return not told.of_body or self._is_of(held, post)

    def _is_of(self, held: Position, post: Post) -> bool:
        """Whether the title names the organization: the president of a state may be that of a board, too."""
        body = self._entities.get(post.body or "")
        return body is not None and set(fold(body.name).split()) <= {"the", *fold(held.title).split()}


def _agree(known: str | None, told: Stated | None) -> bool:
    """Whether two dates agree as far as both are precise; a missing one agrees with any."""
    if known is None or told is None:
        return True
    length = min(len(known), len(told.value))
    return known[:length] == told.value[:length]


def _date(known: str | None) -> str | None:
    """What is *known*, if it is a date: a post may be known to have ended without a date."""
    return known if known and is_iso_date(known) else None
