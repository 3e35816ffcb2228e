"""``article-ld link``: a text with its links."""

import subprocess
import sys

import pytest
import rdflib
from loopback import Reply
from wikidata.server import Wikibase

from ld.cli import main

STORY = "Ferry pact signed\n\nFrench Senator Ada Quill signed the pact in Seoul on Tuesday, she said.\n"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("ARTICLE_LD_CONTACT", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


@pytest.fixture
def wikibase(tmp_path):
    """A Wikibase that knows a senator, named in the settings."""
    with Wikibase() as server:
        server.add("Q2", "Ada Quill", claims={"P31": ["Q5"], "P27": ["Q142"], "P39": ["Q30"]})
        server.add("Q30", "member of the Senate", claims={"P279": ["Q83307"], "P1001": ["Q142"]})
        settings = f'[tool.article-ld.wikidata]\nurl = "{server.url}"\n'
        (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
        yield server


def row(said, start):
    return next(line for line in said.splitlines() if line.split("  ")[1:2] == [start] or f"  {start}  " in line)


class TestTable:
    def test_the_text_comes_with_its_links(self, story, capsys):
        assert main(["link", story]) == 0
        said = capsys.readouterr().out
        assert said.startswith("Ferry pact signed\n\n[French Q142] Senator Ada Quill signed the pact in [Seoul Q8684]")

    def test_each_mention_has_its_place_entity_id_and_score_or_the_reason(self, story, capsys):
        main(["link", story])
        said = capsys.readouterr().out
        assert row(said, "French").split() == [
            "19–25",
            "French",
            "demonym",
            "country",
            "France",
            "Q142",
            "1.000",
            "ISO",
            "code",
            "FR",
        ]
        assert row(said, "Ada Quill").endswith("knows no person called 'Ada Quill'")

    def test_a_correction_counts(self, story, tmp_path, capsys):
        links = tmp_path / "links.csv"
        links.write_text("match,decision\nAda Quill,Q2\n", encoding="utf-8")
        assert main(["link", story, "--links", str(links)]) == 0
        assert "Senator [Ada Quill Q2]" in capsys.readouterr().out

    def test_a_text_that_names_nobody_has_no_table(self, tmp_path, capsys):
        path = tmp_path / "rain.txt"
        path.write_text("Rain again\n\nIt rained all day, and then it rained some more.\n", encoding="utf-8")
        assert main(["link", str(path)]) == 0
        assert capsys.readouterr().out.strip().endswith("some more.")


class TestNif:
    def test_a_text_becomes_nif_named_by_its_address(self, story, capsys):
        assert main(["link", story, "--format", "nif", "--url", "http://harbor.example/1"]) == 0
        graph = rdflib.Graph().parse(data=capsys.readouterr().out, format="turtle")
        assert rdflib.URIRef("http://harbor.example/1#char=19,25") in set(graph.subjects())

    def test_nif_in_is_linked_word_for_word(self, story, tmp_path, capsys):
        main(["link", story, "--format", "nif"])
        written = capsys.readouterr().out
        (tmp_path / "story.ttl").write_text(written, encoding="utf-8")
        assert main(["link", str(tmp_path / "story.ttl"), "--format", "nif"]) == 0
        assert capsys.readouterr().out == written

    def test_standard_input_is_nif(self, story, capsys):
        main(["link", story, "--format", "nif"])
        written = capsys.readouterr().out
        command = [sys.executable, "-m", "ld", "link", "-", "--format", "nif"]
        done = subprocess.run(command, input=written.encode(), capture_output=True, check=True)
        assert done.stdout.decode() == written

    @pytest.mark.parametrize("name", ["none.ttl", "text.ttl", "binary.ttl"])
    def test_what_is_no_nif_is_bad_input_and_named(self, name, tmp_path, capsys):
        (tmp_path / "text.ttl").write_text(STORY, encoding="utf-8")
        (tmp_path / "binary.ttl").write_bytes(b"\xff\xfe")
        assert main(["link", str(tmp_path / name), "--format", "nif"]) == 2
        assert name in capsys.readouterr().err


class TestWikidata:
    def test_without_a_contact_nobody_is_asked(self, story, wikibase, capsys):
        assert main(["link", story, "--wikidata"]) == 2
        assert "ARTICLE_LD_CONTACT" in capsys.readouterr().err
        assert wikibase.requests == []

    def test_a_person_is_linked_and_offline_too_afterwards(self, story, wikibase, monkeypatch, capsys):
        monkeypatch.setenv("ARTICLE_LD_CONTACT", "desk@harbor-news.example")
        assert main(["link", story, "--wikidata", "--date", "2024-09-11"]) == 0
        online = capsys.readouterr().out
        assert "[Ada Quill Q2]" in online
        asked = len(wikibase.requests)
        monkeypatch.delenv("ARTICLE_LD_CONTACT")
        assert main(["link", story, "--wikidata", "--offline", "--date", "2024-09-11"]) == 0
        assert (capsys.readouterr().out, len(wikibase.requests)) == (online, asked)

    def test_when_nobody_answers_the_table_says_so(self, story, wikibase, monkeypatch, tmp_path, capsys):
        monkeypatch.setenv("ARTICLE_LD_CONTACT", "desk@harbor-news.example")
        wikibase.first = [Reply("robot policy", 403)]
        assert main(["link", story, "--wikidata", "--wikidata-cache", str(tmp_path / "kept")]) == 0
        assert "unlinked: service unavailable: Wikidata answered 403" in row(capsys.readouterr().out, "Ada Quill")

    @pytest.mark.parametrize(
        ("options", "told"),
        [
            (["--offline"], "--offline needs --wikidata"),
            (["--wikidata-cache", "kept"], "--wikidata-cache needs --wikidata"),
            (["--wikidata", "--offline"], "nothing was kept yet"),
        ],
    )
    def test_options_that_make_no_sense_are_refused(self, story, options, told, capsys):
        assert main(["link", story, *options]) == 2
        assert told in capsys.readouterr().err

    def test_one_source_besides_the_bundled_one_is_enough(self, story):
        with pytest.raises(SystemExit):
            main(["link", story, "--wikidata", "--kb", "people.kb"])
