"""The topics of an article in the IPTC Media Topics, from its sections and the words typical of each topic."""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from ld.article import Article, Citation, Evidence, Stated
from ld.extract.topics.cues import cues_in
from ld.facts import Topic
from ld.text.lexicon import table
from ld.text.reading import Reading


class _Sign(NamedTuple):
    """Evidence for a topic, and for the *narrower* one below it, if any: a section, a keyword or a cue."""

    topic: str
    narrower: str
    weight: float
    evidence: tuple[Evidence, ...]


_BY_RARITY = {1: 0.4, 2: 1.5, 3: 3.0}
_HEADLINE, _LEAD, _REPEATED, _MOST_REPEATED = 3, 2, 0.25, 4
"""How many times a cue counts there, and how much more each repetition adds, up to a number of repetitions."""
_SECTION, _KEYWORD = 8, 4
_LEAST, _FEWEST_SIGNS = 16, 3
"""The least weight of a topic, and the least number of signs for it."""
_ROUNDING = 0.001
"""The most by which sums of the same weights differ."""
_SHARE, _STRONG, _MOST_TOPICS = 0.5, 4, 3
"""The least weight of a second and third topic as a share of the first, and of its strongest sign (a section, or a
cue at the top of the article); and the most topics.
"""
_LEAST_NARROWER, _SHARE_NARROWER = 9, 0.6
_MOST_EVIDENCE = 5


def find_topics(text: Reading) -> tuple[Topic, ...]:
    """The one to three topics of *text*, the strongest first; none without enough evidence.

    A single word is not enough: a topic needs several signs that do not overlap, and headline and lead count most.
    """
    by_topic: dict[str, list[_Sign]] = {}
    for sign in (*_named(text.article), *_cued(text)):
        by_topic.setdefault(sign.topic, []).append(sign)
    enough = ((topic, signs) for topic, signs in by_topic.items() if _weight(signs) > _LEAST - _ROUNDING)
    apart = ((topic, _apart(signs)) for topic, signs in enough)
    heavy = [(topic, signs) for topic, signs in apart if _weight(signs) >= _LEAST and len(signs) >= _FEWEST_SIGNS]
    heavy.sort(key=lambda each: (-_weight(each[1]), each[0]))
    least = _SHARE * max((_weight(signs) for _, signs in heavy), default=0)
    more = [each for each in heavy[1:] if _weight(each[1]) >= least and each[1][0].weight >= _STRONG]
    return tuple(_topic(topic, signs, _narrower(signs)) for topic, signs in (*heavy[:1], *more)[:_MOST_TOPICS])


def _weight(signs: Iterable[_Sign]) -> float:
    return sum(sign.weight for sign in signs)


def _topic(code: str, signs: Sequence[_Sign], narrower: tuple[Topic, ...] = ()) -> Topic:
    evidence = dict.fromkeys(proof for sign in signs[:_MOST_EVIDENCE] for proof in sign.evidence)
    return Topic(code=f"medtop:{code}", label=_labels()[code], evidence=tuple(evidence), narrower=narrower)


def _narrower(signs: Sequence[_Sign]) -> tuple[Topic, ...]:
    """The narrower topic with most of the weight of the *signs* that have one; none if it is not clear."""
    below: dict[str, list[_Sign]] = {}
    for sign in signs:
        if sign.narrower:
            below.setdefault(sign.narrower, []).append(sign)
    total = sum(map(_weight, below.values()))
    for code, those in below.items():
        if _weight(those) >= max(_LEAST_NARROWER, _SHARE_NARROWER * total) and len(those) >= _FEWEST_SIGNS:
            return (_topic(code, those),)
    return ()


def _apart(signs: Iterable[_Sign]) -> list[_Sign]:
    """The *signs*, the weightiest first, without those whose words overlap a weightier or longer one's.

    Of "general election" and "election" in the same place only one counts.
    """
    kept: list[_Sign] = []
    taken: set[int] = set()
    for sign in sorted(signs, key=lambda each: (-each.weight, -len(_places(each)))):
        places = _places(sign)
        if taken.isdisjoint(places):
            kept.append(sign)
            taken.update(places)
    return kept


def _places(sign: _Sign) -> range:
    """The offsets of the words of *sign* in the text; empty if the page gives it outside the text."""
    words = sign.evidence[0]
    return range(words.start, words.end) if isinstance(words, Citation) else range(0)


@functools.cache
def _labels() -> Mapping[str, str]:
    return {row["code"]: row["label"] for row in table("topics/mediatopics")}


def _named(article: Article) -> Iterator[_Sign]:
    """The signs in the sections, the address and the keywords of *article*; a repeated one counts once."""
    seen: set[tuple[str, str]] = set()
    for weight, stated, name in _names(article):
        row = _sections().get(name)
        if row and (row["topic"], row["narrower"]) not in seen:
            seen.add((row["topic"], row["narrower"]))
            yield _Sign(row["topic"], row["narrower"], weight, stated.evidence)


def _names(article: Article) -> Iterator[tuple[float, Stated, str]]:
    for section in article.sections:
        yield _SECTION, section, section.value.lower()
    if article.url:
        for folder in urlsplit(article.url.value).path.lower().split("/")[:-1]:
            yield _SECTION, article.url, folder
    for keyword in article.keywords:
        yield _KEYWORD, keyword, keyword.value.lower()


@functools.cache
def _sections() -> Mapping[str, Mapping[str, str]]:
    return {row["section"]: row for row in table("topics/sections")}


def _cued(text: Reading) -> Iterator[_Sign]:
    """The signs in the words of *text*."""
    headline = max((part.end for part in text.article.of_kind("headline")), default=0)
    lead = max((part.end for part in islice(text.article.of_kind("paragraph"), 2)), default=0)
    for found in cues_in(text):
        place = _HEADLINE if found.start < headline else _LEAD if found.start < lead else 1
        repeated = _REPEATED * min(found.times - 1, _MOST_REPEATED)
        proof = Citation.of(text, found.start, found.end, rule="word of the topic")
        yield _Sign(found.cue.topic, found.cue.narrower, _BY_RARITY[found.cue.weight] * (place + repeated), (proof,))
