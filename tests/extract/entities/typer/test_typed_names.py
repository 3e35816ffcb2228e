"""Who and what made-up sentences name, as the whole extractor finds it with the base that comes with the program."""

import itertools

import pytest

from ld.extract.entities.typer.candidates import Candidate
from ld.extract.entities.typer.features import Features
from ld.extract.entities.typer.model import TYPES, Typed
from ld.extract.entities.typer.thresholds import thresholds
from ld.extract.entities.typer.typed_names import limit_of, typed_names
from ld.text.lexicon import data_text
from ld.text.reading import Reading

PEOPLE = {
    "She was beaten by Nora Quist in the final.": "Nora Quist",
    "The talks were led by Nora Marsh.": "Nora Marsh",
    "In the second half, Conor Quist hit the post.": "Conor Quist",
    "They met John Marsh in the harbour.": "John Marsh",
    "Shobu Hollow, 42, a lecturer from Leeds, was hurt.": "Shobu Hollow",
    "The film was made by Thandolwethu Marsh. Marsh also wrote it.": "Thandolwethu Marsh",
    "The widow of Mark Quist wept.": "Mark Quist",
    "It was Jan Quill, a baker, who saw the fire.": "Jan Quill",
}
BODIES = {
    "In 2019 he joined the Quist Foundation.": "Quist Foundation",
    "Shares in Quist Pharmaceuticals fell 4 percent.": "Quist Pharmaceuticals",
    "The Institute for Marine Safety closed on Friday.": "Institute for Marine Safety",
    "She studied law at the University of Quistford.": "University of Quistford",
    "The Clean Harbour Alliance said it would sue.": "Clean Harbour Alliance",
    "The Norvik City Council voted on Monday.": "Norvik City Council",
    "Boeing said the plane was safe.": "Boeing",
    "The map by the British Antarctic Survey was short.": "British Antarctic Survey",
    "The minister told Norway Army Radio that he would go.": "Norway Army Radio",
    "A meeting in London of the Harbour Action Group has closed.": "Harbour Action Group",
    "He was stopped by a leading Islamic Jihad militant.": "Islamic Jihad",
    "The fleet of Norvik Airlines is small.": "Norvik Airlines",
    "The case went to the High Court on Friday.": "High Court",
    "He told Channel Nine that he would go.": "Channel Nine",
}
PLACES = {
    "Police in Houston arrested two men.": "Houston",
    "An earthquake struck near Osaka on Friday.": "Osaka",
    "The road to Galway was shut.": "Galway",
    "He grew up in the town of Quistford.": "Quistford",
    "The ship sank off the coast of Norvik Island.": "Norvik Island",
}
NOTHING = [
    "Shops may open on Monday. Everything else stays shut.",
    "The iPhone was lost.",
    "The French won the match.",
    "They cited Quist v. Hollow in court.",
    "He was charged under the Access to Information Act.",
    "I’m glad, and I’ll say so in March.",
]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        (text, kind, name)
        for kind, sentences in (("person", PEOPLE), ("organization", BODIES), ("place", PLACES))
        for text, name in sentences.items()
    ],
)
def test_a_name_is_found_and_of_its_kind_alone(named, text, kind, name):
    found = named(text)
    assert [each for each, names in found.items() if name in names] == [kind]


@pytest.mark.parametrize("text", NOTHING)
def test_what_names_nobody_and_nothing_is_no_name(named, text):
    found = named(text)
    assert (found["person"], found["organization"], found["place"]) == (set(), set(), set())


def test_one_name_is_of_one_kind_in_the_whole_article(named):
    found = named("Quistford slept.", "He lives in Quistford.", "The mayor of Quistford said so.")
    assert found["place"] == {"Quistford"}
    assert not found["person"] | found["organization"]


def test_a_family_name_alone_is_the_person_named_in_full_before(named):
    assert named("They met John Marsh in the harbour.", "Then Marsh left.")["person"] == {"John Marsh"}


def test_in_a_line_of_title_case_no_name_is_looked_for():
    line = "Old Harbour Opens Near Osaka"
    assert typed_names(Reading(line), None) == []


def test_names_come_in_order_and_none_overlaps_another():
    text = "Nora Quist left Osaka. The Quist Foundation said Quist was in Osaka."
    found = typed_names(Reading(text), None)
    assert len(found) > 3
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))


def test_a_rank_is_no_part_of_the_name():
    text = "It was led by Rear Admiral Nora Quist."
    assert [text[name.start : name.end] for name in typed_names(Reading(text), None)] == ["Nora Quist"]


def test_the_full_stop_of_jr_belongs_to_the_name():
    text = "It was led by Nora Marsh Jr. yesterday."
    assert [text[name.start : name.end] for name in typed_names(Reading(text), None)] == ["Nora Marsh Jr."]


def test_a_name_says_why_it_is_one():
    (name,) = typed_names(Reading("They met Nora Marsh there."), None)
    assert name.because.startswith("person (0.")
    assert "given name" in name.because


def test_the_thresholds_are_probabilities_and_a_family_name_alone_needs_most():
    least = thresholds()
    assert set(least) == {
        "surname",
        "part_of_organization",
        "told",
        "cued_place",
        "listed",
        "uncued",
        *(f"{known}{kind}" for known in ("", "called_", "unknown_") for kind in KINDS),
    }
    assert all(0 < each < 1 for each in least.values())
    assert all(least[f"unknown_{kind}"] > least[kind] for kind in KINDS)
    assert all(least[f"called_{kind}"] < least[kind] for kind in KINDS)
    assert max(least.values()) == least["surname"]


KINDS = ("person", "organization", "place")


def test_the_file_of_thresholds_says_where_they_come_from():
    head = data_text("typer/name_thresholds.txt").splitlines()[0]
    assert "docs/names.md" in head


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was bought by tech giant Norvane.", "Norvane"),
        ("She works for Quistbeat, a charity.", "Quistbeat"),
    ],
)
def test_an_apposition_that_says_what_is_named_is_enough(text, name):
    assert (name, "organization") in {
        (text[each.start : each.end], each.kind) for each in typed_names(Reading(text), None)
    }


def candidate(name, kind, probability, *own, times=1):
    """A candidate of this kind that stands so many times at the beginning of a text."""
    words = tuple(name.split())
    probabilities = tuple(probability if each == kind else (1 - probability) / 4 for each in TYPES)
    spots = [(0, len(words) - 1)] * times
    return Typed.of(Candidate(name, words, ("",) * len(words), spots), probabilities, Features(own, (), 1.0))


@pytest.fixture
def kinds_of(monkeypatch):
    """The kinds of the names that are given if the weights see one candidate."""

    def of(seen):
        monkeypatch.setattr("ld.extract.entities.typer.typed_names.type_candidates", lambda *_: [seen])
        return [each.kind for each in typed_names(Reading(f"{seen.name.name} was there."), None)]

    return of


@pytest.mark.parametrize(
    ("probability", "own", "kinds"),
    [
        (0.8, ("kb=organization2",), []),
        (0.8, ("kb=organization1",), ["person"]),
        (0.8, ("kb=organization2", "kb=person1"), ["person"]),
        (0.95, ("kb=organization2",), ["person"]),
    ],
)
def test_what_the_base_knows_well_as_something_else_needs_to_be_surer(kinds_of, probability, own, kinds):
    assert kinds_of(candidate("Quist Romeo", "person", probability, *own)) == kinds


@pytest.mark.parametrize(
    ("name", "kinds"), [("Norvik Beach", []), ("Nora Beach", ["person"]), ("Norvik Quist", ["person"])]
)
def test_what_ends_like_a_place_or_a_body_is_a_person_only_with_a_given_name(kinds_of, name, kinds):
    assert kinds_of(candidate(name, "person", 0.85)) == kinds


@pytest.mark.parametrize(
    ("name", "times", "own", "limit"),
    [
        ("Quist", 1, ("T:alone",), "surname"),
        ("Quist", 2, ("T:alone",), "unknown_person"),
        ("Bank", 2, ("T:alone",), "surname"),
        ("Bank", 2, ("T:last=person",), "person"),
        ("Quist", 1, ("T:alone", "famous"), "person"),
    ],
)
def test_a_single_word_with_no_longer_name_needs_most_unless_it_is_somebody_famous(name, times, own, limit):
    assert limit_of(candidate(name, "person", 0.8, *own, times=times)) == limit


@pytest.mark.parametrize(
    ("own", "limit"),
    [
        ("kb=organization2", "organization"),
        ("kb=organization1", "organization"),
        ("kb=organization0", "unknown_organization"),
        ("T:acro=organization", "organization"),
        ("T:alone", "unknown_organization"),
    ],
)
def test_a_known_acronym_needs_no_more_than_other_known_names(own, limit):
    assert limit_of(candidate("NQM", "organization", 0.8, own)) == limit


@pytest.mark.parametrize(
    ("name", "own", "limit"),
    [
        ("Quillcorp", "T:first=organization", "part_of_organization"),
        ("Quillers", "T:last=organization", "part_of_organization"),
        ("Quillcorp", "T:first=person", "unknown_organization"),
        ("Umbrella", "T:first=organization", "unknown_organization"),
    ],
)
def test_a_word_of_a_longer_bodys_name_needs_less_unless_it_is_an_ordinary_one(name, own, limit):
    assert limit_of(candidate(name, "organization", 0.8, own)) == limit


@pytest.mark.parametrize("behind", ["$16,800", " 500 rose", " 6 said"])
def test_capitals_before_money_or_a_number_name_no_body(monkeypatch, behind):
    seen = candidate("NQM", "organization", 0.95)
    monkeypatch.setattr("ld.extract.entities.typer.typed_names.type_candidates", lambda *_: [seen])
    assert typed_names(Reading(f"NQM{behind}"), None) == []


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Umbrella Nora Quist", "Nora Quist"),
        ("Nora Harbour Quist", "Nora Harbour Quist"),
        ("Umbrella Quist", "Umbrella Quist"),
    ],
)
def test_an_ordinary_word_before_a_given_name_is_none_of_it(monkeypatch, name, given):
    seen = candidate(name, "person", 0.95)
    monkeypatch.setattr("ld.extract.entities.typer.typed_names.type_candidates", lambda *_: [seen])
    text = f"{name} was there."
    assert [text[each.start : each.end] for each in typed_names(Reading(text), None)] == [given]


@pytest.mark.parametrize(
    ("name", "kind", "own"),
    [
        ("Arab", "place", "T:alone"),
        ("Sunni", "organization", "T:alone"),
        ("NQX", "organization", "T:acro=other"),
        ("Mr", "person", "T:alone"),
    ],
)
def test_peoples_short_forms_of_things_and_titles_are_no_names(kinds_of, name, kind, own):
    assert kinds_of(candidate(name, kind, 0.95, own)) == []


def test_where_somebody_goes_is_no_part_of_a_name(kinds_of):
    seen = candidate("Quist Rovers", "person", 0.95)
    assert kinds_of(seen._replace(name=seen.name._replace(smalls=("", "to the")))) == []


def test_where_a_player_plays_is_no_part_of_the_name(monkeypatch):
    seen = candidate("QB Nora Quist", "person", 0.95)
    monkeypatch.setattr("ld.extract.entities.typer.typed_names.type_candidates", lambda *_: [seen])
    (name,) = typed_names(Reading("QB Nora Quist ran."), None)
    assert (name.start, name.end) == (3, 13)


def test_the_word_before_a_name_says_what_it_is_where_the_weights_see_none(kinds_of):
    seen = candidate("Quillvisa", "none", 0.6, "T:alone")
    called = seen._replace(
        probabilities=(0.05, 0.3, 0.0, 0.05, 0.6), features=seen.features._replace(beside=("p@body",))
    )
    assert kinds_of(called) == ["organization"]
    assert limit_of(called._replace(type="organization", probability=0.3)) == "told"
    assert kinds_of(called._replace(probabilities=(0.1, 0.2, 0.05, 0.05, 0.6))) == []
    assert kinds_of(called._replace(features=seen.features)) == []


@pytest.mark.parametrize(
    ("name", "kinds"),
    [("Lake Quist", ["place"]), ("Quist Arena", ["place"]), ("Nora Marsh", ["person"])],
)
def test_some_words_are_those_of_places_whatever_stands_before_them(kinds_of, name, kinds):
    seen = candidate(name, "person", 0.6, "given|2")
    assert kinds_of(seen._replace(probabilities=(0.6, 0.05, 0.3, 0.05, 0.0))) == kinds
