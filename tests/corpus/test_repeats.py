"""Articles that a corpus holds twice."""

import gzip

import pyarrow.parquet as pq
import pytest

WORDS = (
    *("harbor", "ferry", "tide", "pilot", "berth", "crane", "cargo", "anchor"),
    *("sailor", "storm", "lantern", "rope", "signal", "channel", "island", "bridge"),
)


def text(seed: int, changed: int = 0, headline: str = "Ferries wait for the tide again") -> str:
    """An invented article of 300 words, *changed* of which are others."""
    chosen = [WORDS[(seed * 7 + n * n + n * seed) % len(WORDS)] + str((n * seed) % 13) for n in range(300)]
    for place in range(changed):
        chosen[place * 300 // max(1, changed)] = f"other{place}"
    lines = [" ".join(chosen[at : at + 50]).capitalize() + " said the harbor." for at in range(0, 300, 50)]
    return "\n\n".join((headline, *lines)) + "\n"


@pytest.fixture
def near(tmp_path):
    """Which article is based on which."""

    def of(into: str = "out"):
        lines = gzip.decompress((tmp_path / into / "near-duplicates.nq.gz").read_bytes()).decode().splitlines()
        based = [line.split(" ") for line in lines if "#article> <http://schema.org/isBasedOn> " in line]
        return [(subject[24:-9], value[24:-9]) for subject, _, value, *_ in based]

    return of


def archive(path, line, *stories):
    path.write_text("".join(line(number, **fields) for number, fields in enumerate(stories)), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "copy",
    [
        {"text": text(1, headline="Tide keeps ferries waiting, says harbor")},
        {"text": text(1, changed=8)},
        {"text": text(1).upper().replace("SAID THE HARBOR", "said the harbor")},
    ],
)
def test_an_edited_copy_is_based_on_the_first_print(tmp_path, line, run, near, copy):
    manifest = run(archive(tmp_path / "a.jsonl", line, {"text": text(1)}, {"text": text(2)}, copy))
    assert near() == [("2", "0")]
    assert (manifest.articles, manifest.near_duplicates) == (3, 1)


def test_another_story_of_the_same_words_is_no_copy(tmp_path, line, run, near):
    run(archive(tmp_path / "a.jsonl", line, *({"text": text(number)} for number in range(1, 6))))
    assert near() == []


def test_a_text_with_a_third_rewritten_is_no_copy(tmp_path, line, run, near):
    run(archive(tmp_path / "a.jsonl", line, {"text": text(1)}, {"text": text(1, changed=100)}))
    assert near() == []


def test_the_days_tell_which_is_the_earlier(tmp_path, line, run, near):
    stories = {"text": text(1), "date": "2024-09-12"}, {"text": text(1), "date": "2024-09-11"}
    run(archive(tmp_path / "a.jsonl", line, *stories))
    assert near() == [("0", "1")]


@pytest.mark.parametrize(
    ("first", "second", "based"),
    [
        ("2024-09-11T10:00:00+02:00", "2024-09-11T08:30:00Z", ("1", "0")),
        ("2024-09-11T10:00:00+02:00", "2024-09-11T07:30:00Z", ("0", "1")),
        ("2024-09-11", "2024-09-11T07:30:00Z", ("1", "0")),
        ("2024-09-12", "2024-09-11T07:30:00Z", ("0", "1")),
    ],
)
def test_days_are_compared_as_far_as_both_tell(tmp_path, line, run, near, first, second, based):
    run(archive(tmp_path / "a.jsonl", line, {"text": text(1), "date": first}, {"text": text(1), "date": second}))
    assert near() == [based]


def test_the_earliest_print_is_the_one_that_later_ones_are_compared_with(tmp_path, line, run, near):
    stories = [{"text": text(1), "date": f"2024-09-{day}"} for day in (12, 10, 11)]
    run(archive(tmp_path / "a.jsonl", line, *stories))
    assert near() == [("0", "1"), ("2", "1")]


@pytest.mark.usefixtures("small_splits")
def test_copies_are_found_across_partitions(tmp_path, line, run, near):
    stories = [{"text": text(number)} for number in (1, 2, 3, 4, 1)]
    run(archive(tmp_path / "a.jsonl", line, *stories), workers=2)
    assert near() == [("4", "0")]


def test_the_evidence_says_how_a_copy_is_known(tmp_path, line, run):
    run(archive(tmp_path / "a.jsonl", line, {"text": text(1)}, {"text": text(1)}))
    told = gzip.decompress((tmp_path / "out/near-duplicates.nq.gz").read_bytes()).decode()
    assert '"MinHash, 64 permutations of 3 words in a row"' in told
    assert '"1"^^<http://www.w3.org/2001/XMLSchema#double>' in told


@pytest.mark.parametrize("small", [False, True])
def test_of_one_address_the_first_article_stays(tmp_path, line, run, quads, rejects, monkeypatch, small):
    if small:
        monkeypatch.setattr("ld.corpus.splits.LINES", 500)
    lines = [line(1), line(2), line(3, url="https://harbor.example/1"), line(4)]
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    manifest = run(tmp_path / "a.jsonl", workers=2)
    assert len(list((tmp_path / "out").glob("part-*"))) == (3 if small else 1)
    assert (manifest.articles, manifest.rejects) == (3, {"repeated": 1})
    assert manifest.quads == len(quads())
    assert not any("Iceland" in quad for quad in quads())
    names = pq.read_table(tmp_path / "out/facts.parquet")["article"].to_pylist()
    assert len(names) == manifest.facts
    assert rejects() == [("repeated", len(line(1) + line(2)))]
