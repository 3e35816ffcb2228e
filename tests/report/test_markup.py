import html

from hypothesis import given
from hypothesis import strategies as st

from ld.report.markup import Html, element, escaped, joined, outside


@given(st.text())
def test_escaped_text_reads_back_as_it_was_apart_from_what_html_forbids(text):
    allowed = "".join(c for c in text if c in "\t\n" or ord(c) >= 0xA0 or 0x20 <= ord(c) < 0x7F)
    allowed = "".join(c for c in allowed if ord(c) & 0xFFFE != 0xFFFE and not 0xFDD0 <= ord(c) <= 0xFDEF)
    assert html.unescape(escaped(allowed)) == allowed


@given(st.text(st.characters()))
def test_escaping_keeps_the_number_of_code_points(text):
    assert len(html.unescape(escaped(text))) == len(text)


@given(st.text(st.characters()))
def test_escaped_text_holds_nothing_that_opens_a_tag_or_ends_an_attribute(text):
    assert not set(escaped(text)) & set("<>\"'\0\r")


def test_a_control_character_becomes_its_picture():
    assert escaped("a\0b\x1bc\x7fd\x80") == "a␀b␛c␡d\ufffd"


def test_a_lone_surrogate_can_be_written():
    assert escaped("\ud800").encode() == "\ufffd".encode()


def test_children_and_attributes_are_escaped():
    assert element("p", "<b>", title='"') == '<p title="&quot;">&lt;b&gt;</p>'


def test_markup_is_not_escaped_again():
    assert element("p", element("b", "&")) == "<p><b>&amp;</b></p>"


def test_nothing_is_left_out_and_true_stands_alone():
    assert element("p", None, hidden=True, open=False, id=None, class_="") == "<p hidden></p>"


def test_pieces_are_joined_by_what_stands_between():
    assert joined("a", None, Html("<b>"), between=" & ") == "a &amp; <b>"


def test_a_web_address_opens_in_a_new_tab_without_a_handle_on_this_one():
    assert outside("https://a.example/", "a") == ('<a href="https://a.example/" target="_blank" rel="noopener">a</a>')


def test_an_address_that_is_none_of_the_web_is_no_link():
    assert outside("javascript:alert(1)", "a") == "<span>a</span>"
