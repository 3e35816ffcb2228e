import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser

from fixtures_facts import FACTS, OKAFOR, OSLO, URL, hostile_facts, replaced, with_entity
from hypothesis import given, settings

from ld.article import Citation, Known, Part
from ld.facts import Link, Nil, Type
from ld.pipeline import build
from ld.report import report_page
from ld.report.provenance import Proofs, verdict
from ld.validate import Report, Result, Severity

VALID = Report(article="“Norway” <urn:x>", results=(), focus_nodes=31, unmatched_shapes=("urn:shapes#WorkShape",))


class Outline(HTMLParser):
    """The ids, the links inside the page, and the text of a page."""

    def __init__(self, page):
        super().__init__()
        self.ids, self.inner, self.outer, self.text, self.tags = [], [], [], "", Counter()
        self._silent = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags[tag] += 1
        self._silent += tag in {"script", "style"}
        self.ids += [attributes["id"]] if attributes.get("id") else []
        href = attributes.get("href", "")
        if href.startswith("#"):
            self.inner.append(href[1:])
        elif href:
            self.outer.append(attributes)

    def handle_endtag(self, tag):
        self._silent -= tag in {"script", "style"}

    def handle_data(self, data):
        self.text += "" if self._silent else data


def page_of(facts=FACTS, report=VALID):
    return report_page(facts, report)


def read(facts=FACTS, report=VALID):
    return Outline(page_of(facts, report))


def test_the_same_facts_give_the_same_bytes():
    assert page_of() == page_of()


def test_every_link_inside_the_page_leads_somewhere_and_no_id_stands_twice():
    page = read()
    assert set(page.inner) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_an_entity_and_an_event_stand_under_their_fragments_in_the_graph():
    assert {"country-no", "person-jan-okafor", "event-1"} <= set(read().ids)


def test_links_out_of_the_page_open_a_new_tab_without_a_handle_on_this_one():
    page = read()
    assert {link["href"] for link in page.outer} >= {"https://www.wikidata.org/wiki/Q20", URL}
    assert all(link["target"] == "_blank" and link["rel"] == "noopener" for link in page.outer)


def test_the_policy_allows_this_style_and_this_script_and_nothing_else():
    page = page_of()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)[1].replace("&#x27;", "'")
    for element, directive in (("style", "style-src"), ("script", "script-src")):
        (content,) = re.findall(f"<{element}>(.*?)</{element}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_nothing_on_the_page_has_a_style_or_a_handler_of_its_own():
    assert not re.search(r"<[^>]+\s(?:style|on\w+)=", page_of())


def test_a_person_has_a_card_with_post_and_quotation():
    card = page_of().split('id="person-jan-okafor"')[1].split("</article>")[0]
    assert "Fisheries Minister" in card
    assert "The port is full" in card


def test_a_card_tells_what_a_place_is_and_by_whom():
    lake = Type(value="LakeBodyOfWater", evidence=(Known(source="places: table 9"),))
    for told, words in ((lake, "lake body of water"), (replaced(lake, label="fjord lake"), "fjord lake")):
        card = report_page(with_entity(OSLO, type=told), VALID).split('id="place-oslo"')[1].split("</article>")[0]
        assert f'title="by places: table 9">{words}</span>' in card


def test_an_event_has_its_parts_with_their_proofs():
    card = page_of().split('id="event-1"')[1].split("</article>")[0]
    assert "2024-09-10" in card
    assert 'href="#place-oslo"' in card
    assert "second harbor meeting in Oslo on Tuesday</mark>" in card


def test_a_link_tells_score_reason_and_source():
    card = page_of().split('id="place-oslo"')[1].split("</article>")[0]
    nothing_else = "none: nothing else that is known bears this name"
    for told in (">0.90<", "the only Oslo in Norway", "places: table 2", nothing_else):
        assert told in card.replace(" 0.90", ">0.90")


def test_the_runner_up_of_a_link_stands_there_with_its_distance():
    link = Link(qid="Q1", label="Lena Storm", score=0.9, because="a test", source="a test", runner_up="Q2", margin=0.25)
    assert "Q2</bdi>, 0.25 behind" in verdict(with_entity(OKAFOR, link=link).of_kind("person")[0])


def test_an_item_of_the_house_stands_there_with_its_iri():
    link = Link(iri="https://id.harbor.example/1", label="Jan Okafor", score=0.9, because="ours", source="house")
    card = page_of(with_entity(OKAFOR, link=link)).split('id="person-jan-okafor"')[1].split("</article>")[0]
    assert 'href="https://id.harbor.example/1"' in card
    assert "Why this item" in card


def test_who_is_not_linked_has_the_reason():
    page = page_of(with_entity(OKAFOR, link=Nil(because="two bear this name")))
    assert "two bear this name" in page.split('id="person-jan-okafor"')[1].split("</article>")[0]


def test_what_an_option_or_the_page_beside_the_text_states_is_told_as_such():
    text = " ".join(read().text.split())
    assert "given --url https://harbor.example" in text
    assert "beside the text Ports" in text


def test_a_long_sentence_around_a_proof_is_cut_between_words():
    text = f"{'before ' * 30}the quay{' after' * 30}."
    part = Part(kind="paragraph", start=0, end=len(text), source_start=0)
    start = text.index("the quay")
    proof = Citation(start=start, end=start + 8, exact="the quay")
    written = Proofs(replaced(FACTS.article, text=text, parts=(part,))).listed((proof,))
    before, after = re.search(r'<q dir="auto">(.*?)<mark>the quay</mark>(.*?)</q>', written).groups()
    assert set(before.split()) == {"…", "before"}
    assert set(after.split()) == {"…", "after"}
    assert len(before + after) < 150


def test_a_valid_graph_is_called_valid():
    text = read().text
    assert "✓ valid: nothing found wrong; 31 nodes checked." in text
    assert "Nothing to check for: WorkShape." in text


def test_a_finding_says_what_to_do_and_where():
    result = Result(
        severity=Severity.VIOLATION,
        article="the article",
        focus_node="urn:x",
        node="person “Jan Okafor”",
        words="Jan Okafor",
        path="schema:name",
        value="",
        shape="urn:shapes#PersonShape",
        component="",
        message="give the person a name",
    )
    text = read(report=replaced(VALID, results=(result,))).text
    assert "✕ not valid: 1 finding" in text
    assert "✕ violation give the person a name" in text
    assert "person “Jan Okafor”: schema:name, in the words “Jan Okafor”" in text


def test_an_address_that_is_no_web_address_is_no_link():
    url = replaced(FACTS.article.url, value="javascript:alert(1)")
    page = read(replaced(FACTS, article=replaced(FACTS.article, url=url)))
    assert "javascript:alert(1)" in page.text
    assert not [link for link in page.outer if not link["href"].startswith("https://")]


def test_an_article_without_entities_and_facts_has_a_page():
    bare = replaced(FACTS, entities=(), authors=(), credits=(), posts=(), memberships=(), quotations=(), events=())
    assert FACTS.article.headline.value in read(bare).text


def test_a_page_leads_back_to_the_index_that_lists_it():
    assert '<a href="index.html" class="back">' in report_page(FACTS, VALID, index="index.html")


def test_the_page_of_a_built_article_shows_its_report():
    built = build(FACTS)
    assert f"{built.report.focus_nodes} nodes checked" in report_page(built.facts, built.report)


@settings(max_examples=25)
@given(hostile_facts())
def test_hostile_names_and_ids_add_nothing_to_the_page(facts):
    page = page_of(facts)
    assert Outline(page).tags["script"] == 1
    assert not re.search(r"<[^>]+\son\w+=", page)
