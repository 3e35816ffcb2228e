"""Kinds of relations that were once read wrongly in news, each in made-up sentences (relations.csv).

*of* says which facts are meant, and *right* what they are, in the words of ``_LINES``, divided by bars.
¶ stands between paragraphs. A row with a *fault* is still read wrongly, and says in what way.
"""

import csv
from pathlib import Path

import pytest

from ld.extract import extract
from ld.extract.dates.find import find_dates
from ld.kb import bundled_kb
from ld.text.reading import Reading

DAY = "2024-09-11"  # a Wednesday

with Path(__file__).with_name("relations.csv").open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))


def _marked(row):
    marks = (pytest.mark.xfail(strict=True, reason=row["fault"]),) if row["fault"] else ()
    return pytest.param(row, id=f"{row['kind']}: {row['text'][:40]}", marks=marks)


@pytest.mark.parametrize("row", [_marked(row) for row in ROWS])
def test_a_sentence_states_what_it_should(make_article, row):
    article = make_article(*row["text"].split(" ¶ "), date=DAY)
    right = row["right"].split(" | ") if row["right"] else []
    if row["of"] == "dates":
        text = Reading.of(article)
        assert [date.value for date in find_dates(text, 0, len(text), DAY)] == right
    else:
        facts = extract(article, bundled_kb())
        assert sorted(
            _LINES[row["of"]](facts, fact) for fact in getattr(facts, _FIELDS.get(row["of"], row["of"]))
        ) == sorted(right)


def test_each_kind_has_three_sentences():
    kinds = [row["kind"] for row in ROWS]
    assert {kind: kinds.count(kind) for kind in kinds if kinds.count(kind) < 3} == {}


def _words(*parts):
    return " ".join(part for part in parts if part)


def _speakers(facts, utterance):
    names = " & ".join(facts.entity(speaker.entity).name for speaker in utterance.speakers)
    return names or (f"({utterance.credit.value})" if utterance.credit else "nobody")


def _quotation(facts, quotation):
    return f"{_speakers(facts, quotation)}: {quotation.text}"


def _claim(facts, claim):
    return f"{_words(_speakers(facts, claim), claim.stance)}: {claim.text}"


def _post(facts, post):
    whose = next((facts.entity(each).name for each in (post.body, post.country, post.place) if each), None)
    state = "former" if post.is_over else post.state if post.state != "current" else ""
    state = "" if post.title.startswith(state) else state
    since = _words(post.start and f"since {post.start.value}", post.end and f"until {post.end.value}")
    return _words(f"{facts.entity(post.holder).name}:", state, post.title, whose and f"of {whose}", since)


def _membership(facts, membership):
    member, organization = (facts.entity(each).name for each in (membership.member, membership.organization))
    return _words(f"{member} in {organization}", membership.start and f"since {membership.start.value}")


def _event(facts, event):
    places = " & ".join(facts.entity(place.entity).name for place in event.places)
    return _words(event.status, event.kind or event.name, event.start and event.start.value, places and f"in {places}")


def _figures(_, event):
    bounds = {None: "", "least": "at least", "most": "at most"}
    return "; ".join(_words(f.measure, bounds[f.bound], f.value, f.unit) for f in event.figures) or "none"


def _subject(facts, reference):
    return facts.entity(reference.entity).name


_LINES = {
    "quotations": _quotation,
    "claims": _claim,
    "posts": _post,
    "memberships": _membership,
    "events": _event,
    "about": _subject,
    "figures": _figures,
}
_FIELDS = {"figures": "events"}
"""The field of the facts that has them, where it is called otherwise."""
