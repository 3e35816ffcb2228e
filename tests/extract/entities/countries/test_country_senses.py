"""Words of a country that stand for no country: antiquity, dishes, titles, people, teams and towns."""

import pytest

from ld.extract.entities.countries.find import find_countries
from ld.text.reading import Reading


def found(text):
    return [(country.mention.exact, country.code) for country in find_countries(Reading(text))]


@pytest.mark.parametrize(
    "text",
    [
        # antiquity
        "She read of an ancient Macedonian empire.",
        "He learned ancient Greek, and then wrote of a Greek king.",
        "The gold of ancient Egypt was shown.",
        # dishes, breeds, plants and the like
        "They ate a Greek orzo salad.",
        "A German shepherd slept by the door.",
        "It was aged in new American Oak.",
        "She baked Mexican cinnamon cookies.",
        "The bar lies under a Mexican restaurant.",
        "She paid for a Brazilian Butt Lift.",
        # titles and nicknames
        'They sang "Party in the U.S.A." at noon.',
        "He wrote “Songs of Norway” last year.",
        "“The Greek Freak” scored again.",
        # part of another name
        "He is an All-American player.",
        "She spoke for U.S. Soccer at the meeting.",
        "They met at USA Swimming last week.",
        "He comes from Spanish Fort.",
        # a person's name
        "The club let its coordinator, Quillon Canada, go. They fired Canada a week before.",
        "The harbor thanked Bo Storm and Ada Norway. Later Norway left.",
        "It was led by head coach Quillon Peru; Peru smiled.",
    ],
)
def test_no_country_is_meant(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("The ancient Greek temple stands in Greece.", [("Greece", "GR")]),
        ("French toast is a dish; the French minister left.", [("French", "FR")]),
        ("The Belgian chocolate industry grew.", [("Belgian", "BE")]),
        ("Nazi Germany fell.", [("Germany", "DE")]),
        ("The captain of Team Canada spoke in Canada.", [("Canada", "CA")]),
        ("“In Norway,” she said, “it rains.”", [("Norway", "NO")]),
    ],
)
def test_the_country_itself_is_found_beside_it(text, mentions):
    assert found(text) == mentions
