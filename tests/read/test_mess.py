"""Whatever is pasted is read word for word or refused, and in good time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read.pasted_page import CLEAN, LEAD, SECOND, THIRD, URL, assert_faithful, words

from ld.errors import InputError
from ld.facts import Facts
from ld.read.facts_json import read_facts, write_facts
from ld.read.text import read_text

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
