"""Places that the words beside or in their names tell, whatever the weights make of the names themselves."""

import pytest

from ld.extract.entities.typer.place_cues import cue_of_place

TOLD = {
    "They fled to the town of Norvik Top.": "Norvik Top",
    "Homes were lost in the suburbs of Quillhaven and Marshby.": "Marshby",
    "It burned in dozens of areas, including Quillbeyan, Storm Hollow and Marshby.": "Marshby",
    "A fire at Quillbra, south of Sydney, was put out.": "Quillbra",
    "He was held at Quillbra, about 40 kilometres north-west of Oslo.": "Quillbra",
    "The yacht was towed to Quillbra, on the south coast of Norway.": "Quillbra",
    "Two men were shot at Quillbra village on Friday.": "Quillbra",
    "They closed the Quillbra Highway in both directions.": "Quillbra Highway",
    "The boy was left on Nora Street.": "Nora Street",
    "The lower Quill Mountains were ablaze.": "Quill Mountains",
    "They hid in the Quillora Bora caves for days.": "Quillora Bora",
    "The climbers were seen near Mount Quillaby.": "Mount Quillaby",
    "He sent them back to nearby Quillagong.": "Quillagong",
}
NOT_TOLD = {
    "She was taken north of Nora Quist in the search.": "Nora Quist",
    "He sang The Quillaby Cove on Friday.": "Quillaby Cove",
    "Players of the Dead Quill Island 2 wept.": "Dead Quill Island",
    "The French village was empty.": "French",
    "They met in the Islamic village on Friday.": "Islamic",
    "Most of those on Christmas island left.": "Christmas",
    "They sailed to the south of the Islands on Friday.": "Islands",
    "They died in the death of Nora Street.": "Nora Street",
}


@pytest.mark.parametrize(("text", "name"), TOLD.items())
def test_words_beside_a_name_or_in_it_tell_that_it_is_a_place(named, text, name):
    assert name in named(text)["place"]


@pytest.mark.parametrize(("text", "name"), NOT_TOLD.items())
def test_they_do_not_tell_it_of_people_peoples_and_works(named, text, name):
    assert name not in named(text)["place"]


def test_a_place_that_is_told_once_is_one_wherever_it_is_named(named):
    found = named("They searched the Quillora Bora region on Friday. The men of Quillora Bora fled.")
    assert "Quillora Bora" in found["place"]
    assert "Quillora Bora" not in found["person"]


def test_a_name_on_a_list_of_places_is_one(named):
    assert "Marshgong" in named("Fires burned around Melbourne, Marshgong and Sydney.")["place"]


def test_a_race_between_towns_is_no_place(named):
    assert not any("Race" in name for name in named("The Sydney to Norvik Yacht Race began on Friday.")["place"])


@pytest.mark.parametrize(
    ("before", "name", "behind", "strength"),
    [
        ("the ", "Quill River", " rose", "sure"),
        ("on ", "Quill Road", " rose", "sure"),
        ("of ", "Quill Road", " rose", "where"),
        ("in ", "Quill Forest", " rose", "kind"),
        ("the village of ", "Quill", " rose", "kind"),
        ("miles north of ", "Quill", " rose", "where"),
    ],
)
def test_the_article_before_the_name_of_a_river_leaves_no_doubt(before, name, behind, strength):
    cue = cue_of_place(before + name + behind, len(before), len(before + name))
    assert cue is not None
    assert cue.strength == strength
