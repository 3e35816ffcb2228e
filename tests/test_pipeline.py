import msgspec
import pytest

from ld import build
from ld.article import Author, Given
from ld.errors import InputError


def test_options_are_for_what_is_still_to_be_read(make_article):
    with pytest.raises(InputError, match="url"):
        build(make_article("It rained in Oslo."), url="https://harbor.example/rain")


def test_an_author_whom_only_the_user_names_is_a_person_all_the_same(make_article):
    author = Author(value="Ada Quill", evidence=(Given(option="--author", value="Ada Quill"),))
    built = build(msgspec.structs.replace(make_article("It rained in Oslo."), authors=(author,)))
    (reference,) = built.facts.authors
    assert built.facts.entity(reference.entity).name == "Ada Quill"
    assert built.report.conforms()


def test_an_article_built_from_its_text_is_the_same_as_from_its_facts(make_article):
    built = build(make_article("Norwegian Fisheries Minister Ada Quill left Oslo.", date="2024-09-11"))
    assert build(built.facts).graph == built.graph
