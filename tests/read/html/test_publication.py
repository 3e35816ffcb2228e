"""The day of publication, in the zone of the place where it was published."""

import pytest
from read.news_page import TODAY, json_ld, meta, page

from ld.article import Given, Stated
from ld.read.html import read_html

UTC = "2024-09-12T01:21:00Z"


def day(head: str, above: str = "") -> str:
    return read_html(page(head, f"<h1>Harbor ministers meet in Oslo</h1>{above}"), today=TODAY).date_published.value


def test_of_one_moment_the_writing_with_a_zone_counts():
    local = '<time datetime="2024-09-11T20:21:00-05:00">yesterday</time>'
    assert day(json_ld(datePublished=UTC), local) == "2024-09-11T20:21:00-05:00"


def test_the_zone_follows_from_the_clock_there():
    assert day(json_ld(datePublished=UTC) + meta("sailthru.date", "2024-09-11 20:21:00")) == "2024-09-11T20:21:00-05:00"


def test_a_clock_that_no_zone_explains_tells_nothing():
    assert day(json_ld(datePublished=UTC) + meta("sailthru.date", "2024-09-11 20:22:07")) == UTC


def test_the_printed_day_beside_a_moment_in_utc_counts():
    assert day(json_ld(datePublished=UTC), "<p>September 11, 2024</p>") == "2024-09-11"


def test_a_printed_day_far_from_the_metadata_does_not_count():
    assert day(json_ld(datePublished=UTC), "<p>September 20, 2024</p>") == UTC


def test_a_printed_day_goes_before_a_time_element():
    other = '<time datetime="2024-09-20">in the box beside</time>'
    assert day("", f"<p>September 11, 2024</p>{other}") == "2024-09-11"
    assert day("", other) == "2024-09-20"


def test_a_printed_day_that_no_zone_explains_does_not_count():
    late = "2024-09-12T17:08:49Z"
    assert day(json_ld(datePublished=late), "<p>First published on September 11, 2024</p>") == late


CANONICAL = '<link rel="canonical" href="https://gazette.example/world/{}/harbor-ministers-meet">'


@pytest.mark.parametrize("path", ["2024/09/11", "2024/sep/11", "2024/9/11", "2024-09-11", "2024/POLITICS/09/11"])
def test_a_page_without_a_date_has_that_of_its_address(path):
    read = read_html(page(CANONICAL.format(path)), today=TODAY)
    assert read.date_published.value == "2024-09-11"
    assert read.date_published.evidence[0].exact == path


@pytest.mark.parametrize("path", ["2024/09", "12/09/11", "2024/13/11", "20240911", "2024/09/113", "2025/09/11"])
def test_what_is_no_past_day_in_an_address_is_no_date(path):
    assert read_html(page(CANONICAL.format(path)), today=TODAY).date_published is None


def test_the_day_in_the_address_goes_before_another_day_of_a_time_element():
    address = CANONICAL.format("2024/09/11")
    assert day(address, '<time datetime="2024-09-20">in the box beside</time>') == "2024-09-11"
    assert day(address, '<time datetime="2024-09-11T17:21:00+02:00">today</time>') == "2024-09-11T17:21:00+02:00"


def test_the_given_address_may_tell_the_day_too():
    read = read_html(page(), url="https://gazette.example/2024/09/11/harbor", today=TODAY)
    assert read.date_published == Stated(
        value="2024-09-11", evidence=(Given(option="--url", value="https://gazette.example/2024/09/11/harbor"),)
    )


@pytest.mark.parametrize("line", ["The old quay was opened on May 3, 1935", "Quill has led the port since May 3, 1935"])
def test_a_day_on_which_something_happened_is_not_that_of_publication(line):
    assert read_html(page("", f"<h1>Harbor ministers meet in Oslo</h1><ul><li>{line}</li></ul>")).date_published is None


def test_a_table_of_facts_tells_neither_day_nor_author():
    rows = "<tr><th>Written by</th><td>Ola Berg</td></tr><tr><th>First run</th><td>May 3, 1995</td></tr>"
    article = read_html(page("", f"<h1>Harbor ministers meet in Oslo</h1><table>{rows}</table>"), today=TODAY)
    assert (article.authors, article.date_published) == ((), None)
