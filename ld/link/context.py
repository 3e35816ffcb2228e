"""What an article says that distinguishes namesakes: its day, the countries it names, the posts it states."""

import functools
import re
from typing import NamedTuple
from urllib.parse import urlsplit

from ld.article import Citation
from ld.extract.phrases.titles import title_before
from ld.facts import Entity, Facts, Post, PostState
from ld.kb import Item
from ld.link.countries import country_items
from ld.link.folding import fold, folded_words
from ld.link.home import home_of
from ld.text.lexicon import table
from ld.text.reading import Reading

_GUESSED = "capital of the post"
"""The rule that gives a bare "President" to the state whose capital is near: evidence neither for nor against."""

_BESIDE = 160
_APPOSED = re.compile(r",\s+(?:an?|the|who is an?)\s+(?:[\w-]+\s+){0,3}[\w-]+")
_AGE = re.compile(r",? \(?(?:aged )?\d\d\b(?!\s*(?:per|%|years? ago))[,)]?")
_NEWS_SINCE = 1980
_YEAR = re.compile(r"[12](?<![\w.,].)(?:(?<=1)9|(?<=2)0)\d\d(?!\w)")


class StatedPost(NamedTuple):
    """A post as the article states it. *code* is that of its country; *of_body*: an organization's, and not a state's.

    *day* is one on which it was held, if the article says since or until when; ISO 8601, of any precision.
    """

    title: str
    code: str | None
    of_body: bool
    day: str | None = None
    state: PostState = "current"

    @property
    def is_past(self) -> bool:
        """Whether the article says that the post has ended or has not yet begun."""
        return self.state in {"former", "future"} or not _NOT_NOW.isdisjoint(fold(self.title).split())


class Subject(NamedTuple):
    """What an article says about one name: the posts, the folded words *beside* it, and those immediately *next* to it.

    *is_aged*: an age follows the name, as for people whom readers do not know: "Ada Quill, 42,".
    """

    name: str
    posts: tuple[StatedPost, ...]
    beside: frozenset[str]
    next: frozenset[str]
    is_aged: bool = False


def _last_words(before: str) -> list[str]:
    words = before.rsplit(None, 2)[-2:]
    return words if words[-1:] == ["manager"] else words[-1:]


class ArticleContext(NamedTuple):
    """What is common to all names of an article.

    *day* is that of publication; *year* its year, or the latest in the text.
    *codes* are those of the countries named, *regions* those of the states of the US.
    *publisher* is the publisher's entity, *host* that of the site. *home* is the country that the article is mostly
    about.
    """

    facts: Facts
    day: str | None
    year: int
    codes: frozenset[str]
    publisher: str = ""
    host: str = ""
    regions: frozenset[str] = frozenset()
    home: str | None = None

    def subject(self, person: Entity) -> Subject:
        """What the article says about *person*."""
        posts = tuple(self._posts_of(person))
        text = self.facts.article.text
        is_aged = any(_AGE.match(text, mention.end) for mention in person.mentions[:2])
        return Subject(person.name, posts, self._words_beside(person), self._words_next_to(person), is_aged)

    def _posts_of(self, person: Entity) -> list[StatedPost]:
        """The posts that the article states for *person*; failing that, the title before the name."""
        posts = [stated_post(post, self.facts) for post in self.facts.posts if post.holder == person.id]
        if posts or any(person is entity for entity in self.facts.entities):
            return posts
        text = Reading.of(self.facts.article)
        titles = (title_before(text, mention.start) for mention in person.mentions)
        return [StatedPost(text[title.start : title.end], None, of_body=False) for title in titles if title]

    def _words_beside(self, person: Entity) -> frozenset[str]:
        """The folded words beside the mentions of *person*."""
        text = self.facts.article.text
        around = (text[max(0, m.start - _BESIDE) : m.end + _BESIDE] for m in person.mentions)
        return frozenset(folded_words(" ".join(around)))

    def _words_next_to(self, person: Entity) -> frozenset[str]:
        """The folded word right before *person* is first mentioned (two for "manager"), and the apposition."""
        text, first = self.facts.article.text, person.mentions[:1]
        before = [
            word for mention in first for word in _last_words(text[max(0, mention.start - _BESIDE) : mention.start])
        ]
        after = [match.group() for mention in first if (match := _APPOSED.match(text, mention.end))]
        return frozenset(folded_words(" ".join((*before, *after))))


def day_of(facts: Facts) -> str | None:
    """The day of publication, as precisely as the article gives it."""
    published = facts.article.date_published
    return published.value[:10] if published else None


def context_of(facts: Facts) -> ArticleContext:
    """The context from *facts*. An undated article is no older than the dates in its text, and no older than 1980."""
    day = day_of(facts)
    years = [int(year) for year in _YEAR.findall(facts.article.text)] if day is None else []
    year = int(day[:4]) if day and day[:4].isdigit() else max([_NEWS_SINCE, *years])
    codes = frozenset(e.country_code for e in facts.entities if e.kind == "country" and e.country_code)
    url = facts.article.url.value if facts.article.url else ""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    publisher = facts.publisher.entity if facts.publisher else ""
    return ArticleContext(facts, day, year, codes, publisher, host, home=home_of(facts))


def codes_of(item: Item) -> frozenset[str]:
    """The ISO 3166-1 codes of the countries of *item*: its own, and those of its posts."""
    stated = (*item.countries, *(position.country for position in item.positions if position.country))
    return frozenset(code for each in stated if (code := code_of(each)))


def regions_of(item: Item) -> frozenset[str]:
    """The ISO 3166-2 codes of the regions in which *item* lies; only states of the US are known."""
    return frozenset(each for each in item.countries if "-" in each)


def code_of(country: str) -> str | None:
    """The ISO 3166-1 code of a *country*, given as such a code or as an item."""
    if country[:1] == "Q" and country[1:].isdigit():
        return _by_item().get(country)
    return country.upper().partition("-")[0]


@functools.cache
def _by_item() -> dict[str, str]:
    realms = {row["qid"]: row["iso2"] for row in table("link/country_realms")}
    return realms | {item.qid: code for code, item in country_items().items()}


def stated_post(post: Post, facts: Facts) -> StatedPost:
    """*post* as the article states it."""
    holders = [facts.entity(each) for each in (post.country, post.body) if each]
    guessed = any(isinstance(each, Citation) and each.rule == _GUESSED for each in post.evidence)
    code = None if guessed else next((holder.country_code for holder in holders if holder.country_code), None)
    day = next((stated.value for stated in (post.end, post.start) if stated), None)
    return StatedPost(post.title, code, post.body is not None and code is None, day, post.state)


_NOT_NOW = frozenset(
    ("former", "ex", "then", "late", "outgoing", "incoming", "elect", "designate", "nominee", "candidate")
)
