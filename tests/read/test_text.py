"""Reading pasted text: what is kept, what is dropped, what the page tells. All articles here are invented."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ld.article import Article, Citation, Given, SourceCitation, Stated
from ld.errors import InputError
from ld.facts import Facts
from ld.read.facts_json import read_facts, write_facts
from ld.read.text import read_text

LEAD = "The harbour council of Northmouth said on Tuesday that it would close the old pier until the spring."
SECOND = "Engineers found cracks in eleven of the pier's forty pillars, and the council has asked for a second opinion."
THIRD = "“We would rather lose a season than a life,” said Ada Finch, who leads the council."
CLEAN = f"Northmouth closes its old pier\n\n{LEAD}\n\n{SECOND}\n\n{THIRD}\n"

MESSY = f"""\
Skip to content
Subscribe
Sign in
Home > Local > Harbour
Northmouth closes its old pier
Share on Facebook
Print this page
Northmouth closes its old pier

  • MARY O'NEILL-MCKAY
Published: Sept. 10, 2024
The old pier of Northmouth, seen from the lighthouse on Monday. [HARBOUR PRESS]

The old pier of Northmouth, seen from the lighthouse on Monday. [HARBOUR PRESS]


{LEAD}

{SECOND}
Advertisement

{THIRD}

Related Stories
Lighthouse keeper retires after forty years
2 hours ago
Fishermen ask for a new crane
3 hours ago

BY MARY O'NEILL-MCKAY [mary@northmouthtimes.example]
3 Comments
Log in to your Northmouth Times account to comment
© 2024 Northmouth Media. All rights reserved.
"""
URL = "https://www.northmouth-times.example/news/2024/northmouth-closes-its-old-pier/1234"


def words(article: Article, *kinds: str) -> list[str]:
    return [article.text[part.start : part.end] for part in article.of_kind(*kinds)]


def evidence(stated: Stated | None):
    assert stated is not None
    return stated.evidence[0]


def spans(value: object):
    """Every span of an article, however deep."""
    if isinstance(value, Citation | SourceCitation):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif hasattr(value, "__struct_fields__"):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))


def assert_faithful(article: Article, source: str):
    """The promises that hold for every article."""
    assert article.text == "\n\n".join(article.text[part.start : part.end] for part in article.parts)
    for part in article.parts:
        assert (
            article.text[part.start : part.end] == source[part.source_start : part.source_start + part.end - part.start]
        )
    assert list(article.parts) == sorted(article.parts, key=lambda part: part.source_start)
    for span in spans(article):
        text = article.text if isinstance(span, Citation) else source
        assert text[span.start : span.end] == span.exact


def test_a_headline_and_paragraphs_are_an_article():
    article = read_text(CLEAN)
    assert article.headline.value == "Northmouth closes its old pier"
    assert words(article, "paragraph") == [LEAD, SECOND, THIRD]
    assert article.text == CLEAN.strip()


def test_one_short_paragraph_is_enough():
    article = read_text("Pier closed\n\nThe council closed the pier on Tuesday.")
    assert words(article, "headline", "paragraph") == ["Pier closed", "The council closed the pier on Tuesday."]


def test_a_headline_may_ask_or_end_with_a_full_stop():
    assert read_text(f"Why is the pier closed?\n\n{LEAD}").headline.value == "Why is the pier closed?"
    assert read_text(f"The pier is closed.\n\n{LEAD}").headline.value == "The pier is closed."


def test_a_hard_wrapped_paragraph_is_one_part_with_its_line_ends():
    filler = (
        "aaaa bbbb the cccc dddd eeee of ffff gggg hhhh to iiii {} kkkk llll and mmmm nnnn oooo pppp in the qqqq end."
    )
    paragraphs = (filler.format(word) for word in ("jjjj", "rrrr"))
    wrapped = "Northmouth closes its old pier\n\n" + "\n\n".join(textwrap.fill(text, 60) for text in paragraphs)
    article = read_text(wrapped)
    assert [text.count("\n") for text in words(article, "paragraph")] == [1, 1]
    assert_faithful(article, wrapped)


def test_windows_line_ends_and_a_byte_order_mark_are_dropped():
    article = read_text("\ufeff" + CLEAN.replace("\n", "\r\n"))
    assert article == read_text(CLEAN)
    assert article.source_sha256 == read_text(CLEAN.replace("\n", "\r")).source_sha256


def test_no_line_of_the_page_around_the_article_is_kept():
    article = read_text(MESSY, url=URL)
    for chrome in (
        "Home",
        "Skip",
        "Share",
        "Print",
        "Log in",
        "Northmouth Times",
        "Lighthouse keeper",
        "ago",
        "©",
    ):
        assert chrome not in article.text, chrome
    assert words(article, "paragraph") == [LEAD, SECOND, THIRD]
    assert_faithful(article, MESSY)


def test_a_headline_printed_twice_is_kept_once_and_stands_over_the_article():
    article = read_text(MESSY, url=URL)
    assert words(article, "headline") == ["Northmouth closes its old pier"]
    assert article.parts[0].source_start == MESSY.rindex("Northmouth closes its old pier\n")


def test_the_headline_is_the_title_that_the_url_repeats():
    titles = (
        "Fishermen ask for a new crane\nNorthmouth closes its old pier\nHow we chose the best piers of the year\n\n"
    )
    article = read_text(titles + CLEAN.partition("\n\n")[2], url=URL)
    assert article.headline.value == "Northmouth closes its old pier"


def test_a_label_after_a_bar_is_no_part_of_the_headline():
    article = read_text(CLEAN.replace("old pier\n", "old pier | Editorial\n", 1))
    assert words(article, "headline") == ["Northmouth closes its old pier"]


def test_a_caption_printed_twice_is_kept_once():
    article = read_text(MESSY)
    assert words(article, "caption") == [
        "The old pier of Northmouth, seen from the lighthouse on Monday. [HARBOUR PRESS]"
    ]
    (image,) = article.images
    assert image.caption.value == "The old pier of Northmouth, seen from the lighthouse on Monday."
    assert evidence(image.credit).exact == "HARBOUR PRESS"


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("The old pier in the morning light. [YONHAP]", "YONHAP"),
        ("The old pier in the morning light (Photo: AP)", "AP"),
        ("The old pier in the morning light. Photograph: Jo Reed/The Gazette", "Jo Reed/The Gazette"),
        ("The old pier in the morning light. AP Photo/Jo Reed", "AP Photo/Jo Reed"),
        ("The old pier in the morning light / Reuters", "Reuters"),
        ("The old pier in the morning light. Credit: Jo Reed", "Jo Reed"),
        ("The old pier in the morning light. (Jo Reed/Northmouth Times)", "Jo Reed/Northmouth Times"),
    ],
)
def test_a_credit_ends_a_caption(line, credit):
    article = read_text(CLEAN.replace(SECOND, f"{SECOND}\n\n{line}"))
    (image,) = article.images
    assert evidence(image.credit).exact == image.credit.value == credit
    assert image.caption.value.rstrip(".") == "The old pier in the morning light"
    assert words(article, "caption") == [line]


@pytest.mark.parametrize("label", ["hide caption", "Purchase Licensing Rights, opens new tab"])
def test_a_label_of_the_page_at_the_end_of_a_caption_is_no_part_of_it(label):
    caption = "The old pier in the morning light. Jo Reed/AFP"
    article = read_text(CLEAN.replace(SECOND, f"{SECOND}\n\n{caption} {label}"))
    assert words(article, "caption") == [caption]
    assert [image.credit.value for image in article.images] == ["Jo Reed/AFP"]


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: Lighthouse keeper retires after forty years in the tower of the harbour.",
        "WATCH MORE: Lighthouse keeper retires after forty years in the tower of the harbour",
        "Read more stories from the harbour in our collection of the year.",
        "Why not consider becoming a sponsor of the harbour walk this year?",
    ],
)
def test_a_line_that_leads_elsewhere_is_no_paragraph(line):
    assert words(read_text(CLEAN.replace(SECOND, f"{SECOND}\n\n{line}")), "paragraph") == [LEAD, SECOND, THIRD]


def test_a_line_with_day_and_clock_is_no_paragraph():
    deck = "Cracks were found in eleven pillars, and the council has closed the landmark."
    source = CLEAN.replace("\n\n", f"\n\n{deck}\n\nPublished: Sept. 10, 2024, 1:00 a.m.\n\n", 1)
    article = read_text(source)
    assert words(article, "subheading", "paragraph") == [deck, LEAD, SECOND, THIRD]
    assert article.date_published.value == "2024-09-10"


def test_a_credit_on_the_next_line_belongs_to_the_caption():
    article = read_text(CLEAN.replace(SECOND, f"{SECOND}\n\nThe old pier in winter\nJo Reed/Getty Images"))
    assert [(image.caption.value, image.credit.value) for image in article.images] == [
        ("The old pier in winter", "Jo Reed/Getty Images")
    ]


def test_a_paragraph_with_an_acronym_in_brackets_is_no_caption():
    article = read_text(CLEAN.replace(SECOND, "The pier belongs to the Northmouth Harbour Authority (NHA)."))
    assert article.images == ()
    assert len(words(article, "paragraph")) == 3


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
def test_only_people_are_authors(line, names):
    article = read_text(CLEAN.replace("\n\n", f"\n\n{line}\n\n", 1), url=URL)
    assert [author.value for author in article.authors] == names
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


def test_a_deck_between_headline_and_byline_is_a_subheading():
    deck = "Cracks were found in eleven pillars of the landmark"
    article = read_text(CLEAN.replace("\n\n", f"\n\n{deck}\n\nBy Jane Doe\n\n", 1))
    assert words(article, "subheading") == [deck]


def test_a_short_line_between_paragraphs_is_a_crosshead():
    article = read_text(CLEAN.replace(THIRD, f"A season lost\n\n{THIRD}"))
    assert words(article, "subheading") == ["A season lost"]


def test_a_note_on_the_author_is_left_out():
    article = read_text(
        CLEAN.replace("\n\n", "\n\nBy Jane Doe\n\n", 1) + "\nJane Doe is a reporter who covers the harbour.\n"
    )
    assert words(article, "paragraph") == [LEAD, SECOND, THIRD]


def test_comments_after_the_article_are_left_out():
    comments = "\n3 Comments\n\ngull42\nI have walked on that pier since I was a child and it never moved at all.\n"
    assert words(read_text(CLEAN + comments), "paragraph") == [LEAD, SECOND, THIRD]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: Sept. 10, 2024", "2024-09-10"),
        ("10 September 2024", "2024-09-10"),
        ("2024-09-11 17:21", "2024-09-11"),
        ("12/22/23 11:35 AM ET", "2023-12-22"),
        ("22.12.2023, 17:21 Uhr", "2023-12-22"),
        ("Updated: Sept. 12, 2024 | Published: Sept. 10, 2024", "2024-09-10"),
        ("10 de septiembre de 2024", "2024-09-10"),
        ("2024년 9월 10일", "2024-09-10"),
    ],
)
def test_a_publication_line_gives_the_date(line, day):
    article = read_text(CLEAN.replace("\n\n", f"\n\nBy Jane Doe\n{line}\n\n", 1))
    assert article.date_published.value == day
    assert evidence(article.date_published).exact in line


@pytest.mark.parametrize(
    "line", ["03/04/2024", "Tuesday", "Updated: Sept. 12, 2024", "31 February 2024", "2 hours ago"]
)
def test_a_date_that_is_not_certain_is_absent(line):
    assert read_text(CLEAN.replace("\n\n", f"\n\nBy Jane Doe\n{line}\n\n", 1)).date_published is None


def test_a_date_inside_a_paragraph_is_not_the_day_of_publication():
    assert read_text(CLEAN.replace("on Tuesday", "on 10 September 2024")).date_published is None


def test_a_breadcrumb_names_the_sections_without_home():
    article = read_text(MESSY)
    assert [section.value for section in article.sections] == ["Local", "Harbour"]
    assert all(isinstance(evidence(section), SourceCitation) for section in article.sections)
    slashed = read_text("News / World / Europe\n" + CLEAN)
    assert [section.value for section in slashed.sections] == ["News", "World", "Europe"]


def test_the_publisher_is_the_phrase_that_the_host_is_named_after():
    publisher = read_text(MESSY, url=URL).publisher
    assert publisher.value == "Northmouth Times"
    assert evidence(publisher).rule == "publisher named like the URL's host"


def test_without_a_url_the_owner_of_the_rights_is_the_publisher():
    assert read_text(MESSY).publisher.value == "Northmouth Media"
    assert read_text(CLEAN).publisher is None


@pytest.mark.parametrize(
    ("url", "page", "publisher"),
    [
        ("https://gazette.example/a", "{}\nAbout The Gazette Shop\nThe Gazette Podcast\nGazette", "Gazette"),
        ("https://gazette.example/a", "{}\nThe Gazette\nby The Gazette", "The Gazette"),
        ("https://gazette.example/a", "{}\nThe Gazette\nGazette\nGazette jobs", "Gazette"),
        ("https://thegazette.example/a", "{}\nThe Gazette", "The Gazette"),
        ("https://sports.gazette.example/a", "Sports\nNews\n{}\nGazette", "Gazette"),
        ("https://sports.gazette.example/a", "Sports\nNews\n{}\nGazette Sports", "Gazette Sports"),
        ("https://realestate.gazette.co.uk/a", "Real Estate\nCars\n{}\nGazette", "Gazette"),
        ("https://harbourgazette.house.example/a", "{}\nLog in to the Harbour Gazette", "Harbour Gazette"),
        ("https://northmouth.example/a", "{}\nAbout Northmouth.example", "Northmouth.example"),
    ],
)
def test_the_host_tells_the_publisher_but_not_by_a_section(url, page, publisher):
    article = read_text(page.format(CLEAN), url=url)
    assert article.publisher.value == publisher
    assert evidence(article.publisher).exact == publisher


def test_a_site_named_after_what_the_article_is_about_is_not_published_by_it():
    assert read_text(CLEAN, url="https://oldpierharbour.news-sites.example/a").publisher is None
    source = CLEAN.replace("The harbour council", "The Harbour Council")
    assert read_text(source, url="https://harbourcouncil.sites.example/a").publisher is None


@pytest.mark.parametrize(
    "line",
    [
        "© Copyright 2024 St. Brendan Post, 901 Pier Street",
        "Copyright © 2024 St. Brendan Post. All rights reserved.",
        "Copyright 2024 © St. Brendan Post | Terms of Use",
    ],
)
def test_the_copyright_line_names_its_owner_without_the_mark(line):
    assert read_text(f"{CLEAN}\n{line}\n").publisher.value == "St. Brendan Post"


def test_options_go_before_what_the_page_says_and_say_so():
    article = read_text(MESSY, url=URL + "#top", date="2024-09-11T17:21+09:00", publisher="The Times", lang="en-GB")
    assert article.url == Stated(value=URL, evidence=(Given(option="--url", value=URL + "#top"),))
    assert article.date_published.value == "2024-09-11T17:21:00+09:00"
    assert (article.publisher.value, article.language.value) == ("The Times", "en-GB")
    assert evidence(article.language) == Given(option="--lang", value="en-GB")


@pytest.mark.parametrize(
    "option",
    [
        {"url": "northmouth.example/news"},
        {"url": "ftp://northmouth.example/"},
        {"url": "https://"},
        {"url": "https://northmouth.example/a b"},
        {"url": "https://northmouth.example/<a>"},
        {"url": "https://[northmouth.example/"},
        {"url": "https://[::1/"},
        {"url": "https://[::pier]/"},
        {"url": "https://northmouth[::1]/"},
        {"url": "https://northmouth.example/[pier]"},
        {"url": "https://northmouth.example/?a[]=1"},
        {"url": "https://northmouth.example:99999/"},
        {"url": "https://northmouth.example/100%"},
        {"date": "10 September 2024"},
        {"date": "2024-02-30"},
        {"date": "2024-09"},
        {"date": "2024-09-11T17:21:00"},
        {"publisher": " "},
        {"lang": "English language"},
    ],
    ids=str,
)
def test_a_malformed_option_is_refused_by_name(option):
    with pytest.raises(InputError, match=f"--{next(iter(option))}") as caught:
        read_text(CLEAN, **option)
    assert caught.value.hint


def test_a_url_may_have_an_ipv6_address_for_a_host():
    assert read_text(CLEAN, url="http://[2001:db8::1]:8080/a").url.value == "http://[2001:db8::1]:8080/a"


@pytest.mark.parametrize(
    ("tag", "paragraph"),
    [
        ("de", "Der Rat der Stadt hat am Dienstag gesagt, dass die alte Brücke bis zum Frühling nicht mehr offen ist."),
        ("fr", "Le conseil de la ville a dit mardi que le vieux pont est fermé jusqu'au printemps pour des travaux."),
        (
            "es",
            "El consejo de la ciudad dijo el martes que el viejo puente se cerrará hasta la primavera por las obras.",
        ),
        (
            "it",
            "Il consiglio della città ha detto martedì che il vecchio ponte è chiuso fino alla primavera per i lavori.",
        ),
        (
            "nl",
            "De raad van de stad heeft dinsdag gezegd dat de oude brug tot het voorjaar niet meer open is voor auto's.",
        ),
        (
            "ko",
            "시의회는 화요일에 오래된 다리를 봄까지 폐쇄한다고 밝혔다. 기술자들이 기둥에서 균열을 발견했기 때문이다.",
        ),
        ("ja", "市議会は火曜日、古い橋を春まで閉鎖すると発表した。技術者が柱にひび割れを見つけたためである。"),
        ("zh", "市议会星期二宣布，旧桥将关闭至明年春天。工程师在桥墩上发现了裂缝。"),
        ("ru", "Совет города сообщил во вторник, что старый мост будет закрыт до весны, и не назвал причины."),
        ("ar", "قال مجلس المدينة يوم الثلاثاء إن الجسر القديم سيغلق حتى الربيع."),
    ],
)
def test_the_language_is_told_by_function_words_or_script(tag, paragraph):
    article = read_text(f"Northmouth 2024\n\n{paragraph}\n\n{paragraph[::-1][1:]}")
    assert article.language.value == tag
    assert evidence(article.language).exact == paragraph


def test_an_unknown_language_is_undetermined():
    assert (
        read_text(
            "Blorp frungle\n\nZaggle wimber snork plimth grobe vintle crask dorp mungle frip sploo."
        ).language.value
        == "und"
    )


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "empty"),
        (" \n\t\n\u00a0", "empty"),
        ("\ufeff", "empty"),
        ("Headline\0\n\n" + LEAD, "binary"),
        ("\x01\x02\x03\x04" * 30 + CLEAN, "binary"),
        ("\ud800" + CLEAN, "Unicode"),
        (LEAD + " " + SECOND, "no headline"),
        ("Home\nNews\nSport\nWeather\nSign in\nSubscribe\n", "no article text"),
        (
            "Northmouth closes its old pier\n\nSubscribe to continue reading.\nAlready a subscriber? Log in",
            "text",
        ),
        ("<!DOCTYPE html>\n<html><body><p>Hello</p></body></html>", "HTML"),
        ("<html lang='en'>" + CLEAN, "HTML"),
        ("<h1>Pier</h1>\n<p>It is closed.</p>\n<p>For the winter.</p>", "HTML"),
        (CLEAN + "line\n" * 20_001, "lines"),
    ],
)
def test_what_is_no_article_is_refused_with_a_hint(source, message):
    with pytest.raises(InputError, match=message) as caught:
        read_text(source)
    assert caught.value.hint


LONG_LINES = {
    "blanks behind a name": f"Northmouth closes its old pier\n\nBy Anna Berg{' ' * 50_000}x\n\n{LEAD}\n\n{SECOND}\n",
    "blanks in the headline": f"Northmouth closes{' ' * 50_000}its old pier\n\n{LEAD}\n\n{SECOND}\n",
    "a line of names below by": CLEAN.replace("\n\n", f"\n\nBy\n{'Anna Berg ' * 20_000}\n\n", 1),
    "a word by a line of names": CLEAN.replace("\n\n", f"\n\nAnna Berg\n{'a' * 200_000}\n\n", 1),
    "breadcrumbs": CLEAN.replace(
        "\n\n", "\n\n" + "home   >   a   >   b   >   c   >   d   >   e   >   f   >   g\n" * 70, 1
    ),
    "marks of rights": CLEAN + f"\n{'©' * 400}" * 500,
}


@pytest.mark.parametrize("source", LONG_LINES.values(), ids=LONG_LINES.keys())
def test_what_took_a_time_that_grew_faster_than_the_text_is_read_or_refused(source):
    try:
        assert_faithful(read_text(source, url=URL), source)
    except InputError as error:
        assert error.hint  # noqa: PT017 - a page of nothing else may be refused


MESS_LINES = """\
Share
Home > News > World
2 hours ago
Subscribe now
Advertisement
Read more
By Jane Doe
BY JANE DOE [jane@example.org]
• Jane Doe
Published: Sept. 10, 2024
© 2024 The Gazette. All rights reserved.
The pier in winter. [YONHAP]
The pier in winter. Photo: AP/Jo Reed
Getty Images
(Jo Reed)
Comments
/
[
©
Related stories
Northmouth Closes Its Old Pier
1.2k
Jo Reed/AP
Photo:
By
|
a > b
(Photo: )
[ ]
“
10/09/2024
2024년 9월 10일
장관이 말하고 있다. [연합뉴스]
\u200b
Mc O' III
Source: x
İ
"""
MESS = st.sampled_from(MESS_LINES.splitlines())
SENTENCES = st.sampled_from([LEAD, SECOND, THIRD, "It was closed.", "The wind was in the west, and the sea was high."])
PAGES = st.lists(st.one_of(MESS, SENTENCES, st.text(max_size=60)), max_size=30).flatmap(
    lambda lines: st.lists(
        st.sampled_from(["\n", "\n\n", "\n \n", "\r\n", " "]), min_size=len(lines), max_size=len(lines)
    ).map(lambda joints: "".join(line + joint for line, joint in zip(lines, joints, strict=True)))
)


@settings(max_examples=400, deadline=None)
@given(PAGES, st.sampled_from([None, URL, "https://a.example/", "https://gazette.example/x-y-z.html"]))
def test_whatever_the_page_every_part_and_every_span_is_verbatim(page, url):
    try:
        article = read_text(page, url=url)
    except InputError as error:
        assert error.hint  # noqa: PT017 - either it is refused with a hint or it is faithful
        return
    assert_faithful(article, page.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    assert words(article, "paragraph")
    assert len(words(article, "headline")) == 1


@settings(max_examples=100, deadline=None)
@given(PAGES, st.sampled_from([None, URL]))
def test_what_is_read_from_a_page_is_read_again_from_facts(page, url):
    try:
        facts = Facts(version=1, article=read_text(page, url=url))
    except InputError:
        return
    assert read_facts(write_facts(facts)) == facts


@settings(max_examples=100, deadline=None)
@given(st.lists(MESS, max_size=8), st.lists(MESS, max_size=8))
def test_no_mess_around_an_article_hides_its_paragraphs(before, after):
    page = "\n".join([*before, "", CLEAN, "", *after])
    article = read_text(page, url=URL)
    assert {LEAD, SECOND, THIRD} <= set(words(article, "paragraph"))


def test_a_real_article_pasted_with_its_page_is_read_whole():
    path = Path(__file__).resolve().parents[2] / "../shared/articles/unc-ministerial.txt"
    if not path.exists():
        pytest.skip("the sample article is not beside this repository")
    source = path.read_text("utf-8")
    article = read_text(source, url="https://koreajoongangdaily.joins.com/news/2133007")
    assert article.headline.value == source.splitlines()[0]
    assert [author.value for author in article.authors] == ["Michael Lee"]
    assert article.publisher.value == "Korea JoongAng Daily"
    assert [section.value for section in article.sections] == ["National", "Defense"]
    assert [image.credit.value for image in article.images] == ["YONHAP", "NEWS1"]
    assert [part.kind for part in article.parts].count("paragraph") == 17
    assert words(article, "subheading") == []
    assert_faithful(article, source)
