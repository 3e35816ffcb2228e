"""Whom and what an article is about, and who is only named in it."""

import pytest
from msgspec import structs

from ld.article import Author, Given
from ld.extract import extract


@pytest.fixture
def about(facts):
    """The names of the subjects of an article of these paragraphs."""

    def of(*paragraphs: str, **options):
        found = facts(*paragraphs, **options)
        return [found.entity(subject.entity).name for subject in found.about]

    return of


MINISTER = "Nora Quist resigned on Tuesday after a quarrel over the quay."
LATER = "“I am tired,” Nora Quist said. She will leave Harbour Bank Ltd. in spring."


def test_who_opens_the_lead_and_is_named_again_is_the_subject(about):
    assert about(MINISTER, LATER, "Nora Quist was born by the sea.") == ["Nora Quist"]


def test_headline_and_lead_weigh_more_than_frequency(about):
    text = (MINISTER, "Jan Okafor thanked her.", "Jan Okafor will follow.", "Jan Okafor is 40.", "Nora Quist is 50.")
    assert about(*text, headline="Nora Quist leaves the quay")[0] == "Nora Quist"


def test_a_surname_in_the_headline_names_the_person(about):
    text = ("Rain fell on Tuesday.", "Jan Okafor spoke.", "Nora Quist listened to Jan Okafor.", "Nora Quist left.")
    assert about(*text, headline="Quist walks out")[0] == "Nora Quist"


def test_two_whom_headline_and_lead_name_are_both_subjects(about):
    text = (
        "Nora Quist and Jan Okafor will meet on Tuesday.",
        "Nora Quist has the votes.",
        "Jan Okafor has the money.",
        "Nora Quist and Jan Okafor are old rivals.",
    )
    assert set(about(*text, headline="Nora Quist to meet Jan Okafor")) == {"Nora Quist", "Jan Okafor"}


def test_there_are_at_most_three(about):
    names = "Nora Quist, Jan Okafor, Ada Quill and Tom Breck"
    text = [f"{names} won on Tuesday."] * 4
    assert len(about(*text, headline=f"{names} win")) == 3


def test_an_article_that_names_anything_is_about_something(about):
    assert about("It rained all day.", "The rain went on.", "Jan Okafor stayed dry.") == ["Jan Okafor"]


def test_an_article_that_names_nobody_is_about_nobody(about):
    assert about("It rained all day.") == []


def test_the_words_that_make_it_the_subject_are_cited(facts):
    found = facts(MINISTER, LATER, headline="Nora Quist leaves the quay")
    (subject,) = found.about
    assert [words.exact for words in subject.evidence] == ["Nora Quist", "Nora Quist"]
    assert [found.article.part_at(words.start).kind for words in subject.evidence] == ["headline", "paragraph"]


@pytest.mark.parametrize("headline", ["Quist’s bank buys the quay", "Quist's bank buys the quay"])
def test_whoever_only_tells_whose_it_is_in_the_headline_yields_to_who_fills_the_text(about, headline):
    text = ("Okafor Shipping Ltd. was sold on Tuesday.", "Okafor Shipping Ltd. owns nine ships, Nora Quist said.")
    assert about(*text, "Okafor Shipping Ltd. began small.", headline=headline)[0].startswith("Okafor Shipping")


@pytest.mark.parametrize(
    "cited",
    [
        "according to the Harbour Times Ltd.",
        "an engineer told Harbour Times Ltd.",
        "as was first reported by Harbour Times Ltd.",
    ],
)
def test_an_organization_that_is_only_cited_is_no_subject(about, cited):
    assert about(f"The pump failed, {cited}", f"It was old, {cited}", "Nora Quist built it.") == ["Nora Quist"]


def test_an_agency_is_no_subject(about):
    text = ("The pump failed, Reuters wrote.", "Reuters saw the papers.", "Nora Quist built it.")
    assert "Reuters" not in about(*text)


def test_who_is_only_heard_is_no_subject_beside_whom_the_news_is_about(about):
    text = ("Nora Quist died on Tuesday.", "She was ill, said Jan Marsh, a friend.", "Quist was kind, Marsh said.")
    assert about(*text) == ["Nora Quist"]


def test_who_says_the_news_is_its_subject(about):
    text = ("Council leader Jan Marsh says the bridge in Leeds will open.", "It was dear, Marsh said.")
    assert about(*text) == ["Jan Marsh"]


def test_an_author_is_no_subject(make_article):
    article = make_article("Nora Quist walked along the quay.", "Nora Quist saw ships.", "Jan Okafor owns them.")
    author = Author(value="Nora Quist", evidence=(Given(option="--author", value="Nora Quist"),))
    found = extract(structs.replace(article, authors=(author,)))
    assert [found.entity(subject.entity).name for subject in found.about] == ["Jan Okafor"]


def test_where_a_town_lies_is_no_subject(about):
    text = ("Firemen saved a cat in Oslo, Norway.", "The cat lives in Oslo, Norway.", "Oslo cheered.")
    assert about(*text, headline="Cat saved in Oslo, Norway") == ["Oslo"]


def test_where_somebody_is_from_is_no_subject(about):
    text = ("An Oslo man left hospital on Tuesday.", "Police say an Oslo clerk saw him.", "Nora Quist is his wife.")
    assert about(*text) == ["Nora Quist"]


def test_where_the_report_was_written_is_no_subject(about):
    assert about("OSLO (AP) - Nora Quist resigned on Tuesday.", "Nora Quist is 50.") == ["Nora Quist"]
