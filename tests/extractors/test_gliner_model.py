"""A GLiNER model adds the named entities that our rules did not find; the model is a real one, if a tiny one."""

import json
import sys

import pytest
from extractors.tiny_gliner import make_gliner

from ld.cli import main
from ld.errors import ExtractorError, InputError
from ld.extractors import merge, open_extractor
from ld.extractors.gliner_model import LABELS
from ld.extractors.gliner_network import Network

NAMES = {
    "Port Ellery": "location",
    "Tide|water Pilots": "organization",
    "Norway": "location",
    "Ada Quill": "organization",
    "Quay Song": "creative work",
    "Harbor Week": "event",
    "Осло": "location",
    "林 美": "person",
    "minister": "person",
    "She": "person",
}


@pytest.fixture
def model(tmp_path):
    """The folder of a tiny model that knows these names."""
    return make_gliner(tmp_path / "tiny", NAMES)


@pytest.fixture
def found(make_article, model, monkeypatch):
    """Kind and words of each mention that the model finds in paragraphs; offsets are right, and no window too long."""
    spans = Network.spans

    def within_room(network, words):
        assert sum(network.sizes(words)) <= network.room
        return spans(network, words)

    monkeypatch.setattr(Network, "spans", within_room)

    def find(*paragraphs, spec=f"gliner:{model}"):
        article = make_article(*paragraphs)
        facts = open_extractor(spec).extract(article)
        mentions = [(entity.kind, mention) for entity in facts.entities for mention in entity.mentions]
        assert all(article.text[said.start : said.end] == said.exact for _, said in mentions)
        return [(kind, said.exact) for kind, said in sorted(mentions, key=lambda one: one[1].start)]

    return find


def test_its_entities_are_added_with_their_kind_and_places(article, ours, model):
    result = merge(ours, open_extractor(f"gliner:{model}").extract(article))
    added = {entity.name: entity for entity in result.facts.entities if entity not in ours.entities}
    assert {name: entity.kind for name, entity in added.items()} == {
        "Tidewater Pilots": "organization",
    }
    assert [mention.exact for mention in added["Tidewater Pilots"].mentions] == ["Tidewater Pilots"] * 2


def test_a_country_and_a_person_of_ours_stay_ours(article, ours, model):
    result = merge(ours, open_extractor(f"gliner:{model}").extract(article))
    kinds = {entity.name: entity.kind for entity in result.facts.entities}
    assert (kinds["Norway"], kinds["Ada Quill"]) == ("country", "person")


def test_the_evidence_says_which_model_it_was_and_not_where_it_lay(article, model):
    facts = open_extractor(f"gliner:{model}").extract(article)
    assert {proof.rule for entity in facts.entities for proof in entity.evidence} == {"gliner:tiny"}


def test_offsets_count_code_points_whatever_stands_before(found):
    assert found("🚢🇳🇴 👩‍👩‍👧 Вчера Осло и 林 美 – Tidewater Pilots 🎉’s Port Ellery.") == [
        ("place", "Осло"),
        ("person", "林 美"),
        ("organization", "Tidewater Pilots"),
        ("place", "Port Ellery"),
    ]


def test_works_are_named_and_events_are_left_to_the_rules(found):
    assert found("Many sang Quay Song at the Harbor Week.") == [("work", "Quay Song")]


def test_what_is_a_description_or_a_pronoun_is_no_name(found):
    assert found("The minister spoke. She left, and so did a minister.") == []


def test_a_name_stands_without_its_possessive(found):
    assert found("It was Norway’s ship.") == [("place", "Norway")]


def test_of_spans_that_overlap_the_likeliest_is_taken(make_article, tmp_path):
    folder = make_gliner(tmp_path / "overlap", {"Port Ellery Harbor Board": "organization", "Ellery": "location"})
    facts = open_extractor(f"gliner:{folder}").extract(make_article("The Port Ellery Harbor Board met."))
    assert [entity.name for entity in facts.entities] == ["Ellery"]  # a longer span has less in such a model


@pytest.mark.parametrize(("threshold", "names"), [("0.5", ["Port Ellery"]), (".9", [])])
def test_a_span_counts_from_the_threshold_on(found, model, threshold, names):
    said = found("Port Ellery waits.", spec=f"gliner:{model}#{threshold}")
    assert [name for _, name in said] == names


def test_a_number_sign_may_be_part_of_the_folders_name(make_article, tmp_path):
    folder = make_gliner(tmp_path / "model#2", NAMES)
    assert open_extractor(f"gliner:{folder}").extract(make_article("Norway.")).entities


def test_long_texts_are_read_to_their_end(found):
    assert found("Nobody from Port Ellery said so on that day. " * 40, "Norway.") == [
        *[("place", "Port Ellery")] * 40,
        ("place", "Norway"),
    ]


def test_texts_are_cut_where_sentences_end_so_that_no_name_is_cut(found, model):
    room = Network(model, list(LABELS), 0.5).room
    filled = " ".join(["Ships"] * (room - 2)) + "."  # with its full stop one token less than there is room for
    assert found(f"{filled} Port Ellery waits.") == [("place", "Port Ellery")]


def test_a_sentence_that_is_too_long_is_cut_between_words(found):
    listed = ", ".join(["Norway"] * 90)
    assert found(f"They sailed to {listed}.") == [("place", "Norway")] * 90


def test_a_word_without_end_is_passed_over(found):
    endless = "Tide" + "water" * 150
    assert found(f"Norway saw {endless} in Port Ellery.") == [("place", "Norway"), ("place", "Port Ellery")]


def test_the_same_article_gives_the_same_facts(article, model):
    assert open_extractor(f"gliner:{model}").extract(article) == open_extractor(f"gliner:{model}").extract(article)


def test_nothing_is_fetched_and_the_error_says_how_to_get_a_model(capsys, tmp_path):
    (tmp_path / "story.txt").write_text("Norway waits.", encoding="utf-8")
    assert main(["build", str(tmp_path / "story.txt"), "--extractor", f"gliner:{tmp_path / 'none'}"]) == 2
    said = capsys.readouterr().err
    assert "none" in said
    assert "hf download" in said


def test_a_story_is_built_with_what_it_finds(tmp_path, article, model):
    (tmp_path / "story.txt").write_text(article.text, encoding="utf-8")
    assert main(["build", str(tmp_path / "story.txt"), "-o", str(tmp_path), "--extractor", f"gliner:{model}"]) == 0
    written = json.loads((tmp_path / "story.facts.json").read_text(encoding="utf-8"))
    assert "Port Ellery" in {entity["name"] for entity in written["entities"]}


@pytest.mark.parametrize("argument", ["", "#", "#1", "#0", "#0.0", "#1.5", "#nan", "#half"])
def test_no_model_and_no_threshold_are_errors_of_the_user(model, argument):
    with pytest.raises(InputError, match=r"model|threshold"):
        open_extractor(f"gliner:{argument and f'{model}{argument}'}")


def rewritten(**fields):
    return lambda path: path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | fields), encoding="utf-8")


FAULTS = {
    "no configuration": ("gliner_config.json", lambda path: path.unlink()),
    "a configuration that is none": ("gliner_config.json", lambda path: path.write_text("{", encoding="utf-8")),
    "a window of no width": ("gliner_config.json", rewritten(max_len=5)),
    "other words": ("gliner_config.json", rewritten(words_splitter_type="jieba")),
    "other pooling": ("gliner_config.json", rewritten(subtoken_pooling="mean")),
    "no tokenizer": ("tokenizer.json", lambda path: path.unlink()),
    "a tokenizer that is none": ("tokenizer.json", lambda path: path.write_bytes(b"\xff{}")),
    "another model's tokenizer": ("gliner_config.json", rewritten(ent_token="[E]")),
    "no graph": ("model.onnx", lambda path: path.unlink()),
    "a graph that is none": ("model.onnx", lambda path: path.write_bytes(b"version https://git-lfs")),
    "a token-level model's graph": (
        "model.onnx",
        lambda path: path.write_bytes(path.read_bytes().replace(b"span_mask", b"span_mark")),
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_folder_that_holds_no_such_model_is_an_error_that_names_the_file(model, fault):
    name, spoil = FAULTS[fault]
    spoil(model / name)
    with pytest.raises(InputError, match=str(model)) as error:
        open_extractor(f"gliner:{model}")
    assert "docs/extractors.md" in error.value.hint


def test_a_graph_may_have_a_folder_and_a_name_of_its_own(make_article, model):
    (model / "onnx").mkdir()
    (model / "model.onnx").rename(model / "onnx" / "model_quantized.onnx")
    assert open_extractor(f"gliner:{model}").extract(make_article("Norway.")).entities


def test_of_several_graphs_none_is_guessed(model):
    graph = (model / "model.onnx").read_bytes()
    (model / "model.onnx").unlink()
    for name in ("a.onnx", "b.onnx"):
        (model / name).write_bytes(graph)
    with pytest.raises(InputError, match=r"a\.onnx, b\.onnx"):
        open_extractor(f"gliner:{model}")


def test_a_graph_that_fails_is_an_error_of_the_extractor(article, model):
    tokenizer = json.loads((model / "tokenizer.json").read_text("utf-8"))
    tokenizer["model"]["vocab"]["Norway"] = 9999  # as another model's tokenizer would number it
    (model / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    with pytest.raises(ExtractorError, match="tiny"):
        open_extractor(f"gliner:{model}").extract(article)


def test_scores_of_another_shape_are_an_error_of_the_extractor(model):
    network = Network(model, ["person", "<<ENT>>"], 0.5)  # which makes three labels of two
    with pytest.raises(ExtractorError, match="shape"):
        network.spans(["Norway"])


def test_without_its_packages_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(InputError) as error:
        open_extractor("gliner:models/tiny")
    assert "article-ld[gliner]" in error.value.hint
