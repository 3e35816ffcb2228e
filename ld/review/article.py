"""The page of an article: its report, with forms at its names and facts."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from ld.facts import Entity, Facts, Mention
from ld.identifiers import article_iri
from ld.link.corrections import Correction
from ld.report import Controls, report_page
from ld.report.markup import Html, element, joined
from ld.report.outline import anchor, statement_anchor
from ld.report.statements import statements
from ld.review.desk import Desk, Reviewed
from ld.review.forms import Subject, Way, fact_form, name_forms, split_form
from ld.review.frame import ARTICLES, QUEUE, around, bar, tools
from ld.review.ledger import decision_on
from ld.validate import validate

_CONTEXT = 30  # code points on each side of a mention that is told apart by them


def article_page(desk: Desk, number: int, token: str) -> str:
    """The report on the article with this *number*, with forms at names and facts. Raises IndexError without one."""
    reviewed = desk.reviewed(number)
    here = f"{ARTICLES}{number}"
    controls = Controls(
        tools=tools(),
        bar=bar(desk, token, here),
        entities=_entity_forms(desk, reviewed, token, here),
        facts=_fact_forms(desk, reviewed.facts, token, here),
    )
    return report_page(reviewed.facts, validate(reviewed.graph), index=QUEUE, controls=controls)


def _entity_forms(desk: Desk, reviewed: Reviewed, token: str, here: str) -> Mapping[str, Html]:
    """What may be decided on each entity in this article, or everywhere."""
    facts, iri = reviewed.facts, article_iri(reviewed.facts.article)
    standing = desk.ledger.standing()
    forms = {}
    for entity in facts.entities:
        decided = decision_on(entity.name, iri, standing)
        seen = decided.source if decided else ""
        subject = Subject(entity.name, entity.name, seen, iri, entity.kind)
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
        before, after = around(facts, mention, _CONTEXT)
        decided = decision_on(mention.exact, iri, standing)
        seen = decided.source if decided else ""
        said = f"{before}{mention.exact}{after}"
        subject = Subject(mention.exact, said, seen, iri, here=True, context=_context(facts, mention))
        words = element("q", before, element("mark", mention.exact), after, dir="auto")
        items.append(element("li", words, " ", split_form(subject, way)))
    return element("details", element("summary", "A mention is of another"), element("ul", *items), class_="further")


def _is_shared(entity: Entity, facts: Facts) -> bool:
    """Whether the name of *entity* stands for another one too, so that only the words around it tell them apart."""
    others = (each for each in facts.entities if each.id != entity.id)
    forms = {form for each in others for form in (each.name, *(mention.exact for mention in each.mentions))}
    return bool(entity.mentions) and entity.name in forms


def _context(facts: Facts, mention: Mention) -> str:
    """A pattern of *mention* with the words around it."""
    before, after = around(facts, mention, _CONTEXT)
    return r"\s+".join(map(re.escape, f"{before}{mention.exact}{after}".split()))


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


def _quoted(identifier: str) -> str:
    return quote(anchor(identifier), safe="%~-._")
