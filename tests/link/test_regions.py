"""Towns and states of one name, told apart by the words beside them and the other places of the article."""

import pytest

from ld.kb import Item, with_bundled


def place(qid: str, label: str, type_: str, *countries: str, **stated) -> Item:
    return Item(qid=qid, kind="place", label=label, type=type_, countries=countries, **stated)


OHIO = place("Q1", "Ohio", "state", "US-OH", renown=130)
TEXAS = place("Q2", "Texas", "state", "US-TX", renown=130)
TIDEWATER = place("Q3", "Tidewater", "city", "US-OH", renown=60)
HARBORTON = place("Q4", "Harborton", "city", "US", renown=60)
HARBORTON_ABROAD = place("Q5", "Harborton", "city", "GB", renown=60)


def links(facts):
    return {place.name: place.qid for place in facts.of_kind("place")}


@pytest.mark.parametrize(
    ("text", "name", "qid"),
    [
        ("They met in Tidewater, Ohio.", "Tidewater", "Q3"),
        ("They met in Tidewater, Texas.", "Tidewater", None),
        ("They met in Tidewater, Texas. They went home late.", "Tidewater", None),
        ("They live in Tidewater, a small town in Quill County, Texas.", "Tidewater", None),
        ("They met in Harborton, Texas.", "Harborton", None),
        ("They met in Tidewater,Texas.", "Tidewater", None),
        ("They met in Tidewater, in northern Ohio.", "Tidewater", "Q3"),
        ("They met in Tidewater in southern Texas.", "Tidewater", None),
        ("They met in Tidewater on Texas’s east coast.", "Tidewater", None),
    ],
)
def test_a_town_of_the_us_is_linked_in_its_own_state_only(make_kb, linked, text, name, qid):
    assert links(linked(make_kb(OHIO, TEXAS, TIDEWATER, HARBORTON), text)).get(name) == qid


@pytest.mark.parametrize(
    ("text", "qid"),
    [
        ("She lives in Texas. The bank is based in Harborton.", "Q4"),
        ("She lives in Ohio and Texas. They met in Harborton.", "Q4"),
    ],
)
def test_of_two_towns_the_one_in_the_country_of_the_article_s_places_is_meant(make_kb, linked, text, qid):
    near = place("Q4", "Harborton", "city", "US-TX", renown=60)
    assert links(linked(make_kb(OHIO, TEXAS, near, HARBORTON_ABROAD), text))["Harborton"] == qid


@pytest.mark.parametrize(
    ("text", "name", "qid"),
    [
        ("She lives in Quill Harbor, Washington, on the coast.", "Washington", "Q1223"),
        ("A distillery in Washington state was sold.", "Washington", "Q1223"),
        ("He sued the New York attorney general.", "New York", "Q1384"),
        ("On Saturday Alaska, Hawaii and Washington vote.", "Washington", "Q1223"),
        ("He moved from Washington to Florida.", "Washington", "Q1223"),
        ("Illinois and New York lead the list.", "New York", "Q1384"),
        ("They flew from Boston, Washington and Denver.", "Washington", "Q61"),
        ("The club is in L.A. today.", "L.A.", "Q65"),
    ],
)
def test_a_state_is_told_from_the_town_of_its_name(linked, text, name, qid):
    assert links(linked(with_bundled(), text))[name] == qid


def test_a_town_does_not_speak_for_itself(make_kb, linked):
    known = place("Q4", "Harborton", "city", "US", renown=160)
    less = place("Q5", "Harborton", "city", "GB", renown=155)
    assert links(linked(make_kb(known, less), "They met in Harborton."))["Harborton"] is None


def named_alike(town: int, region: int) -> tuple[Item, Item]:
    """A town and the region around it, both called Quillby, so well known."""
    return (
        place("Q6", "Quillby City", "city", "US-OH", aliases=("Quillby",), renown=town),
        place("Q7", "Quillby", "state", "US-OH", renown=region),
    )


@pytest.mark.parametrize("text", ["They met in Quillby.", "The museum in Quillby closed.", "They flew to Quillby."])
def test_a_town_is_meant_where_no_word_tells_of_the_less_known_region_of_its_name(make_kb, linked, text):
    assert links(linked(make_kb(*named_alike(160, 110)), f"{text} The United States agreed.")).get("Quillby") == "Q6"


def test_a_town_is_meant_where_it_is_called_a_city(make_kb, linked):
    text = "Voters in the southern city of Quillby wept. The United States agreed."
    assert links(linked(make_kb(*named_alike(160, 110)), text)).get("Quillby") == "Q6"


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Bo Hart lives in Quillby.",
        "She lost the primary in Quillby.",
        "They live in upstate Quillby.",
        "A law in Quillby changed.",
    ],
)
def test_neither_is_where_a_word_may_tell_of_the_region(make_kb, linked, text):
    facts = linked(make_kb(*named_alike(160, 110)), f"{text} The United States agreed.")
    assert links(facts).get("Quillby") is None


def test_neither_is_where_the_region_is_known_as_well(make_kb, linked):
    facts = linked(make_kb(*named_alike(120, 110)), "They met in Quillby. The United States agreed.")
    assert links(facts).get("Quillby") is None
