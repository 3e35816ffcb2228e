"""Findings that the user has decided on."""

import json

import pytest
from generate.rule_examples import TABLE, table

from ld.cli import main
from ld.errors import InputError
from ld.validate.explained import as_markdown, as_text, explained
from ld.validate.formats.rules import own_checks
from ld.validate.profiles import Choice, RulesOfChoice
from ld.validate.set_aside import known_findings, rule_named

PREFIX = "@prefix schema: <http://schema.org/> .\n"
FAULTY = '<https://quay.example/#a> a schema:WebPage ; schema:nam "Quay" .\n'


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder with one faulty file, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.ttl").write_text(PREFIX + FAULTY, encoding="utf-8")
    return tmp_path


def check(*options):
    return main(["validate", "a.ttl", "--profile", "schema-org", *options])


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_what_a_report_of_before_has_is_set_aside(site, capsys, form):
    assert check("--format", f"{form}:known") == 1
    (site / "a.ttl").write_text(f"{PREFIX}\n\n{FAULTY}", encoding="utf-8")
    assert check("--baseline", "known") == 0
    assert "set aside: 1 finding" in capsys.readouterr().err


def test_what_is_new_fails_beside_it(site):
    assert check("--format", "json:known") == 1
    (site / "a.ttl").write_text(f'{PREFIX}{FAULTY}<urn:b> a schema:WebPage ; schema:nam "Quay" .', encoding="utf-8")
    assert check("--baseline", "known") == 1


def test_the_baseline_is_the_same_from_another_folder(site, monkeypatch):
    (site / ".git").mkdir()
    assert check("--format", "json:known") == 1
    (site / "below").mkdir()
    monkeypatch.chdir(site / "below")
    assert main(["validate", "../a.ttl", "--profile", "schema-org", "--baseline", "../known"]) == 1
    # the names in the report are those of its run; from the root they are found again
    monkeypatch.chdir(site)
    assert main(["validate", str(site / "a.ttl"), "--profile", "schema-org", "--baseline", "known"]) == 0


@pytest.mark.parametrize("text", ["", "[]", '{"files": 1}', '{"type": "result"}', "no json"])
def test_what_is_no_report_is_no_baseline(site, text):
    (site / "known").write_text(text, encoding="utf-8")
    assert check("--baseline", "known") == (2 if text else 1)


def test_a_baseline_that_is_not_there_is_an_error(site):
    with pytest.raises(InputError, match="cannot be read"):
        known_findings("none.json", site)


@pytest.mark.usefixtures("site")
def test_a_rule_can_be_ignored_by_its_name_or_its_iri():
    assert check("--ignore", "term") == 0
    assert check("--ignore", "https://w3id.org/article-ld/checks#term") == 0


@pytest.mark.usefixtures("site")
def test_a_misspelt_exception_is_an_error_with_the_nearest_rule(capsys):
    assert check("--ignore", "tern") == 2
    assert "did you mean term" in capsys.readouterr().err


@pytest.mark.parametrize(("severity", "code"), [("off", 0), ("info", 0), ("violation", 1)])
def test_severities_by_rule_and_paths_come_from_the_settings(site, severity, code):
    settings = f'[tool.article-ld.validate]\npaths = ["a.ttl"]\nseverity = {{ term = "{severity}" }}\n'
    (site / "pyproject.toml").write_text(settings, encoding="utf-8")
    assert main(["validate", "--profile", "schema-org"]) == code


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('path = "a"', "did you mean validate.paths?"),
        ('paths = "a"', "validate.paths is no list"),
        ("paths = [1]", "validate.paths is no text"),
        ('severity = { term = "grave" }', "validate.severity is no table of severities"),
    ],
)
def test_wrong_settings_are_named(site, capsys, settings, said):
    (site / "pyproject.toml").write_text(f"[tool.article-ld.validate]\n{settings}\n", encoding="utf-8")
    assert check() == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (FAULTY.replace(" .\n", " . # article-ld: ignore term\n"), 0),
        (FAULTY.replace(" .\n", " . # article-ld: ignore range, term\n"), 0),
        (f"# article-ld: ignore term\n{FAULTY}", 0),
        (f"# article-ld: ignore term\n\n{FAULTY}", 1),
        (f"# article-ld: ignore range\n{FAULTY}", 1),
        ('<urn:a> a schema:WebPage ; schema:nam "# article-ld: ignore term" .', 1),
        ("<urn:a> a schema:WebPage ; schema:nam '''\n# article-ld: ignore term\n''', 1 .", 1),
    ],
)
def test_a_comment_sets_a_rule_aside_for_its_line_and_a_text_never_does(site, lines, code):
    (site / "a.ttl").write_text(PREFIX + lines, encoding="utf-8")
    assert check() == code


def test_shapes_of_ones_own_bring_no_infos_on_classes_that_they_leave_alone(site):
    shapes = "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:S> sh:targetNode <urn:p> ; sh:nodeKind sh:IRI ."
    (site / "own.ttl").write_text(shapes, encoding="utf-8")
    (site / "a.ttl").write_text(f"{PREFIX}<urn:p> a schema:Person . <urn:q> a schema:Place .", encoding="utf-8")
    assert main(["validate", "a.ttl", "--shapes", "own.ttl", "--format", "json:out.json"]) == 0
    assert json.loads((site / "out.json").read_text(encoding="utf-8"))["summary"]["infos"] == 0


class TestExplaining:
    def test_the_examples_are_those_of_the_cases(self):
        assert TABLE.read_text(encoding="utf-8") == table()

    def test_every_check_without_a_shape_has_an_example_of_each_kind(self):
        told = [explained(rule) for rule in own_checks().values()]
        assert [each.rule.iri for each in told if not (each.right and each.wrong and each.rule.why)] == []

    def test_a_rule_says_what_why_source_and_examples(self, capsys):
        assert main(["rule", "ArticleShape-headline"]) == 0
        said = capsys.readouterr().out
        for part in ("what:", "expected:", "source:    https://schema.org/headline", "right:", "wrong:"):
            assert part in said

    def test_rules_of_google_are_explained_by_the_same_table(self, capsys):
        assert main(["rule", "Article-image"]) == 0
        assert "developers.google.com" in capsys.readouterr().out

    def test_an_unknown_rule_names_the_nearest(self, capsys):
        assert main(["rule", "Article-imgae"]) == 2
        assert "did you mean" in capsys.readouterr().err

    def test_editors_get_markdown(self):
        rule = rule_named("term", RulesOfChoice(Choice(profiles=("google",))))
        assert "```turtle\n<#article> schema:headlin" in as_markdown(explained(rule))
        assert as_text(explained(rule)).startswith("term: term exists\n")
