"""What a page says of its article outside the text, and where its sources disagree."""

import pytest
from read.news_page import TODAY, json_ld, meta, page

from ld.article import Article, SourceCitation
from ld.read.html import read_html


def read(head: str) -> Article:
    return read_html(page(head), today=TODAY)


def keywords(head: str) -> list[str]:
    return [keyword.value for keyword in read(head).keywords]


class TestTheLastChange:
    def test_is_what_the_metadata_gives(self):
        changed = read(json_ld(dateModified="2024-09-12T08:00:00+02:00")).date_modified
        assert changed.value == "2024-09-12T08:00:00+02:00"
        assert changed.evidence[0].rule == "last change: dateModified in JSON-LD"
        assert read(meta("article:modified_time", "2024-09-12")).date_modified.value == "2024-09-12"

    @pytest.mark.parametrize("value", ["2024-09-10T08:00:00+02:00", "2024-12-24", "yesterday"])
    def test_lies_neither_before_the_publication_nor_in_the_future(self, value):
        assert read(json_ld(dateModified=value)).date_modified is None

    def test_is_no_publication(self):
        assert read(json_ld(datePublished=None, dateModified="2024-09-12")).date_published is None


class TestKeywords:
    def test_are_listed_or_parted_by_commas(self):
        assert keywords(json_ld(keywords=["harbors", "Oslo, Norway"])) == ["harbors", "Oslo, Norway"]
        assert keywords(json_ld(keywords="harbors, Oslo,,Norway ")) == ["harbors", "Oslo", "Norway"]

    def test_are_those_of_the_first_source(self):
        assert keywords(json_ld(keywords="harbors") + meta("news_keywords", "ships")) == ["harbors"]
        assert keywords(meta("keywords", "ships, ferries")) == ["ships", "ferries"]

    def test_stand_there_once_and_are_words(self):
        assert keywords(json_ld(keywords=["Harbors", "harbors", "106219404", "x" * 61])) == ["Harbors"]

    def test_cite_their_words(self):
        (keyword,) = read(meta("keywords", "ships")).keywords
        assert keyword.evidence == (
            SourceCitation(
                start=keyword.evidence[0].start,
                end=keyword.evidence[0].start + 5,
                exact="ships",
                rule="keyword: meta keywords",
            ),
        )


class TestAccess:
    @pytest.mark.parametrize(
        ("said", "value"),
        [(True, "true"), (False, "false"), ("True", "true"), ("https://schema.org/False", "false"), ("no", "false")],
    )
    def test_is_true_or_false(self, said, value):
        assert read(json_ld(isAccessibleForFree=said)).accessible_for_free.value == value

    def test_is_not_told_by_other_words(self):
        assert read(json_ld(isAccessibleForFree="partly")).accessible_for_free is None
        assert read(json_ld()).accessible_for_free is None


class TestRunnersUp:
    def test_another_day_of_a_later_source_is_kept_beside_the_first(self):
        article = read(json_ld() + meta("article:published_time", "2024-09-09T10:00:00+02:00"))
        assert article.date_published.value == "2024-09-11T17:21:00+02:00"
        assert article.date_published.runner_up.value == "2024-09-09T10:00:00+02:00"
        assert article.date_published.runner_up.evidence[0].rule == "meta article:published_time"

    def test_the_same_moment_in_another_zone_is_no_other(self):
        assert read(json_ld() + meta("article:published_time", "2024-09-11T15:21:00Z")).date_published.runner_up is None

    def test_another_publisher_is_kept_beside_the_first(self):
        assert read(json_ld() + meta("og:site_name", "harbour.example")).publisher.runner_up.value == "harbour.example"
        assert read(json_ld() + meta("og:site_name", "THE HARBOR GAZETTE")).publisher.runner_up is None
