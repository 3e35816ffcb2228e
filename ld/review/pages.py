"""The pages of the desk: the queue of names, an article's report with its forms, and what was decided."""

import functools
import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from urllib.parse import quote

from ld.facts import Entity, Facts, Mention
from ld.identifiers import article_iri, digest
from ld.link.corrections import UNDO, Correction
from ld.report import Controls, report_page
from ld.report.document import Tools, document, masthead, skip_link
from ld.report.markup import Html, element, joined, named
from ld.report.outline import anchor, statement_anchor
from ld.report.statements import statements
from ld.review.desk import Desk, Name, Reviewed
from ld.review.forms import Subject, Way, fact_form, name_forms, split_form, told, undo_form
from ld.review.ledger import decision_on
from ld.validate import validate

QUEUE, ARTICLES, DECISIONS = "/", "/articles/", "/decisions"
MOST = 50
"""How many names, and how many decisions, one page shows."""
_EXCERPTS = 3
_AROUND = 90  # code points on each side of a mention in the queue
_CONTEXT = 30  # on each side of a mention that is told apart by them


def queue_page(desk: Desk, token: str) -> str:
    """The names on which nobody has decided, the least sure first, with what the articles say around them."""
    names = [name for name in desk.names() if not name.is_decided]
    shown = names[:MOST]
    anchors = [_anchor(name) for name in shown]
    cards = (
        _name_card(desk, name, Way(token, QUEUE, f"{QUEUE}#{after}"))
        for name, after in zip(shown, (*anchors[1:], ""), strict=True)
    )
    total = f"{len(names)} name{'' if len(names) == 1 else 's'} to look at"
    more = f"; the first {MOST}" if len(names) > MOST else ""
    body = element(
        "main",
        element("h1", "Names"),
        element("p", f"{total} in {_articles(len(desk.articles))}, the least sure first{more}.", class_="quiet"),
        element("div", *cards, class_="queue"),
        element("h2", "Articles", id="_articles"),
        element("ol", *map(_article_item, range(len(desk.articles)), desk.articles), class_="index"),
        id="_main",
        class_="listing",
    )
    return _page("Names to look at", desk, token, QUEUE, body)


def article_page(desk: Desk, number: int, token: str) -> str:
    """The report on the article with this *number*, with forms at its names and facts. IndexError if there is none."""
    reviewed = desk.reviewed(number)
    here = f"{ARTICLES}{number}"
    controls = Controls(
        tools=_tools(),
        bar=_bar(desk, token, here),
        entities=_entity_forms(desk, reviewed, token, here),
        facts=_fact_forms(desk, reviewed.facts, token, here),
    )
    return report_page(reviewed.facts, validate(reviewed.graph), index=QUEUE, controls=controls)


def decisions_page(desk: Desk, token: str) -> str:
    """The last decisions, each with who and when, and the way back."""
    standing = {row.id for row in desk.ledger.standing() if row.id}
    rows = desk.ledger.history()
    names = {row.id: row for row in rows}
    way = Way(token, DECISIONS, DECISIONS)
    items = (_decision(row, names, way if row.id in standing else None) for row in rows[:MOST])
    body = element(
        "main",
        element("h1", "Decisions"),
        element("p", f"{len(rows)} in {desk.ledger.path.name}, the last one first.", class_="quiet"),
        element("ol", *items, class_="index"),
        id="_main",
        class_="listing",
    )
    return _page("Decisions", desk, token, DECISIONS, body)


def refusal_page(title: str, said: str, back: str) -> str:
    """Why something was not done, and the way *back*."""
    link = element("p", element("a", "Back to the page as it is now", href=back))
    body = element("main", element("h1", title), element("p", said, role="alert"), link, id="_main", class_="listing")
    return document(title, joined(skip_link(), masthead(_product()), body, between="\n"), tools=_plain())


def _page(title: str, desk: Desk, token: str, here: str, body: Html) -> str:
    head = masthead(
        element("a", "Names", href=QUEUE),
        element("a", "Articles", href=f"{QUEUE}#_articles"),
        _product(),
    )
    said = element("p", role="status", id="_said", class_="unseen")
    return document(title, joined(skip_link(), head, _bar(desk, token, here), body, said, between="\n"), tools=_tools())


def _product() -> Html:
    return element("span", "Editor's desk", class_="product")


def _bar(desk: Desk, token: str, here: str) -> Html:
    """What was decided last, with the way back; where all decisions stand; and the keys."""
    last = desk.ledger.last()
    done = (
        joined(element("span", f"Last: {told(last)}", id="_done"), undo_form(last, Way(token, here, here), key="u"))
        if last
        else element("span", "Nothing decided yet.", id="_done")
    )
    return element(
        "aside",
        element("div", done, class_="done"),
        element("a", "Decisions", href=DECISIONS),
        element("button", "Keys", element("kbd", "?", aria_hidden="true"), type="button", id="_keys", hidden=True),
        _keys(),
        class_="bar",
        aria_label="Last decision",
    )


def _keys() -> Html:
    """The list of keys, which the script opens, and the switch that turns them off."""
    rows = (joined(element("dt", element("kbd", key)), element("dd", words)) for key, words in _KEYS)
    switch = element("input", type="checkbox", id="_single", autocomplete="off")
    return element(
        "dialog",
        element("h2", "Keys", id="_help-title"),
        element("dl", *rows),
        element(
            "form", element("label", switch, " Keys without Ctrl or Alt"), element("button", "Close"), method="dialog"
        ),
        id="_help",
        aria_labelledby="_help-title",
    )


_KEYS = (
    ("j", "the next name or fact"),
    ("k", "the one before"),
    ("Enter", "accept the first candidate"),
    ("1–9", "choose a candidate"),
    ("n", "none of these: the name stays without a link"),
    ("x", "not a name"),
    ("r", "the fact is right"),
    ("w", "the fact is wrong"),
    ("s", "somebody else said it"),
    ("u", "undo what you decided last"),
    ("?", "this list"),
)


def _articles(count: int) -> str:
    return f"{count} article{'' if count == 1 else 's'}"


def _article_item(number: int, facts: Facts) -> Html:
    date = facts.article.date_published
    link = element("a", facts.article.headline.value, href=f"{ARTICLES}{number}", dir="auto")
    return element("li", element("h3", link), element("p", named(date.value), class_="imprint") if date else None)


def _anchor(name: Name) -> str:
    return f"n-{digest(name.kind, name.name)}"


def _name_card(desk: Desk, name: Name, way: Way) -> Html:
    identifier = _anchor(name)
    excerpts = (_excerpt(desk.articles[number], number, entity.mentions[0]) for number, entity in name.seen[:_EXCERPTS])
    more = len({number for number, _ in name.seen}) - _EXCERPTS
    items = {entity.item for _, entity in name.seen}
    now = ", ".join(sorted(item for item in items if item)) or "not linked"
    subject = Subject(name.name, name.name, name.last.source if name.last else "")
    return element(
        "article",
        element("h2", named(name.name), id=f"{identifier}-name", class_=f"name {name.kind}"),
        element("p", f"{name.kind} · {now} · {_articles(len(name.seen))}", class_="identity"),
        element("ul", *excerpts, class_="proofs"),
        element("p", f"and in {more} more", class_="quiet") if more > 0 else None,
        name_forms(subject, way, name.candidates, grows=desk.knowledge.grows),
        id=identifier,
        class_=f"card {name.kind}",
        tabindex=-1,
        data_desk=True,
        aria_labelledby=f"{identifier}-name",
    )


def _excerpt(facts: Facts, number: int, mention: Mention) -> Html:
    """The words around a mention, as a link to the article's page."""
    before, after = _around(facts, mention, _AROUND)
    words = element("q", before, element("mark", mention.exact), after, dir="auto")
    return element("li", element("a", words, href=f"{ARTICLES}{number}", class_="at"))


def _around(facts: Facts, mention: Mention, reach: int) -> tuple[str, str]:
    """What stands on both sides of a *mention* in its paragraph, at most *reach* code points each."""
    part = facts.article.part_at(mention.start)
    start, end = (part.start, part.end) if part else (mention.start, mention.end)
    text = facts.article.text
    return text[max(start, mention.start - reach) : mention.start], text[mention.end : min(end, mention.end + reach)]


def _entity_forms(desk: Desk, reviewed: Reviewed, token: str, here: str) -> Mapping[str, Html]:
    """What may be decided on each entity in this article, or everywhere."""
    facts, iri = reviewed.facts, article_iri(reviewed.facts.article)
    standing = desk.ledger.standing()
    forms = {}
    for entity in facts.entities:
        decided = decision_on(entity.name, iri, standing)
        seen = decided.source if decided else ""
        subject = Subject(entity.name, entity.name, seen, iri)
        if _is_shared(entity, facts):
            subject = subject._replace(here=True, context=_context(facts, entity.mentions[0]))
        way = Way(token, f"{here}#{_quoted(entity.id)}", f"{here}#{_quoted(entity.id)}")
        choice = reviewed.choices.get(entity.id)
        others = [other.name for other in facts.entities if other.id != entity.id and other.kind == entity.kind]
        asked = name_forms(
            subject,
            way,
            choice.candidates if choice else (),
            others=dict.fromkeys(others),
            grows=desk.knowledge.grows,
            decided=decided,
        )
        forms[entity.id] = joined(asked, _splits(facts, entity, standing, iri, way))
    return forms


def _splits(facts: Facts, entity: Entity, standing: Iterable[Correction], iri: str, way: Way) -> Html | None:
    """A button for each mention but one: who is meant there may be another."""
    if len(entity.mentions) == 1 or entity.kind == "country":
        return None
    items = []
    for mention in entity.mentions:
        before, after = _around(facts, mention, _CONTEXT)
        decided = decision_on(mention.exact, iri, standing)
        seen = decided.source if decided else ""
        said = f"{before}{mention.exact}{after}"
        subject = Subject(mention.exact, said, seen, iri, here=True, context=_context(facts, mention))
        words = element("q", before, element("mark", mention.exact), after, dir="auto")
        items.append(element("li", words, " ", split_form(subject, way)))
    return element("details", element("summary", "A mention is of another"), element("ul", *items), class_="further")


def _is_shared(entity: Entity, facts: Facts) -> bool:
    """Whether the name of *entity* is a word for another one too, so that only the words around tell them apart."""
    others = (each for each in facts.entities if each.id != entity.id)
    forms = {form for each in others for form in (each.name, *(mention.exact for mention in each.mentions))}
    return bool(entity.mentions) and entity.name in forms


def _context(facts: Facts, mention: Mention) -> str:
    """A pattern of *mention* with the words around it."""
    before, after = _around(facts, mention, _CONTEXT)
    return re.escape(f"{before}{mention.exact}{after}".strip())


def _fact_forms(desk: Desk, facts: Facts, token: str, here: str) -> Mapping[str, Html]:
    """The verdicts on each fact of the article."""
    iri, standing = article_iri(facts.article), desk.ledger.standing()
    titles = {post.id: post.title for post in facts.posts}
    spoken = {each.id for each in (*facts.quotations, *facts.claims) if each.speakers or each.credit}
    forms = {}
    for number, statement in enumerate(statements(facts)):
        if statement.fact:
            decided = decision_on(statement.fact, iri, standing)
            seen = decided.source if decided else ""
            subject = Subject(statement.fact, str(statement), seen, iri, here=True)
            place = f"{here}#{statement_anchor(number)}"
            forms[statement.fact] = fact_form(
                subject,
                Way(token, place, place),
                title=titles.get(statement.fact, ""),
                speaker=statement.fact in spoken,
                decided=decided,
            )
    return forms


def _decision(row: Correction, rows: Mapping[str, Correction], way: Way | None) -> Html:
    said = f"taken back: {row.words}" if row.decision == UNDO else told(row)
    of = rows.get(row.match)
    detail = f" ({of.decision})" if row.decision == UNDO and of else ""
    imprint = joined(
        *map(named, filter(None, (row.who, row.when, row.article or "all articles", row.context and "in some words"))),
        between=" · ",
    )
    return element(
        "li",
        element("h2", f"{said}{detail}", dir="auto"),
        element("p", imprint, class_="imprint"),
        undo_form(row, way) if way and row.id else None,
    )


def _quoted(identifier: str) -> str:
    return quote(anchor(identifier), safe="%~-._")


@functools.cache
def _tools() -> Tools:
    return Tools(_asset("review.css"), _asset("review.js"))


def _plain() -> Tools:
    """Without the script, where nothing can be decided."""
    return Tools(_asset("review.css"), Html())


def _asset(name: str) -> Html:
    return Html((files("ld.review") / "assets" / name).read_text(encoding="utf-8"))
