"""People linked by a knowledge base of one's own."""

import pytest

from ld.kb import Item, Position, with_bundled
from ld.link.weights import MARGIN, THRESHOLD, odds, person_weights, score

SENATOR = ("member of the Senate", "FR", "2020-01-01", None)
SAID = "French Senator Ada Quill said the harbor would stay open. “It will,” Quill said."


def link_of(facts, name):
    return next(person.link for person in facts.of_kind("person") if person.name == name)


def test_a_post_that_agrees_makes_the_link(make_kb, person, linked):
    link = link_of(linked(make_kb(person("Q2", "Ada Quill", SENATOR)), SAID), "Ada Quill")
    assert (link.qid, link.source) == ("Q2", "items")
    assert link.score >= THRESHOLD
    assert "the post agrees: Senator; in office on 2024-09-11" in link.because


def test_nobody_of_the_name_is_no_candidate(make_kb, person, linked):
    link = link_of(linked(make_kb(person("Q3", "Bo Hart", SENATOR)), SAID), "Ada Quill")
    assert link.because == "no candidate: items knows no person called 'Ada Quill'"


def test_a_name_alone_is_not_enough(make_kb, person, linked):
    kb = make_kb(person("Q2", "Ada Quill", ("member of the Senate", "PT", "2020-01-01", None)))
    link = link_of(linked(kb, "“It will stay open,” Ada Quill said of the French harbor."), "Ada Quill")
    assert link.because.startswith("named like Q2 (Ada Quill), but the score 0.")
    assert "the article does not name Portugal" in link.because


def test_two_who_agree_equally_well_are_nobody(make_kb, person, linked):
    kb = make_kb(person("Q2", "Ada Quill", SENATOR), person("Q3", "Ada Quill", SENATOR))
    link = link_of(linked(kb, SAID), "Ada Quill")
    assert link.because.startswith("two candidates within margin: Q2 (Ada Quill), 0.9")
    assert "Q3 (Ada Quill)" in link.because


def test_the_one_in_office_wins_over_a_predecessor_and_the_margin_is_told(make_kb, person, linked):
    before = person("Q2", "Ada Quill", ("member of the Senate", "FR", "1990-01-01", "1999-12-31"), death="2001-02-03")
    link = link_of(linked(make_kb(before, person("Q3", "Ada Quill", SENATOR)), SAID), "Ada Quill")
    assert link.qid == "Q3"
    assert "runner-up Q2 (Ada Quill), 0." in link.because


def test_who_was_not_in_office_on_the_day_is_not_linked_by_a_common_name(make_kb, person, linked):
    past = person("Q2", "Ada Quill", ("member of the Senate", "FR", "1990-01-01", "1999-12-31"))
    bearers = [person(f"Q{n}", f"Bo{n} Quill") for n in range(3, 60)]
    link = link_of(linked(make_kb(past, *bearers), SAID), "Ada Quill")
    assert "not in office on 2024-09-11: Senator" in link.because
    assert not hasattr(link, "qid")


def test_who_would_be_linked_but_for_the_day_has_the_day_as_the_reason(make_kb, person, linked):
    past = person("Q2", "Ada Quill", ("member of the Senate", "FR", "1990-01-01", "1999-12-31"))
    bearers = [person(f"Q{n}", f"Bo{n} Quill") for n in range(3, 60)]
    link = link_of(linked(make_kb(past, *bearers), SAID), "Ada Quill")
    assert link.because.startswith("not in office on 2024-09-11: named like Q2 (Ada Quill)")


def test_a_former_post_need_not_last(make_kb, person, linked):
    kb = make_kb(person("Q2", "Ada Quill", ("member of the Senate", "FR", "1990-01-01", "1999-12-31")))
    facts = linked(kb, "Former French Senator Ada Quill said the harbor would stay open.")
    assert link_of(facts, "Ada Quill").qid == "Q2"


@pytest.mark.parametrize(
    "text",
    [
        "Spanish Senator Ada Quill said the harbor would stay open.",
        "Goalkeeper Ada Quill, a singer, said the harbor would stay open in France.",
    ],
)
def test_another_country_or_trade_is_somebody_else(make_kb, person, linked, text):
    facts = linked(make_kb(person("Q2", "Ada Quill", ("member of the Senate", "FR", "2020-01-01", None))), text)
    assert link_of(facts, "Ada Quill").because.startswith("named like Q2 (Ada Quill), but the score")


def test_a_trade_beside_the_name_speaks_less_against_who_led_a_state(make_kb, person, linked):
    text = "Ada Quill is the owner of the Harbor Trading Company, which pays its taxes in France."
    leader = person("Q2", "Ada Quill", ("President of France", "FR", "1990-01-01", "1999-12-31"), sitelinks=100)
    member = person("Q2", "Ada Quill", SENATOR, sitelinks=10)
    assert link_of(linked(make_kb(leader), text), "Ada Quill").qid == "Q2"
    assert "another trade: owner" in link_of(linked(make_kb(member), text), "Ada Quill").because


def test_a_post_that_nobody_has_noted_does_not_speak_against_the_only_bearer(make_kb, person, linked):
    others = [person(f"Q{n}", f"Bo Hart{n}") for n in range(3, 10_003)]
    past = person(
        "Q2", "Nora Quist", ("member of the European Parliament", "FI", "2004-07-20", "2009-07-13"), sitelinks=5
    )
    facts = linked(make_kb(past, *others), "Finland was heard. EU chief negotiator Nora Quist said the port would pay.")
    assert link_of(facts, "Nora Quist").qid == "Q2"


def test_an_open_post_says_nothing_after_the_day_on_which_it_was_last_seen(make_kb, person, linked):
    seen = Item(
        qid="Q2",
        kind="person",
        label="Ada Quill",
        positions=(Position(title="member of the Senate", country="FR", start="2020-01-01", asof="2022-08-03"),),
    )
    because = link_of(
        linked(make_kb(seen, *[person(f"Q{n}", f"Bo{n} Hart") for n in range(3, 60)]), SAID), "Ada Quill"
    ).because
    assert "the post agrees: Senator" in because
    assert "in office" not in because


def test_a_post_of_the_past_is_judged_by_its_own_time(make_kb, person, linked):
    minister = person("Q2", "Ada Quill", ("Minister of Health", "FR", "2010-03-01", "2014-05-01"))
    text = "Ada Quill, who was French minister of health from 2010 to 2014, said the harbor would stay open."
    found = link_of(linked(make_kb(minister), text), "Ada Quill")
    assert found.qid == "Q2"
    assert "not in office" not in found.because


def test_the_long_dead_are_not_in_the_news(make_kb, person, linked):
    kb = make_kb(person("Q2", "Ada Quill", ("member of the Senate", "FR", "1890-01-01", "1899-12-31"), death="1901"))
    assert "dead since 1901" in link_of(linked(kb, SAID), "Ada Quill").because
    assert "dead since 1901" in link_of(linked(kb, SAID, date=None), "Ada Quill").because


def test_who_was_a_child_on_the_day_is_somebody_else(make_kb, person, linked):
    kb = make_kb(person("Q2", "Ada Quill", ("member of the Senate", "FR", "2035-01-01", None), birth="2010-05-05"))
    assert "born in 2010" in link_of(linked(kb, SAID), "Ada Quill").because


def test_a_surname_alone_needs_its_post_on_the_day(make_kb, person, linked):
    text = "French Senator Quill said the harbor would stay open."
    assert link_of(linked(make_kb(person("Q2", "Ada Quill", SENATOR)), text), "Quill").qid == "Q2"
    undated = link_of(linked(make_kb(person("Q2", "Ada Quill", SENATOR)), text, date=None), "Quill")
    assert undated.because.startswith("a surname alone, and no post tells that Q2 (Ada Quill) is meant")


def test_two_of_one_surname_are_kept_apart(make_kb, person, linked):
    kb = make_kb(person("Q2", "Ada Quill", SENATOR), person("Q3", "Bo Quill", ("Mayor", "FR", "2020-01-01", None)))
    facts = linked(kb, "French Senator Ada Quill met French Mayor Bo Quill on Tuesday.")
    assert (link_of(facts, "Ada Quill").qid, link_of(facts, "Bo Quill").qid) == ("Q2", "Q3")


def test_an_item_stands_for_its_country_as_a_code_does(make_kb, person, linked):
    kb = make_kb(person("Q2", "Ada Quill", ("member of the Senate", "Q142", "2020-01-01", None)))
    assert "the post is of France" in link_of(linked(kb, SAID), "Ada Quill").because


def test_one_s_own_knowledge_goes_before_what_comes_with_the_program(make_kb, person, linked):
    own = make_kb(person("Q7747", "Vladimir Putin", ("President of Russia", "RU", "2012-05-07", None)))
    link = link_of(linked(with_bundled(own), "Russian President Vladimir Putin walked up the hill."), "Vladimir Putin")
    assert (link.qid, link.source) == ("Q7747", "items")


def test_somebody_known_by_the_full_name_is_found_where_no_word_gives_the_name_away(make_kb, person, linked):
    kb = make_kb(person("Q2", "Ada Quill", ("President of France", "FR", "1990-01-01", "1999-12-31")))
    facts = linked(
        kb, "The French harbor was an idea of President Hart, and of Ada Quill before. A pardon for Quill came."
    )
    found = next(person for person in facts.of_kind("person") if person.qid == "Q2")
    assert [mention.exact for mention in found.mentions] == ["Ada Quill", "Quill"]


def test_a_family_name_goes_first_only_where_it_does(make_kb, person, linked):
    text = "Senator Quill Ada said the harbor of Hungary and France would stay open."
    french = person("Q2", "Ada Quill", SENATOR)
    hungarian = person("Q2", "Ada Quill", ("member of the Senate", "HU", "2020-01-01", None))
    assert link_of(linked(make_kb(french), text), "Quill Ada").because.startswith("no candidate")
    assert link_of(linked(make_kb(hungarian), text), "Quill Ada").qid == "Q2"


def test_without_a_knowledge_base_nothing_is_looked_up(linked):
    assert link_of(linked(None, SAID), "Ada Quill").because == "no knowledge base is used"


def test_the_table_of_weights_tells_what_each_value_is():
    assert all(weight.value and weight.weight for weight in person_weights().values())


def test_a_score_grows_with_what_speaks_for_it():
    named = {"named_label": 1.0}
    assert 0 < score({**named, "country_differs": 1.0}) < score(named) < score({**named, "post_agrees": 1.0}) < 1
    with pytest.raises(KeyError):
        score({"mood": 1.0})


def test_the_odds_of_the_best_must_be_several_times_those_of_the_next():
    assert MARGIN > 1
    assert odds(0.75) == 3
    assert odds(1.0) > odds(0.999)


@pytest.mark.parametrize("trade", ["flight surgeon", "nurse", "deputy"])
def test_one_with_an_everyday_trade_is_not_the_famous_one(make_kb, person, linked, trade):
    kb = make_kb(person("Q2", "Ada Quill", sitelinks=250), *(person(f"Q{n}", f"Bo Storm{n}") for n in range(3, 200)))
    assert link_of(linked(kb, "It rained when singer Ada Quill came to Norway."), "Ada Quill").qid == "Q2"
    link = link_of(linked(kb, f"It rained when {trade} Ada Quill came to Norway."), "Ada Quill")
    assert "an everyday trade" in link.because
    assert not hasattr(link, "qid")


def test_a_chief_executive_officer_is_no_officer(make_kb, person, linked):
    kb = make_kb(person("Q2", "Ada Quill", sitelinks=250), *(person(f"Q{n}", f"Bo Storm{n}") for n in range(3, 200)))
    assert link_of(linked(kb, "Ada Quill, the chief executive officer of Storm, spoke."), "Ada Quill").qid == "Q2"
    assert link_of(linked(kb, "Ada Quill, the officer on duty, spoke."), "Ada Quill").because.count("everyday trade")


@pytest.mark.parametrize(
    ("title", "qid"), [("manager", "Q2"), ("campaign manager", None), ("city manager", None), ("fund manager", None)]
)
def test_not_each_manager_is_one_of_sport(make_kb, person, linked, title, qid):
    kb = make_kb(person("Q2", "Ada Quill", type="baseball player", countries=("NO",), sitelinks=30))
    link = link_of(linked(kb, f"In Norway, {title} Ada Quill said it rained."), "Ada Quill")
    assert getattr(link, "qid", None) == qid
