"""What an article states: who, where, what was said, what happened, each with the words that prove it."""

from typing import Literal

from ld.article import Article, Evidence, Span, Stated, Value
from ld.figures import Figure
from ld.vocab import WD

EntityKind = Literal["person", "country", "organization", "group", "place", "work"]
Stance = Literal["denies", "promises", "demands", "accuses", "warns"]
MentionKind = Literal["name", "short", "demonym", "nominal", "metonym"]
PostState = Literal["current", "former", "acting", "future", "supposed"]


class Mention(Span, frozen=True):
    """A span of the article's text that names an entity.

    *kind* tells how: by its **name**, a **short** form of it (a surname, an acronym), a **demonym** ("Canadian"),
    a **nominal** ("the minister") or a **metonym** (a capital for its government).
    """

    kind: MentionKind = "name"


class Link(Value, frozen=True, kw_only=True, tag_field="is", tag="linked"):
    """The item that an entity is: Wikidata's *qid*, or else the *iri* of the house that knows it; never both.

    *score* lies in 0..1; *source* is the knowledge base with its version.
    *runner_up* is the next best item, if the name has several, and *margin* by how much its score is lower.
    """

    qid: str | None = None
    iri: str | None = None
    label: str
    score: float
    because: str
    source: str
    runner_up: str | None = None
    margin: float | None = None

    @property
    def item(self) -> str:
        """The Wikidata ID, or else the house's own IRI."""
        return self.qid or self.iri or ""


class Nil(Value, frozen=True, tag_field="is", tag="unlinked"):
    """An honest "not known": why the entity has no Wikidata item here."""

    because: str


class Type(Stated, frozen=True):
    """What an entity is in more detail than its kind, and what says so: a knowledge base, or the words of its name.

    *value* is the name of a class of schema.org's below that of the kind ("City"); where schema.org has none, the IRI
    of one of another vocabulary's. *label* is what people call it ("newspaper"), where that is not the class's name.
    """

    label: str = ""


class Entity(Value, frozen=True):
    """Somebody or something that the article names.

    *id* is unique in the article and becomes the IRI's fragment while the entity is unlinked.
    *country_code* (ISO 3166-1 alpha-2) is the country's own, or that of the state where a place lies or a body belongs.
    *type* is what an organization, a place or a work is in more detail, where that is sure.
    *lies_in* is the code of the one country in which a linked place lies, as a knowledge base has it.
    *mentions* is empty only for what the page names outside the article's text; then *evidence* says where.
    *because* says what in the article speaks for this kind of name, where learned weights see it (docs/names.md).
    """

    id: str
    kind: EntityKind
    name: str
    mentions: tuple[Mention, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    country_code: str | None = None
    type: Type | None = None
    lies_in: Stated | None = None
    because: str = ""
    link: Link | Nil | None = None

    @property
    def state(self) -> str | None:
        """The ISO 3166-1 alpha-2 code of the country that it is, lies in or belongs to, if that is known."""
        return self.lies_in.value if self.lies_in else self.country_code

    @property
    def qid(self) -> str | None:
        """The Wikidata ID, if the entity is linked to an item of Wikidata's."""
        return self.link.qid if isinstance(self.link, Link) else None

    @property
    def item(self) -> str | None:
        """The Wikidata ID or the house's own IRI, if the entity is linked."""
        return self.link.item if isinstance(self.link, Link) else None

    @property
    def iri(self) -> str | None:
        """The IRI that the entity has in every article, if it is linked: Wikidata's, or the house's own."""
        return WD + self.qid if self.qid else self.item


class Reference(Value, frozen=True):
    """An entity in a part that it plays, with the words that put it there."""

    entity: str
    evidence: tuple[Evidence, ...]


class Credit(Reference, frozen=True):
    """Who is credited for a picture; *image* is its place in the article's ``images``."""

    image: int


class Contribution(Reference, frozen=True):
    """Who wrote an entry of a live blog; *update* is its id."""

    update: str


class Office(Value, frozen=True):
    """A post's own item on Wikidata, as the knowledge base *source* has it (with its version).

    *start* and *end* are since and until when the holder has it there (ISO 8601): the article need not say so.
    """

    qid: str
    source: str
    start: str | None = None
    end: str | None = None


class Post(Value, frozen=True):
    """A post that a person holds: its title, and the body, the country or the place for which it is held.

    *state* is what the article says of it when it is published: held, held no more, for the time being, not yet, or
    only supposed. *start* and *end* are there if the article says so, *office* is what a knowledge base says besides.
    """

    id: str
    holder: str
    title: str
    evidence: tuple[Evidence, ...]
    body: str | None = None
    country: str | None = None
    start: Stated | None = None
    end: Stated | None = None
    office: Office | None = None
    place: str | None = None
    state: PostState = "current"

    @property
    def is_over(self) -> bool:
        """Whether it is held no more."""
        return self.end is not None or self.state == "former"

    @property
    def is_held(self) -> bool:
        """Whether it is held when the article is published."""
        return not self.is_over and self.state in {"current", "acting"}


class Membership(Value, frozen=True):
    """That a country or somebody belongs to an organization, and since when where the article says so."""

    id: str
    organization: str
    member: str
    evidence: tuple[Evidence, ...]
    start: Stated | None = None


class Utterance(Value, frozen=True, kw_only=True):
    """What somebody said.

    *credit* is what the article calls a speaker who is none of its entities: "a police spokesman".
    There is either a credit or speakers; neither where the article's words do not settle who spoke.
    """

    id: str
    text: str
    speakers: tuple[Reference, ...] = ()
    evidence: tuple[Evidence, ...]
    credit: Stated | None = None

    @property
    def speaker_evidence(self) -> tuple[Evidence, ...]:
        """The words that say who spoke."""
        credited = self.credit.evidence if self.credit else ()
        return (*(proof for speaker in self.speakers for proof in speaker.evidence), *credited)


class Quotation(Utterance, frozen=True, kw_only=True):
    """Words between quotation marks, and who spoke them.

    Behind the words themselves, the *evidence* of a fragment has the clause that reports it.
    """


class Claim(Utterance, frozen=True, kw_only=True):
    """What somebody is reported to have said, in the article's own words, and who is said to have said it.

    *stance* is how the speaker holds it, where it is not just said: what somebody **denies** is no statement of theirs.
    """

    stance: Stance | None = None

    @property
    def verb(self) -> str:
        """What stands between the speaker and the words, in English."""
        return "said that" if self.stance is None else _STANCE_VERBS[self.stance]


_STANCE_VERBS: dict[Stance, str] = {
    "denies": "denied:", "promises": "promised:", "demands": "demanded:", "accuses": "accused:", "warns": "warned:",
}  # fmt: skip


EventStatus = Literal["planned", "postponed", "cancelled"]


class Event(Value, frozen=True):
    """Something that happened or is to happen, put together from the clauses that tell of it.

    *kind* is what it is in a word, "election" (``ld/extract/events/data/event_kinds.csv``); "" where nobody says.
    *status* is absent for what took place, and where the article leaves it open.
    *participants* are those whom it concerns otherwise than as hosts or guests: who was arrested and who arrested them.
    """

    id: str
    name: str
    evidence: tuple[Evidence, ...]
    start: Stated | None = None
    places: tuple[Reference, ...] = ()
    organizers: tuple[Reference, ...] = ()
    attendees: tuple[Reference, ...] = ()
    kind: str = ""
    status: EventStatus | None = None
    participants: tuple[Reference, ...] = ()
    figures: tuple[Figure, ...] = ()


EVENT_ROLES = ("places", "organizers", "attendees", "participants")
"""The fields of an Event that refer to entities."""


class Topic(Value, frozen=True):
    """A topic of the IPTC Media Topics to which the article belongs, and the words that say so.

    *code* is the vocabulary's own ("medtop:15000000"), *label* what it is called there ("sport").
    *narrower* are topics right below it to which the article belongs, too, where that is sure.
    """

    code: str
    label: str
    evidence: tuple[Evidence, ...]
    narrower: tuple["Topic", ...] = ()


IDENTIFIED = ("entities", "posts", "memberships", "quotations", "claims", "events")
"""The fields of Facts whose items have ids."""


class Facts(Value, frozen=True):
    """All that one article states. *version* is that of this format.

    *dateline* is the place or the country where the report was written, as the words at its head say.
    *about* are its main subjects, the first one first; where that is not told, it is about whom its headline names.
    """

    version: Literal[1]
    article: Article
    entities: tuple[Entity, ...] = ()
    authors: tuple[Reference, ...] = ()
    publisher: Reference | None = None
    dateline: Reference | None = None
    credits: tuple[Credit, ...] = ()
    posts: tuple[Post, ...] = ()
    memberships: tuple[Membership, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    about: tuple[Reference, ...] = ()
    topics: tuple[Topic, ...] = ()
    contributions: tuple[Contribution, ...] = ()

    def entity(self, identifier: str) -> Entity:
        """The entity whose id is *identifier*; KeyError if there is none."""
        for entity in self.entities:
            if entity.id == identifier:
                return entity
        raise KeyError(identifier)

    def of_kind(self, kind: EntityKind) -> tuple[Entity, ...]:
        """The entities of this *kind*, in the order of their first mention."""
        return tuple(entity for entity in self.entities if entity.kind == kind)
