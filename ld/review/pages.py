"""The pages of the desk on all articles: the queue of names, what was decided, and why something was not done."""

from collections.abc import Mapping

from ld.facts import Facts, Mention
from ld.identifiers import article_iri, digest
from ld.link.corrections import UNDO, Correction
from ld.report.document import document, masthead, skip_link
from ld.report.markup import Html, element, joined, named
from ld.review.desk import Desk, Name, Progress
from ld.review.forms import Subject, Way, name_forms, told, undo_form
from ld.review.frame import ARTICLES, DECISIONS, QUEUE, around, bar, plain, tools

MOST = 50
"""How many names, and how many decisions, one page shows."""
_EXCERPTS = 3
_AROUND = 90  # code points on each side of a mention in the queue


def queue_page(desk: Desk, token: str) -> str:
    """The undecided names, least certain first, with the words around them in the articles."""
    names = [name for name in desk.names() if not name.is_decided]
    shown = names[:MOST]
    anchors = [_anchor(name) for name in shown]
    cards = (
        _name_card(desk, name, Way(token, QUEUE, f"{QUEUE}#{after}"))
        for name, after in zip(shown, (*anchors[1:], ""), strict=False)
    )
    total = f"{len(names)} name{'' if len(names) == 1 else 's'} to look at"
    more = f"; the first {MOST}" if len(names) > MOST else ""
    body = element(
        "main",
        element("h1", "Names"),
        element("p", f"{total} in {_articles(len(desk.articles))}, the least sure first{more}.", class_="quiet")
        if names
        else element("p", f"Everything in {_articles(len(desk.articles))} is decided.", class_="quiet"),
        element("div", *cards, class_="queue"),
        element("h2", "Articles", id="_articles"),
        element("ol", *map(_article_item, range(len(desk.articles)), desk.articles, desk.progress()), class_="index"),
        id="_main",
        class_="listing",
    )
    return _page("Names to look at", desk, token, QUEUE, body)


def decisions_page(desk: Desk, token: str) -> str:
    """The last decisions, each with who and when, and the way back."""
    standing = {row.id for row in desk.ledger.standing() if row.id}
    rows = desk.ledger.history()
    names = {row.id: row for row in rows}
    way = Way(token, DECISIONS, DECISIONS)
    pages = {article_iri(facts.article): (number, facts) for number, facts in enumerate(desk.articles)}
    items = (_decision(row, names, _concerned(row, pages), way if row.id in standing else None) for row in rows[:MOST])
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
    return document(title, joined(skip_link(), masthead(_product()), body, between="\n"), tools=plain())


def _page(title: str, desk: Desk, token: str, here: str, body: Html) -> str:
    head = masthead(
        element("a", "Names", href=QUEUE),
        element("a", "Articles", href=f"{QUEUE}#_articles"),
        _product(),
    )
    said = element("p", role="status", id="_said", class_="unseen")
    return document(title, joined(skip_link(), head, bar(desk, token, here), body, said, between="\n"), tools=tools())


def _product() -> Html:
    return element("span", "Editor's desk", class_="product")


def _articles(count: int) -> str:
    return _counted(count, "article")


def _article_item(number: int, facts: Facts, progress: Progress) -> Html:
    date = facts.article.date_published
    link = element("a", facts.article.headline.value, href=f"{ARTICLES}{number}", dir="auto")
    done = element("span", "✓ looked at", class_="done") if progress.is_complete else None
    parts = (
        named(date.value) if date else None,
        f"{progress.decided} of {_counted(progress.names, 'name')} decided" if progress.names else None,
        _verdicts(progress) if progress.facts else None,
        done,
    )
    return element(
        "li", element("h3", link), element("p", joined(*filter(None, parts), between=" · "), class_="imprint")
    )


def _verdicts(progress: Progress) -> str:
    said = ", ".join(f"{count} {verdict}" for verdict, count in sorted(progress.verdicts.items()))
    return f"{_counted(progress.facts, 'fact')}: {said}" if said else f"{_counted(progress.facts, 'fact')}, none judged"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _anchor(name: Name) -> str:
    return f"n-{digest(name.kind, name.name)}"


def _name_card(desk: Desk, name: Name, way: Way) -> Html:
    identifier = _anchor(name)
    excerpts = (_excerpt(desk.articles[number], number, entity.mentions[0]) for number, entity in name.seen[:_EXCERPTS])
    more = len({number for number, _ in name.seen}) - _EXCERPTS
    items = {entity.item for _, entity in name.seen}
    now = ", ".join(sorted(item for item in items if item)) or "not linked"
    subject = Subject(name.name, name.name, name.last.source if name.last else "", kind=name.kind)
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
    before, after = around(facts, mention, _AROUND)
    words = element("q", before, element("mark", mention.exact), after, dir="auto")
    return element("li", element("a", words, href=f"{ARTICLES}{number}", class_="at"))


def _concerned(row: Correction, pages: Mapping[str, tuple[int, Facts]]) -> Html:
    """The article that a decision is for, as a link to its page if the desk has it; or that it is for all."""
    if row.article not in pages:
        return named(row.article or "all articles")
    number, facts = pages[row.article]
    return element("a", facts.article.headline.value, href=f"{ARTICLES}{number}", dir="auto")


def _decision(row: Correction, rows: Mapping[str, Correction], where: Html, way: Way | None) -> Html:
    said = f"taken back: {row.words}" if row.decision == UNDO else told(row)
    of = rows.get(row.match)
    detail = f" ({of.decision})" if row.decision == UNDO and of else ""
    moment = element("time", row.when[:16].replace("T", " "), datetime=row.when) if row.when else None
    words = "in some words" if row.context else None
    imprint = joined(*filter(None, (row.who and named(row.who), moment, where, words)), between=" · ")
    return element(
        "li",
        element("h2", f"{said}{detail}", dir="auto"),
        element("p", imprint, class_="imprint"),
        undo_form(row, way) if way and row.id else None,
    )
