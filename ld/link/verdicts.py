"""Verdicts by the newsroom on single facts: what is wrong goes, whichever rule found it."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from ld.article import Citation, Evidence, Given
from ld.facts import Claim, Event, Facts, Membership, Post, Quotation
from ld.identifiers import article_iri
from ld.link.corrections import SPEAKER_WRONG, TITLE, WRONG, Correction
from ld.link.folding import fold

F = TypeVar("F", Post, Membership, Quotation, Claim, Event)
OPTION = "--links"
"""The source of a title that the cited words do not contain."""


def judged(facts: Facts, corrections: Sequence[Correction]) -> Facts:
    """*facts* after the verdicts among *corrections*: without the wrong ones, and with posts retitled as decided.

    A fact is known by its id, which survives edits elsewhere in the article (decision 055). Of two verdicts on a fact
    the first counts. A quotation with a wrong speaker is left with none; a claim without a speaker goes.
    """
    article = article_iri(facts.article)
    verdicts: dict[str, Correction] = {}
    for row in corrections:
        if row.is_verdict and row.concerns(article):
            verdicts.setdefault(row.match, row)
    if not verdicts:
        return facts
    wrong = {id_ for id_, row in verdicts.items() if row.decision == WRONG}
    unspoken = {id_ for id_, row in verdicts.items() if row.decision == SPEAKER_WRONG}
    return msgspec.structs.replace(
        facts,
        posts=tuple(_titled(post, verdicts.get(post.id)) for post in _kept(facts.posts, wrong)),
        memberships=_kept(facts.memberships, wrong),
        quotations=tuple(
            msgspec.structs.replace(each, speakers=(), credit=None) if each.id in unspoken else each
            for each in _kept(facts.quotations, wrong)
        ),
        claims=_kept(facts.claims, wrong | unspoken),
        events=_kept(facts.events, wrong),
    )


def _kept(facts: Iterable[F], wrong: set[str]) -> tuple[F, ...]:
    return tuple(fact for fact in facts if fact.id not in wrong)


def _titled(post: Post, verdict: Correction | None) -> Post:
    """*post* with the title of the *verdict*, whose author is the evidence where the cited words lack the title."""
    if verdict is None or not verdict.decision.startswith(TITLE):
        return post
    title = verdict.decision.removeprefix(TITLE).strip()
    if not _stands_in(title, post.evidence):
        proof = Given(option=OPTION, value=f"{title} ({verdict.because})")
        return msgspec.structs.replace(post, title=title, evidence=(proof,), office=None)
    return msgspec.structs.replace(post, title=title, office=None)


def _stands_in(title: str, evidence: Iterable[Evidence]) -> bool:
    words = f" {fold(title)}"
    return any(words in f" {fold(proof.exact)}" for proof in evidence if isinstance(proof, Citation))
