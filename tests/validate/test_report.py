"""Reports: what conforms, and what a person reads."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.validate import Report, Result, Severity, validate
from ld.validate.report import to_text


def result(severity: Severity = Severity.VIOLATION, **fields: str) -> Result:
    standard = {
        "article": "“Tide” <https://news.example/tide#article>",
        "focus_node": "https://news.example/tide#event-1",
        "node": "event “meeting”",
        "words": "they met",
        "path": "schema:startDate",
        "value": "“Tuesday”",
        "shape": "https://w3id.org/article-ld/shapes#EventShape-startDate",
        "component": "http://www.w3.org/ns/shacl#NodeConstraintComponent",
        "message": "Give a date.",
    }
    return Result(severity=severity, **(standard | fields))


def report(*results: Result, unmatched: tuple[str, ...] = ()) -> Report:
    return Report(article=result().article, results=results, focus_nodes=3, unmatched_shapes=unmatched)


@given(st.lists(st.sampled_from(Severity)), st.sampled_from(Severity))
def test_a_report_conforms_if_and_only_if_no_result_reaches_the_bar(severities, fail_on):
    order = [Severity.VIOLATION, Severity.WARNING, Severity.INFO]
    reached = any(order.index(severity) <= order.index(fail_on) for severity in severities)
    assert report(*map(result, severities)).conforms(fail_on) is not reached


def test_warnings_do_not_fail_unless_asked_to():
    warned = report(result(Severity.WARNING))
    assert warned.conforms()
    assert not warned.conforms(fail_on=Severity.WARNING)


def test_the_worst_of_a_report_is_its_most_severe():
    assert report(result(Severity.INFO), result(Severity.WARNING)).worst is Severity.WARNING
    assert report().worst is None


def test_a_result_as_a_string_says_where_which_words_and_what_to_do():
    assert str(result()) == (
        "violation in “Tide” <https://news.example/tide#article>: event “meeting”: "
        "schema:startDate is “Tuesday”, in the words “they met”: Give a date."
    )


def test_a_missing_value_is_said_to_be_missing():
    missing = result(value="", component="http://www.w3.org/ns/shacl#MinCountConstraintComponent")
    assert missing.place == "event “meeting”: no schema:startDate, in the words “they met”"


def test_words_that_are_the_value_are_not_repeated():
    assert result(words="Tuesday").place == "event “meeting”: schema:startDate is “Tuesday”"
    assert result(words="Tuesday", value="").place.endswith(", in the words “Tuesday”")


def test_the_text_says_each_advice_once_with_all_places_under_it():
    text = to_text(report(result(), result(node="event “storm”", words="it blew"), unmatched=("x#WorkShape",)))
    assert text == (
        "“Tide” <https://news.example/tide#article>\n"
        "violation: Give a date. [EventShape-startDate]\n"
        "  event “meeting”: schema:startDate is “Tuesday”, in the words “they met”\n"
        "  event “storm”: schema:startDate is “Tuesday”, in the words “it blew”\n"
        "not valid: 2 violations; 3 nodes checked\n"
        "nothing to check for WorkShape\n"
    )


def test_a_clean_report_says_how_much_was_looked_at():
    assert to_text(report()).endswith("valid: no results; 3 nodes checked\n")


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_triples_does_not_change_the_report(seed, load, report_of):
    files = ("event/invalid.EventShape-startDate.two.ttl", "image/invalid.ImageShape-known.none.ttl")
    graph = load(*files)
    shuffled = Random(seed).sample(graph.facts, len(graph.facts))
    assert validate(graph._replace(facts=tuple(shuffled))) == report_of(*files)


def test_facts_and_evidence_are_checked_together(load):
    graph = load("article/valid.full.ttl")
    half = len(graph.facts) // 2
    assert validate(graph._replace(facts=graph.facts[:half], evidence=graph.facts[half:])).results == ()
