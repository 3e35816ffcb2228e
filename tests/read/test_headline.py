"""Which line of a pasted page is the headline."""

import pytest
from read.news_page import PARAGRAPHS
from read.pasted_page import CLEAN

from ld.read import read_text

TITLE = "Harbor ministers meet pilots in Oslo and agree on very little"
BODY = "\n\n".join(PARAGRAPHS)


def headline(*above: str) -> str:
    return read_text("\n".join(above) + f"\n\n{BODY}\n").headline.value


@pytest.mark.parametrize(
    "deck",
    [
        "Two ferries had waited outside the harbor for half a day in the spring",
        "Norway’s harbor loses a quay in the east, and its pilots half a day.",
    ],
)
def test_the_title_above_a_deck_is_the_headline(deck):
    assert headline("News", "World", TITLE, deck) == TITLE


def test_two_decks_may_stand_below_the_headline():
    decks = ("The pilots had asked for a second quay since the spring", "Freight ships keep their places in the winter")
    assert headline("World", TITLE, *decks) == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "Noah Plover, Harbor Reporter 11 September 2024 • 3:55pm",
        "9/11/2024 12:15 PM PT",
        "Noah Plover",
        "© 2024 Harbor Gazette Group",
        "Ferries Harbors Ships Lights Pilots Quays Cranes Subscribers",
        "PGRpdiBjbGFzcz0ncmEtY29udGFpbmVyIGRpc3Ryb19hZCc+CjxkaXY YgY2xh c3M9J3ZpZGVv",
    ],
)
def test_a_line_of_the_page_below_the_headline_is_none(line):
    assert headline("World", TITLE, line) == TITLE


def test_the_title_of_another_story_above_the_headline_is_none():
    other = "Ten gardens that you can visit this weekend without a car"
    assert headline("Most read", other, "Noah Plover", "World", TITLE) == TITLE


def test_a_headline_of_two_sentences_goes_before_the_label_above_it():
    title = "The harbor of Oslo is full. Its pilots want a second quay."
    assert headline("Food", title, "Noah Plover", "September 11, 2024") == title


def test_the_way_to_an_article_is_not_its_headline():
    assert headline(f"Home News Shipping {TITLE}", "Shipping", TITLE) == TITLE


def test_scripts_without_spaces_are_compared_by_pairs_of_signs():
    paragraphs = (
        "挪威渔业部长周二在奥斯陆会见了港口引航员,双方仅达成少量共识。",
        "引航员自春季以来一直要求修建第二个码头,当时两艘渡轮不得不在港外等候半天。",
        "议会审阅全年的港口数据之后,预计将在十一月作出决定,部长表示。",
    )
    title, deck = "挪威部长会见奥斯陆港口引航员", "引航员要求修建第二个码头"
    assert read_text("\n\n".join((title, deck, *paragraphs))).headline.value == title


@pytest.mark.parametrize(
    "label",
    [
        "All Harbor Pilots Ferries Quays Cranes Ministers Parliament",
        "News / World / Harbor ministers meet pilots in Oslo and agree on very little",
        "Harbor ministers meet pilots in Oslo and agree ...",
        "The ferries may have to wait outside the harbor for the whole winter.",
    ],
    ids=["menu", "way to the title", "cut off", "sentence"],
)
def test_a_label_or_a_sentence_above_the_headline_is_none(label):
    assert headline("World", label, TITLE, "By Jane Doe", "September 11, 2024") == TITLE


def test_a_short_title_is_the_headline_when_the_way_to_it_is_told_above():
    deck = "Two ferries had waited outside the harbor for half a day in the spring"
    assert headline("Home News Harbor pilots wait", "Harbor pilots wait", deck) == "Harbor pilots wait"


@pytest.mark.parametrize(
    "quotation",
    ["“We waited,” Ada Quill said. “It is late.”", "“No ships. Nothing,” said a rigger who is known here as “Tide.”"],
)
def test_a_quotation_is_not_the_headline_of_a_brief(quotation):
    brief = f"Harbor of Norvik opens again\n\n{quotation}\n\n{PARAGRAPHS[2]}\n"
    assert read_text(brief).headline.value == "Harbor of Norvik opens again"


@pytest.mark.parametrize(
    "line",
    [
        "By\nNora Quist archive page",
        "Contents\nWhat the old pier of Northmouth is: definition and history",
        "From left: Ada Finch, Ole Berg and Nora Quist of the harbour council",
    ],
)
def test_a_name_a_list_of_contents_and_a_caption_are_no_headlines(line):
    assert read_text(CLEAN.replace("\n\n", f"\n\n{line}\n\n", 1)).headline.value == "Northmouth closes its old pier"


UNTOLD = "How a quay is made: all you need to know"


def test_a_crosshead_that_the_contents_list_is_no_headline():
    listed = ("Ministers met the pilots of Oslo harbor", "Where the pilots wait")
    first, *rest = PARAGRAPHS
    contents = "\n".join(("Contents", *listed))
    pasted = (UNTOLD, "By Noah Plover\nSeptember 11, 2024", contents, listed[0], first, listed[1], *rest)
    assert read_text("\n\n".join(pasted)).headline.value == UNTOLD


def test_a_title_among_more_stories_by_the_author_is_no_headline():
    box = ("More Stories by Noah", "", "Oslo harbor pilots agree on a second quay", "Ferries of Oslo wait for pilots")
    assert headline(UNTOLD, "", "By Noah Plover", *box, "", "View All", "September 11, 2024") == UNTOLD


def test_the_job_below_a_byline_that_goes_on_is_no_headline():
    job = ("By Noah Plover,", "Deputy minister of Norway, pilots of Oslo harbor")
    assert headline("World", UNTOLD, "", "", *job, "", "By Noah Plover", "September 11, 2024") == UNTOLD


def test_of_two_sentences_above_a_byline_the_shorter_upper_one_is_the_headline():
    title = "Ferries of Oslo are famously late. They do not have to be."
    deck = "The harbor pilots and the fisheries minister of Norway met on Tuesday, and they agreed on very little."
    assert headline("News", title, deck, "By", "Noah Plover", "September 11, 2024") == title
