"""The language server, as an editor meets it."""

import pytest

pytest.importorskip("pygls")

from editor.client import Client

PREFIX = "@prefix schema: <http://schema.org/> .\n"
TURTLE = PREFIX + '<https://quay.example/#a> a schema:NewsArticle ; schema:headlin "Quay opens" .\n'
JSON = """{"@context": "https://schema.org",
 "@id": "urn:a", "@type": "Person", "nam": "Nora Quist"}"""
PAGE = """<!doctype html><title>Quay</title>
<script type="application/ld+json">
{"@context": "https://schema.org", "@type": "NewsArticle", "headlin": "Quay opens"}
</script>
"""


@pytest.fixture(scope="module")
def client():
    with Client("--profile", "schema-org") as client:
        yield client


def codes(found):
    return {one["code"] for one in found}


@pytest.mark.parametrize(
    ("name", "text", "line", "start"),
    [
        ("a.ttl", TURTLE, 1, 49),
        ("a.jsonld", JSON, 1, 36),
        ("a.html", PAGE, 2, 59),
    ],
)
def test_a_misspelt_term_is_shown_where_it_stands_and_mended(client, tmp_path, name, text, line, start):
    path = tmp_path / name
    (found,) = (one for one in client.open(path, text) if one["code"] == "term")
    assert found["range"]["start"] == {"line": line, "character": start}
    assert found["severity"] == 1
    (action,) = client.at("codeAction", path, line, start + 2)
    (edit,) = action["edit"]["changes"][path.as_uri()]
    assert edit["newText"] in {"headline", "name"}
    changed = text.splitlines()[line]
    before, behind = (edit["range"][edge]["character"] for edge in ("start", "end"))
    mended = changed[:before] + edit["newText"] + changed[behind:]
    client.change(path, text.replace(changed, mended), 2)
    assert "term" not in codes(client.diagnostics(path, 2))


def test_columns_count_as_editors_do(client, tmp_path):
    path = tmp_path / "harp.ttl"
    text = PREFIX + '<urn:a> a schema:Thing ; schema:name "\U0001f30a" ; schema:nam "x" .\n'
    (found,) = (one for one in client.open(path, text) if one["code"] == "term")
    assert found["range"]["start"]["character"] == text.splitlines()[1].index("schema:nam ") + 1


def test_hovering_explains_the_rule(client, tmp_path):
    path = tmp_path / "hover.ttl"
    client.open(path, TURTLE)
    said = client.at("hover", path, 1, 52)["contents"]["value"]
    assert "**term**: term exists" in said
    assert "```turtle" in said
    assert client.at("hover", path, 0, 1) is None


def test_what_cannot_be_read_is_shown_at_its_line(client, tmp_path):
    (found,) = client.open(tmp_path / "broken.ttl", PREFIX + "<urn:a> schema:name .\n")
    assert (found["code"], found["range"]["start"]["line"]) == ("unreadable", 1)


def test_of_many_changes_in_a_row_only_the_last_is_answered(client, tmp_path):
    path = tmp_path / "typed.ttl"
    client.open(path, TURTLE)
    for version in range(2, 12):
        client.change(path, TURTLE + "# " + "x" * version, version)
    client.change(path, TURTLE.replace("headlin ", "headline "), 12)
    assert "term" not in codes(client.diagnostics(path, 12))


def test_a_closed_document_has_no_findings(client, tmp_path):
    path = tmp_path / "closed.ttl"
    client.open(path, TURTLE)
    client.notify("textDocument/didClose", {"textDocument": {"uri": path.as_uri()}})
    assert client.diagnostics(path, None) == []
