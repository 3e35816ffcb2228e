"""A spaCy pipeline adds the named entities that our rules did not find."""

import pytest
import spacy

from ld.errors import InputError
from ld.extractors import merge, open_extractor

PATTERNS = (
    ("FAC", "Port Ellery"),
    ("ORG", "the Tidewater Pilots"),
    ("ORG", "Tidewater Pilots"),
    ("GPE", "Norway"),
    ("ORG", "Ada Quill"),
    ("DATE", "Tuesday"),
    ("PERSON", "the minister"),
)


@pytest.fixture
def model(tmp_path):
    """A tiny pipeline, saved to a folder."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": name} for label, name in PATTERNS])
    pipeline.to_disk(tmp_path / "model")
    return tmp_path / "model"


def test_its_entities_are_added_with_their_kind_and_places(article, ours, model):
    result = merge(ours, open_extractor(f"spacy:{model}").extract(article))
    added = {entity.name: entity for entity in result.facts.entities if entity not in ours.entities}
    assert {name: entity.kind for name, entity in added.items()} == {
        "Tidewater Pilots": "organization",
    }
    assert [mention.exact for mention in added["Tidewater Pilots"].mentions] == ["Tidewater Pilots"] * 2


def test_a_country_and_a_person_of_ours_stay_ours(article, ours, model):
    result = merge(ours, open_extractor(f"spacy:{model}").extract(article))
    kinds = {entity.name: entity.kind for entity in result.facts.entities}
    assert (kinds["Norway"], kinds["Ada Quill"]) == ("country", "person")


def test_the_evidence_says_which_model_it_was(article, model):
    facts = open_extractor(f"spacy:{model}").extract(article)
    assert {proof.rule for entity in facts.entities for proof in entity.evidence} == {f"spacy:{model} 0.0.0"}


def test_a_name_stands_without_its_article_and_its_possessive(make_article, model):
    article = make_article("It was the Tidewater Pilots’s ship.")
    facts = open_extractor(f"spacy:{model}").extract(article)
    assert [mention.exact for entity in facts.entities for mention in entity.mentions] == ["Tidewater Pilots"]


def test_a_description_is_no_name(make_article, model):
    assert not open_extractor(f"spacy:{model}").extract(make_article("It was the minister.")).entities


@pytest.mark.parametrize("spec", ["spacy", "spacy:", "spacy:no_such_model"])
def test_a_model_that_is_not_there_is_an_error_of_the_user(spec):
    with pytest.raises(InputError, match="model"):
        open_extractor(spec)


def test_without_spacy_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "spacy", None)
    with pytest.raises(InputError) as error:
        open_extractor("spacy:en_core_web_sm")
    assert "article-ld[spacy]" in error.value.hint
