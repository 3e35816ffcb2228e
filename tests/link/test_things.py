"""Organizations and places linked by a knowledge base of one's own."""

import pytest

from ld.kb import Candidate, How, Item, with_bundled
from ld.link.agreement import prior
from ld.link.things import compare_site, thing_by_name
from ld.link.weights import thing_weights


def body(qid: str, label: str, *countries: str, **stated) -> Item:
    return Item(qid=qid, kind="organization", label=label, countries=countries, **stated)


def place(qid: str, label: str, *countries: str, **stated) -> Item:
    return Item(qid=qid, kind="place", label=label, countries=countries, **stated)


def link_of(facts, name):
    return next(entity.link for entity in facts.entities if entity.name == name)


def test_a_body_is_linked_by_its_name_in_an_article_about_its_country(make_kb, linked):
    facts = linked(make_kb(body("Q2", "Northern Harbor Board", "NO")), "Norway praised the Northern Harbor Board.")
    link = link_of(facts, "Northern Harbor Board")
    assert (link.qid, link.source) == ("Q2", "items")
    assert link.because == "named like Northern Harbor Board; the article names Norway; a full name that no other has"


def test_a_body_of_a_country_that_the_article_does_not_name_stays_unknown(make_kb, linked):
    facts = linked(make_kb(body("Q2", "Harbor Board", "PT")), "Norway praised the Harbor Board.")
    assert "the article does not name Portugal" in link_of(facts, "Harbor Board").because


def test_of_two_bodies_with_one_name_neither_is_taken(make_kb, linked):
    kb = make_kb(body("Q2", "Northern Harbor Board", "NO"), body("Q3", "Northern Harbor Board", "NO"))
    link = link_of(linked(kb, "Norway praised the Northern Harbor Board."), "Northern Harbor Board")
    assert link.because.startswith("two candidates within margin: Q2 (Northern Harbor Board)")


def test_of_two_bodies_with_one_name_the_one_of_the_article_s_country_is_meant(make_kb, linked):
    kb = make_kb(body("Q2", "Northern Harbor Board", "PT"), body("Q3", "Northern Harbor Board", "NO"))
    link = link_of(linked(kb, "Norway praised the Northern Harbor Board."), "Northern Harbor Board")
    assert (link.qid, link.runner_up) == ("Q3", "Q2")
    assert link.margin > 0


def test_a_person_with_the_name_of_a_body_is_no_candidate(make_kb, person, linked):
    facts = linked(
        make_kb(person("Q2", "Northern Harbor Board"), body("Q3", "Other Board")), "The Northern Harbor Board met."
    )
    assert link_of(facts, "Northern Harbor Board").because == (
        "no candidate: items knows no organization called 'Northern Harbor Board'"
    )


def test_a_place_behind_a_preposition_is_found_by_its_name(make_kb, linked):
    facts = linked(make_kb(place("Q2", "Tidewater Point", "NO")), "They met in Tidewater Point, Norway.")
    (found,) = (entity for entity in facts.of_kind("place") if entity.qid)
    assert (found.qid, found.mentions[0].exact) == ("Q2", "Tidewater Point")


@pytest.mark.parametrize(
    "sentence",
    [
        "They met in Tidewater Point Hall, Norway.",
        "Norway asked Tidewater Point to pay.",
        "They met in Tidewater Point, Portugal.",
    ],
)
def test_a_part_of_a_name_another_country_or_no_place_at_all_adds_nothing(make_kb, linked, sentence):
    facts = linked(make_kb(place("Q2", "Tidewater Point", "NO")), sentence)
    assert not any(entity.qid == "Q2" for entity in facts.entities)


@pytest.mark.parametrize("name", ["ANC", "SPD", "TWB"])
def test_letters_that_not_all_know_are_no_body_where_nothing_speaks_for_it(make_kb, linked, name):
    own = make_kb(body("Q2", "Tidewater Board", "PT", aliases=("TWB",), renown=60))
    facts = linked(with_bundled(own), f"The earbuds have {name}. Their {name} is good, and {name} said nothing.")
    assert not any(body.qid for body in facts.of_kind("organization"))


@pytest.mark.parametrize("country", ["Norway", "Portugal", "Chile"])
def test_a_body_of_the_article_s_country_is_not_outshone_by_one_of_nowhere(make_kb, linked, country):
    code = {"Norway": "NO", "Portugal": "PT", "Chile": "CL"}[country]
    kb = make_kb(body("Q2", "Tidewater Board", code, renown=10), body("Q3", "Tidewater Board", renown=60))
    link = link_of(linked(kb, f"{country} praised the Tidewater Board."), "Tidewater Board")
    assert link.because.startswith("two candidates within margin")


def test_a_state_in_the_name_is_no_country_of_who_has_the_name_elsewhere(make_kb, linked):
    kb = make_kb(body("Q2", "Norwegian University of Quillby", "PT", type="university"))
    link = link_of(linked(kb, "The Norwegian University of Quillby closed."), "Norwegian University of Quillby")
    assert link.qid == "Q2"


def test_a_state_in_the_name_tells_who_is_meant_of_two(make_kb, linked):
    kb = make_kb(body("Q2", "Norwegian Harbor Board", "PT"), body("Q3", "Norwegian Harbor Board", "NO", renown=9))
    assert link_of(linked(kb, "The Norwegian Harbor Board closed."), "Norwegian Harbor Board").qid == "Q3"


@pytest.mark.parametrize("state", ["Swedish", "Norwegian", "Chilean"])
def test_a_body_without_a_state_is_not_that_of_one(make_kb, linked, state):
    facts = linked(make_kb(body("Q2", "Harbor Institute", renown=200)), f"The {state} Harbor Institute said so.")
    assert [each.qid for each in facts.of_kind("organization")] == [None]


@pytest.mark.parametrize("name", ["Conservatives", "Tories", "Lib Dems"])
def test_a_party_is_one_of_a_country_that_the_article_names(linked, name):
    text = f"{name} won in Texas. Then {name} said so, and {name} left."
    assert not any(each.qid for each in linked(with_bundled(), text).of_kind("organization"))
    at_home = linked(with_bundled(), text.replace("Texas", "Britain"))
    assert any(each.qid for each in at_home.of_kind("organization"))


@pytest.mark.parametrize("name", ["Tidewater Motor Co.", "Tidewater Motor Corp", "Tidewater Motor Company, Inc."])
def test_a_company_is_known_by_any_legal_form(make_kb, linked, name):
    kb = make_kb(body("Q2", "Tidewater Motor Corporation", type="company", renown=40))
    facts = linked(kb, f"Shares of {name} rose. {name} said it would close a plant.")
    assert {each.qid for each in facts.of_kind("organization")} == {"Q2"}


@pytest.mark.parametrize("stated", [{"type": "newspaper", "renown": 60}, {"type": "company", "renown": 5}])
def test_a_paper_or_an_unknown_brand_is_no_company_of_one_word(make_kb, linked, stated):
    kb = make_kb(body("Q2", "Tidewater", **stated))
    facts = linked(kb, "Shares of Tidewater Inc. rose. Tidewater Inc. said it would close a plant.")
    assert not any(each.qid for each in facts.of_kind("organization"))


def test_who_has_the_whole_name_is_not_compared_with_who_has_it_without_the_state(make_kb, linked):
    kb = make_kb(
        body("Q2", "American Tidewater", renown=40), body("Q3", "The Tidewater", "US", type="newspaper", renown=60)
    )
    facts = linked(kb, "American Tidewater said so. American Tidewater will close shops in the United States.")
    link = link_of(facts, "American Tidewater")
    assert (link.qid, link.runner_up) == ("Q2", None)


def test_a_word_in_capitals_is_no_acronym():
    def acronym(name: str) -> float:
        item = body("Q2", "Tidal AG", aliases=("Tidal", "Twab", "TWABO"))
        return thing_by_name(Candidate(item, How.ALIAS), name)["acronym"]

    assert acronym("TIDAL") == 0.0
    assert acronym("TWAB") == acronym("TWABO") == 1.0


def medium(label: str, *countries: str, **stated) -> Item:
    return body("Q2", label, *countries, type="website", **stated)


@pytest.mark.parametrize("site", ["thequillby.example", "the-quillby.example", "thequillby.go.example"])
def test_a_medium_is_the_publisher_whose_site_has_its_name(site):
    assert site_features(medium("The Quillby", renown=30), site) == {"site_named"}


@pytest.mark.parametrize(
    ("item", "site"),
    [
        (medium("The Quillby", renown=30), "quillbynews.example"),
        (medium("The Quillby", "US", renown=30), "thequillby.eu"),
        (body("Q2", "The Quillby", type="company", renown=30), "thequillby.example"),
    ],
)
def test_it_is_not_on_other_sites_abroad_or_if_it_is_no_medium(item, site):
    assert site_features(item, site) == {"no_site"}


def test_of_many_little_known_media_of_a_name_none_is_the_publisher():
    rivals = [medium("The Quillby", renown=5), body("Q3", "The Quillby", type="newspaper")]
    assert site_features(rivals[0], "thequillby.example", *rivals) == {"no_site"}


def site_features(item: Item, host: str, *rivals: Item) -> set[str]:
    features = {"prior": prior(item)}
    compare_site(item, [Candidate(each, How.LABEL) for each in rivals or (item,)], host, features, [])
    return features.keys() - {"prior"}


def test_the_table_of_weights_tells_what_each_value_is():
    assert all(weight.value and weight.weight for weight in thing_weights().values())
