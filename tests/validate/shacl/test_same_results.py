"""On articles, sound and faulty ones, compiled shapes find exactly what pySHACL finds."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ld.pipeline import build
from ld.terms import BlankNode, Iri, Literal, Triple
from ld.validate import load_shapes
from ld.validate.index import Index
from ld.vocab import ITSRDF, OA, RDF, SCHEMA, XSD_NS

TESTS = Path(__file__).resolve().parents[2]
CASES = sorted(str(file.relative_to(TESTS / "shapes")) for file in (TESTS / "shapes").glob("*/*.ttl"))
SAMPLE = TESTS / "articles" / "un-command-meeting.txt"
FAULTY = [
    Literal(""),
    Literal("<b>Tide</b>"),
    Literal(" Tide "),
    Literal("Tide", RDF.langString, "en"),
    Literal("-1", XSD_NS.integer),
    Literal("9" * 30, XSD_NS.integer),
    Literal("1.5", XSD_NS.double),
    Literal("2024-02-30", XSD_NS.date),
    Literal("2024-02-29T10:00:00", XSD_NS.dateTime),
    Literal("2024-02", XSD_NS.gYearMonth),
    Iri("https://news.example/other#article"),
    Iri("http://www.wikidata.org/entity/Q29999"),
    BlankNode("_:b"),
    SCHEMA.Person,
]
"""Values that are wrong in most places."""
ORDERED = (OA.start, OA.end, ITSRDF.taConfidence)
NUMBERS = (XSD_NS.integer, XSD_NS.double, XSD_NS.decimal)


@pytest.mark.parametrize("case", CASES)
def test_on_every_case_of_the_shapes(case, load, found_by):
    graph = load(case)
    compiled, reference = (found_by(graph.facts, load_shapes(), engine) for engine in ("compiled", "pyshacl"))
    assert compiled == reference
    assert bool(compiled) is case.rpartition("/")[2].startswith("invalid.")


def mutated(triples: list[Triple], random: Random) -> None:
    """Change one of *triples*: drop it, double it, or give it another subject, predicate, value or class."""
    place = random.randrange(len(triples))
    triple, other = triples[place], random.choice(triples)
    value = random.choice((*FAULTY, other.object))
    match random.randrange(6):
        case 0:
            del triples[place]
        case 1:
            triples.append(triple._replace(object=value))
        case 2:
            triples[place] = triple._replace(object=value)
        case 3:
            triples[place] = triple._replace(predicate=other.predicate)
        case 4:
            triples[place] = triple._replace(subject=other.subject)
        case _:
            types = [number for number, (_, predicate, _) in enumerate(triples) if predicate == RDF.type]
            if types:
                retyped = random.choice(types)
                triples[retyped] = triples[retyped]._replace(object=triples[random.choice(types)].object)


def comparable(triple: Triple) -> bool:
    """Whether pySHACL can be asked: it has an order even for what has none (see test_deviations.py)."""
    _, predicate, value = triple
    return predicate not in ORDERED or (isinstance(value, Literal) and value.datatype in NUMBERS)


def same_after(changes: int, triples: list[Triple], seed: int, found_by) -> None:
    changed, random = list(triples), Random(seed)
    for _ in range(changes):
        mutated(changed, random)
    asked = list(filter(comparable, changed))
    compiled, reference = (found_by(asked, load_shapes(), engine) for engine in ("compiled", "pyshacl"))
    assert compiled == reference


untiring = settings(
    phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
"""A fault to start from is small already, and pySHACL is slow: nothing is gained by a smaller one."""


@settings(untiring, max_examples=30)
@given(changes=st.integers(1, 12), seed=st.integers(0))
def test_on_a_small_article_with_any_faults(changes, seed, load, found_by):
    same_after(changes, load("article/valid.full.ttl").facts, seed, found_by)


@pytest.fixture(scope="module")
def sample() -> list[Triple]:
    graph = build(SAMPLE, date="2024-09-11").graph
    return [Triple(*row) for row in (*graph.facts, *graph.evidence)]


@settings(untiring, max_examples=2)
@given(seed=st.integers(0))
def test_on_the_sample_with_many_faults(seed, sample, found_by):
    same_after(40, sample, seed, found_by)


def test_the_faults_reach_most_of_our_constraints(load, found_by):
    random, reached = Random(0), set()
    cases = ("article/valid.full.ttl", "event/valid.status.ttl", "topic/valid.full.ttl", "claim/valid.stance.ttl")
    cases = (*cases, "observation/valid.figures.ttl")
    for number in range(300):
        changed = list(load(cases[number % len(cases)] if number % 2 else cases[0]).facts)
        for _ in range(12):
            mutated(changed, random)
        reached |= {shape for *_, shape in found_by(changed, load_shapes(), "compiled")}
    shapes = Index(load_shapes().triples)
    severe = {subject for subject, predicate, _ in shapes if predicate.endswith("shacl#message")}
    assert len(reached & severe) > 0.8 * len(severe)
