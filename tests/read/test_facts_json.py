"""facts.json: what is decoded, what is refused and where the message points."""

import json
import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ld.article import Citation, Stated
from ld.errors import InputError
from ld.facts import Credit, Entity, Event, Facts, Link, Membership, Mention, Post, Quotation, Reference
from ld.read.facts_json import facts_schema, read_facts, write_facts
from ld.read.facts_words import word_faults
from ld.read.text import read_text

TEXT = """\
Northmouth closes its old pier

By Jane Doe

The Northmouth Harbour Council said in August that the closing of the old pier was near.

“We would rather lose a season than a life,” said Ada Finch, leader of the council of Freedonia.

The old pier in the morning light. [HARBOUR PRESS]
"""


def facts() -> Facts:
    article = read_text(TEXT)

    def cite(words: str) -> Citation:
        start = article.text.index(words)
        return Citation.of(article.text, start, start + len(words), rule="test")

    def mention(words: str) -> Mention:
        start = article.text.index(words)
        return Mention.of(article.text, start, start + len(words))

    finch, council, land = (cite(words) for words in ("Ada Finch", "Harbour Council", "Freedonia"))
    return Facts(
        version=1,
        article=article,
        entities=(
            Entity(id="person-finch", kind="person", name="Ada Finch", mentions=(mention("Ada Finch"),)),
            Entity(id="council", kind="organization", name="Harbour Council", mentions=(mention("Harbour Council"),)),
            Entity(
                id="freedonia",
                kind="country",
                name="Freedonia",
                country_code="FD",
                mentions=(mention("Freedonia"),),
                link=Link(qid="Q1", label="Freedonia", score=1.0, because="its only name", source="test 1"),
            ),
        ),
        authors=(Reference(entity="person-finch", evidence=(finch,)),),
        publisher=Reference(entity="council", evidence=(council,)),
        credits=(Credit(entity="council", evidence=(council,), image=0),),
        posts=(
            Post(
                id="post-1",
                holder="person-finch",
                title="leader",
                body="council",
                country="freedonia",
                evidence=(cite("Ada Finch, leader of the council"),),
            ),
        ),
        memberships=(
            Membership(
                id="membership-1",
                organization="council",
                member="freedonia",
                evidence=(land,),
                start=Stated(value="2024-08", evidence=(cite("August"),)),
            ),
        ),
        quotations=(
            Quotation(
                id="q-1",
                text="a life",
                speakers=(Reference(entity="person-finch", evidence=(finch,)),),
                evidence=(cite("a life"),),
            ),
        ),
        events=(
            Event(
                id="event-1",
                name="closing",
                evidence=(cite("closing of the old pier"),),
                start=Stated(value="2024", evidence=(cite("August"),)),
                places=(Reference(entity="freedonia", evidence=(land,)),),
                organizers=(Reference(entity="council", evidence=(council,)),),
                attendees=(Reference(entity="person-finch", evidence=(finch,)),),
            ),
        ),
    )


OWN = {"is": "linked", "label": "Freedonia", "score": 1.0, "because": "ours", "source": "house"}
"""A link but for its item."""


def changed(path: str, value: object) -> str:
    """facts.json with *value* at *path*, written with dots."""
    data = json.loads(write_facts(facts()))
    *way, last = (int(step) if step.isdigit() else step for step in path.split("."))
    place = data
    for step in way:
        place = place[step]
    place[last] = value
    return json.dumps(data)


def test_what_is_written_is_read_again_and_written_alike():
    text = write_facts(facts())
    assert read_facts(text) == facts()
    assert write_facts(read_facts(text)) == text
    assert text.endswith("}\n")
    assert '\n  "version": 1,' in text


def test_a_link_may_have_an_iri_of_the_house_in_place_of_a_wikidata_id():
    read = read_facts(changed("entities.2.link", OWN | {"iri": "https://id.harbor.example/1"}))
    assert (read.entities[2].qid, read.entities[2].iri) == (None, "https://id.harbor.example/1")
    assert read_facts(write_facts(read)) == read


def test_malformed_json_is_placed_by_line_and_column():
    with pytest.raises(InputError, match="line 3, column 6"):
        read_facts('{\n "version": 1,\n "é" 1}')
    with pytest.raises(InputError, match="malformed JSON"):
        read_facts("")
    with pytest.raises(InputError, match="Expected `object`, got `array`"):
        read_facts("[" * 100_000)


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("entities.0.mentions.0.start", "5", r"^\$\.entities\[0\]\.mentions\[0\]\.start: Expected `int`, got `str`"),
        ("entities.0.kind", "robot", r"^\$\.entities\[0\]\.kind: "),
        ("entities.0.nickname", "Ada", r"^\$\.entities\[0\]: .*nickname"),
        ("entities.0.mentions.0.end", 1, r"^\$\.entities\[0\]\.mentions\[0\]: span"),
        ("version", 2, r"^\$\.version: "),
        ("article.headline", None, r"^\$\.article\.headline: "),
    ],
)
def test_a_breach_of_the_schema_is_placed_by_its_path(path, value, message):
    with pytest.raises(InputError, match=message):
        read_facts(changed(path, value))


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (
            "entities.0.mentions.0.exact",
            "Eve Finch",
            r"\$\.entities\[0\]\.mentions\[0\]\.exact: 'Eve Finch' does not stand",
        ),
        ("article.headline.evidence.0.exact", "x" * 30, r"\$\.article\.headline\.evidence\[0\]\.exact: "),
        ("events.0.places.0.evidence.0.exact", "Sylvania.", r"\$\.events\[0\]\.places\[0\]\.evidence\[0\]\.exact: "),
        ("article.parts.1.start", 0, r"\$\.article\.parts\[1\]: begins at 0"),
        ("article.parts.0.end", 99_999, r"\$\.article\.parts\[0\]: 0:99999 is no stretch"),
        ("article.parts.0.source_start", -1, r"\$\.article\.parts\[0\]\.source_start: "),
        ("entities.1.id", "person-finch", r"\$\.entities\[1\]\.id: 'person-finch' is the id of something else"),
        ("events.0.id", "council", r"\$\.events\[0\]\.id: 'council' is the id of something else"),
        ("entities.0.id", "article", r"\$\.entities\[0\]\.id: 'article' is one that the graph itself uses"),
        ("posts.0.id", "image-1", r"\$\.posts\[0\]\.id: 'image-1' is one that the graph itself uses"),
        ("posts.0.id", "post 1", r"\$\.posts\[0\]\.id: 'post 1' cannot be part of an IRI"),
        ("authors.0.entity", "nobody", r"\$\.authors\[0\]\.entity: no entity has the id 'nobody'"),
        ("publisher.entity", "nobody", r"\$\.publisher\.entity: "),
        ("credits.0.entity", "nobody", r"\$\.credits\[0\]\.entity: "),
        ("credits.0.image", 1, r"\$\.credits\[0\]\.image: the article has no image 1"),
        ("posts.0.holder", "nobody", r"\$\.posts\[0\]\.holder: "),
        ("posts.0.body", "nobody", r"\$\.posts\[0\]\.body: "),
        ("posts.0.country", "nobody", r"\$\.posts\[0\]\.country: "),
        ("memberships.0.organization", "nobody", r"\$\.memberships\[0\]\.organization: "),
        ("memberships.0.member", "nobody", r"\$\.memberships\[0\]\.member: "),
        ("memberships.0.start.value", "August", r"\$\.memberships\[0\]\.start\.value: 'August' is not an ISO 8601"),
        ("quotations.0.speakers.0.entity", "nobody", r"\$\.quotations\[0\]\.speakers\[0\]\.entity: "),
        ("events.0.start.value", "2024-13", r"\$\.events\[0\]\.start\.value: "),
        ("events.0.start.value", "２０２４", r"\$\.events\[0\]\.start\.value: "),
        ("events.0.places.0.entity", "nobody", r"\$\.events\[0\]\.places\[0\]\.entity: "),
        ("events.0.organizers.0.entity", "nobody", r"\$\.events\[0\]\.organizers\[0\]\.entity: "),
        ("events.0.attendees.0.entity", "nobody", r"\$\.events\[0\]\.attendees\[0\]\.entity: "),
        ("entities.0.mentions", [], r"\$\.entities\[0\]: has neither mentions nor evidence"),
        (
            "entities.2.type",
            {"value": "harbor town", "evidence": [{"from": "knowledge", "source": "x"}]},
            r"\$\.entities\[2\]\.type\.value: 'harbor town' is neither the name of a class of schema.org's nor an IRI",
        ),
        (
            "entities.2.lies_in",
            {"value": "Freedonia", "evidence": [{"from": "knowledge", "source": "x"}]},
            r"\$\.entities\[2\]\.lies_in\.value: 'Freedonia' is not an ISO 3166-1 alpha-2 code",
        ),
        ("dateline", {"entity": "nobody", "evidence": []}, r"\$\.dateline\.entity: no entity has the id 'nobody'"),
        ("about", [{"entity": "nobody", "evidence": []}], r"\$\.about\[0\]\.entity: no entity has the id 'nobody'"),
        (
            "topics",
            [{"code": "sport", "label": "sport", "evidence": []}],
            r"\$\.topics\[0\]\.code: 'sport' is not a code of the IPTC Media Topics",
        ),
        ("entities.2.country_code", "Freedonia", r"\$\.entities\[2\]\.country_code: "),
        ("entities.2.link.qid", "884", r"\$\.entities\[2\]\.link\.qid: "),
        ("entities.2.link.qid", "Q1٣", r"\$\.entities\[2\]\.link\.qid: "),
        ("entities.2.link.qid", None, r"\$\.entities\[2\]\.link: has neither qid nor iri"),
        ("entities.2.link.iri", "https://id.example/1", r"\$\.entities\[2\]\.link: has both qid and iri"),
        (
            "entities.2.link",
            OWN | {"iri": "house:1"},
            r"\$\.entities\[2\]\.link\.iri: 'house:1' is no IRI of one's own",
        ),
        ("entities.2.link", OWN | {"iri": "http://www.wikidata.org/entity/Q2"}, r"\$\.entities\[2\]\.link\.iri: "),
        ("posts.0.office", {"qid": "884", "source": "x"}, r"\$\.posts\[0\]\.office\.qid: '884' is not a Wikidata item"),
        (
            "posts.0.office",
            {"qid": "Q1", "source": "x", "end": "?"},
            r"\$\.posts\[0\]\.office\.end: '\?' is not an ISO",
        ),
        ("entities.2.link.score", 1.5, r"\$\.entities\[2\]\.link\.score: "),
        ("article.url", {"value": "/news", "evidence": []}, r"\$\.article\.url\.value: '/news' is not an absolute URL"),
        ("article.date_modified", {"value": "2024-02-30", "evidence": []}, r"\$\.article\.date_modified\.value: "),
        (
            "article.accessible_for_free",
            {"value": "perhaps", "evidence": []},
            r"\$\.article\.accessible_for_free\.value: 'perhaps' is neither 'true' nor 'false'",
        ),
        (
            "article.keywords",
            [{"value": "piers", "evidence": [{"from": "source", "start": 0, "end": 5, "exact": "ships"}]}],
            r"\$\.article\.keywords\[0\]\.value: 'piers' does not stand in the words",
        ),
        ("article.date_published", {"value": "2024-02-30", "evidence": []}, r"\$\.article\.date_published\.value: "),
        ("article.language.value", "English!", r"\$\.article\.language\.value: "),
        ("article.language.value", "EN-gb", r"\$\.article\.language\.value: 'EN-gb' must begin in lower case: 'en-gb'"),
        (
            "article.url",
            {"value": "HTTPS://Pier.example/A", "evidence": [{"from": "option", "option": "--url", "value": "-"}]},
            r"\$\.article\.url\.value: .* in lower case: 'https://pier\.example/A'",
        ),
        ("article.source_sha256", "abc", r"\$\.article\.source_sha256: "),
        (
            "events.0.figures",
            [
                {
                    "measure": "deaths",
                    "value": "twelve",
                    "evidence": [{"from": "text", "start": 0, "end": 10, "exact": TEXT[:10]}],
                }
            ],
            r"\$\.events\[0\]\.figures\[0\]\.value: 'twelve' is not a whole number in digits",
        ),
        (
            "events.0.figures",
            [
                {
                    "measure": "score",
                    "value": "3",
                    "evidence": [{"from": "text", "start": 0, "end": 10, "exact": TEXT[:10]}],
                }
            ],
            r"\$\.events\[0\]\.figures\[0\]\.value: '3' is not two numbers such as 3-1",
        ),
    ],
)
def test_what_the_types_cannot_forbid_is_refused_with_its_path(path, value, message):
    with pytest.raises(InputError, match=message):
        read_facts(changed(path, value))


@pytest.mark.parametrize(
    ("path", "entity"),
    [
        ("authors.0.entity", "freedonia"),
        ("publisher.entity", "freedonia"),
        ("credits.0.entity", "freedonia"),
        ("posts.0.holder", "council"),
        ("posts.0.body", "person-finch"),
        ("posts.0.country", "council"),
        ("memberships.0.organization", "freedonia"),
        ("memberships.0.member", "bay"),
        ("quotations.0.speakers.0.entity", "bay"),
        ("events.0.places.0.entity", "council"),
        ("events.0.organizers.0.entity", "bay"),
        ("events.0.attendees.0.entity", "bay"),
    ],
)
def test_an_entity_of_the_wrong_kind_is_refused_by_the_path_of_the_reference(path, entity):
    tree = json.loads(changed(path, entity))
    tree["entities"].append({**tree["entities"][0], "id": "bay", "kind": "place"})
    place = re.sub(r"\.(\d)", r"[\1]", path)
    with pytest.raises(InputError, match=re.escape(f"$.{place}: '{entity}' is a ")):
        read_facts(json.dumps(tree))


def test_a_newsroom_may_be_the_author():
    assert read_facts(changed("authors.0.entity", "council")).authors[0].entity == "council"


def test_one_item_is_not_that_of_a_country_and_of_a_person():
    tree = json.loads(write_facts(facts()))
    tree["entities"].append({**tree["entities"][2], "id": "freedonia-castle", "kind": "place"})
    with pytest.raises(InputError, match=r"\$\.entities\[3\]\.link\.qid: 'Q1' is the item of the country 'freedonia'"):
        read_facts(json.dumps(tree))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("article.headline.value", "Something else"),
        ("article.authors.0.value", "Jane Roe"),
        ("article.images.0.caption.value", "The new pier"),
        ("article.images.0.credit.value", "HARBOUR PRINT"),
        ("posts.0.title", "Emperor"),
        ("posts.0.title", "council leader"),
        ("posts.0.title", "eader"),
        ("events.0.name", "opening"),
        ("quotations.0.text", "A life"),
    ],
)
def test_a_value_that_does_not_stand_in_the_words_it_cites_is_refused_with_its_path(path, value):
    place = re.sub(r"\.(\d)", r"[\1]", path)
    with pytest.raises(InputError, match=re.escape(f"$.{place}: {value!r} does not stand in the words that it cites")):
        read_facts(changed(path, value))


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("the former Freedonian harbour minister Ada Finch", "former harbour minister"),
        ("the ex-minister Ada Finch", "former minister"),
        ("the ex-minister Ada Finch", "ex-minister"),
        ("Harbour\nMinister Ada Finch", "harbour minister"),
        ("Ministers Ada Finch and Eve Roe", "Minister"),
        ("山田花子社長は", "社長"),
    ],
)
def test_a_title_is_proved_by_its_words_in_their_order_whatever_stands_between(words, title):
    citation = Citation.of(words, 0, len(words))
    post = Post(id="post-1", holder="person-finch", title=title, evidence=(citation,))
    assert not list(word_faults(msgspec.structs.replace(facts(), posts=(post,))))


def test_a_quotation_may_run_over_a_line_break():
    words = "“rather lose a season\n  than a life”"
    quotation = Quotation(
        id="q-1", text="lose a season than a life", speakers=(), evidence=(Citation.of(words, 0, len(words)),)
    )
    assert not list(word_faults(msgspec.structs.replace(facts(), quotations=(quotation,))))


def test_an_option_states_a_value_without_words():
    assert read_facts(
        changed("article.headline", {"value": "Told", "evidence": [{"from": "option", "option": "x", "value": "Told"}]})
    )


def test_ten_faults_are_listed_and_the_others_counted():
    data = json.loads(write_facts(facts()))
    evidence = data["authors"][0]["evidence"]
    data["authors"] = [{"entity": f"nobody-{number}", "evidence": evidence} for number in range(13)]
    with pytest.raises(InputError) as caught:
        read_facts(json.dumps(data))
    lines = str(caught.value).splitlines()
    assert len(lines) == 12
    assert lines[-1].strip() == "and 3 more"


@given(st.text(max_size=200))
def test_no_text_raises_anything_but_an_input_error(text):
    with pytest.raises(InputError):
        read_facts(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"version": 1, "article": {"text": "\\ud800"}}',
        '{"article": ' * 50_000,
        '{"version": 1, "article": ' + "[" * 50_000,
        '{"version": 1e999}',
        '{"version": ' + "9" * 10_000 + "}",
        '{"version": NaN}',
        '{"\\ud800": 1}',
    ],
    ids=["half a surrogate pair", "deep objects", "deep arrays", "infinite", "huge", "not a number", "odd key"],
)
def test_hostile_json_is_refused(text):
    with pytest.raises(InputError) as caught:
        read_facts(text)
    assert caught.value.hint


_LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([-1, 2**31, 2**64, 10**400, 1e308]),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20),
    st.sampled_from(["\ud800", "\0", "article", "person-finch", "council", "2024-02-30", "https://[", "Q1"]),
)


def places(tree: object, way: tuple[str | int, ...] = ()):
    """The way to everything in a tree of JSON."""
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, below in steps:
        yield (*way, step)
        yield from places(below, (*way, step))


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_stands_in_any_place_is_read_or_refused(data):
    tree = json.loads(write_facts(facts()))
    *way, last = data.draw(st.sampled_from(list(places(tree))))
    place = tree
    for step in way:
        place = place[step]
    place[last] = data.draw(_LEAVES | st.lists(_LEAVES, max_size=2) | st.dictionaries(st.text(max_size=5), _LEAVES))
    try:
        written = write_facts(read_facts(json.dumps(tree)))
    except InputError as error:
        assert error.hint  # noqa: PT017 - either it is refused with a hint or it is read and written
        return
    assert read_facts(written) == read_facts(json.dumps(tree))


def test_the_schema_describes_what_is_written():
    schema = json.loads(facts_schema())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$ref"] == "#/$defs/Facts"
    assert set(schema["$defs"]["Facts"]["properties"]) == set(Facts.__struct_fields__)
    assert all(definition.get("additionalProperties") is False for name, definition in schema["$defs"].items())
    assert msgspec.json.decode(facts_schema().encode())["title"] == "facts.json"


def test_a_fact_without_evidence_is_refused_by_its_path():
    tree = json.loads(write_facts(facts()))
    tree["article"]["headline"]["evidence"] = []
    with pytest.raises(InputError, match=r"\$\.article\.headline\.evidence"):
        read_facts(json.dumps(tree))


def test_nobody_is_quoted_with_words_that_the_citation_does_not_hold():
    tree = json.loads(write_facts(facts()))
    tree["quotations"][0]["text"] = "I never said this"
    with pytest.raises(InputError, match=r"\$\.quotations\[0\]\.text"):
        read_facts(json.dumps(tree))


def test_a_value_that_no_graph_could_hold_is_refused_by_its_path(monkeypatch):
    monkeypatch.setattr("ld.read.facts_json.VALUE_MOST", 2000)
    facts = read_facts(write_facts(Facts(version=1, article=read_text(TEXT + "Ada Finch was there.\n\n" * 200))))
    long = msgspec.structs.replace(
        facts, entities=(Entity(id="a", kind="person", name="é" * 1001, mentions=(), evidence=()),)
    )
    with pytest.raises(InputError, match=re.escape("$.entities[0].name: has over")):
        read_facts(write_facts(long))
