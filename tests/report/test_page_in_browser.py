"""The report's page in Chromium: what it shows on which input, and that no text runs."""

import pytest
from fixtures_facts import FACTS, TEXT, replaced
from report.hostile import PAYLOADS, hostile
from report.long_article import CONFORMS, long_facts

from ld.article import Article, Part, Stated
from ld.facts import Entity, Facts, Mention
from ld.report import report_page

OKAFOR = "#_text a[data-entity=person-jan-okafor]"
STRUCTURE = """() => [...document.querySelectorAll("*")].map((element) => element.localName)
    .filter((name) => name !== "a" && name !== "span").join(" ")"""
HANDLERS = """() => [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes])
    .filter(({ name }) => name.startsWith("on") || name === "style").length"""


@pytest.fixture(scope="module")
def report():
    return report_page(FACTS, CONFORMS)


def test_the_page_asks_for_nothing_and_complains_of_nothing(opened, report):
    assert opened(report).heard == []


def test_pointing_at_a_mention_shows_who_it_is_and_why(opened, report):
    page = opened(report)
    page.locator(OKAFOR).first.hover()
    shown = page.locator("#_about").inner_text()
    for told in ("Jan Okafor", "not linked", "no such person is known", "Fisheries Minister"):
        assert told in shown


def test_a_link_shows_its_item_score_and_runner_up(opened, report):
    page = opened(report)
    page.locator("#_text a[data-entity=place-oslo]").first.hover()
    shown = page.locator("#_about").inner_text()
    for told in ("Q585", "0.90", "the only Oslo in Norway", "Runner-up"):
        assert told in shown


def test_the_tab_key_reaches_a_mention_and_says_who_it_is(opened, report):
    page = opened(report)
    page.locator(OKAFOR).first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert "Jan Okafor" in page.locator("#_about").inner_text()
    assert page.locator("#_said").text_content().startswith("Jan Okafor, person")


def test_enter_goes_to_the_details_and_escape_goes_back(opened, report):
    page = opened(report)
    page.locator(OKAFOR).first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_about"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.entity") == "person-jan-okafor"


def test_a_tap_on_a_narrow_screen_opens_the_details_and_the_words_stay_in_sight(opened, report):
    page = opened(report, width=390)
    panel = page.locator("#_panel")
    assert not panel.is_visible()
    page.locator(OKAFOR).last.click()
    words = page.locator(OKAFOR).last.bounding_box()
    assert words["y"] + words["height"] <= panel.bounding_box()["y"]
    page.locator("#_close").click()
    assert not panel.is_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_its_screen(opened, report, width):
    assert opened(report, width=width).evaluate("document.documentElement.scrollWidth") <= width


def test_a_kind_that_is_switched_off_is_neither_marked_nor_a_stop_nor_a_card(opened, report):
    page = opened(report)
    page.locator(".filters input[value=person]").uncheck()
    mention = page.locator(OKAFOR).first
    assert mention.evaluate("mention => getComputedStyle(mention).textDecorationLine") == "none"
    assert mention.get_attribute("tabindex") == "-1"
    assert not page.locator("#person-jan-okafor").is_visible()


def test_a_proof_shows_its_words_in_the_text(opened, report):
    page = opened(report)
    page.locator("#_facts a.at", has_text="Norwegian Fisheries Minister").first.click()
    assert page.evaluate("[...CSS.highlights.get('proof')].map(String)") == ["Norwegian Fisheries Minister Jan Okafor"]


def test_words_behind_characters_outside_the_basic_plane_are_shown_exactly(opened):
    shift = "🚢🚢 "
    page = opened(report_page(shifted(FACTS, shift), CONFORMS))
    page.locator("#_facts a.at", has_text="Norwegian Fisheries Minister").first.click()
    assert page.evaluate("[...CSS.highlights.get('proof')].map(String)") == ["Norwegian Fisheries Minister Jan Okafor"]


def shifted(value, shift):
    """*value* with *shift* before the article's text, inside its first part."""
    if isinstance(value, tuple):
        return tuple(shifted(item, shift) for item in value)
    fields = getattr(value, "__struct_fields__", ())
    changed = {name: shifted(getattr(value, name), shift) for name in fields}
    if isinstance(value, Article):
        changed["text"] = shift + value.text
    if "start" in fields and isinstance(value.start, int) and hasattr(value, "end"):
        is_first = isinstance(value, Part) and value.start == 0
        changed["start"] = value.start + (0 if is_first else len(shift))
        changed["end"] = value.end + len(shift)
    return replaced(value, **changed) if fields else value


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_switch_turns_the_page_to_the_other_theme_and_back(opened, report, scheme):
    page = opened(report, scheme=scheme)
    paper = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(paper)
    page.locator("#_theme").click()
    assert page.evaluate(paper) != before
    page.locator("#_theme").click()
    assert page.evaluate(paper) == before


def test_without_scripts_a_mention_leads_to_its_card(opened, report):
    page = opened(report, javascript=False)
    page.locator(OKAFOR).first.click()
    assert page.url.endswith("#person-jan-okafor")
    assert not page.locator(".filters input").first.is_visible()


def test_text_that_runs_from_right_to_left_is_laid_out_so(opened):
    text = "وصل الوزير علي إلى الميناء يوم الثلاثاء."
    name = "علي"
    start = text.index(name)
    facts = Facts(
        version=1,
        article=Article(
            text=text,
            parts=(Part(kind="paragraph", start=0, end=len(text), source_start=0),),
            headline=Stated(value=text, evidence=()),
            language=Stated(value="ar", evidence=()),
        ),
        entities=(Entity(id="person-ali", kind="person", name=name, mentions=(Mention.of(text, start, start + 3),)),),
    )
    page = opened(report_page(facts, CONFORMS))
    assert page.locator("p.paragraph").evaluate("part => getComputedStyle(part).direction") == "rtl"
    assert page.locator("#_text .m").text_content() == name
    assert page.locator("body").evaluate("body => getComputedStyle(body).direction") == "ltr"


def test_the_marked_text_reads_as_the_text_itself(opened, report):
    parts = opened(report).locator("#_text .part").all_text_contents()
    assert "\n\n".join(parts) == TEXT


def test_an_article_of_sixty_thousand_words_opens_with_all_its_mentions(opened):
    facts = long_facts(60_000)
    assert len(facts.article.text.split()) >= 60_000
    page = opened(report_page(facts, CONFORMS))
    mentions = sum(len(entity.mentions) for entity in facts.entities)
    assert page.locator("#_text .m").count() == mentions
    page.locator("#_text a.person").last.click()
    assert "nobody knows" in page.locator("#_about").inner_text()
    assert page.heard == []


@pytest.fixture(scope="module")
def harmless(browser):
    page = browser.new_page()
    page.set_content(report_page(hostile(FACTS, "plain words "), CONFORMS))
    return page.evaluate(STRUCTURE)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_every_field_adds_nothing_and_runs_nothing(opened, harmless, payload):
    page = opened(report_page(hostile(FACTS, payload), CONFORMS), without_policy=True)
    for mention in page.locator("#_text a.m").all()[:3]:
        mention.dispatch_event("click")
    assert page.heard == []
    assert page.evaluate(HANDLERS) == 0
    page.reload()
    assert page.evaluate(STRUCTURE) == harmless


def test_the_policy_has_nothing_to_refuse(opened):
    assert opened(report_page(hostile(FACTS, " ".join(PAYLOADS)), CONFORMS)).heard == []
