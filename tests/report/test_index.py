from fixtures_facts import FACTS, replaced
from report.long_article import CONFORMS

from ld.report import entry, index_page


def entry_of(address, headline, date="2024-09-11", facts=FACTS):
    stated = replaced(facts.article.headline, value=headline)
    published = replaced(facts.article.date_published, value=date)
    article = replaced(facts.article, headline=stated, date_published=published)
    return entry(address, replaced(facts, article=article), CONFORMS)


ENTRIES = (
    entry_of("a.html", "Ports close", "2024-09-11"),
    entry_of("b.html", "Bridges open", "2024-10-01"),
    entry_of("c.html", "Ålesund waits", "2024-10-01", replaced(FACTS, entities=FACTS.entities[:1])),
)


def test_the_newest_article_stands_first_then_by_headline():
    page = index_page(ENTRIES)
    assert page.index("Bridges open") < page.index("Ålesund waits") < page.index("Ports close")


def test_an_article_without_a_date_stands_last():
    undated = entry("d.html", replaced(FACTS, article=replaced(FACTS.article, date_published=None)), CONFORMS)
    page = index_page([undated, *ENTRIES])
    assert page.index("Ports close") < page.index(undated.headline)


def test_the_order_of_the_entries_does_not_matter():
    assert index_page(ENTRIES) == index_page(reversed(ENTRIES))


def test_a_headline_is_escaped():
    assert "<b>" not in index_page([entry_of("a.html", "<b>bold")])


def test_an_index_of_nothing_is_a_page_too():
    assert "0 articles" in index_page([])


def found(page):
    return page.locator("#_articles > li:visible h2").all_text_contents()


def test_the_search_finds_headlines_names_and_items_whatever_the_accents(opened):
    page = opened(index_page(ENTRIES))
    page.locator("#_search").fill("alesund")
    assert found(page) == ["Ålesund waits"]
    page.locator("#_search").fill("okafor q585")
    assert found(page) == ["Bridges open", "Ports close"]
    assert page.locator("#_found").text_content() == "2 of 3 articles"
    assert page.heard == []


def test_an_empty_search_shows_all(opened):
    page = opened(index_page(ENTRIES))
    page.locator("#_search").fill("nothing like it")
    assert found(page) == []
    page.locator("#_search").fill("")
    assert len(found(page)) == 3
