"""Where identifiers went."""

import pytest

from ld.kb import Item
from ld.kb.build import build_kb
from ld.kb.moves import Moves
from ld.kb.refresh import refresh_kb
from ld.kb.writer import Redirect

IRI = "https://id.harbor-news.example/people/1"


@pytest.mark.parametrize(
    ("old", "new", "gone"),
    [
        ("Q1", "Q1", False),
        ("Q2", "Q21", False),
        ("Q20", "Q21", False),
        ("Q3", "Q3", True),
        ("Q4", "Q4", True),
        ("Q5", "Q5", True),
        ("Q7", "Q8", False),
        (IRI, "Q9", False),
        (f"{IRI}0", f"{IRI}0", False),
        ("NIL", "NIL", False),
        ("Ada Quill", "Ada Quill", False),
    ],
)
def test_chains_are_followed_and_circles_are_deletions(make_kb, opened, tmp_path, old, new, gone):
    kb = make_kb(
        Item(qid="Q7", kind="person", label="Bo Hart"), Item(qid="Q9", iri=IRI, kind="person", label="Ada Quill")
    )
    (tmp_path / "moved.csv").write_text("Q7,Q8\n", encoding="utf-8")
    refresh_kb(kb.path, tmp_path / "moved.csv")
    table = (("Q2", "Q20"), ("Q20", "Q21"), ("Q3", None), ("Q4", "Q5"), ("Q5", "Q4"))
    moves = Moves(opened(kb.path), (Redirect(old, new) for old, new in table))
    assert (moves.new(old), moves.is_gone(old)) == (new, gone)


def test_what_the_house_knew_first_is_known_with_its_id(opened, tmp_path):
    (tmp_path / "own.csv").write_text(f"qid,iri,label\nQ9,{IRI},Ada Quill\nQ3,,Bo Hart\n", encoding="utf-8")
    build_kb([tmp_path / "own.csv"], tmp_path / "own.kb")
    assert Moves(opened(tmp_path / "own.kb")).adopted == {IRI: "Q9"}
