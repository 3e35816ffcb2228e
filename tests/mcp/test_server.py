"""The tools, asked by the protocol's own client."""

import asyncio
import json
import sys

import pytest
from mcp import Client, StdioServerParameters

from ld.cli import main
from ld.pipeline import build

ARTICLE = """Harbor ministers meet in Oslo

Norwegian Fisheries Minister Ada Quill met harbor pilots in Oslo on Tuesday.

“The port is full,” Quill said.
"""
BROKEN = """@prefix schema: <https://schema.org/> .
<https://news.example/a> a schema:NewsArticle ;
    schema:headline "Harbor" ;
    schema:datePublished "yesterday" .
"""


def answered(tool: str, options: tuple[str, ...] = (), **arguments: object):
    """What the tool of a server of its own answers."""

    async def ask():
        server = StdioServerParameters(command=sys.executable, args=["-m", "ld", "mcp", *options])
        async with Client(server) as client:
            return await client.call_tool(tool, arguments)

    return asyncio.run(ask())


def offered(options: tuple[str, ...] = ()):
    async def ask():
        server = StdioServerParameters(command=sys.executable, args=["-m", "ld", "mcp", *options])
        async with Client(server) as client:
            return (await client.list_tools()).tools

    return {tool.name: tool for tool in asyncio.run(ask())}


@pytest.fixture
def store(tmp_path):
    source = tmp_path / "story.txt"
    source.write_text(ARTICLE, encoding="utf-8")
    main(["build", str(source), "-o", str(tmp_path), "--url", "https://news.example/harbor"])
    main(["publish", str(tmp_path / "story.facts.json"), "--store", str(tmp_path / "news")])
    return str(tmp_path / "news")


def test_tools_say_what_they_take_and_give_and_that_they_change_nothing():
    tools = offered()
    assert set(tools) == {"build", "link", "explain", "validate"}
    for tool in tools.values():
        assert tool.description
        assert tool.output_schema
        assert tool.annotations.read_only_hint


def test_build_gives_what_the_command_writes(tmp_path):
    source = tmp_path / "story.txt"
    source.write_text(ARTICLE, encoding="utf-8")
    written = build(source, date="2024-09-11")
    told = answered("build", source=ARTICLE, date="2024-09-11").structured_content
    assert told["conforms"]
    assert told["turtle"] == written.turtle()
    assert told["evidence_turtle"] == written.evidence_turtle()
    assert told["json_ld"] == json.loads(written.json_ld())
    assert told["facts"] == json.loads(written.facts_json())


def test_link_gives_each_name_with_its_id_or_the_reason_why_it_has_none():
    names = {name["words"]: name for name in answered("link", source=ARTICLE).structured_content["result"]}
    assert names["Norwegian"]["item"] == "Q20"
    assert names["Ada Quill"]["item"] == ""
    assert names["Ada Quill"]["because"]
    start, end = names["Ada Quill"]["start"], names["Ada Quill"]["end"]
    assert end - start == len("Ada Quill")


def test_explain_gives_each_fact_with_its_sentence(tmp_path):
    source = tmp_path / "story.txt"
    source.write_text(ARTICLE, encoding="utf-8")
    told = answered("explain", facts_json=build(source).facts_json()).structured_content["facts"]
    assert any("The port is full" in fact and "Quill said" in fact for fact in told)


def test_validate_names_the_line_of_each_fault():
    told = answered("validate", document=BROKEN, name="harbor.ttl", profiles=["article-ld"]).structured_content
    assert not told["conforms"]
    assert any(finding["line"] == 4 and "yesterday" in finding["message"] for finding in told["findings"])


def test_what_is_no_article_is_an_error_that_says_what_to_do():
    told = answered("build", source="")
    assert told.is_error
    assert "empty" in told.content[0].text


def test_a_path_is_a_text_and_no_file_is_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text(ARTICLE, encoding="utf-8")
    told = answered("build", source=str(secret))
    assert "Ada Quill" not in str(told.content)


def test_a_store_can_be_queried(store):
    query = "SELECT ?headline { GRAPH ?g { ?a <http://schema.org/headline> ?headline } }"
    told = answered("query", ("--store", store), sparql=query).structured_content
    assert json.loads(told["body"])["results"]["bindings"][0]["headline"]["value"] == "Harbor ministers meet in Oslo"


@pytest.mark.parametrize(
    "sparql",
    ["DELETE WHERE { ?s ?p ?o }", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"],
    ids=["an update", "a question to another server"],
)
def test_a_store_is_only_read_and_asks_nobody(store, sparql):
    assert answered("query", ("--store", store), sparql=sparql).is_error
