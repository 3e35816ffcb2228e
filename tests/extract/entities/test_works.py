"""Which words name a document, and where its name begins and ends."""

import pytest

from ld.extract import extract


@pytest.fixture
def named(make_article):
    def of(sentence: str, **options) -> list[str]:
        facts = extract(make_article(sentence, **options))
        return [entity.name for entity in facts.entities if entity.kind in {"work", "organization"}]

    return of


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("They signed the Treaty on the Rights of Sailors.", "Treaty on the Rights of Sailors"),
        ("The Fishing Act on September 3 was signed.", "Fishing Act"),
        ("The Veterans’ Quay Act passed.", "Veterans’ Quay Act"),
        ("The Federal Harbor Campaign Act passed.", "Federal Harbor Campaign Act"),
        ("The National Guard and Sailors Relief Act passed.", "National Guard and Sailors Relief Act"),
        ("The Passing Ships Through Harbors Act passed.", "Passing Ships Through Harbors Act"),
        ("The Harbor and Tide Act in Congress passed.", "Harbor and Tide Act"),
    ],
)
def test_a_document_has_its_whole_name(named, sentence, name):
    assert named(sentence) == [name]


def test_and_joins_two_documents(named):
    found = named("The Convention on the Rights of Sailors and the Quayside Agreement hold.")
    assert found == ["Convention on the Rights of Sailors", "Quayside Agreement"]


@pytest.mark.parametrize(
    "sentence",
    [
        "She teaches Conflict Resolution.",
        "He sells Tides and Accords.",
        "They saw the Harbor Treaty Games.",
        "They praised the Law of the Sea Treaty.",
    ],
)
def test_what_is_no_document_or_would_be_cut_short_is_left_out(named, sentence):
    assert named(sentence) == []


def test_a_headline_alone_names_no_document(named):
    assert named("The quay opened early.", headline="Why Harbor Act Divides Quay Again") == []
