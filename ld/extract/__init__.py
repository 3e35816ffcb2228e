"""From an article to the facts that it states, each with the words that state it."""

import sys
from collections.abc import Iterable

from ld.article import Article, Citation, Stated
from ld.extract.contributions import find_contributions
from ld.extract.dates.find import find_dates
from ld.extract.dates.mentions import DateMention
from ld.extract.entities.find import find_names
from ld.extract.entities.outlets import find_outlets
from ld.extract.entities.places.dateline import find_dateline
from ld.extract.events.find import find_events
from ld.extract.roles.memberships import find_memberships
from ld.extract.roles.posts import find_posts
from ld.extract.speech.claims import find_claims
from ld.extract.speech.quotations import find_quotations
from ld.extract.topics.find import find_topics
from ld.extract.topics.subjects import find_subjects
from ld.facts import Entity, Facts, Reference
from ld.kb import Lookup, offline
from ld.mentions import MentionIndex
from ld.text.reading import Reading


def extract(article: Article, kb: Lookup | None = None) -> Facts:
    """The facts that *article* states; its entities have no link yet.

    Entities whose names are in *kb* are found, too, if the words beside the name agree.
    """
    text, kb = Reading.of(article), offline(kb)
    outlets = find_outlets(text)
    names = find_names(text, outlets.entities, kb)
    dates = _dates(text)
    quotations = find_quotations(text, names)
    claims = find_claims(text, names, quotations)
    events = find_events(text, names, dates)
    posts = find_posts(text, names, dates)
    named = {speaker.entity for utterance in (*quotations, *claims) for speaker in utterance.speakers}
    named |= {host.entity for event in events for host in event.organizers}
    newsroom = {author.evidence: author for author in outlets.authors}
    makers = (*outlets.sources, *outlets.credits, outlets.publisher)
    authors = tuple(newsroom.get(stated.evidence) or _author(stated, names) for stated in article.authors)
    contributions = tuple(find_contributions(article, names))
    return Facts(
        version=1,
        article=article,
        entities=tuple(
            entity
            for entity in sorted(names.entities, key=_first_mention)
            if entity.id in named or _stands_alone(entity, names)
        ),
        authors=authors,
        publisher=outlets.publisher,
        dateline=find_dateline(text, names),
        credits=outlets.credits,
        posts=posts,
        memberships=find_memberships(text, names, dates, posts),
        quotations=quotations,
        claims=claims,
        events=events,
        about=find_subjects(text, names, _makers(article, names, (*authors, *contributions, *makers))),
        topics=find_topics(text),
        contributions=contributions,
    )


def _dates(text: Reading) -> list[DateMention]:
    """The calendar dates of all parts, in order, each read from the publication date of its part."""
    found = list[DateMention]()
    for part in text.parts:
        published = text.article.published_at(part.start)
        found += find_dates(text, part.start, part.end, published.value if published else None)
    return [on_calendar for date in found if (on_calendar := date.on_calendar(text))]


def _author(stated: Stated, names: MentionIndex) -> Reference:
    """The person mentioned by the author's name in the byline, or named elsewhere by the same evidence."""
    spans = [proof for proof in stated.evidence if isinstance(proof, Citation)]
    in_byline = (named.entity for span in spans for named in names.within(span.start, span.end, "person"))
    outside = (entity for entity in names.entities if entity.kind == "person" and entity.evidence == stated.evidence)
    person = next(in_byline, None) or next(entity for entity in outside if entity.name == stated.value)
    return Reference(entity=person.id, evidence=stated.evidence)


def _makers(article: Article, names: MentionIndex, credited: Iterable[Reference | None]) -> frozenset[str]:
    """The ids of the makers of *article*: those *credited*, and entities with an author's name."""
    ids, signed = {each.entity for each in credited if each}, {author.value for author in article.authors}
    return frozenset(each.id for each in names.entities if each.id in ids or each.name in signed)


def _stands_alone(entity: Entity, names: MentionIndex) -> bool:
    """Whether *entity* is listed by itself; a group is only as the members of an organization that is named."""
    return entity.kind != "group" or any(
        "member" in mention.exact and names.within(mention.start, mention.end, "organization")
        for mention in entity.mentions
    )


def _first_mention(entity: Entity) -> tuple[int, str]:
    return (entity.mentions[0].start if entity.mentions else sys.maxsize, entity.id)
