"""Who wrote a pasted article: bylines, bare names, and lines that only look like them."""

import pytest
from read.news_page import PARAGRAPHS
from read.pasted_page import CLEAN, LEAD, MESSY, SECOND, THIRD, URL, evidence, words

from ld.read.text import read_text
from ld.text.calendar_words import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", ["Jane Doe"]),
        ("BY JANE DOE [jane.doe@example.org]", ["Jane Doe"]),
        ("By Jane Doe, John McKay and Ana de la Cruz", ["Jane Doe", "John McKay", "Ana de la Cruz"]),
        ("By JOHN MCKAY & MARY O'NEILL-SMITH", ["John McKay", "Mary O'Neill-Smith"]),
        ("By Jane Doe, Harbour Correspondent", ["Jane Doe"]),
        ("By Jane Doe, Northmouth Times", ["Jane Doe"]),
        ("By Jane Doe | Published: Sept. 10, 2024", ["Jane Doe"]),
        ("Sept. 10, 2024 | By Jane Doe", ["Jane Doe"]),
        ("By Jane Doe Northmouthtimes.com Archive", ["Jane Doe"]),
        ("Par JANE DOE, ANNA BERG Envoyées spéciales à Oslo", ["Jane Doe", "Anna Berg"]),
        ("Von Käthe Müller", ["Käthe Müller"]),
        ("Written by J. R. Doe Jr.", ["J. R. Doe Jr."]),
    ],
)
def test_a_byline_names_the_authors(line, names):
    article = read_text(CLEAN.replace("\n\n", f"\n\n{line}\n\n", 1), url=URL)
    assert [author.value for author in article.authors] == names
    (byline,) = words(article, "byline")
    assert all(evidence(author).exact in byline for author in article.authors)
    assert "@" not in byline
    assert "2024" not in byline
    assert len(words(article, "paragraph")) == 3


@pytest.mark.parametrize("day", [*WEEKDAYS, *SHORT_WEEKDAYS])
def test_a_weekday_ends_a_byline(day):
    article = read_text(CLEAN.replace("\n\n", f"\n\nBy Jane Doe {day}\n\n", 1), url=URL)
    assert [author.value for author in article.authors] == ["Jane Doe"]


@pytest.mark.parametrize("month", [*MONTHS, *SHORT_MONTHS])
@pytest.mark.parametrize("stop", ["", "."])
def test_a_month_with_its_day_ends_a_byline(month, stop):
    article = read_text(CLEAN.replace("\n\n", f"\n\nBy Jane Doe {month}{stop} 10\n\n", 1), url=URL)
    assert [author.value for author in article.authors] == ["Jane Doe"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe The Associated Press", ["Jane Doe"]),
        ("By Jane Doe, Associated Press", ["Jane Doe"]),
        ("By Jane Doe Science Editor", ["Jane Doe"]),
        ("News by Jane Doe News Reporter", ["Jane Doe"]),
        ("posted on 2024-09-10 23:30 EST by Jane Doe", ["Jane Doe"]),
        ("By Associated Press", []),
        ("By The Northmouth Gazette", []),
        ("By Northmouth Times", []),
        ("By Northmouth.example Newsroom", []),
        ("By Gazette Editorial Board", []),
    ],
)
def test_of_people_and_outlets_the_people_sign(line, names):
    article = read_text(CLEAN.replace("\n\n", f"\n\n{line}\n\n", 1), url=URL)
    assert [author.value for author in article.authors if author.kind == "person"] == names
    assert words(article, "paragraph") == [LEAD, SECOND, THIRD]
    assert words(article, "subheading") == []


@pytest.mark.parametrize("line", ["Search Keyword: Search", "Facebook Twitter Pinterest LinkedIN Email"])
def test_labels_of_the_page_beside_a_date_are_no_names(line):
    article = read_text(CLEAN.replace("\n\n", f"\n\n{line}\n10 September 2024\n\n", 1))
    assert article.authors == ()


def test_the_publisher_is_not_its_own_author():
    article = read_text(CLEAN.replace("\n\n", "\n\nBy Harbour Voice\n\n", 1), publisher="Harbour Voice")
    assert article.authors == ()
    assert words(article, "byline") == ["By Harbour Voice"]


def test_a_name_below_the_heading_of_another_box_is_no_byline():
    box = "Sponsored content\n\nEve Finch\n\n10 September 2024"
    assert read_text(CLEAN.replace("\n\n", f"\n\n{box}\n\n", 1)).authors == ()


def test_a_name_in_capitals_is_written_in_title_case_and_cited_as_it_stands():
    (author,) = read_text(MESSY).authors
    assert (author.value, evidence(author).exact) == ("Mary O'Neill-McKay", "MARY O'NEILL-MCKAY")


def test_a_bare_name_counts_beside_a_date_but_two_words_of_a_menu_do_not():
    named = read_text(CLEAN.replace("\n\n", "\n\nJane Doe\n10 September 2024\n\n", 1))
    assert [author.value for author in named.authors] == ["Jane Doe"]
    menu = read_text(CLEAN.replace("\n\n", "\n\nLocal News\n10 September 2024\n\n", 1))
    assert menu.authors == ()


def test_a_note_on_the_author_is_left_out():
    article = read_text(
        CLEAN.replace("\n\n", "\n\nBy Jane Doe\n\n", 1) + "\nJane Doe is a reporter who covers the harbour.\n"
    )
    assert words(article, "paragraph") == [LEAD, SECOND, THIRD]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Автор: Нора Квист", "Нора Квист"),
        ("Oleh Nora Quist", "Nora Quist"),
        ("Írta: Nora Quist", "Nora Quist"),
        ("Yazan: Nora Quist", "Nora Quist"),
        ("Autorka: Jana Nováková", "Jana Nováková"),
        ("Tác giả: Nora Quist", "Nora Quist"),
        ("Συντάκτης: Νόρα Κουίστ", "Νόρα Κουίστ"),
        ("Per Larsson", "Per Larsson"),
    ],
)
def test_an_author_is_introduced_in_many_languages(line, author):
    body = "The port is full, and nobody knows what to do about it before the winter comes, officials said on Tuesday."
    article = read_text(
        f"Harbor ministers meet in Oslo over full ports\n\n{line}\n12 March 2024\n\n{body}\n\n{body[:-9]}."
    )
    assert [each.value for each in article.authors] == [author]


BIO = "Jane Doe is a reporter at the Northmouth Times, where she covers the harbour."


@pytest.mark.parametrize("line", ["Jane Doe", "May 30, 2024 / Jane Doe", "Jane Doe Northmouth Times"])
def test_who_is_introduced_as_a_journalist_below_is_the_author_that_a_line_names(line):
    article = read_text(CLEAN.replace("\n\n", f"\n\n{line}\n\n", 1) + f"\n{BIO}\n")
    assert [author.value for author in article.authors] == ["Jane Doe"]
    assert BIO not in article.text


def test_the_name_of_an_author_may_stand_above_the_headline():
    article = read_text(f"Jane Doe\nIdeas\n\n{CLEAN}\n{BIO}\n")
    assert [author.value for author in article.authors] == ["Jane Doe"]


def test_who_is_introduced_as_something_else_is_no_author():
    told = "Jane Doe is a harbour pilot from Northmouth, where she has worked for forty years."
    article = read_text(CLEAN.replace("\n\n", "\n\nJane Doe\n\n", 1) + f"\n{told}\n")
    assert not article.authors


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("By Jane Doe\nand John McKay", ["Jane Doe", "John McKay"]),
        ("By —\nJane Doe, Associated Press\nBy —\nJohn McKay, Associated Press", ["Jane Doe", "John McKay"]),
        ("Ada Finch as told to Jane Doe", ["Jane Doe"]),
    ],
)
def test_the_names_of_a_byline_may_stand_on_several_lines(lines, names):
    article = read_text(CLEAN.replace("\n\n", f"\n\n{lines}\n\n", 1), url=URL)
    assert [author.value for author in article.authors] == names


def test_a_line_that_introduces_a_quotation_is_no_byline():
    article = read_text(CLEAN.replace(THIRD, f"{SECOND}\n\nChairwoman Jane Doe added:\n\n{THIRD}\n\n{LEAD}"))
    assert not article.authors
    assert words(article, "paragraph")[0] == LEAD


def test_a_line_of_small_words_names_nobody():
    article = read_text(CLEAN.replace("\n\n", "\n\nWho We Are\nSept. 10, 2024\n\n", 1), url=URL)
    assert not article.authors


@pytest.mark.parametrize("last", ["Jane is a reporter who covers the harbour.", "Jan Doe covers the harbour."])
def test_a_note_that_calls_the_author_by_a_short_form_is_left_out(last):
    article = read_text(CLEAN.replace("\n\n", "\n\nBy Jane Doe\n\n", 1) + f"\n{last}\n", url=URL)
    assert last not in article.text


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe Globe Staff", ["Jane Doe"]),
        ("By Jane Doe Globe correspondent", ["Jane Doe"]),
        ("By Jane Doe Harbour Post Staff Writer", []),
    ],
    ids=["the short name of an outlet", "before another job", "a long one, of which nobody can tell where it begins"],
)
def test_an_outlet_before_a_job_is_no_part_of_a_name(line, names):
    article = read_text(CLEAN.replace("\n\n", f"\n\n{line}\n\n", 1), url=URL)
    assert [author.value for author in article.authors] == names


@pytest.mark.parametrize(
    ("note", "is_left_out"),
    [("Jane is a reporter who covers the bay.", True), ("Jane is a name that many ferries of the bay have.", False)],
)
def test_above_the_article_a_note_that_calls_the_author_by_the_given_name_tells_the_job(note, is_left_out):
    pasted = "\n\n".join(("Harbor ministers meet in Oslo", "By Jane Doe", note, *PARAGRAPHS))
    assert (note not in read_text(pasted).text) == is_left_out


def test_a_desk_before_a_job_is_no_part_of_a_name():
    article = read_text(CLEAN.replace("\n\n", "\n\nJane Doe Wellness Writer\nMay 3, 2024\n\n", 1), url=URL)
    assert [author.value for author in article.authors] == ["Jane Doe"]
