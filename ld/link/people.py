"""Links people: by full name, where the posts that the article states do not contradict."""

from typing import NamedTuple

from ld.facts import Entity, Facts, Link, Nil, Post
from ld.link.knowledge import Entry, country_name, entries_named, fold, linked, settle


def link_person(person: Entity, facts: Facts) -> Link | Nil:
    """The item of the person with this full name.

    Posts decide: one that the knowledge base does not know of, or one held for another country, is somebody else's.
    Without a post, the entry's country must be named in the article, and the name be no common one.
    An article's author is never linked by name alone.
    """
    posts = [post for post in facts.posts if post.holder == person.id]
    return settle(
        _by_posts(entry, posts, facts) if posts else _by_context(entry, person, facts)
        for entry in entries_named("person", person.name)
    )


def _by_posts(entry: Entry, posts: list[Post], facts: Facts) -> Link | Nil:
    stated = [_Stated(post.title, _state_of(post, facts)) for post in posts]
    for post in stated:
        if post.state not in {entry.country, None} or not _holds(entry, post.title):
            return Nil(because=f"named like {entry.named()}, but the post differs: {post.told()}")
    if any(post.state for post in stated):
        return linked(entry, 0.95, f"named like {entry.label}, and the post agrees: {stated[0].told()}")
    if _names_country(facts, entry.country):
        country = country_name(entry.country)
        return linked(entry, 0.85, f"named like {entry.label}, the title agrees, and the article names {country}")
    return Nil(because=f"named like {entry.named()}, but the article does not say of which country: {stated[0].told()}")


class _Stated(NamedTuple):
    title: str
    state: str | None

    def told(self) -> str:
        return f"{self.title} of {country_name(self.state)}" if self.state else self.title


def _state_of(post: Post, facts: Facts) -> str | None:
    """The code of the country for which the post is held, or to which its body belongs."""
    codes = [facts.entity(held_for).country_code for held_for in (post.country, post.body) if held_for]
    return next((code for code in codes if code), None)


def _holds(entry: Entry, title: str) -> bool:
    """Whether all words of *title* stand in one of the entry's posts: "Defense Minister", "former president"."""
    words = set(fold(title).split()) - _NO_MATTER
    return bool(words) and any(words <= set(fold(post).split()) for post in entry.posts)


_NO_MATTER = {"of", "the", "for", "former", "ex", "then", "acting", "outgoing", "incoming", "current", "late"}


def _by_context(entry: Entry, person: Entity, facts: Facts) -> Link | Nil:
    if any(author.entity == person.id for author in facts.authors):
        return Nil(because=f"named like {entry.named()}, but the author of the article, with no post stated")
    if entry.common_name:
        return Nil(because=f"named like {entry.named()}, but so are others, and the article states no post")
    country = country_name(entry.country)
    if not _names_country(facts, entry.country):
        return Nil(because=f"named like {entry.named()}, but the article states no post and does not name {country}")
    return linked(entry, 0.7, f"named like {entry.label}, and the article names {country}; no post is stated")


def _names_country(facts: Facts, code: str) -> bool:
    return any(entity.country_code == code for entity in facts.entities)
