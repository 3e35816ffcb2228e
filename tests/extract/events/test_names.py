"""What events are called."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("It is said of the Quist Group, founded in 1977.", "founding of the Quist Group"),
        ("The class action, launched in May, is small.", "launch of the class action"),
        ("A boy hurt while out with his friends died on Monday.", "death"),
        ("He read the ten lists published in May.", "publication of the ten lists"),
        ("Nobody knew why the ferry exploded on Monday.", "explosion of the ferry"),
        ("A man who was washing his shirt in a yard was killed on Monday.", "death of a man"),
        ("Police arrested more than two dozen men on Monday.", "arrest of more than two dozen men"),
        (
            "Police arrested Nora Quist, Jan Marsh and Ola Berg on Monday.",
            "arrest of Nora Quist, Jan Marsh and Ola Berg",
        ),
        ("The bomb killed 12 and injured three on Monday.", "death of 12"),
        ("The council suspended their applications on Monday.", "suspension of applications"),
        ("Police have recovered his body from the sea.", "recovery of the body"),
        ("Soldiers shot dead eight suspected thieves on Monday.", "shooting of eight suspected thieves"),
        ("Hundreds of people were evacuated on Monday.", "evacuation of hundreds of people"),
        ("Nora Quist, 42, a nurse, died on Monday.", "death of Nora Quist"),
        ("The owner of the two ships was jailed on Monday.", "jailing of the owner of the two ships"),
        ("The attacks on Red Sea shipping began on Monday.", "attacks on Red Sea shipping"),
        ("The law, passed by the council in May, is short.", "passage of the law"),
        ("Nora Quist, known as a friend of workers, resigned on Monday.", "resignation of Nora Quist"),
        ("In May she filed a lawsuit.", "lawsuit"),
        ("Harbour Savings, tired of the bond market, announced a loss on Monday.", "announcement of a loss"),
        ("Twenty-one people were killed on Monday.", "death of twenty-one people"),
        ("The bank's chief, Jan Marsh, resigned on Monday.", "resignation of Jan Marsh"),
        ("One of the oldest judges, Jan Marsh, died on Monday.", "death of Jan Marsh"),
        ("The mother of the boy, Jan Marsh, died on Monday.", "death of the mother of the boy"),
        ("Jan Marsh, who met Ola Berg, a singer, was arrested on Monday.", "arrest of Jan Marsh"),
        ("They read the treaty that the two ministers signed in May.", "signing of the treaty"),
        ("Soldiers stopped in Leeds with students who were protesting on Monday.", "protest of students"),
        ("Police freed a man in Leeds who was arrested on Monday.", "arrest"),
        ("Jan Marsh, who lives in Oslo, has been charged with fraud.", "charges against Jan Marsh"),
        ("Twenty-eight-year-old Jan Marsh, who lives in Oslo, was arrested on Monday.", "arrest of Jan Marsh"),
        ("The attacks in the United States three months ago shook Oslo.", "attacks in the United States"),
        ("Nora Quist's resignation on Monday shook Oslo.", "resignation of Nora Quist"),
        ("Nora Quist's killing of a man on Monday was told.", "killing of a man"),
        ("They met the owner, Jan Marsh, who was arrested on Monday.", "arrest of Jan Marsh"),
        ("It was about the boy who was arrested on Monday.", "arrest of the boy"),
        ("The Quist Group announced plans to buy the port on Monday.", "announcement of plans to buy the port"),
        ("Ministers will meet in Oslo on Friday.", "meeting of ministers"),
        ("Nora Quist will meet Jan Marsh in Oslo on Friday.", "meeting of Nora Quist with Jan Marsh"),
        ("Some 1,500 residents marched on Monday.", "march of some 1,500 residents"),
        ("Thousands of people have been demonstrating today.", "demonstration of thousands of people"),
        ("Harbour Bank acquired parts of the agency and assumed its debts.", "acquisition of parts of the agency"),
    ],
)
def test_an_event_has_the_name_that_an_editor_would_give_it(told, sentence, name):
    assert [event.name for event in told(sentence)] == [name]


def test_a_particle_belongs_to_the_name(told):
    (event,) = told("Nora Quist was sworn in on Monday.")
    assert event.name == "swearing-in of Nora Quist"
