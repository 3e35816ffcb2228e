"""Which reader a source is given to."""

import io
import sys

import pytest
from read.news_page import PARAGRAPHS, page

from ld.cli import main
from ld.errors import InputError
from ld.read import is_address, read


@pytest.mark.parametrize("name", ["oslo.html", "oslo.htm", "oslo.txt", "oslo"])
def test_a_page_is_known_by_its_name_or_by_its_markup(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(page())
    assert read(path).text.endswith(PARAGRAPHS[-1])


def test_a_page_in_utf_16_is_read(tmp_path):
    path = tmp_path / "oslo.html"
    path.write_bytes(page().decode().replace('<meta charset="utf-8">', "").encode("utf-16"))
    assert read(path).text.endswith(PARAGRAPHS[-1])


def test_a_page_on_standard_input_is_read(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page())))
    assert read("-").text.endswith(PARAGRAPHS[-1])


def test_a_refused_page_is_named(tmp_path):
    path = tmp_path / "oslo.html"
    path.write_bytes(b"<html></html>")
    with pytest.raises(InputError, match=r"oslo\.html: the page"):
        read(path)


def test_without_trafilatura_a_page_is_refused_with_the_way_to_get_it(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    path = tmp_path / "oslo.html"
    path.write_bytes(page())
    with pytest.raises(InputError, match="trafilatura") as caught:
        read(path)
    assert "article-ld[pages]" in caught.value.hint


def test_without_lxml_a_page_is_refused_with_the_way_to_get_it(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    path = tmp_path / "oslo.html"
    path.write_bytes(page())
    with pytest.raises(InputError, match="lxml") as caught:
        read(path)
    assert "article-ld[pages]" in caught.value.hint


@pytest.mark.parametrize(
    ("source", "is_one"), [("https://a.example/b", True), ("HTTP://a.example", True), ("a.html", False)]
)
def test_an_address_begins_with_its_scheme(source, is_one):
    assert is_address(source) is is_one


def test_a_built_page_is_named_like_its_file(tmp_path):
    (tmp_path / "oslo.html").write_bytes(page())
    assert main(["build", str(tmp_path / "oslo.html"), "-o", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out/oslo.ttl").exists()


def test_a_page_without_an_article_is_bad_input(tmp_path, capsys):
    (tmp_path / "oslo.html").write_bytes(page(title="404 Not Found", above="", paragraphs=()))
    assert main(["build", str(tmp_path / "oslo.html"), "-o", str(tmp_path)]) == 2
    assert "is an error page" in capsys.readouterr().err


def test_an_address_of_this_machine_is_bad_input(tmp_path, capsys):
    assert main(["build", "http://127.0.0.1:1/oslo", "-o", str(tmp_path)]) == 2
    assert "not a public address" in capsys.readouterr().err
