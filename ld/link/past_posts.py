"""Posts of the past that an article states as if they were current: "President NAME once asked" (decision 084)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from ld.facts import Facts, Post
from ld.kb import Item, Lookup, Position
from ld.link.agreement import means
from ld.link.context import day_of
from ld.link.folding import fold
from ld.link.known_item import known_item


def with_past_posts(facts: Facts, bases: Sequence[Lookup]) -> Facts:
    """*facts* in which posts are former that their linked holders cannot have had on the day of publication.

    Somebody who had died by then, according to the first of *bases* that knows them, holds no post any more. Where a
    post has one holder at a time and somebody is known to have held it on that day, everybody else with that title held
    it before. The state or the end of a post that the article itself gives is kept.
    """
    day = day_of(facts)
    if not day or not any(_is_open(post) for post in facts.posts):
        return facts
    held = [_Held(post, known_item(facts.entity(post.holder), bases)[0], day) for post in facts.posts]
    in_office = [each for each in held if each.is_known_to_last]
    return msgspec.structs.replace(
        facts, posts=tuple(_past(each.post) if _is_past(each, in_office) else each.post for each in held)
    )


def _is_open(post: Post) -> bool:
    return post.state == "current" and post.end is None


def _past(post: Post) -> Post:
    return msgspec.structs.replace(post, state="former")


class _Held(NamedTuple):
    """A *post*, the *item* of its holder if known, and the *day* of publication."""

    post: Post
    item: Item | None
    day: str

    @property
    def has_died(self) -> bool:
        """Whether the holder had died by that day, as far as the date of death is known."""
        died = self.item.death if self.item else None
        return bool(died and died[:1].isdigit() and died < self.day[: len(died)])

    @property
    def is_single(self) -> bool:
        """Whether only one person holds such a post at a time."""
        return fold(self.post.title) in _SINGLE

    @property
    def is_known_to_last(self) -> bool:
        """Whether the knowledge base says that the holder had the post on that day."""
        return self.is_single and _is_open(self.post) and any(each.held_on(self.day) for each in self.meant())

    def meant(self) -> Iterator[Position]:
        """The positions of the holder, at any time, that the title may mean."""
        positions = self.item.positions if self.item else ()
        return (position for position in positions if means(self.post.title, position.title))

    def is_of(self, other: "_Held") -> bool:
        """Whether it is the same post as *other*: by the country that the article states, or by the whole title."""
        if fold(self.post.title) != fold(other.post.title):
            return False
        if self.post.country and self.post.country == other.post.country:
            return True
        lasting = {position.title for position in other.meant() if position.held_on(self.day)}
        return any(position.title in lasting for position in self.meant())


_SINGLE = frozenset(
    ("president", "vice president", "prime minister", "premier", "chancellor", "king", "queen", "emperor", "pope")
)


def _is_past(held: _Held, in_office: Sequence[_Held]) -> bool:
    if not _is_open(held.post):
        return False
    if held.has_died:
        return True
    if not held.is_single or any(each.held_on(held.day) for each in held.meant()):
        return False
    return any(other.post.holder != held.post.holder and held.is_of(other) for other in in_office)
