"""Posts of the past that an article tells like those of its day."""

import pytest

from ld.kb import Item, Position


def holder(number: int, name: str, *terms: tuple[str, str | None], death: str | None = None) -> Item:
    posts = tuple(Position(title="President of Norway", country="NO", start=start, end=end) for start, end in terms)
    return Item(
        qid=f"Q{number}",
        kind="person",
        label=name,
        positions=posts,
        countries=("NO",),
        sitelinks=200,
        birth="1940",
        death=death,
    )


QUILL = holder(2, "Ada Quill", ("2001", "2009"))
HART = holder(3, "Bo Hart", ("2020", "2027"))
LATE = holder(4, "Ada Quill", ("1981", "1989"), death="2004")


@pytest.fixture
def states(make_kb, linked):
    """The state of each post in an article, by the last word of its holder's name."""

    def find(items, *paragraphs: str, date: str | None = "2024-09-11"):
        facts = linked(make_kb(*items), *paragraphs, date=date)
        return {facts.entity(post.holder).name.split()[-1]: post.state for post in facts.posts}

    return find


def test_whoever_had_the_post_of_somebody_known_to_have_it_had_it_before(states):
    said = "Norwegian President Bo Hart spoke. Norwegian President Ada Quill once asked Norway why."
    assert states((QUILL, HART), said) == {"Hart": "current", "Quill": "former"}


def test_who_had_died_has_no_post_any_more(states):
    assert states((LATE,), "Norwegian President Ada Quill once asked Norway why.") == {"Quill": "former"}


def test_who_dies_in_the_year_of_the_article_may_have_had_it(states):
    said = "Norwegian President Ada Quill spoke in Norway."
    assert states((LATE,), said, date="2004-06-01") == {"Quill": "current"}


def test_a_term_that_ended_alone_is_no_proof_for_knowledge_bases_lack_terms(states):
    assert states((QUILL,), "Norwegian President Ada Quill spoke in Norway.") == {"Quill": "current"}


def test_without_a_day_nothing_is_known_to_be_past(states):
    assert states((LATE,), "Norwegian President Ada Quill once asked Norway why.", date=None) == {"Quill": "current"}


def test_a_post_that_several_have_at_a_time_stays(states):
    said = "Norwegian Senator Bo Hart spoke. Norwegian Senator Ada Quill asked Norway why."
    assert states((QUILL, HART), said) == {"Hart": "current", "Quill": "current"}
