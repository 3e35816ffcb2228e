"""Facts of an invented article, small enough to read, and hypothesis strategies for hostile facts and graphs."""

from contextlib import AbstractContextManager
from typing import Any
from unittest.mock import patch

import msgspec
import rdflib
from hypothesis import strategies as st

from ld.article import Article, Citation, Given, Image, Known, Part, SourceCitation, Stated
from ld.facts import (
    Claim,
    Credit,
    Entity,
    Event,
    Facts,
    Link,
    Membership,
    Mention,
    Nil,
    Post,
    Quotation,
    Reference,
    Topic,
)
from ld.figures import Figure
from ld.identifiers import RESERVED_IDS
from ld.mapping.nodes import fragment
from ld.terms import ArticleGraph, Iri, Literal, Triple
from ld.vocab import OA, RDF, SCHEMA, WD, XSD_NS

URL = "https://harbor.example/2024/treaty"
PARTS = (
    ("headline", "Norway and its Harbor Board agree on the Quay Treaty"),
    ("byline", "BY ADA QUILL"),
    ("caption", "Ships from Chile lie in Oslo on Tuesday. [DOCKPHOTO]"),
    ("paragraph", "Norwegian Fisheries Minister Jan Okafor hosted the second harbor meeting in Oslo on Tuesday."),
    ("paragraph", "“The port is full,” Okafor told the Northern Harbor Board (NHB), which Denmark joined in August."),
    ("paragraph", "The NHB praised Norway, and Ada Quill wrote it down."),
)
TEXT = "\n\n".join(words for _, words in PARTS)
COUNTRIES = "countries: table 1"
NOBODY = Nil(because="no such person is known")


def start_of(words: str, nth: int = 0) -> int:
    """The offset of the *nth* occurrence of *words* in the text, from 0."""
    position = -1
    for _ in range(nth + 1):
        position = TEXT.index(words, position + 1)
    return position


def cite(words: str, nth: int = 0) -> Citation:
    """The citation of *words* in the text."""
    return Citation(start=start_of(words, nth), end=start_of(words, nth) + len(words), exact=words)


def mention(words: str, kind: Any = "name", nth: int = 0) -> Mention:
    """A mention by *words*."""
    return Mention(start=start_of(words, nth), end=start_of(words, nth) + len(words), exact=words, kind=kind)


def stated(value: str, words: str | None = None) -> Stated:
    """*value*, as stated by *words* (by default the same)."""
    return Stated(value=value, evidence=(cite(words or value),))


def beside(value: str, start: int) -> Stated:
    """*value*, as stated by the words at *start* of the source, outside the article."""
    return Stated(value=value, evidence=(SourceCitation(start=start, end=start + len(value), exact=value),))


def refer(entity: str, words: str) -> Reference:
    """A reference to an *entity*, as stated by *words*."""
    return Reference(entity=entity, evidence=(cite(words),))


def country(code: str, qid: str, label: str, *mentions: Mention) -> Entity:
    """A linked country."""
    link = Link(qid=qid, label=label, score=1.0, because=f"ISO code {code}", source=COUNTRIES)
    return Entity(
        id=f"country-{code.lower()}", kind="country", name=label, mentions=mentions, country_code=code, link=link
    )


def _parts() -> tuple[Part, ...]:
    return tuple(
        Part(kind=kind, start=start_of(words), end=start_of(words) + len(words), source_start=start_of(words))
        for kind, words in PARTS
    )


ARTICLE = Article(
    text=TEXT,
    parts=_parts(),
    headline=stated(PARTS[0][1]),
    language=Stated(value="en", evidence=(Given(option="--lang", value="en"),)),
    source_sha256="0" * 64,
    url=Stated(value=URL, evidence=(Given(option="--url", value=URL),)),
    date_published=Stated(value="2024-09-11", evidence=(Given(option="--date", value="2024-09-11"),)),
    date_modified=beside("2024-09-12T08:00:00+02:00", 30),
    sections=(Stated(value="Ports", evidence=(SourceCitation(start=10, end=15, exact="Ports"),)),),
    keywords=(beside("harbors", 60), beside("Norway & Denmark", 70)),
    accessible_for_free=beside("false", 90),
    images=(
        Image(
            caption=stated("Ships from Chile lie in Oslo on Tuesday."),
            credit=stated("DOCKPHOTO"),
            url=beside("https://img.harbor.example/ships.jpg?w=992", 110),
        ),
    ),
)
NORWAY = country("NO", "Q20", "Norway", mention("Norway"), mention("Norwegian", "demonym"), mention("Norway", nth=1))
DENMARK = country("DK", "Q35", "Denmark", mention("Denmark"))
CHILE = country("CL", "Q298", "Chile", mention("Chile"))
OSLO = Entity(
    id="place-oslo",
    kind="place",
    name="Oslo",
    mentions=(mention("Oslo"), mention("Oslo", nth=1)),
    country_code="NO",
    link=Link(qid="Q585", label="Oslo", score=0.9, because="the only Oslo in Norway", source="places: table 2"),
)
OKAFOR = Entity(
    id="person-jan-okafor",
    kind="person",
    name="Jan Okafor",
    mentions=(mention("Jan Okafor"), mention("Okafor", "short", nth=1)),
    link=NOBODY,
)
QUILL = Entity(id="person-ada-quill", kind="person", name="Ada Quill", mentions=(mention("ADA QUILL"),), link=NOBODY)
BOARD = Entity(
    id="organization-northern-harbor-board",
    kind="organization",
    name="Northern Harbor Board",
    mentions=(mention("Northern Harbor Board"), mention("NHB", "short"), mention("NHB", "short", nth=1)),
)
AGENCY = Entity(id="organization-dockphoto", kind="organization", name="DockPhoto", mentions=(mention("DOCKPHOTO"),))
TREATY = Entity(id="work-quay-treaty", kind="work", name="Quay Treaty", mentions=(mention("Quay Treaty"),))
POST = Post(
    id="post-1",
    holder=OKAFOR.id,
    title="Fisheries Minister",
    country=NORWAY.id,
    evidence=(cite("Norwegian Fisheries Minister Jan Okafor"),),
)
MEMBERSHIP = Membership(
    id="membership-1",
    organization=BOARD.id,
    member=DENMARK.id,
    evidence=(cite("which Denmark joined in August"),),
    start=stated("2024-08", "in August"),
)
QUOTATION = Quotation(
    id="quotation-1",
    text="The port is full",
    speakers=(refer(OKAFOR.id, "Okafor told"),),
    evidence=(cite("“The port is full,”"),),
)
CLAIM = Claim(
    id="claim-1",
    text="Denmark joined in August",
    speakers=(refer(OKAFOR.id, "Okafor told"),),
    evidence=(cite("Denmark joined in August"),),
)
"""A claim that nobody makes in the article: for tests that add it to its facts."""

EVENT = Event(
    id="event-1",
    name="second harbor meeting",
    evidence=(cite("second harbor meeting in Oslo on Tuesday"),),
    start=stated("2024-09-10", "second harbor meeting in Oslo on Tuesday"),
    places=(refer(OSLO.id, "in Oslo on Tuesday"),),
    organizers=(refer(OKAFOR.id, "Jan Okafor hosted the second harbor meeting"),),
)
FACTS = Facts(
    version=1,
    article=ARTICLE,
    entities=(NORWAY, DENMARK, CHILE, OSLO, OKAFOR, QUILL, BOARD, AGENCY, TREATY),
    authors=(refer(QUILL.id, "BY ADA QUILL"),),
    credits=(Credit(entity=AGENCY.id, evidence=(cite("DOCKPHOTO"),), image=0),),
    posts=(POST,),
    memberships=(MEMBERSHIP,),
    quotations=(QUOTATION,),
    events=(EVENT,),
)


def as_written() -> AbstractContextManager[object]:
    """A block in which rdflib keeps the lexical forms that it reads, instead of normalizing them."""
    return patch.object(rdflib, "NORMALIZE_LITERALS", new=False)


def replaced(value: Any, /, **fields: Any) -> Any:
    """*value* with other *fields*."""
    return msgspec.structs.replace(value, **fields)


def with_entity(entity: Entity, **fields: Any) -> Facts:
    """The facts of the article, with other *fields* in *entity*."""
    entities = tuple(replaced(other, **fields) if other == entity else other for other in FACTS.entities)
    return replaced(FACTS, entities=entities)


HOSTILE = (
    "</script><script>alert(1)</script>",
    'say "it"\\',
    'two\nlines\\"',
    '"""',
    "\\u0041 \\",
    "<!-- & -->",
    "\0\x01\b\t\f\r\n\x1f\x7f",
    "\u0085\u2028\u2029\u00a0\ufeff\ufffe",
    "𝔊𝔬𝔱𝔥𝔞 🚢",
    "\u202eهيئة الميناء\u202c",
    "> . <http://evil.example/> <#x",
    "@id",
    "wd:Q1",
    "é e\u0301 %20 %",
    "",
    " ",
)
hostile_texts = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
_FIXED_IDS = {entity.id for entity in FACTS.entities}
_hostile_ids = hostile_texts.filter(lambda text: not RESERVED_IDS.fullmatch(text) and text not in _FIXED_IDS)
_dates = st.sampled_from(("2024", "2024-08", "2024-08-31", "2024-08-31T10:00+09:00", "2024-08-31T10:00:00Z", "soon"))


@st.composite
def hostile_facts(draw: st.DrawFn) -> Facts:
    """The facts of the article under hostile ids, with hostile values in every free-text field."""
    text = hostile_texts.filter(bool)
    ids = draw(st.lists(_hostile_ids, min_size=9, max_size=9, unique=True))
    people = (replaced(OKAFOR, id=ids[0], name=draw(text)), replaced(QUILL, id=ids[1], link=Nil(because=draw(text))))
    board = replaced(BOARD, id=ids[2], name=draw(text))
    given_url = Given(option=draw(text), value=draw(text))
    return replaced(
        FACTS,
        article=replaced(
            ARTICLE,
            headline=replaced(ARTICLE.headline, value=draw(text)),
            url=draw(st.sampled_from((None, replaced(ARTICLE.url, evidence=(given_url,))))),
            date_published=Stated(value=draw(_dates), evidence=(Known(source=draw(text)),)),
            sections=tuple(replaced(ARTICLE.sections[0], value=draw(text)) for _ in range(draw(st.integers(0, 2)))),
            date_modified=Stated(value=draw(_dates), evidence=(Known(source=draw(text)),)),
            keywords=tuple(replaced(ARTICLE.keywords[0], value=draw(text)) for _ in range(draw(st.integers(0, 2)))),
        ),
        entities=(NORWAY, DENMARK, CHILE, OSLO, *people, board, AGENCY, replaced(TREATY, id=ids[3], name=draw(text))),
        authors=(refer(ids[1], "BY ADA QUILL"),),
        posts=(
            replaced(
                POST,
                id=ids[4],
                holder=ids[0],
                title=draw(text),
                body=draw(st.sampled_from((None, ids[2]))),
                place=draw(st.sampled_from((None, OSLO.id))),
                state=draw(st.sampled_from(("current", "former", "acting", "future", "supposed"))),
            ),
        ),
        memberships=(replaced(MEMBERSHIP, id=ids[5], organization=ids[2], start=stated(draw(_dates), "in August")),),
        quotations=(replaced(QUOTATION, id=ids[6], text=draw(text), speakers=(refer(ids[0], "Okafor told"),)),),
        claims=(replaced(CLAIM, id=ids[8], text=draw(text), speakers=(refer(ids[2], "Northern Harbor Board"),)),),
        events=(
            replaced(
                EVENT,
                id=ids[7],
                name=draw(text),
                organizers=(refer(ids[2], "Norway"),),
                figures=tuple(
                    Figure(value=draw(text), evidence=EVENT.evidence, measure=measure, unit=draw(text), bound=bound)
                    for measure, bound in draw(st.sampled_from(((), (("deaths", "least"), ("score", None)))))
                ),
            ),
        ),
        about=draw(st.sampled_from(((), (refer(ids[0], "Jan Okafor"),)))),
        topics=draw(st.sampled_from(((), (Topic(code="medtop:11000000", label=draw(text), evidence=(given_url,)),)))),
    )


_BASES = (URL, "urn:uuid:62827860-5382-5bc2-8849-4532483b357a")
_predicates = st.sampled_from(
    (*(Iri(SCHEMA + term) for term in ("name", "url", "startDate", "wd", "xsd", "about", "sha256")), OA.hasTarget)
)
_literals = st.one_of(
    hostile_texts.map(Literal),
    st.builds(Literal, hostile_texts, st.just(Iri("http://types.example/d#1")), st.just("")),
    st.sampled_from((Literal("2024-08-31", XSD_NS.date), Literal("2024", XSD_NS.gYear), Literal("7", XSD_NS.integer))),
)


@st.composite
def graphs(draw: st.DrawFn) -> ArticleGraph:
    """Any graph of facts: cycles, loops, unreachable nodes."""
    name = draw(st.sampled_from(_BASES))
    own = st.one_of(st.just("article"), st.sampled_from("abcd"), hostile_texts.map(fragment))
    nodes = st.one_of(own.map(lambda end: Iri(f"{name}#{end}")), st.integers(1, 12).map(lambda n: Iri(f"{WD}Q{n}")))
    classes = st.sampled_from((SCHEMA.Person, SCHEMA.url, OA.Annotation))
    triples = st.one_of(
        st.builds(Triple, nodes, _predicates, st.one_of(nodes, _literals)),
        st.builds(Triple, nodes, st.just(RDF.type), classes),
    )
    facts = draw(st.lists(triples, min_size=1, max_size=30, unique=True))
    return ArticleGraph(Iri(name), tuple(sorted(facts, key=str)), ())
