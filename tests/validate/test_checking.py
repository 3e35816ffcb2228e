"""A file is checked together with what belongs to it, and its results keep their article."""

import pytest

from ld.validate import Severity
from ld.validate.batch import check_files
from ld.validate.checking import check_file
from ld.validate.documents import parse
from ld.validate.profiles import Choice, checks_of
from ld.validate.units import units_of

S = "@prefix schema: <http://schema.org/> .\n"
ARTICLE = """
GRAPH <https://news.example/{n}> {{ <https://news.example/{n}#article> a schema:NewsArticle ; schema:headline "{n}" }}
GRAPH <https://news.example/{n}#evidence> {{ <https://news.example/{n}#p> schema:name "proof of {n}" }}
"""


def names(unit) -> list[str]:
    return sorted({str(subject).rpartition("/")[2] for subject, _, _ in unit.triples})


def test_each_named_graph_is_checked_with_its_evidence_and_what_is_left_by_itself():
    rest = 'GRAPH <https://catalog.example/> { <https://catalog.example/x> schema:name "x" }'
    text = S + ARTICLE.format(n="one") + ARTICLE.format(n="two") + rest
    units = units_of(parse("f", text, "trig", {}))
    assert [names(unit) for unit in units] == [["one#article", "one#p"], ["two#article", "two#p"], ["x"]]


def test_graphs_that_describe_one_article_are_one():
    text = f'{S} {ARTICLE.format(n="one")} <https://news.example/person> schema:name "Ada" .'
    (unit,) = units_of(parse("f", text, "trig", {}))
    assert len(unit.triples) == 4


def test_evidence_from_the_file_beside_gives_the_words(tmp_path):
    from ld.pipeline import build  # noqa: PLC0415

    article = tmp_path / "a.txt"
    article.write_text("Harbor ministers meet in Oslo\n\nNorwegian Fisheries Minister Ada Quill met pilots in Oslo.\n")
    built = build(article, url="https://news.example/a")
    facts = built.turtle().replace('"Norway"', '"<b>Norway</b>"')
    (tmp_path / "a.ttl").write_text(facts, encoding="utf-8")
    (tmp_path / "a.evidence.ttl").write_text(built.evidence_turtle(), encoding="utf-8")
    results = check_file(str(tmp_path / "a.ttl"), checks_of(Choice())).results
    named = next(located for located in results if located.result.shape.endswith("#Entity-name"))
    assert named.result.words == "Norwegian"
    assert "<b>Norway</b>" in named.place.source


def test_without_evidence_nobody_asks_for_it(tmp_path):
    path = tmp_path / "a.ttl"
    path.write_text(f'{S}<https://x.example/#p> a schema:Person ; schema:name "Ada Quill" .', encoding="utf-8")
    shapes = {located.result.shape.rpartition("#")[2] for located in check_file(str(path), checks_of(Choice())).results}
    assert shapes == {"article"}


def test_a_misspelt_term_is_found_in_every_line_that_has_it(tmp_path):
    path = tmp_path / "a.ttl"
    path.write_text(f'{S}<x:1> schema:nam "a" ;\n  schema:nam "b" .\n<x:2> a schema:Persn .\n<x:3> a schema:Persn .\n')
    results = check_file(str(path), checks_of(Choice())).results
    assert [located.place.line for located in results if located.result.shape.endswith("#term")] == [2, 3, 4, 5]


def test_results_are_sorted_by_place(tmp_path):
    path = tmp_path / "a.ttl"
    path.write_text(f"{S}<x:1> a schema:Article .\n<x:2> a schema:Article .\n", encoding="utf-8")
    places = [located.place.line for located in check_file(str(path), checks_of(Choice(profiles=("google",)))).results]
    assert places == sorted(places)
    assert set(places) == {2, 3}


def test_processes_give_the_same_as_one_in_the_same_order(tmp_path):
    for number in range(12):
        broken = "" if number % 3 else " <"
        text = f'{S}<x:{number}> a schema:Article ; schema:headline "{number}" .{broken}'
        (tmp_path / f"{number:02}.ttl").write_text(text, encoding="utf-8")
    sources = sorted(str(path) for path in tmp_path.iterdir())
    choice = Choice(profiles=("google",))
    alone, together = (list(check_files(sources, choice, jobs)) for jobs in (1, 2))
    assert together == alone
    assert [file.file for file in together] == sources
    assert sum(bool(file.error) for file in together) == 4


@pytest.mark.parametrize("profile", ["google", "schema-org"])
def test_of_an_article_a_profile_only_warns(tmp_path, profile):
    path = tmp_path / "a.jsonld"
    path.write_text('{"@context": "https://schema.org", "@type": "NewsArticle", "author": "Ada", "jobTitle": "x"}')
    found = {
        located.result.severity for located in check_file(str(path), checks_of(Choice(profiles=(profile,)))).results
    }
    assert found == {Severity.WARNING, Severity.INFO}


def test_profiles_and_shapes_join(tmp_path):
    path = tmp_path / "a.ttl"
    path.write_text(f"{S}<x:1> a schema:Article .\n", encoding="utf-8")
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        f"{S}@prefix sh: <http://www.w3.org/ns/shacl#> . <x:S> a sh:NodeShape ; sh:targetClass schema:Article ;\n"
        "sh:property <x:S-abstract> . <x:S-abstract> sh:path schema:abstract ; sh:minCount 1 .",
        encoding="utf-8",
    )
    choice = Choice(profiles=("google", "schema-org"), added=(str(shapes),))
    both = {located.result.shape for located in check_file(str(path), checks_of(choice)).results}
    alone = {
        located.result.shape for located in check_file(str(path), checks_of(Choice(shapes=(str(shapes),)))).results
    }
    assert alone == {"x:S-abstract"}
    assert alone < both


def test_what_several_blocks_and_ways_of_markup_say_of_one_node_is_said_of_one_node(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(
        """<!doctype html><link rel="canonical" href="https://news.example/tide">
        <script type="application/ld+json">{"@context": "https://schema.org", "@id": "#article",
          "@type": "NewsArticle", "headline": "Ports agree", "datePublished": "2024-03-11"}</script>
        <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
          {"@id": "https://news.example/tide#article", "dateModified": "2024-03-11", "author": {"@id": "#nora"}}]}
        </script>
        <div itemscope itemtype="http://schema.org/Person" itemid="#nora"><b itemprop="name">Nora Quist</b></div>
        <div vocab="https://schema.org/" resource="#nora"><a property="sameAs" href="/nora">her page</a></div>
        <div vocab="https://schema.org/" resource="#article"><img property="image" src="/quay.jpg"></div>""",
        encoding="utf-8",
    )
    checked = check_file(str(path), checks_of(Choice(profiles=("google", "schema-org"))))
    assert (checked.articles, checked.results) == (1, ())
