"""Reading a knowledge base."""

import pickle

import pytest

from ld.errors import InputError
from ld.kb import How, open_kb


def found(kb, name):
    return [(candidate.item.qid, candidate.how) for candidate in kb.candidates(name)]


def test_a_name_finds_whoever_bears_it_the_best_known_first(make_kb, person):
    kb = make_kb(
        person("Q2", "Ada Quill", sitelinks=3), person("Q3", "Ada Quill", sitelinks=9), person("Q4", "Bo Hart")
    )
    assert found(kb, "Ada QUILL") == [("Q3", How.LABEL), ("Q2", How.LABEL)]
    assert found(kb, "Cy Fenn") == []


def test_a_label_comes_before_an_alias(make_kb, person):
    kb = make_kb(person("Q2", "Adelaide Quill", aliases=("Ada Quill",), sitelinks=90), person("Q3", "Ada Quill"))
    assert found(kb, "Ada Quill") == [("Q3", How.LABEL), ("Q2", How.ALIAS)]


def test_a_middle_initial_is_overlooked_where_nobody_bears_it(make_kb, person):
    kb = make_kb(person("Q2", "Ada Quill"))
    assert found(kb, "Ada M. Quill") == [("Q2", How.INITIALS)]
    assert found(kb, "Ada Quill Jr.") == []


@pytest.mark.parametrize(("label", "said"), [("Viktor Harta", "Harta Viktor"), ("Jun-ho Baek", "Baek Jun-ho")])
def test_the_family_name_may_stand_first(make_kb, person, label, said):
    assert found(make_kb(person("Q2", label)), said) == [("Q2", How.ORDER)]


def test_an_item_is_found_by_its_id(make_kb, person):
    kb = make_kb(person("Q2", "Ada Quill"))
    assert kb.item("Q2").label == "Ada Quill"
    assert kb.item("Q5") is None
    with pytest.raises(InputError, match="'x' is no item"):
        kb.item("x")


def test_a_search_finds_surnames_and_beginnings_too(make_kb, person):
    kb = make_kb(person("Q2", "Ada Quill"), person("Q3", "Quillon Hart"))
    assert [candidate.item.qid for candidate in kb.search("Quill")] == ["Q2", "Q3"]


def test_a_knowledge_base_says_what_it_is(make_kb, person):
    info = make_kb(person("Q2", "Ada Quill")).info()
    assert (info.name, info.items, info.names, info.sources) == ("items", {"person": 1}, 2, ("items.jsonl",))


def test_a_knowledge_base_may_go_to_another_process(make_kb, person):
    with pickle.loads(pickle.dumps(make_kb(person("Q2", "Ada Quill")))) as kb:
        assert found(kb, "Ada Quill") == [("Q2", How.LABEL)]


def test_a_file_that_is_no_knowledge_base_is_refused(tmp_path):
    other = tmp_path / "other.kb"
    with pytest.raises(InputError, match="no such knowledge base"):
        open_kb(other)
    other.write_text("a text, and long enough to be taken for no empty database" * 20, encoding="utf-8")
    with pytest.raises(InputError, match="not a knowledge base of this version"):
        open_kb(other)
