"""A knowledge base of 15,968 real politicians, from a dump made of the material beside the project."""

import json

import pytest
from kb.wikidata_dump import dump_lines
from material import POLITICIANS

from ld.kb import How, open_kb
from ld.kb.build import build_kb

pytestmark = pytest.mark.material(POLITICIANS)


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    """The knowledge base, built once."""
    folder = tmp_path_factory.mktemp("politicians")
    rows = map(json.loads, POLITICIANS.path.read_text(encoding="utf-8").splitlines())
    (folder / "dump.json").write_text("\n".join(dump_lines(rows)) + "\n", encoding="utf-8")
    build_kb([folder / "dump.json"], folder / "politicians.kb")
    with open_kb(folder / "politicians.kb") as kb:
        yield kb


def test_nobody_is_lost(kb):
    assert kb.info().items == {"person": 15_968}


@pytest.mark.parametrize(
    ("name", "qid", "how"),
    [
        ("Barack Obama", "Q76", How.LABEL),
        ("Charles Schumer", "Q380900", How.ALIAS),
        ("Gerald R. Ford", "Q9582", How.INITIALS),
        ("Cameron, David", "Q192", How.ALIAS),
        ("데이비드 캐머런", "Q192", How.ALIAS),
    ],
)
def test_people_are_found_as_news_write_them(kb, name, qid, how):
    assert [(each.item.qid, each.how) for each in kb.candidates(name)] == [(qid, how)]


def test_terms_keep_their_days(kb):
    terms = [p for p in kb.item("Q76").positions if p.title == "President of the United States"]
    assert [(term.start, term.end, term.country) for term in terms] == [
        ("2013-01-20", "2017-01-20", "Q30"),
        ("2009-01-20", "2013-01-20", "Q30"),
    ]
    assert any(term.held_on("2012-06-01") for term in terms)
    assert not any(term.held_on("2019-06-01") for term in terms)
