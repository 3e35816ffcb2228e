"""Building a knowledge base from dumps and tables."""

import bz2
import gzip
import json

import pytest
from kb.wikidata_dump import day, entity, item, statement

from ld.errors import InputError
from ld.kb import Position, open_kb
from ld.kb.build import EVERYTHING, build_kb

HUMAN = [statement("P31", item("Q5"))]


def dump(path, *entities):
    """A dump at *path*, packed as its name says."""
    lines = [each if isinstance(each, str) else json.dumps(each) for each in entities]
    data = ("[\n" + ",\n".join(lines) + "\n]\n").encode()
    pack = {".gz": gzip.compress, ".bz2": bz2.compress}.get(path.suffix, bytes)
    path.write_bytes(pack(data))
    return path


def human(qid="Q2", label="Ada Quill", sitelinks=0, **claims):
    return entity(qid, label, [], {"P31": HUMAN, **claims}, {f"{n}wiki": label for n in range(sitelinks)})


def the_one(path, *entities, **options):
    build_kb([dump(path / "d.json", *entities)], path / "k.kb", **options)
    with open_kb(path / "k.kb") as kb:
        return kb.item("Q2")


@pytest.mark.parametrize("name", ["dump.json", "dump.json.gz", "dump.json.bz2"])
def test_a_dump_is_read_packed_or_not(tmp_path, name):
    outcome = build_kb([dump(tmp_path / name, human(), human("Q3", "Bo Hart"))], tmp_path / "k.kb")
    assert (outcome.info.items, outcome.kept) == ({"person": 2}, (2,))


def test_a_person_has_names_posts_and_a_life(tmp_path):
    held = statement("P39", item("Q9")) | {
        "qualifiers": {"P580": [{"snaktype": "value", "property": "P580", "datavalue": day("2001-05-02")}]}
    }
    office = entity(
        "Q9",
        "Minister of Tides",
        [],
        {"P279": [statement("P279", item("Q8"))], "P1001": [statement("P1001", item("Q142"))]},
        {},
    )
    ada = human(sitelinks=3, P39=[held], P569=[statement("P569", day("1950"))], P27=[statement("P27", item("Q142"))])
    ada["aliases"] = {"fr": [{"language": "fr", "value": "Adèle Quill"}]}
    ada["descriptions"] = {"en": {"language": "en", "value": "politician"}}
    found = the_one(tmp_path, ada, office)
    assert (found.label, found.aliases, found.description, found.sitelinks) == (
        "Ada Quill",
        ("Adèle Quill",),
        "politician",
        3,
    )
    assert (found.birth, found.death, found.countries) == ("1950", None, ("Q142",))
    assert found.positions == (Position(title="Minister of Tides", country="Q142", start="2001-05-02", office="Q9"),)


def test_the_preferred_value_goes_before_others_and_a_deprecated_one_counts_for_nothing(tmp_path):
    births = [
        statement("P569", day("1950")),
        statement("P569", day("1951"), rank="deprecated"),
        statement("P569", day("1952-03-01"), rank="preferred"),
    ]
    assert the_one(tmp_path, human(P569=births)).birth == "1952-03-01"
    assert the_one(tmp_path, human(P569=births[1:2])).birth is None


def test_an_unknown_value_is_told_from_none(tmp_path):
    unknown, none = statement("P570", None, snaktype="somevalue"), statement("P570", None, snaktype="novalue")
    assert the_one(tmp_path, human(P570=[unknown])).death == "?"
    assert the_one(tmp_path, human(P570=[none])).death is None


def test_broken_lines_are_counted_and_named(tmp_path):
    source = dump(tmp_path / "d.json", human(), '{"id": "Q3", "labels"', '{"id": "Q4", "sitelinks": 7}')
    outcome = build_kb([source], tmp_path / "k.kb")
    assert outcome.left_out["broken"] == 2
    assert [broken.split(":")[:2] for broken in outcome.broken] == [["d.json", " line 3"], ["d.json", " line 4"]]
    assert outcome.info.items == {"person": 1}


def test_filters_leave_out_other_kinds_and_the_little_known(tmp_path):
    city = entity("Q7", "Harborough", [], {"P31": [statement("P31", item("Q515"))]}, {})
    source = dump(tmp_path / "d.json", human(sitelinks=2), human("Q3", "Bo Hart"), city)
    wanted = EVERYTHING._replace(kinds=frozenset({"person"}), sitelinks=1)
    outcome = build_kb([source], tmp_path / "k.kb", wanted)
    assert outcome.left_out == {"too few sitelinks": 1, "of another kind": 1}


def test_a_redirect_is_followed_and_the_old_id_still_found(tmp_path, opened):
    source = dump(tmp_path / "d.json", human("Q6"), {"entity": "Q2", "redirect": "Q6"})
    build_kb([source], tmp_path / "k.kb")
    assert opened(tmp_path / "k.kb").item("Q2").qid == "Q6"


def test_the_later_source_wins_and_names_of_both_stay(tmp_path, opened):
    own = tmp_path / "own.csv"
    own.write_text(
        "qid,kind,label,aliases,positions\nQ2,person,Ada M. Quill,Ada Q.|A. Quill,Mayor of Harborough;FR;2020-01-01;\n",
        encoding="utf-8",
    )
    build_kb([dump(tmp_path / "d.json", human(sitelinks=4)), own], tmp_path / "k.kb")
    found = opened(tmp_path / "k.kb").item("Q2")
    assert (found.label, found.aliases, found.sitelinks) == ("Ada M. Quill", ("Ada Q.", "A. Quill", "Ada Quill"), 4)
    assert found.positions == (Position(title="Mayor of Harborough", country="FR", start="2020-01-01"),)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("qid,name\nQ2,Ada\n", "unknown column 'name'"),
        ("label\nAda\n", "the columns label and qid, or label and iri, are needed"),
    ],
)
def test_a_table_with_other_columns_is_refused(tmp_path, text, fault):
    own = tmp_path / "own.csv"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=fault):
        build_kb([own], tmp_path / "k.kb")


def test_rows_that_are_no_items_are_named(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text("qid,label\nQ2,Ada Quill\nX3,Bo Hart\nQ4,Cy,Fenn\n", encoding="utf-8")
    outcome = build_kb([own], tmp_path / "k.kb")
    assert outcome.broken == (
        "own.csv: line 3: 'X3' is not a Wikidata item",
        "own.csv: line 4: 3 cells, but the header has 2",
    )


def test_sources_without_an_item_are_no_knowledge_base(tmp_path):
    with pytest.raises(InputError, match="no item was found"):
        build_kb([dump(tmp_path / "d.json")], tmp_path / "k.kb")
    assert not (tmp_path / "k.kb").exists()


def test_a_source_of_an_unknown_kind_is_refused(tmp_path):
    (tmp_path / "d.xml").write_text("<x/>", encoding="utf-8")
    with pytest.raises(InputError, match="its name does not say what it is"):
        build_kb([tmp_path / "d.xml"], tmp_path / "k.kb")


def test_a_packed_dump_that_was_cut_off_is_a_clear_error(tmp_path):
    source = dump(tmp_path / "d.json.gz", *(human(f"Q{n}", f"Ada Quill {n}") for n in range(2, 400)))
    source.write_bytes(source.read_bytes()[:-200])
    with pytest.raises(InputError, match="cannot be read"):
        build_kb([source], tmp_path / "k.kb")


def test_the_same_sources_give_the_same_bytes(tmp_path):
    source = dump(tmp_path / "d.json", human(), human("Q3", "Bo Hart"))
    for name in ("a.kb", "b.kb"):
        build_kb([source], tmp_path / name, name="x")
    assert (tmp_path / "a.kb").read_bytes() == (tmp_path / "b.kb").read_bytes()


def test_a_build_that_was_cut_short_goes_on_where_it_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr("ld.kb.build.BATCH", 2)
    source = dump(tmp_path / "d.json", *(human(f"Q{n}", f"Ada Quill {n}") for n in range(2, 9)))

    def stop(reading):
        if reading.lines >= 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_kb([source], tmp_path / "k.kb", progress=stop)
    assert not (tmp_path / "k.kb").exists()
    first = []
    outcome = build_kb([source], tmp_path / "k.kb", progress=lambda reading: first.append(reading.lines))
    assert first[0] > 4
    assert (outcome.info.items, outcome.kept) == ({"person": 7}, (7,))
    assert [each.name for each in sorted(tmp_path.iterdir())] == ["d.json", "k.kb"]
