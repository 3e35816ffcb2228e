"""Facts in words, one sentence each, with their evidence."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ld.article import Article, Evidence, Known, Stated
from ld.article_words import article_words
from ld.event_words import event_words, figure_words
from ld.facts import Event, Facts, Office, Post, Utterance


class Statement(NamedTuple):
    """A fact as a sentence: *words* are cut where a name or value of the text begins or ends.

    Every second piece is such a name or value: ``("", "Ada Quill", " is ", "chair", "")``.
    *topic* is its heading, and *entities* are the ids of those whom it is about.
    *fact* is the id of the fact that it states as a whole; a statement on the article, or on part of a fact, has none.
    """

    topic: str
    words: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    entities: tuple[str, ...] = ()
    fact: str = ""

    def __str__(self) -> str:
        return "".join(self.words)


def statements(facts: Facts) -> tuple[Statement, ...]:
    """The statements of *facts*, in the order of the format; mentions show by themselves that an entity is named."""
    name = {entity.id: entity.name for entity in facts.entities}.__getitem__
    return (
        *_of_the_article(facts.article),
        *_of_subjects(facts, name),
        *_of_credits(facts, name),
        *_of_posts(facts, name),
        *_of_memberships(facts, name),
        *_said(QUOTATIONS, facts.quotations, (" said “", "”"), name),
        *(statement for claim in facts.claims for statement in _said(CLAIMS, (claim,), (f" {claim.verb} ", ""), name)),
        *(statement for event in facts.events for statement in _of_event(event, facts.article.date_published, name)),
    )


_Namer = Callable[[str], str]


ARTICLE, CREDITS, POSTS, MEMBERSHIPS, QUOTATIONS, CLAIMS, EVENTS = (
    "The article",
    "Credits",
    "Posts",
    "Memberships",
    "Quotations",
    "Claims",
    "Events",
)
TOPICS = (POSTS, QUOTATIONS, CLAIMS, EVENTS, MEMBERSHIPS, CREDITS, ARTICLE)


def _of_the_article(article: Article) -> Iterator[Statement]:
    for each in article.identities:
        yield Statement(ARTICLE, ("The page gives for ", each.name, " the item ", each.value, ""), each.evidence)
    for words, stated in article_words(article):
        yield Statement(ARTICLE, (f"{words} ", stated.value, ""), stated.evidence)


def _of_subjects(facts: Facts, name: _Namer) -> Iterator[Statement]:
    for subject in facts.about:
        words = ("The article is about ", name(subject.entity), "")
        yield Statement(ARTICLE, words, subject.evidence, (subject.entity,))
    for topic in facts.topics:
        for each in (topic, *topic.narrower):
            yield Statement(ARTICLE, ("Its topic is ", each.label, ""), each.evidence)


def _of_credits(facts: Facts, name: _Namer) -> Iterator[Statement]:
    roles = (
        *((author, " wrote the article") for author in facts.authors),
        *((contribution, " wrote an entry of the live blog") for contribution in facts.contributions),
        *((publisher, " publishes the article") for publisher in (facts.publisher,) if publisher),
        *((dateline, " is where the report was written") for dateline in (facts.dateline,) if dateline),
        *((credit, f" is credited for picture {credit.image + 1}") for credit in facts.credits),
    )
    for reference, words in roles:
        yield Statement(CREDITS, ("", name(reference.entity), words), reference.evidence, (reference.entity,))


def _of_posts(facts: Facts, name: _Namer) -> Iterator[Statement]:
    for post in facts.posts:
        held_for = tuple(id_ for id_ in (post.body, post.place, post.country) if id_)
        more = (piece for id_ in held_for for piece in (", ", name(id_)))
        dates = tuple((word, date) for word, date in ((" since ", post.start), (" until ", post.end)) if date)
        term = (piece for word, date in dates for piece in (word, date.value))
        words = ("", name(post.holder), " was " if post.is_over else " is ", post.title, *more, *term, "")
        proofs = (*post.evidence, *(proof for _, date in dates for proof in date.evidence))
        yield Statement(POSTS, words, proofs, (post.holder, *held_for), post.id)
        if post.office:
            yield _office(post, post.office, name)


def _office(post: Post, office: Office, name: _Namer) -> Statement:
    """What the knowledge base knows about a post: its item and its dates."""
    dates = tuple((word, date) for word, date in ((" since ", office.start), (" until ", office.end)) if date)
    term = (piece for word, date in dates for piece in (word, date))
    verb = " held the office " if post.is_over else " holds the office "
    words = ("", name(post.holder), verb, f"{post.title} ({office.qid})", *term, "")
    return Statement(POSTS, words, (Known(source=office.source),), (post.holder,))


def _of_memberships(facts: Facts, name: _Namer) -> Iterator[Statement]:
    for membership in facts.memberships:
        ids = (membership.member, membership.organization)
        start = membership.start
        since = (" since ", start.value, "") if start else ("",)
        words = ("", name(ids[0]), " is a member of ", name(ids[1]), *since)
        proofs = membership.evidence + (start.evidence if start else ())
        yield Statement(MEMBERSHIPS, words, proofs, ids, membership.id)


def _said(topic: str, utterances: Iterable[Utterance], around: tuple[str, str], name: _Namer) -> Iterator[Statement]:
    before, after = around
    for utterance in utterances:
        ids = tuple(speaker.entity for speaker in utterance.speakers)
        names = [name(id_) for id_ in ids] or ([utterance.credit.value] if utterance.credit else [])
        who = [piece for named in names for piece in (" and ", named)]
        spoken = ("", *who[1:], before) if who else (f"Somebody{before}",)
        proofs = (*utterance.evidence, *utterance.speaker_evidence)
        yield Statement(topic, (*spoken, utterance.text, after), proofs, ids, utterance.id)


def _of_event(event: Event, published: Stated | None, name: _Namer) -> Iterator[Statement]:
    words = event_words(event, published)
    yield Statement(EVENTS, ("", event.name, f" {words.itself}"), event.evidence, fact=event.id)
    if event.start:
        yield Statement(EVENTS, ("", event.name, f" {words.day} ", event.start.value, ""), event.start.evidence)
    for figure in event.figures:
        yield Statement(EVENTS, ("", event.name, f": {figure_words(figure)}"), figure.evidence)
    for role, references in (
        (words.place, event.places),
        (words.organizer, event.organizers),
        (words.attendee, event.attendees),
        (words.participant, event.participants),
    ):
        for reference in references:
            said = ("", event.name, f" {role} ", name(reference.entity), "")
            yield Statement(EVENTS, said, reference.evidence, (reference.entity,))
