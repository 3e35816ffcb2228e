"""The command with the feed of a site: two runs, of which the second takes only what is new."""

import pytest
from read.feeds.site import article, feed
from read.web_server import Answer, serving

from ld.cli import main
from ld.corpus.crawling import CRAWL, STATE, append_new

pytestmark = pytest.mark.usefixtures("without_pauses")


@pytest.fixture
def without_pauses(monkeypatch):
    monkeypatch.setattr("ld.read.feeds.polite.PACE", 0)


@pytest.fixture
def corpus(tmp_path):
    """Run the command with these inputs: its exit code."""

    def of(*inputs, into: str = "out", options=("--allow-private",)) -> int:
        return main(["corpus", *map(str, inputs), "-o", str(tmp_path / into), "--workers", "1", *options])

    return of


def pages(site) -> list[str]:
    asked = [request["path"] for request in site.requests if request["path"] not in {"/robots.txt", "/feed"}]
    site.requests.clear()
    return asked


def headlines(quads) -> list[str]:
    return sorted(line.split('"')[1] for line in quads() if '<http://schema.org/headline> "' in line)


def test_a_second_run_takes_only_what_is_new(tmp_path, corpus, quads, rejects):
    answers = {"/feed": feed("/a", "/gone", "/late"), "/a": article("Piers"), "/late": Answer(status=503)}
    with serving(answers) as site:
        assert corpus(f"{site.address}/feed") == 4
        assert headlines(quads) == ["Piers"]
        assert pages(site) == ["/a", "/gone", "/late"]
        answers |= {"/feed": feed("/b", "/a", "/gone", "/late"), "/b": article("Quays"), "/late": article("Docks")}
        assert corpus(f"{site.address}/feed") == 0
        assert headlines(quads) == ["Docks", "Piers", "Quays"]
        assert pages(site) == ["/late", "/b"]
    assert [reason for reason, _ in rejects()] == ["http-status"]
    assert {path.name for path in tmp_path.iterdir()} == {"out", f"out{CRAWL}", f"out{STATE}"}


def test_a_corrected_article_takes_the_place_of_the_first(corpus, quads):
    answers = {"/feed": feed("/a Mon"), "/a": article("Piers")}
    with serving(answers) as site:
        corpus(f"{site.address}/feed")
        answers |= {"/feed": feed("/a Tue"), "/a": article("Piers, corrected")}
        assert corpus(f"{site.address}/feed") == 0
    assert headlines(quads) == ["Piers, corrected"]


def test_a_crawl_that_was_killed_goes_on_where_it_was(tmp_path, corpus, quads, monkeypatch):
    answers = {"/feed": feed("/a", "/b"), "/a": article("Piers"), "/b": article("Quays")}
    with serving(answers) as site:

        def killed(*_):
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr("ld.read.feeds.visits.Visits.taken", killed)  # the page is in the file, but not known to be
            with pytest.raises(KeyboardInterrupt):
                append_new([f"{site.address}/feed"], tmp_path / "out", lambda _: None, allow_private=True)
        assert (tmp_path / f"out{CRAWL}").stat().st_size
        assert corpus(f"{site.address}/feed") == 0
    assert headlines(quads) == ["Piers", "Quays"]


def test_the_crawl_file_gives_the_same_graphs_alone(tmp_path, corpus, quads):
    with serving({"/feed": feed("/a", "/b"), "/a": article("Piers"), "/b": article("Quays")}) as site:
        corpus(f"{site.address}/feed")
    corpus(tmp_path / f"out{CRAWL}", into="again", options=())
    assert quads("again") == quads()


def test_a_crawl_file_without_its_state_is_left_alone(tmp_path, corpus, capsys):
    with serving({"/feed": feed("/a"), "/a": article("Piers")}) as site:
        corpus(f"{site.address}/feed")
        before = (tmp_path / f"out{CRAWL}").read_bytes()
        (tmp_path / f"out{STATE}").unlink()
        assert corpus(f"{site.address}/feed") == 2
    assert "does not belong to what is known of it" in capsys.readouterr().err
    assert (tmp_path / f"out{CRAWL}").read_bytes() == before


def test_a_page_is_no_feed(corpus, capsys):
    with serving({"/a": article("Piers")}) as site:
        assert corpus(f"{site.address}/a") == 2
    assert "is no feed or sitemap" in capsys.readouterr().err


def test_a_private_network_is_refused_unless_it_is_allowed(corpus, capsys):
    with serving({"/feed": feed("/a")}) as site:
        assert corpus(f"{site.address}/feed", options=()) == 2
        assert site.requests == []
    assert "not a public address" in capsys.readouterr().err


def test_build_takes_the_articles_of_a_feed_one_by_one(tmp_path, capsys):
    answers = {"/feed": feed("/2024/a.html", "/2024/b/", "/gone"), "/2024/a.html": article("Piers")}
    with serving(answers | {"/2024/b/": article("Quays")}) as site:
        arguments = ["build", f"{site.address}/feed", "-o", str(tmp_path), "--allow-private"]
        assert main(arguments) == 2
    assert sorted(path.name for path in tmp_path.glob("*.ttl") if "evidence" not in path.name) == [
        "2024-a.ttl",
        "2024-b.ttl",
    ]
    assert "/gone: 127.0.0.1 answers 404" in capsys.readouterr().err


def test_build_refuses_one_day_for_all_articles_of_a_feed(tmp_path, capsys):
    with serving({"/feed": feed("/a"), "/a": article("Piers")}) as site:
        assert (
            main(["build", f"{site.address}/feed", "-o", str(tmp_path), "--allow-private", "--date", "2024-09-02"]) == 2
        )
    assert "--date belongs to one article" in capsys.readouterr().err
