"""What Google's documents show as right passes; each rule is broken by a change to an example, found on its line."""

from functools import cache

import pytest
from generate.rule_examples import google
from rich_results import Sample, broken_samples, example, json_ld, names, rows, valid_samples

from ld.schema_org import lineage, parents
from ld.validate.checked import CheckedFile
from ld.validate.checking import Checks, check_document
from ld.validate.documents import parse
from ld.validate.explained import explained
from ld.validate.formats.rules import rules_of
from ld.validate.profiles import Choice, checks_of, shapes_of

BROKEN = {sample.name: sample for sample in broken_samples()}
VALID = {sample.name: sample for sample in valid_samples()}
RETIRED = [name for name in names() if name.startswith("retired.")]
ARTICLES = sorted(class_ for class_ in parents() if "Article" in lineage(class_))


@cache
def checks(profile: str) -> Checks:
    return checks_of(Choice(profiles=(profile,)))


def checked(name: str, text: str, profile: str = "google") -> CheckedFile:
    syntax = "html" if name.endswith(".html") else "json-ld"
    return check_document(parse(name, text, syntax, {}), checks(profile))


def found(file: CheckedFile) -> set[tuple[int, str, str]]:
    return {
        (each.place.line, each.result.shape.rpartition("#")[2], each.result.severity.value) for each in file.results
    }


def codes(file: CheckedFile) -> set[str]:
    return {code for _, code, _ in found(file)}


@pytest.mark.parametrize("name", VALID)
@pytest.mark.parametrize("profile", ["google", "schema-org"])
def test_an_example_passes_in_every_way_of_markup(name, profile):
    assert [str(each.result) for each in checked(name, VALID[name].text, profile).results] == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_example_gives_what_it_must_on_its_line_and_nothing_else(name):
    sample: Sample = BROKEN[name]
    assert found(checked(name, sample.text)) == {tuple(one) for one in sample.expected}


def test_there_are_more_than_enough_of_them():
    assert len(BROKEN) > 250
    assert len({sample.text for sample in BROKEN.values()}) == len(BROKEN)


def test_each_rule_is_broken_by_some_change():
    rules = {rule.label for rule in rules_of(shapes_of(Choice(profiles=("google",))).triples).values() if rule.advice}
    assert {row["code"] for row in rows()} == {rule for rule in rules if not rule.startswith("Retired")}


@pytest.mark.parametrize("name", RETIRED)
def test_what_google_shows_no_more_is_right_with_a_hint(name):
    text = json_ld(example(name)).text
    retired = {(code.partition("-")[0], severity) for _, code, severity in found(checked(name, text))}
    assert retired == {("Retired", "info")}
    assert checked(name, text, "schema-org").results == ()


@pytest.mark.parametrize("class_", ARTICLES)
def test_each_kind_of_article_is_held_to_the_rules_for_articles(class_):
    document = example("article") | {"@type": class_}
    assert found(checked("a", json_ld(document).text, "schema-org")) == set()
    live = {"LiveBlog-liveBlogUpdate", "LiveBlog-coverageStartTime"} if class_ == "LiveBlogPosting" else set()
    assert codes(checked("a", json_ld(document).text)) == live
    del document["headline"]
    assert codes(checked("a", json_ld(document).text)) == live | {"Article-headline"}


@pytest.mark.parametrize(
    "context", ["http://schema.org", {"@vocab": "https://schema.org/"}, {"@vocab": "http://www.schema.org/"}]
)
def test_schema_org_may_be_written_with_either_scheme_and_with_www(context):
    document = example("article") | {"@context": context}
    assert found(checked("a", json_ld(document).text, "schema-org")) == set()
    del document["author"][0]["name"]
    written = json_ld(document)
    assert found(checked("a", written.text)) == {(written.lines["author", 0], "Author-name", "warning")}


@pytest.mark.parametrize(
    ("positions", "faulty"),
    [((1, 2, 3), [1]), ((1, 3, 2), [2]), (("1", "2", "3"), [1]), (("9", "10", "11"), [])],
)
def test_the_step_that_lacks_its_address_is_found_whichever_comes_last(positions, faulty):
    steps = [
        {
            "@type": "ListItem",
            "position": position,
            "name": "Harbour",
            **({"item": "https://a.example/"} if n == 0 else {}),
        }
        for n, position in enumerate(positions)
    ]
    text = json_ld({"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": steps})
    lines = {text.lines["itemListElement", n]: n for n in range(3)}
    assert [lines[line] for line, code, _ in sorted(found(checked("a", text.text)))] == faulty


@pytest.mark.parametrize("rule", google())
def test_the_examples_of_a_rule_keep_it_and_break_it(rule):
    right, wrong = google()[rule]
    assert rule not in codes(checked("a", right))
    assert rule in codes(checked("a", wrong))


def test_each_rule_of_google_is_explained_with_an_example_of_each_kind():
    rules = rules_of(shapes_of(Choice(profiles=("google",))).triples).values()
    lacking = {rule.label for rule in rules if rule.advice and not (explained(rule).right and explained(rule).wrong)}
    assert {rule.partition("-")[0] for rule in lacking} <= {"Retired"}
