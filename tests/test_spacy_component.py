"""``nlp.add_pipe("article_ld")``: a document of spaCy's with our names in it."""

import pytest
import spacy
from spacy.language import Language

import ld.spacy_component

TEXT = (
    "Norwegian Prime Minister Ada Quill met Emmanuel Macron in Oslo on Tuesday.\n\n"
    "“The port is full,” Quill told the Tidewater Pilots Association in Norway."
)


def entities(nlp: Language, text: str = TEXT) -> dict[str, tuple[str, str]]:
    return {span.text: (span.label_, span.kb_id_) for span in nlp(text).ents}


@pytest.fixture
def nlp():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("article_ld")
    return pipeline


def test_spacy_finds_it_by_the_name_that_the_package_declares():
    (found,) = [each for each in _entry_points() if each.name == "article_ld"]
    assert found.load() is ld.spacy_component.make_component


def _entry_points():
    from importlib.metadata import entry_points  # noqa: PLC0415

    return entry_points(group="spacy_factories")


def test_names_have_the_labels_of_spacys_own_models_and_wikidata_ids(nlp):
    found = entities(nlp)
    assert found["Emmanuel Macron"] == ("PERSON", "Q3052772")
    assert found["Oslo"] == ("LOC", "Q585")
    assert found["Norway"] == ("GPE", "Q20")
    assert found["Norwegian"] == ("NORP", "Q20")


def test_an_unknown_name_stays_unknown(nlp):
    assert entities(nlp)["Ada Quill"] == ("PERSON", "")


def test_what_another_component_found_stays(nlp):
    nlp.add_pipe("entity_ruler", before="article_ld").add_patterns([{"label": "PORT", "pattern": "Oslo"}])
    assert entities(nlp)["Oslo"] == ("PORT", "")
    assert "Emmanuel Macron" in entities(nlp)


def test_it_replaces_what_others_found_if_it_is_told_to():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "PORT", "pattern": "Oslo"}])
    pipeline.add_pipe("article_ld", config={"overwrite": True})
    assert entities(pipeline)["Oslo"] == ("LOC", "Q585")


@pytest.mark.parametrize("text", ["", " \n "], ids=["empty", "blank"])
def test_a_document_without_words_has_no_entities(nlp, text):
    assert entities(nlp, text) == {}


def test_a_pipeline_with_it_is_saved_and_loaded_again(nlp, tmp_path):
    nlp.to_disk(tmp_path / "pipeline")
    assert entities(spacy.load(tmp_path / "pipeline")) == entities(nlp)
