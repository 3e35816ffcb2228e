"""Live blogs: a page becomes one with its entries, each with its time, its words and who wrote it."""

import json
import time
from pathlib import Path

import pytest

from ld.article import Article
from ld.extract import extract
from ld.facts import Facts
from ld.mapping import map_facts, unproved
from ld.pipeline import complete
from ld.read.facts_json import read_facts, write_facts
from ld.read.html import read_html
from ld.serialize.json_ld import json_ld
from ld.validate.checking import check_document
from ld.validate.documents import parse
from ld.validate.profiles import Choice, checks_of
from ld.vocab import RDF, SCHEMA

PAGE = Path(__file__).with_name("harbor_tide.html").read_text()
PROSE = "The council of Dunmore met at the quay and spoke of the tide for hours, as people in the town had asked it to."


@pytest.fixture(scope="module")
def article() -> Article:
    return read_html(PAGE.encode())


@pytest.fixture(scope="module")
def facts(article) -> Facts:
    return extract(article)


def live_page(entries: str, data: str = "", *, box: str = "live-blog") -> bytes:
    """A page with *entries* in a box of this class, and *data* in its JSON-LD."""
    script = f'<script type="application/ld+json">{data}</script>' if data else ""
    return f"""<html lang="en"><head><title>Storm tide in Dunmore</title>{script}
        <link rel="canonical" href="https://harbor.example/tide"><meta property="article:published_time"
        content="2024-03-11T06:00:00+01:00"></head><body><main><h1>Storm tide in Dunmore</h1>
        <div class="{box}">{entries}</div></main></body></html>""".encode()


def entry(number: int, words: str = PROSE, moment: str = "") -> str:
    moment = moment or f"2024-03-{number:02}T10:00:00+01:00"
    return f'<div id="e{number}"><time datetime="{moment}">10 a.m.</time><h2>Tide {number}</h2><p>{words}</p></div>'


def said(article: Article) -> list[tuple[str, str]]:
    return [(update.headline.value if update.headline else "", update.evidence[0].exact) for update in article.updates]


def test_each_entry_has_its_words_in_the_text(article):
    assert [(head, words.split()[:3], words.split()[-2:]) for head, words in said(article)] == [
        ("The water falls", ["At", "Dunmore", "Quay"], ["on", "Tuesday."]),
        ("First streets under water", ["Two", "streets", "near"], ["on", "Monday."]),
        ("Warning for the coast", ["The", "weather", "service"], ["usual", "level."]),
    ]


def test_an_entry_that_the_page_does_not_show_stands_behind_the_others_from_its_data(article):
    assert article.text.endswith("It expects three metres above the usual level.")
    assert "It expects" not in PAGE.partition("<body>")[2]


def test_an_entry_has_its_times_and_its_address(article):
    update = article.updates[0]
    assert (update.date_published.value, update.date_modified.value, update.url.value) == (
        "2024-03-13T08:40:00+01:00",
        "2024-03-13T08:55:00+01:00",
        "https://harbor.example/live/storm-tide#water",
    )
    assert update.date_published.evidence[0].exact == "2024-03-13T08:40:00+01:00"


def test_who_signs_an_entry_is_no_author_of_the_page(article):
    assert [author.value for author in article.authors] == ["Harbor News"]
    assert [[author.value for author in update.authors] for update in article.updates] == [
        ["Nora Quist"],
        ["Nora Quist", "Ivo Lund"],
        [],
    ]


def test_who_signs_two_entries_is_one_person(facts):
    people = [entity.name for entity in facts.of_kind("person")]
    assert sorted(people) == ["Ada Quill", "Ivo Lund", "Nora Quist"]
    assert [facts.entity(each.entity).name for each in facts.contributions] == ["Nora Quist", "Nora Quist", "Ivo Lund"]


def test_a_day_in_an_entry_is_counted_from_the_entry(article):
    offset = article.text.index("schools of the old town")
    assert article.published_at(offset).value == "2024-03-12T07:10:00+01:00"
    assert article.published_at(article.text.index("The highest tide")).value == "2024-03-11T06:00:00+01:00"


def test_an_event_of_an_entry_has_the_day_that_its_entry_means():
    entries = entry(1) + entry(14, f"The council of Dunmore held a meeting on Monday. {PROSE}") + entry(20)
    facts = extract(read_html(live_page(entries)))
    assert [event.start.value for event in facts.events if "meeting" in event.name] == ["2024-03-11"]


def test_in_an_entry_without_a_day_monday_is_no_day():
    words = f"The council of Dunmore held a meeting on Monday. {PROSE}"
    facts = extract(read_html(live_page(entry(1) + entry(2) + entry(3, words, "10:45"))))
    assert facts.article.published_at(facts.article.text.index("a meeting")) is None
    assert [event.start for event in facts.events if event.start] == []


def test_he_is_nobody_of_the_entry_above():
    first = f"Mayor Jonas Verne spoke at the quay. {PROSE}"
    entries = (
        entry(1, first).replace("<h2>Tide 1</h2>", "") + entry(2, f"“The tide is high,” he said. {PROSE}") + entry(3)
    )
    facts = extract(read_html(live_page(entries.replace("<h2>Tide 2</h2>", ""))))
    assert [quotation.speakers for quotation in facts.quotations] == [()]


def test_entries_without_data_are_the_boxes_with_a_time_side_by_side():
    article = read_html(live_page(entry(1) + entry(2) + entry(3)))
    assert [head for head, _ in said(article)] == ["Tide 1", "Tide 2", "Tide 3"]
    assert [update.url.value for update in article.updates] == [f"https://harbor.example/tide#e{n}" for n in (1, 2, 3)]
    assert article.updates[1].date_published.value == "2024-03-02T10:00:00+01:00"


def test_boxes_with_times_on_a_page_that_says_nowhere_live_are_none():
    assert read_html(live_page(entry(1) + entry(2) + entry(3), box="story")).updates == ()


def test_comments_with_times_are_no_entries():
    comments = "".join(entry(number, "I was there, and it was higher than that one.") for number in range(1, 9))
    story = f"<p>{PROSE}</p>" * 6
    page = live_page(f'</div><div class="story">{story}</div><div class="comments live">{comments}')
    assert read_html(page).updates == ()


def test_an_article_that_belongs_to_a_live_blog_is_none():
    data = """{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Storm tide in Dunmore",
        "datePublished": "2024-03-11", "isPartOf": {"@type": "LiveBlogPosting", "headline": "Tides", "liveBlogUpdate":
        [{"@type": "BlogPosting", "headline": "A tide", "datePublished": "2024-03-10"}]}}"""
    article = read_html(live_page(f"<p>{PROSE}</p>" * 6, data, box="story"))
    assert article.updates == ()
    assert article.headline.value == "Storm tide in Dunmore"


def test_the_headline_of_an_entry_is_not_that_of_a_page_without_a_day():
    data = """{"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": "Storm tide in Dunmore",
        "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "A tide", "datePublished": "2024-03-10"}]}"""
    page = live_page(f"<p>{PROSE}</p>" * 6, data).replace(b"<h1>Storm tide in Dunmore</h1>", b"")
    assert read_html(page).headline.value == "Storm tide in Dunmore"


def test_microdata_names_the_entries():
    one = '<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting"><h2 itemprop="headline">'
    entries = "".join(
        f'{one}Tide {n}</h2><time itemprop="datePublished" datetime="2024-03-0{n}T10:00:00Z">10</time>'
        f"<p>{PROSE}</p></div>"
        for n in (1, 2)
    )
    whole = f'<div itemscope itemtype="https://schema.org/LiveBlogPosting">{entries}</div>'
    article = read_html(live_page(whole, box="story"))
    assert [(u.headline.value, u.date_published.value) for u in article.updates] == [
        ("Tide 1", "2024-03-01T10:00:00Z"),
        ("Tide 2", "2024-03-02T10:00:00Z"),
    ]


def told_page(addresses: list[str], box: str) -> bytes:
    """A page whose data tell an entry for each of *addresses*, with the entries in *box*, an element that is open."""
    told = [
        {"headline": f"Tide {number}", "datePublished": f"2024-03-{number:02}T10:00:00+01:00", "url": address}
        for number, address in enumerate(addresses, 1)
    ]
    data = {"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": "x", "liveBlogUpdate": told}
    shown = "".join(entry(number, f"Number {number} is high. {PROSE}") for number in range(1, len(addresses) + 1))
    return live_page(f"{box}{shown}</div>", json.dumps(data))


@pytest.mark.parametrize(
    ("address", "box"),
    [
        ("https://harbor.example/tide#all", '<div id="all">'),
        ("https://harbor.example/tide/", "<div>"),
        ("https://harbor.example/tide?page=1", "<div>"),
        ("https://harbor.example/tide", '<div id="">'),
    ],
    ids=["the box around them", "another form of the page's", "a page of the page", "an id that is empty"],
)
def test_an_address_of_several_entries_is_of_none_of_them(address, box):
    article = read_html(told_page([address] * 3, box))
    assert [(u.headline.value, u.date_published.value[:10], u.evidence[0].exact[:8]) for u in article.updates] == [
        (f"Tide {number}", f"2024-03-0{number}", f"Number {number}") for number in (1, 2, 3)
    ]
    assert address not in {update.url.value for update in article.updates}


def test_facts_with_entries_can_be_read_again(facts):
    assert read_facts(write_facts(facts)) == facts


def test_facts_whose_entries_overlap_are_refused(facts):
    document = json.loads(write_facts(facts))
    document["article"]["updates"].reverse()
    with pytest.raises(Exception, match="before the words of the update above it end"):
        read_facts(json.dumps(document))


def test_the_graph_has_a_proved_posting_for_each_entry(facts):
    graph = map_facts(facts)
    assert unproved(graph) == frozenset()
    of_type = {triple.subject for triple in graph.facts if triple[1:] == (RDF.type, SCHEMA.BlogPosting)}
    updates = {triple.object for triple in graph.facts if triple.predicate == SCHEMA.liveBlogUpdate}
    assert of_type == updates
    assert len(updates) == 3


def test_the_graph_keeps_our_shapes_and_googles_rules(article):
    built = complete(article)
    assert built.report.conforms()
    document = parse("page.jsonld", json_ld(built.graph), "json-ld", {})
    found = check_document(document, checks_of(Choice(profiles=("google",)))).results
    assert [str(each.result) for each in found if "LiveBlog" in each.result.shape] == []


@pytest.mark.parametrize("shown", [False, True], ids=["data alone", "data and page"])
def test_five_thousand_entries_take_time_in_proportion(shown):
    taken = []
    for count in (1_000, 4_000):
        updates = [
            {
                "@type": "BlogPosting",
                "headline": f"Tide number {number}",
                "datePublished": "2024-03-10T10:00:00Z",
                "author": {"@type": "Person", "name": f"Ada Q{'abcdefghij'[number % 10]}uill"},
                "articleBody": f"The tide of hour {number} is {number + 3} hands high at the quay of Dunmore.",
            }
            for number in range(count)
        ]
        data = {
            "@context": "https://schema.org",
            "@type": "LiveBlogPosting",
            "headline": "x",
            "liveBlogUpdate": updates,
        }
        boxes = (
            "".join(f"<div><h2>{u['headline']}</h2><p>{u['articleBody']}</p></div>" for u in updates) if shown else ""
        )
        page = live_page(boxes or f"<p>{PROSE}</p>", json.dumps(data))
        begin = time.process_time()
        article = read_html(page)
        taken.append(time.process_time() - begin)
        assert len(article.updates) == count
    assert taken[1] < 4 * taken[0] * 2.5
