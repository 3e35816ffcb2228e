"""Where a fact comes from: the words that prove it, and why an entity is linked or not."""

import bisect
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from ld.article import Article, Citation, Evidence, Given, Known, SourceCitation
from ld.facts import Entity, Link, Nil
from ld.report.markup import Html, element, joined, named, outside
from ld.report.outline import part_anchor
from ld.text.reading import Reading
from ld.text.sentences import Sentence

_AROUND = 70  # code points of the sentence on each side of the words


def item(link: Link) -> Html:
    """The Wikidata ID, as a link to the item, or the house's own IRI."""
    if link.qid is None:
        return outside(link.item, link.item, class_="iri")
    return outside(
        f"https://www.wikidata.org/wiki/{quote(link.qid, safe='', errors='replace')}", link.qid, class_="qid"
    )


def verdict(entity: Entity) -> Html:
    """Why the *entity* is linked or not: label, score, reason, runner-up and knowledge base, as a description list."""
    rows: tuple[tuple[str, Html], ...]
    match entity.link:
        case Link() as link:
            rows = (
                ("Linked as", named(link.label)),
                ("Score", _score(link.score)),
                ("Reason", named(link.because)),
                ("Runner-up", _runner_up(link)),
                ("Source", named(link.source)),
            )
        case Nil(because=because):
            rows = (("Reason", named(because)),)
        case None:
            rows = (("Reason", Html("nobody has looked it up")),)
    return element("dl", *(row(*pair) for pair in rows), class_="verdict")


def row(term: str, *values: str) -> Html:
    """A term of a description list and its values."""
    return element("div", element("dt", term), *(element("dd", value) for value in values))


def _score(score: float) -> Html:
    shown = f"{score:.2f}"
    return joined(element("meter", value=shown, min="0", max="1", aria_label="score"), " ", shown)


def _runner_up(link: Link) -> Html:
    """The item that came next."""
    if not link.runner_up:
        return joined("none: nothing else that is known bears this name")
    behind = "" if link.margin is None else f", {link.margin:g} behind"
    return joined(named(link.runner_up), behind)


class Proofs:
    """Writes the evidence of the facts of one *article*."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._sentences: Sequence[Sentence] = Reading.of(article).sentences
        self._parts = {id(part): number for number, part in enumerate(article.parts)}

    def listed(self, evidence: Iterable[Evidence]) -> Html:
        """A list item for each proof; words of the text are a link to their place in it."""
        return element("ul", *(element("li", self._proof(proof)) for proof in evidence), class_="proofs")

    def _proof(self, proof: Evidence) -> Html:
        match proof:
            case Given(option=option, value=value):
                return joined(_origin("given"), element("code", f"{option} {value}"))
            case Known(source=source):
                return joined(_origin("known"), named(source))
            case SourceCitation():
                return joined(_origin("beside the text"), element("q", element("mark", proof.exact)), _rule(proof.rule))
            case Citation():
                return joined(self._in_sentence(proof), _rule(proof.rule))

    def _in_sentence(self, proof: Citation) -> Html:
        """The sentence around the words, shortened at both sides, as a link to its part of the text."""
        text, start, end = self._article.text, proof.start, proof.end
        place = bisect.bisect_right(self._sentences, start, key=lambda sentence: sentence.start) - 1
        if place >= 0:
            sentence = self._sentences[place]
            start, end = min(start, sentence.start), max(end, sentence.end)
        before, after = text[start : proof.start], text[proof.end : end]
        if len(before) > _AROUND:
            before = "… " + before[-_AROUND:].partition(" ")[2]
        if len(after) > _AROUND:
            after = after[:_AROUND].rpartition(" ")[0] + " …"
        words = element("q", before, element("mark", proof.exact), after, dir="auto")
        part = self._article.part_at(proof.start)
        if part is None:
            return words
        target = f"#{part_anchor(self._parts[id(part)])}"
        return element("a", words, href=target, class_="at", data_at=f"{proof.start} {proof.end}")


def _origin(how: str) -> Html:
    return joined(element("span", how, class_="origin"), " ")


def _rule(rule: str) -> Html | None:
    return joined(" ", element("span", rule, class_="rule")) if rule else None
