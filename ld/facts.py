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

    *kind* is how it does so: by its **name**, a **short** form of it (a surname, an acronym), a **demonym**
    ("Canadian"), a **nominal** ("the minister") or a **metonym** (a capital for its government).
    """

    kind: MentionKind = "name"


class Link(Value, frozen=True, kw_only=True, tag_field="is", tag="linked"):
    """The item of an entity: a Wikidata *qid*, or else an *iri* from the user's own base; never both.

    *score* is in 0..1; *source* is the knowledge base with its version.
    *runner_up* is the next-best item, if the name has several, and *margin* the difference of their scores.
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
        """The Wikidata ID, or else the user's own IRI."""
        return self.qid or self.iri or ""


class Nil(Value, frozen=True, tag_field="is", tag="unlinked"):
    """An honest "not known": why the entity has no Wikidata item here."""

    because: str


class Type(Stated, frozen=True):
    """What an entity is, more precisely than by its kind, according to a knowledge base or to the words of its name.

    *value* is the name of a schema.org class below that of the kind ("City"), or the IRI of a class from another
    vocabulary if schema.org has none. *label* is the everyday word ("newspaper"), if that is another.
    """

    label: str = ""


class Entity(Value, frozen=True):
    """A person or a thing that the article names.

    *id* is unique in the article, and is the fragment of the entity's IRI while it is unlinked.
    *country_code* (ISO 3166-1 alpha-2) is a country's own, or that of a place's or an organization's state.
    *type* says more precisely what an organization, a place or a work is, if that is certain.
    *lies_in* is the code of the one country in which a linked place lies, according to a knowledge base.
    *mentions* is empty only for what the page names outside the article's text; *evidence* then says where.
    *because* says what in the article suggests this kind of name, if learned weights decided it (docs/names.md).
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
        """The ISO 3166-1 alpha-2 code of the country that it is, lies in or belongs to, if known."""
        return self.lies_in.value if self.lies_in else self.country_code

    @property
    def qid(self) -> str | None:
        """The Wikidata ID, if the entity is linked to a Wikidata item."""
        return self.link.qid if isinstance(self.link, Link) else None

    @property
    def item(self) -> str | None:
        """The Wikidata ID or the user's own IRI, if the entity is linked."""
        return self.link.item if isinstance(self.link, Link) else None

    @property
    def iri(self) -> str | None:
        """The IRI that the entity has in every article, if it is linked: Wikidata's, or the user's own."""
        return WD + self.qid if self.qid else self.item


class Reference(Value, frozen=True):
    """An entity in a role, with the words that give it that role."""

    entity: str
    evidence: tuple[Evidence, ...]


class Credit(Reference, frozen=True):
    """Who is credited for a picture; *image* is its index in the article's ``images``."""

    image: int


class Contribution(Reference, frozen=True):
    """Who wrote an entry of a live blog; *update* is its id."""

    update: str


class Office(Value, frozen=True):
    """The Wikidata item of a post, according to the knowledge base *source* (with its version).

    *start* and *end* are the holder's term there (ISO 8601), whether or not the article states it.
    """

    qid: str
    source: str
    start: str | None = None
    end: str | None = None


class Post(Value, frozen=True):
    """A post that a person holds: its title, and the organization, country or place for which it is held.

    *state* is its state at the time of publication: held, former, acting, not yet begun, or only supposed. *start* and
    *end* are set if the article states them; *office* is what a knowledge base adds.
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
        """Whether it is no longer held."""
        return self.end is not None or self.state == "former"

    @property
    def is_held(self) -> bool:
        """Whether it is held at the time of publication."""
        return not self.is_over and self.state in {"current", "acting"}


class Membership(Value, frozen=True):
    """The membership of a country or a person in an organization, and its start if the article states it."""

    id: str
    organization: str
    member: str
    evidence: tuple[Evidence, ...]
    start: Stated | None = None


class Utterance(Value, frozen=True, kw_only=True):
    """What somebody said.

    *credit* is the article's description of a speaker who is not one of its entities: "a police spokesman".
    There is either a credit or there are speakers; neither if the article leaves open who spoke.
    """

    id: str
    text: str
    speakers: tuple[Reference, ...] = ()
    evidence: tuple[Evidence, ...]
    credit: Stated | None = None

    @property
    def speaker_evidence(self) -> tuple[Evidence, ...]:
        """The words that show who spoke."""
        credited = self.credit.evidence if self.credit else ()
        return (*(proof for speaker in self.speakers for proof in speaker.evidence), *credited)


class Quotation(Utterance, frozen=True, kw_only=True):
    """Words in quotation marks, and who spoke them.

    For a fragment, the *evidence* contains the clause that reports it, after the words themselves.
    """


class Claim(Utterance, frozen=True, kw_only=True):
    """What somebody is reported to have said, in the article's own words, and who is said to have said it.

    *stance* is the speaker's attitude, if it is not simply said: what somebody **denies** is no statement of theirs.
    """

    stance: Stance | None = None

    @property
    def verb(self) -> str:
        """The words that connect the speaker with the claim, in English."""
        return "said that" if self.stance is None else _STANCE_VERBS[self.stance]


_STANCE_VERBS: dict[Stance, str] = {
    "denies": "denied:", "promises": "promised:", "demands": "demanded:", "accuses": "accused:", "warns": "warned:",
}  # fmt: skip


EventStatus = Literal["planned", "postponed", "cancelled"]


class Event(Value, frozen=True):
    """Something that has happened or is to happen, composed from the clauses that report it.

    *kind* is a word for it, "election" (``ld/extract/events/data/event_kinds.csv``); "" if unknown.
    *status* is absent if it took place, and if the article leaves that open.
    *participants* are involved otherwise than as hosts or guests: who was arrested, and who arrested them.
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
    """A topic of the IPTC Media Topics to which the article belongs, and the words that show it.

    *code* is the vocabulary's ("medtop:15000000"), *label* its name there ("sport").
    *narrower* are topics directly below it to which the article certainly belongs, too.
    """

    code: str
    label: str
    evidence: tuple[Evidence, ...]
    narrower: tuple["Topic", ...] = ()


IDENTIFIED = ("entities", "posts", "memberships", "quotations", "claims", "events")
"""The fields of Facts whose items have ids."""


class Facts(Value, frozen=True):
    """Everything that one article states. *version* is that of this format.

    *dateline* is the place or the country from which the report was filed, as stated at its beginning.
    *about* are its main subjects, the first one first; if nothing else shows them, the entities in its headline.
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
        """The entity with this *identifier*. Raises KeyError if there is none."""
        for entity in self.entities:
            if entity.id == identifier:
                return entity
        raise KeyError(identifier)

    def of_kind(self, kind: EntityKind) -> tuple[Entity, ...]:
        """The entities of this *kind*, in the order of their first mention."""
        return tuple(entity for entity in self.entities if entity.kind == kind)
