"""What an organization, a place or a work is in more detail."""

import csv
import re
from importlib.resources import files

import msgspec
import pytest

from ld.article import Citation, Given, Known, Stated
from ld.extract import extract
from ld.facts import Type
from ld.kb import Item
from ld.link import link
from ld.link.corrections import read_corrections
from ld.mapping import map_facts, unproved
from ld.schema_org import lineage, parents
from ld.terms import Iri, Triple
from ld.validate import validate
from ld.vocab import RDF, SCHEMA, WD

CLASSES = {"organization": "Organization", "publisher": "Organization", "place": "Place", "work": "CreativeWork"}


def table(name: str) -> list[dict[str, str]]:
    lines = (files("ld.link") / "data" / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def entity_of(facts, name):
    return next(entity for entity in facts.entities if entity.name == name)


@pytest.fixture
def type_by_item(make_kb, linked):
    """The type of the one linked place or organization, whose item has this kind, type and name."""

    def find(kind: str, type_: str, name: str = "Dunmore Quay") -> Type | None:
        item = Item(qid="Q2", kind=kind, type=type_, label=name, countries=("NO",), sitelinks=200)
        facts = linked(make_kb(item), f"Norway praised the people in {name}. It was founded in {name}, Norway.")
        return next(entity.type for entity in facts.entities if entity.qid == "Q2")

    return find


@pytest.fixture
def type_by_words(linked):
    """The type of an entity of this name in a sentence of which the knowledge base knows nothing."""

    def find(name: str, said: str) -> Type | None:
        return entity_of(linked(None, said), name).type

    return find


class TestTheTables:
    @pytest.mark.parametrize("name", ["kinds", "kind_words"])
    def test_each_class_is_schema_org_s_and_lies_below_that_of_its_kind(self, name):
        for row in table(name):
            if row["class"] and not row["class"].startswith(WD):
                assert row["class"] in parents()
                assert CLASSES[row["kind"]] in lineage(row["class"]) - {row["class"]}, row

    def test_each_finer_class_lies_below_that_of_its_kind(self):
        for row in table("kinds"):
            finer = set(row["finer"].split("|")) - {"", "*"}
            assert all(CLASSES[row["kind"]] in lineage(class_) for class_ in finer), row

    @pytest.mark.parametrize("name", ["kinds", "kind_words"])
    def test_each_row_fills_its_columns_and_no_more(self, name):
        rows = table(name)
        assert [row for row in rows if None in row or None in row.values()] == []
        keys = [(row["kind"], row.get("type", row.get("pattern"))) for row in rows]
        assert len(keys) == len(set(keys))

    def test_each_pattern_is_one(self):
        assert all(re.compile(row["pattern"]) for row in table("kind_words"))

    def test_each_type_of_the_bundled_base_with_many_items_is_in_the_table(self):
        told = {(row["kind"], row["type"]) for row in table("kinds")}
        untold = {"website", "social network", "brand of drinks", "press association", "rail line"}
        for kind in ("organization", "place"):
            path = files("ld.link").joinpath("..", "..", "knowledge", f"{kind}s.csv")
            with path.open(encoding="utf-8") as rows:
                types = [row["type"] for row in csv.DictReader(rows)]
            assert {type_ for type_ in types if types.count(type_) >= 30 and (kind, type_) not in told} <= untold


@pytest.mark.parametrize(
    ("kind", "type_", "class_"),
    [
        ("place", "city", "City"),
        ("place", "state", "State"),
        ("place", "county", "AdministrativeArea"),
        ("place", "strait", "BodyOfWater"),
        ("place", "airport", "Airport"),
        ("place", "historical state", WD + "Q3024240"),
    ],
)
def test_what_an_item_is_tells_the_class_of_a_place(type_by_item, kind, type_, class_):
    assert type_by_item(kind, type_) == Type(value=class_, evidence=(Known(source="items"),), label=type_)


@pytest.mark.parametrize(
    ("type_", "name", "class_"),
    [
        ("newspaper", "Dunmore Harbor Board", "NewsMediaOrganization"),
        ("football club", "Dunmore Harbor Board", "SportsTeam"),
        ("government body", "Dunmore Harbor Board", "GovernmentOrganization"),
        ("international organization", "Dunmore Harbor Board", WD + "Q484652"),
        ("company", "Dunmore Harbor Board", "Corporation"),
        ("company", "Dunmore City Council", "GovernmentOrganization"),
        ("company", "Dunmore School of Design", None),
        ("organization", "Dunmore City Council", "GovernmentOrganization"),
        ("hospital", "Dunmore Harbor Board", "MedicalOrganization"),
        ("police", "Dunmore Police Federation", None),
        ("militant group", "Dunmore Harbor Board", None),
    ],
)
def test_what_an_item_is_and_is_called_tells_the_class_of_an_organization(make_kb, linked, type_, name, class_):
    item = Item(qid="Q2", kind="organization", type=type_, label=name, countries=("NO",), sitelinks=200)
    entity = entity_of(linked(make_kb(item), f"Norway praised the {name}."), name)
    assert entity.qid == "Q2"
    assert (entity.type and entity.type.value) == class_


@pytest.mark.parametrize(
    ("name", "said", "class_"),
    [
        ("University of Dunmore", "The University of Dunmore closed.", "CollegeOrUniversity"),
        ("University of Dunmore Press", "The University of Dunmore Press closed.", None),
        ("Harbour Reform Party", "The Harbour Reform Party met.", "PoliticalParty"),
        ("Dunmore District Court", "The Dunmore District Court ruled.", "GovernmentOrganization"),
        ("Dunmore City Council", "The Dunmore City Council met.", "GovernmentOrganization"),
        ("Dunmore Harbor Council", "The Dunmore Harbor Council met.", None),
        ("Quay Workers Union", "The Quay Workers Union went on strike.", "WorkersUnion"),
        ("Dunmore Rural Fire Service", "The Dunmore Rural Fire Service came.", "GovernmentOrganization"),
        ("Dunmore Catering Service", "The Dunmore Catering Service came.", None),
        ("Dunmore Weather Bureau", "The Dunmore Weather Bureau warned.", "GovernmentOrganization"),
        ("Department of Immigration", "The Department of Immigration said no.", "GovernmentOrganization"),
        ("Quay Electoral Commission", "The Quay Electoral Commission met.", "GovernmentOrganization"),
        ("Quay Football Association", "The Quay Football Association met.", "SportsOrganization"),
        ("Quay Football Players Association", "The Quay Football Players Association met.", None),
        ("Quay Broadcasting Corporation", "The Quay Broadcasting Corporation reported it.", "NewsMediaOrganization"),
        ("Norwegian army", "The Norwegian army left.", "GovernmentOrganization"),
        ("Harbor Safety Act", "The Harbor Safety Act applies.", "Legislation"),
        ("Quay Treaty", "They signed the Quay Treaty.", "Legislation"),
        ("Quay Creek", "They swam in the Quay Creek.", "RiverBodyOfWater"),
    ],
)
def test_the_words_of_a_name_tell_the_class_where_they_surely_do(type_by_words, name, said, class_):
    found = type_by_words(name, said)
    assert (found and found.value) == class_


@pytest.mark.parametrize(
    ("said", "class_"),
    [
        ("They fled to the town of Quillhaven.", "City"),
        ("They fled to the province of Quillhaven.", "AdministrativeArea"),
        ("They fled to the village of Quillhaven.", None),
    ],
)
def test_what_a_place_is_called_tells_its_class(type_by_words, said, class_):
    found = type_by_words("Quillhaven", said)
    assert (found and found.value) == class_
    assert found is None or found.evidence[0].exact in said


def test_a_type_by_words_cites_the_words_of_the_name(type_by_words):
    found = type_by_words("Harbour Reform Party", "The Harbour Reform Party met.")
    (words,) = found.evidence
    assert isinstance(words, Citation)
    assert words.exact == "Harbour Reform Party"


def test_only_of_a_publisher_does_a_name_such_as_the_times_tell_that_it_is_a_paper(linked, make_article):
    facts = linked(None, "The Dunmore Times Association met.")
    assert entity_of(facts, "Dunmore Times Association").type is None
    publisher = Stated(value="The Dunmore Times", evidence=(Given(option="--publisher", value="The Dunmore Times"),))
    facts = link(extract(msgspec.structs.replace(make_article("The port is full."), publisher=publisher)))
    assert entity_of(facts, "The Dunmore Times").type.value == "NewsMediaOrganization"


class TestWhereAPlaceLies:
    def place(self, make_kb, linked, *said, **stated):
        fields = {"kind": "place", "qid": "Q2", "label": "Dunmore Quay", "sitelinks": 200}
        item = Item(**(fields | {"type": "city", "countries": ("NO",)} | stated))
        return linked(make_kb(item), *(said or ("The ships stayed in Dunmore Quay.",)))

    def test_the_country_of_its_item_is_told_with_the_base_that_says_so(self, make_kb, linked):
        entity = entity_of(self.place(make_kb, linked), "Dunmore Quay")
        assert entity.lies_in == Stated(value="NO", evidence=(Known(source="items"),))

    def test_a_country_that_the_article_does_not_name_is_described_by_its_code_and_name(self, make_kb, linked):
        graph = map_facts(self.place(make_kb, linked))
        assert Triple(Iri(WD + "Q2"), SCHEMA.containedInPlace, Iri(WD + "Q20")) in graph.facts
        assert {value for subject, term, value in graph.facts if subject == WD + "Q20" and term == RDF.type} == {
            SCHEMA.Country
        }
        assert not unproved(graph)
        assert validate(graph).conforms()

    def test_a_state_of_the_country_that_the_base_gives_stands_for_the_country(self, make_kb, linked):
        facts = self.place(make_kb, linked, countries=("US-OH",))
        assert entity_of(facts, "Dunmore Quay").lies_in.value == "US"

    @pytest.mark.parametrize(
        "stated",
        [{"countries": ("RU", "UA")}, {"type": "historical state"}, {"type": "disputed territory"}, {"type": "sea"}],
    )
    def test_what_lies_in_none_of_today_s_countries_or_in_doubt_is_put_into_none(self, make_kb, linked, stated):
        facts = self.place(make_kb, linked, **stated)
        assert entity_of(facts, "Dunmore Quay").qid == "Q2"
        assert entity_of(facts, "Dunmore Quay").lies_in is None


def test_another_link_brings_its_own_type_and_country(make_kb, linked, tmp_path):
    first = Item(qid="Q2", kind="place", type="city", label="Dunmore Quay", countries=("NO",), sitelinks=200)
    second = Item(qid="Q3", kind="place", type="lake", label="Dunmore Water", countries=("DK",), sitelinks=2)
    kb = make_kb(first, second)
    facts = linked(kb, "The ships stayed in Dunmore Quay.")
    corrections = tmp_path / "corrections.csv"
    corrections.write_text("match,decision\nDunmore Quay,Q3\n", encoding="utf-8")
    entity = entity_of(link(facts, kb, read_corrections(corrections)), "Dunmore Quay")
    assert (entity.qid, entity.type.value, entity.lies_in.value) == ("Q3", "LakeBodyOfWater", "DK")


def test_what_somebody_else_said_that_an_entity_is_stays(make_kb, linked):
    kb = make_kb(Item(qid="Q2", kind="organization", type="company", label="Quay Workers Union", sitelinks=200))
    facts = linked(None, "The Quay Workers Union met.")
    words = msgspec.structs.replace(facts.entities[0].type.evidence[0], rule="an editor")
    told = Type(value="NGO", evidence=(words,))
    facts = msgspec.structs.replace(
        facts, entities=(msgspec.structs.replace(facts.entities[0], type=told, link=None), *facts.entities[1:])
    )
    assert link(facts, kb).entities[0].type == told


def test_a_former_state_is_a_place_though_it_is_called_like_a_body(make_kb, linked):
    kb = make_kb(Item(qid="Q2", kind="place", type="historical state", label="Harbor Union", sitelinks=200))
    entity = entity_of(linked(kb, "Both were part of the Harbor Union."), "Harbor Union")
    assert (entity.kind, entity.qid, entity.lies_in) == ("place", "Q2", None)
