"""``article-ld embed``, as its users meet it."""

import json
import re

import pytest
from fixtures_facts import FACTS, replaced
from web.blocks import PAGE

from ld import build
from ld.cli import main
from ld.read.facts_json import write_facts
from ld.web import embed, profile
from ld.web.reading import read_page

STORY = """<!doctype html>
<html lang="en-GB"><head><meta charset="windows-1252"><title>Harbor ministers meet in Oslo | The Gazette</title>
<link rel="canonical" href="https://harbor.example/2024/oslo">
<meta property="og:site_name" content="The Gazette">
<script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","datePublished":"2024-09-11"}</script>
</head><body><nav>Home World</nav><h1>Harbor ministers meet in Oslo</h1>
<p>Norwegian <b>Fisheries</b> Minister Ada Quill met harbor pilots in&nbsp;Oslo on Tuesday.</p>
<p>\u201cThe port is full,\u201d Quill told them,<br>and nobody in the harbor answered her on Tuesday.</p>
<footer>About us</footer></body></html>
""".encode("windows-1252")


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "oslo.html"
    path.write_bytes(PAGE)
    return path


@pytest.fixture
def facts(tmp_path):
    path = tmp_path / "oslo.facts.json"
    path.write_text(write_facts(FACTS), encoding="utf-8")
    return path


def run(*arguments: object) -> int:
    return main(["embed", *map(str, arguments)])


def block(path) -> dict:
    return json.loads(re.search(rb'data-generator="article-ld">(.*?)</script>', path.read_bytes())[1])


def test_the_page_goes_to_standard_output(page, facts, capfdbinary):
    assert run(page, "--facts", facts) == 0
    out, said = capfdbinary.readouterr()
    assert out.startswith(PAGE[:40])
    assert b"bytes of JSON-LD" in said
    assert page.read_bytes() == PAGE


def test_pages_are_changed_in_place_once(page, facts):
    assert run(page, "--facts", facts, "--in-place") == 0
    once = page.read_bytes()
    assert run(page, "--facts", facts, "--in-place") == 0
    assert page.read_bytes() == once
    assert block(page)["headline"] == FACTS.article.headline.value


def test_pages_are_written_elsewhere_and_keep_their_names(page, facts, tmp_path):
    assert run(page, "--facts", facts, "-o", tmp_path / "new/site") == 0
    assert block(tmp_path / "new/site/oslo.html")["@type"] == "NewsArticle"
    assert page.read_bytes() == PAGE


def test_check_finds_a_page_that_lacks_its_block_or_has_an_old_one(page, facts, capsys):
    assert run(page, "--facts", facts, "--check") == 1
    assert "oslo.html: stale or without its block" in capsys.readouterr().out
    page.write_bytes(embed(PAGE, {"headline": "old"}).page)
    assert run(page, "--facts", facts, "--check") == 1
    run(page, "--facts", facts, "--in-place")
    assert run(page, "--facts", facts, "--check") == 0


def test_remove_gives_the_page_back(page, facts):
    run(page, "--facts", facts, "--in-place")
    assert run(page, "--remove", "--in-place") == 0
    assert page.read_bytes() == PAGE


def test_a_folder_has_the_facts_of_each_page(page, facts, tmp_path):
    (tmp_path / "bergen.html").write_bytes(PAGE)
    assert run(page, tmp_path / "bergen.html", "--facts", tmp_path, "--in-place") == 2
    assert block(page)["@type"] == "NewsArticle"
    assert (tmp_path / "bergen.html").read_bytes() == PAGE
    facts.rename(tmp_path / "bergen.facts.json")
    assert run(tmp_path / "bergen.html", "--facts", tmp_path, "--in-place") == 0


def test_the_facts_of_the_page_itself(tmp_path):
    path = tmp_path / "oslo.html"
    path.write_bytes(STORY)
    assert run(path, "--from-page", "--in-place") == 0
    said = block(path)
    assert said["headline"] == "Harbor ministers meet in Oslo"
    assert said["url"] == "https://harbor.example/2024/oslo"
    assert said["datePublished"] == "2024-09-11"
    assert "The port is full" in json.dumps(said)
    assert run(path, "--from-page", "--check") == 0
    assert run(path, "--remove", "--in-place") == 0
    assert path.read_bytes() == STORY


def test_a_page_is_read_as_its_visible_text():
    article = read_page(STORY)
    assert article.text.split("\n\n") == [
        "Harbor ministers meet in Oslo",
        "Norwegian Fisheries Minister Ada Quill met harbor pilots in Oslo on Tuesday.",
        "“The port is full,” Quill told them, and nobody in the harbor answered her on Tuesday.",
    ]
    assert (article.publisher.value, article.language.value) == ("The Gazette", "en-GB")


def test_what_was_left_out_is_said(page, facts, capsys):
    assert run(page, "--facts", facts, "--max-bytes", 2400, "--in-place") == 0
    assert "left out to keep it short: Denmark" in capsys.readouterr().err


def test_whose_values_win_can_be_chosen(page, facts):
    theirs = b'{"@context":"https://schema.org","@type":"NewsArticle","headline":"Theirs"}'
    theirs = b'<script type="application/ld+json">' + theirs + b"</script>"
    page.write_bytes(PAGE.replace(b"</head>", theirs + b"</head>"))
    run(page, "--facts", facts, "--in-place")
    assert block(page)["headline"] == "Theirs"
    run(page, "--facts", facts, "--in-place", "--prefer", "ours")
    assert block(page)["headline"] == FACTS.article.headline.value


def test_quotations_and_events_can_be_left_out(page, facts):
    run(page, "--facts", facts, "--no-quotations", "--no-events", "--in-place")
    assert block(page) == profile(build(FACTS).facts, quotations=False, events=False).document


def test_an_invalid_graph_goes_into_no_page(page, facts, capsys):
    unspoken = replaced(FACTS, entities=tuple(replaced(entity, name=f"{entity.name}\n") for entity in FACTS.entities))
    facts.write_text(write_facts(unspoken), encoding="utf-8")
    assert run(page, "--facts", facts, "--in-place") == 1
    assert "left as it is: the graph is invalid" in capsys.readouterr().err
    assert page.read_bytes() == PAGE


def test_permissions_and_links_stay(page, facts, tmp_path):
    page.chmod(0o640)
    link = tmp_path / "link.html"
    link.symlink_to(page)
    run(link, "--facts", facts, "--in-place")
    assert link.is_symlink()
    assert page.stat().st_mode & 0o777 == 0o640
    assert block(page)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["a.html", "b.html", "--from-page"], "several pages cannot all go to standard output"),
        (["a.html", "b.html", "--facts", "f.json", "--check"], "are the facts of one page, but 2 pages are given"),
        (["x/a.html", "y/a.html", "--from-page", "-o", "out"], "would both be written to"),
        (["nowhere.html", "--from-page"], "nowhere.html: cannot be read: No such file"),
    ],
)
def test_what_cannot_be_meant_is_refused(arguments, reason, capsys):
    assert run(*arguments) == 2
    assert reason in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["a.html"], ["a.html", "--from-page", "--max-bytes", "0"], ["--from-page"]])
def test_misuse_is_told_by_the_usage(arguments):
    with pytest.raises(SystemExit) as stopped:
        run(*arguments)
    assert stopped.value.code == 2


def test_a_file_without_markup_is_no_page(page, facts, capsys):
    page.write_bytes(b"plain")
    assert run(page, "--facts", facts) == 2
    assert "contains no markup" in capsys.readouterr().err


def test_a_bad_nonce_is_refused(page, facts, capsys):
    assert run(page, "--facts", facts, "--nonce", '"x') == 2
    assert "not a nonce" in capsys.readouterr().err


TWICE = PAGE.replace(
    b"</head>",
    b'<script type="application/ld+json">\n'
    b'{"@context":["https://schema.org",{"@language":"en"}],"@type":"NewsArticle","headline":"Theirs"}\n'
    b"</script>\n</head>",
)


def test_a_second_description_that_stays_is_told_of_with_its_line(page, facts, capsys):
    page.write_bytes(TWICE)
    line = TWICE[: TWICE.index(b"<script")].count(b"\n") + 1
    for arguments in (["--in-place"], ["--check"]):
        assert run(page, "--facts", facts, *arguments) == 0
        said = capsys.readouterr().err
        assert f"{page}:{line}: warning: the page describes the article twice" in said
    assert run(page, "--remove", "--in-place") == 0
    assert "twice" not in capsys.readouterr().err
    assert page.read_bytes() == TWICE


def test_of_two_descriptions_that_become_one_nothing_is_told(page, facts, capsys):
    article = b'"@type":"NewsArticle","headline":"Theirs"}'
    theirs = b'{"@context":"https://schema.org",' + article
    entity = b'{"@context":"https://schema.org","@type":"WebPage","mainEntity":{' + article + b"}"
    blocks = b"".join(b'<script type="application/ld+json">' + text + b"</script>" for text in (theirs, entity))
    page.write_bytes(PAGE.replace(b"</head>", blocks + b"</head>"))
    assert run(page, "--facts", facts, "--in-place") == 0
    said = capsys.readouterr().err
    assert "merged with the page's own article" in said
    assert "twice" not in said
    assert run(page, "--remove", "--in-place") == 0
    assert page.read_bytes() == PAGE.replace(b"</head>", blocks + b"</head>")
