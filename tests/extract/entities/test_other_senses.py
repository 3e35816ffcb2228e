"""Names of the knowledge base where something else of the name is meant: nothing is found."""

import pytest

from ld.extract import extract
from ld.extract.entities.known.find import known_names
from ld.kb import bundled_kb
from ld.text.reading import Reading


def found(text):
    return {text[name.start : name.end]: name.item.qid for name in known_names(Reading(text), bundled_kb(), [])}


MATCH = "It was a season of goals: the striker of the league scored twice before halftime, and the coach smiled. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # part of a title, or of a list of works
        ("Ada Quill, the star of Made In Chelsea, spoke.", "Chelsea"),
        ("He read Letters From Everton to them.", "Everton"),
        ("She danced in Nights Of Barcelona last year.", "Barcelona"),
        ("He starred in films like Harbor Nights and Nebraska.", "Nebraska"),
        ("She wrote songs such as Harbor and California.", "California"),
        ("They watched movies including Old Harbor, Philadelphia and others.", "Philadelphia"),
        # letters that are no state's
        ("They build quantum computers, AR/VR headsets and drones.", "AR"),
        ("“It heals,” said Marisa Quill, MD, of the harbor clinic.", "MD"),
        ("Jonathan Storm, PA, of the harbor clinic said so.", "PA"),
        ("Uncle Bo, M.D., will see you.", "M.D."),
        # a longer name
        ("He played for Florida State until spring.", "Florida"),
        ("They beat Westfield State on Sunday.", "Westfield"),
        ("She went to Ohio State in 1999.", "Ohio"),
        ("It costs AU$4,100 there.", "AU"),
        ("It runs on Disney+ now.", "Disney"),
        ("The song of the Jackson 5 was played.", "Jackson"),
        # a person
        ("Next to “Jackson, Ernest, 1937” stood a date.", "Jackson"),
        ("She plays Sofia, who is married to Bo. In the end Sofia wins.", "Sofia"),
        ("“Keep it clean.” – San Angelo", "San Angelo"),
        ("After school in San Diego, Gary began to sing.", "Gary"),
        ("Aoki, who is 20, says so. Aoki posted it.", "Aoki"),
        ("It rained. “We clean it all,” Williams said.", "Williams"),
        ("Worried, Iran plans to build more. In May Iran reported it.", "Iran"),
        ("Japan's Nikkei stock average fell.", "Nikkei"),
        ("After the split, Hanover said it had more shares.", "Hanover"),
        # another place, or what is called after one
        ("The anger of a demonstrator in Ferguson grew.", "Ferguson"),
        ("He lives in Hilton Head, South Carolina.", "Hilton"),
        ("They learned from Gallup's survey of May.", "Gallup"),
        ("He spoke of the opposition to the Cadillac tax.", "Cadillac"),
        ("“That's Mexico's harbor,” they found in Mexico.", "Mexico"),
        ("The program, DACA, is over. They spoke of DACA.", "DACA"),
        ("The explosion shook Chelsea, the police found.", "Chelsea"),
        # a street, a station, a quarter
        ("They walked down State Street at noon.", "State Street"),
        ("The office is near Penn Station, they found.", "Penn Station"),
        ("She lives in the Williamsburg neighborhood of Brooklyn.", "Williamsburg"),
        # a word of its own
        ("She posted X-rated pictures.", "X"),
        ("It is an X-shaped knot.", "X"),
        ("It was during a chapter of X vocalist Ada Quill.", "X"),
        ("They lit lamps for the Hindu festival.", "Hindu"),
        # a team, not its town
        (f"{MATCH}They got him from Louisville in May.", "Louisville"),
        (f"{MATCH}It was the latest loss, to Indianapolis.", "Indianapolis"),
        (f"{MATCH}Both played at Barcelona for long.", "Barcelona"),
        (f"{MATCH}He is the best passer in Kentucky's backcourt.", "Kentucky"),
        ("Clubs are said to be vying for Montgomery.", "Montgomery"),
        (f"{MATCH}They remain interested in Montgomery.", "Montgomery"),
    ],
)
def test_what_only_sounds_like_it_is_not_found(text, name):
    assert name not in found(text)


@pytest.mark.parametrize(
    ("text", "name", "qid"),
    [
        ("She moved to a flat in L.A. last year.", "L.A.", "Q65"),
        ("It stands in Dover, Del., they say.", "Del.", "Q1393"),
        ("He lives in Bethesda, MD, with her.", "MD", "Q1391"),
        ("Then Ohio State Senator Bo Storm came.", "Ohio", "Q1397"),
        ("She lives in Port Harbor, Washington, on the coast.", "Washington", "Q1223"),
        (f"{MATCH}He was born in Louisville.", "Louisville", "Q43668"),
        (f"{MATCH}The striker joined Chelsea in May.", "Chelsea", "Q9616"),
        ("DHAKA, May 3 - It rained.", "DHAKA", "Q1354"),
        ("She holds shares in Ford still.", "Ford", "Q44294"),
        ("They came from Oslo in spring.", "Oslo", "Q585"),
        (f"{MATCH}They go on a trip to Indianapolis.", "Indianapolis", "Q6346"),
        ("The Hindu reported that it was so.", "Hindu", "Q926175"),
        ("They saw Oslo, Milan and Lisbon.", "Milan", "Q490"),
    ],
)
def test_what_is_meant_is_found(text, name, qid):
    assert qid in {found(text).get(name), found(text).get(f"The {name}")}


@pytest.mark.parametrize("ship", ["The uss Dwight Eisenhower lies here.", "The frigate Dwight Eisenhower lies here."])
def test_a_ship_that_is_called_after_somebody_is_nobody(make_article, ship):
    assert extract(make_article(f"It rained at the harbor. {ship}"), bundled_kb()).of_kind("person") == ()


@pytest.mark.parametrize("word", ["Aoki", "Everton", "Tesla"])
def test_the_word_of_a_body_is_that_of_a_person_whom_the_text_names_in_full(make_article, word):
    facts = extract(make_article(f"Singer Quilla {word} spoke in Japan. People cheered. {word} said so."), bundled_kb())
    assert [person.name for person in facts.of_kind("person")] == [f"Quilla {word}"]
    assert facts.of_kind("organization") == ()


def test_a_body_that_the_text_names_in_full_too_keeps_its_word(make_article):
    facts = extract(make_article("Engineer Ada Ford spoke. The Ford Motor Company paid. Ford said so."), bundled_kb())
    assert [body.name for body in facts.of_kind("organization")] == ["Ford Motor Company"]
