"""Texts made of pieces of news, in any order: whatever comes of them, it is facts that hold, and no exception."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ld.extract import extract
from ld.read.facts_check import faults

NAMES = (
    *("Ada Quill", "Quill", "Jan Okafor", "Kim Quay-ho", "Norway", "Canadian", "U.S.", "Oslo", "Washington"),
    *("the Northern Harbor Board", "NHB", "Harborsoft", "Quay & Co. Inc.", "European Union", "Mr.", "Lt. Gen."),
)
WORDS = (
    *("said", "says that", "told reporters", "according to", "added", "adding", "did not say", "who", "that", "if"),
    *(
        "President",
        "former",
        "acting",
        "then-",
        "ex-",
        "foreign ministers",
        "Sens.",
        "CEO",
        "chief executive of",
        "all",
    ),
    *("was appointed", "is the", "was", "became", "from 2010 to 2014", "since May", "until last year", "on Tuesday"),
    *("met", "a meeting", "the second summit", "his visit to", "hosted by", "joined", "which", "in August", "Sept. 10"),
    *("and", ",", ".", ". ", ";", ":", "—", "?", "…", "“", "”", '"', "‘", "’", "’s", "'", "(", ")", "-", "\n", "\xa0"),
    *(
        "the port is full",
        "ships",
        "a",
        "the",
        "of",
        "at",
        "for",
        "30 February 9999",
        "0000",
        "'' ``",
        "\u0301",
        "🚢",
        "東京",
    ),
)
pieces = st.lists(st.one_of(st.sampled_from(NAMES), st.sampled_from(WORDS), st.text(max_size=4)), max_size=40)
texts = st.lists(pieces.map(lambda words: " ".join(words).strip()).filter(bool), min_size=1, max_size=4)


@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(paragraphs=texts, date=st.sampled_from((None, "2024-09-11", "0001-01-01", "9999-12-31")))
def test_any_text_gives_facts_whose_words_stand_in_it(make_article, paragraphs, date):
    facts = extract(make_article(*paragraphs, date=date))
    assert faults(facts) == []
