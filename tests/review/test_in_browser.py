"""Ten articles reviewed in a real browser by the keyboard alone: what is decided there holds everywhere."""

import pytest
from review.articles import URL

from ld.cli import main
from ld.kb import open_kb
from ld.link.corrections import read_corrections


@pytest.fixture
def opened(browser):
    """Opens a page of the desk in a browser of its own; whatever goes wrong there is in the page's ``faults``."""
    contexts = []

    def open_(address, *, width=1280, scheme="light", javascript=True):
        context = browser.new_context(
            viewport={"width": width, "height": 844}, color_scheme=scheme, java_script_enabled=javascript
        )
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("console", lambda message: page.faults.append(message.text))
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()


def go_to(page, name):
    """Press j, and at the end k, until the card or the fact with this heading is the current one."""
    for key in "j" * 60 + "k" * 60:
        current = page.locator(".current").locator(".name, .says")
        if current.count() and name in current.first.inner_text():
            return
        page.keyboard.press(key)
    raise AssertionError(f"no {name} on the page")


def tab_to(page, selector):
    """Press the tab key until what *selector* names has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached")


def press(page, key):
    """Press a key by which a decision is sent, and wait for the page after it."""
    with page.expect_navigation():
        page.keyboard.press(key)


def decide(page, name, key):
    go_to(page, name)
    press(page, key)


def further(page, name, field, typed, decision):
    """Fill the *field* under More on the card of *name*, and send it."""
    go_to(page, name)
    tab_to(page, ".current .further > summary")
    page.keyboard.press("Enter")
    tab_to(page, f".current [name={field}]")
    page.keyboard.type(typed)
    tab_to(page, f".current [value='{decision}']")
    press(page, "Enter")


def article(page, home, number):
    """Open the article with this number, counted as they are listed."""
    page.goto(f"{home}/articles/{number}")


def review(page, home):
    """One decision in each of the ten articles."""
    decide(page, "Bo Hart", "2")
    decide(page, "Cy Moor", "n")
    decide(page, "Dan Frost", "x")
    further(page, "Tide Institute", "other", "Places", "kind")
    further(page, "Ida Roth", "description", "diver", "house")
    decide(page, "Ada Quill", "Enter")
    article(page, home, 5)
    further(page, "Fae Birk", "same", "Fay", "same as")
    article(page, home, 6)
    decide(page, "chair", "w")
    article(page, home, 7)
    decide(page, "I am glad", "s")
    article(page, home, 9)
    go_to(page, "Per Sand")
    tab_to(page, ".current > .further > summary")
    page.keyboard.press("Enter")
    tab_to(page, ".current .further li:nth-child(2) [value=split]")
    press(page, "Enter")


def people(facts):
    return {entity.name: entity.item for entity in facts.entities if entity.kind == "person"}


def speakers(facts):
    return [facts.entity(speaker.entity).name for each in facts.quotations for speaker in each.speakers]


def assert_decided(facts):
    """That *facts*, by article, are as the review has them."""
    assert people(facts["pier"]) == {"Ada Quill": "Q900001"}
    assert people(facts["choir"]) == {"Bo Hart": "Q900004"}
    assert "corrected in links.csv" in facts["fair"].entity("person-cy-moor").link.because
    assert (people(facts["gale"]), speakers(facts["gale"])) == ({}, [])
    assert facts["fund"].entity("place-tide-institute").name == "Tide Institute"
    assert people(facts["race"]) == {"Fay Birk": None}
    assert facts["board"].posts == ()
    assert speakers(facts["vote"]) == []
    assert people(facts["talk"]) == {"Ida Roth": "https://id.harbour.example/ida-roth"}
    assert (sorted(people(facts["sale"])), speakers(facts["sale"])) == (["Jon Sand", "Per Sand", "Sand"], ["Sand"])


def test_ten_articles_reviewed_by_keyboard_alone(newsroom, opened, tmp_path, capsys):
    before = newsroom.build("first")
    with newsroom.desk() as home:
        page = opened(f"{home}/")
        review(page, home)
        assert page.faults == []
    rows = read_corrections(newsroom.links)
    assert (len(rows), {row.who for row in rows}) == (10, {"Nora Quist"})
    with open_kb(newsroom.kb) as kb:
        assert kb.item("https://id.harbour.example/ida-roth").description == "diver"

    after = newsroom.build("second")
    assert_decided(after)

    store = str(tmp_path / "store")
    assert main(["publish", str(newsroom.folder / "second"), "--store", store]) == 0
    capsys.readouterr()
    assert main(["query", "--store", store, "SELECT ?s { GRAPH ?g { ?s <http://schema.org/name> 'Bo Hart' } }"]) == 0
    assert "Q900004" in capsys.readouterr().out

    with newsroom.desk() as home:  # started anew
        page = opened(f"{home}/decisions")
        assert page.locator(".index > li").count() == 10
        for _ in range(10):
            press(page, "u")
        assert page.locator("#_done").inner_text() == "Nothing decided yet."
    assert read_corrections(newsroom.links) == ()
    for name, facts in newsroom.build("third").items():
        assert {each.name: each.item for each in facts.entities} == {
            each.name: each.item for each in before[name].entities
        }
        assert (facts.posts, facts.quotations) == (before[name].posts, before[name].quotations)


def test_what_was_decided_is_announced_and_the_next_name_is_current(newsroom, opened):
    with newsroom.desk() as home:
        page = opened(f"{home}/")
        go_to(page, "Cy Moor")
        following = page.evaluate("document.querySelector('.current').nextElementSibling.id")
        press(page, "n")
        page.locator("#_said", has_text="Last: Cy Moor: no link").wait_for(state="attached")
        assert page.evaluate("document.activeElement.id") == following


def test_a_decision_on_what_another_browser_has_decided_is_refused_and_nothing_is_lost(newsroom, opened):
    with newsroom.desk("Nora Quist") as one, newsroom.desk("Emil Sand") as two:
        first, second = opened(f"{one}/"), opened(f"{two}/")
        decide(first, "Cy Moor", "n")
        decide(second, "Cy Moor", "x")
        assert second.locator("h1").inner_text() == "Somebody was faster"
        assert "Nora Quist decided: NIL" in second.locator("[role=alert]").inner_text()
        second.goto(f"{two}/")
        decide(second, "Dan Frost", "x")
        decide(first, "Eva Lind", "n")
    assert [(row.match, row.decision, row.who) for row in reversed(read_corrections(newsroom.links))] == [
        ("Cy Moor", "NIL", "Nora Quist"),
        ("Dan Frost", "not a name", "Emil Sand"),
        ("Eva Lind", "NIL", "Nora Quist"),
    ]


def test_one_decision_settles_the_same_name_in_all_articles(newsroom, opened):
    with newsroom.desk() as home:
        page = opened(f"{home}/")
        go_to(page, "Harbour Bank")
        assert "2 articles" in page.locator(".current .identity").inner_text()
        press(page, "x")
    facts = newsroom.build("second")
    assert [
        each.name for name in ("pier", "vote") for each in facts[name].entities if each.kind == "organization"
    ] == []


def test_single_keys_can_be_turned_off(newsroom, opened):
    with newsroom.desk() as home:
        page = opened(f"{home}/")
        page.keyboard.press("?")
        page.locator("#_single").uncheck()
        page.keyboard.press("Escape")
        page.keyboard.press("j")
        assert page.locator(".current").count() == 0


def test_everything_works_without_a_script(newsroom, opened):
    with newsroom.desk() as home:
        page = opened(f"{home}/", javascript=False)
        no_name = page.locator("article", has_text="Cy Moor").get_by_role("button", name="Not a name")
        for button in (no_name, page.get_by_role("button", name="Undo")):
            with page.expect_navigation():
                button.click()
        assert page.locator("#_done").inner_text() == "Nothing decided yet."
    assert read_corrections(newsroom.links) == ()


def test_the_queue_begins_with_what_is_least_sure(newsroom, opened):
    with newsroom.desk() as home:
        names = opened(f"{home}/").locator(".queue h2").all_inner_texts()
    assert (names[0], names[-1]) == ("Bo Hart", "Oslo")


def test_an_address_in_a_form_leads_nowhere_else(newsroom, opened):
    with newsroom.desk() as home:
        page = opened(f"{home}/")
        page.evaluate(
            "document.querySelectorAll('[name=next]').forEach((field) => { field.value = '//other.example/' })"
        )
        decide(page, "Cy Moor", "n")
        assert page.url.startswith(home)
        assert URL not in page.url
