"""The body, country or place of a post that does not state it, if only one of those the article names can be meant."""

import bisect
import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ld.article import Citation
from ld.extract.phrases.tags import is_state
from ld.extract.phrases.titles import is_of_university
from ld.extract.roles.statements import PostStatement
from ld.facts import Entity
from ld.mentions import MentionIndex, Named
from ld.text.lexicon import table, word_set
from ld.text.reading import Reading
from ld.text.sentences import Sentence


def held_elsewhere(statements: Sequence[PostStatement], text: Reading, names: MentionIndex) -> Iterator[PostStatement]:
    """*statements*, each bare one with the only body, country or place of the article that it can mean, if any."""
    for each in statements:
        yield _held_for(each, text, names, statements) if each.is_bare else each


def beside_others(statements: Sequence[PostStatement], text: Reading) -> Iterator[PostStatement]:
    """*statements*, each bare one with the body of the post that "and" joins it to: "Quist chairman A and director B".

    Only officers of a body share it: not "chairman A and President B".
    """
    ends = {each.evidence[0].end: each for each in statements if each.body and each.evidence[0].rule in _BEFORE_NAMES}
    for each in statements:
        proof = each.evidence[0]
        joint = _JOINT.search(text, max(0, proof.start - len(", and ")), proof.start)
        other = ends.get(joint.start()) if joint and each.is_bare and proof.rule in _BEFORE_NAMES else None
        if other and each.title.islower() and other.title.islower() and each.title.split()[-1] not in _OF_STATES:
            proof = Citation.of(text, other.evidence[0].start, proof.end, rule=proof.rule)
            yield each._replace(body=other.body, evidence=(proof,))
        else:
            yield each


_JOINT = re.compile(r",?\sand\s\Z")
_OF_STATES = frozenset(("president", "minister", "premier", "governor", "senator", "mayor", "king", "queen", "judge"))


def _held_for(
    statement: PostStatement, text: Reading, names: MentionIndex, others: Sequence[PostStatement]
) -> PostStatement:
    """The bare *statement* with whom it is held for, and the words that name them."""
    if _OWNED.search(text, max(0, _offset(statement) - _REACH), _offset(statement)):
        return statement
    last = statement.title.lower().split()[-1]
    if last in word_set("roles/state_titles") and (found := _of_the_seat(statement, text, names)):
        state, seat = found
        return statement._replace(country=state.id, evidence=(*statement.evidence, seat))
    body = _body_of_kind(_kinds().get(last, ""), names) or _of_successor(statement, names, others)
    if last in _HEADS_OF_COMPANIES:
        body = _only_beside(statement, text, names)
    body = body or _called_by_kind(statement, text, names)
    if body:
        return statement._replace(body=body.id, evidence=(*statement.evidence, _first(text, body)))
    town = _town_of_headline(text, names) if last == "mayor" else _only_state(statement, text, names)
    return statement._replace(place=town.id, evidence=(*statement.evidence, _first(text, town))) if town else statement


_OWNED = re.compile(r"\b[A-Z][\w&.-]*(?:s[’']|[’']s)\s\Z")
"""A name that the article has for nobody else, whose post it is: "Quill's deputy chief executive NAME"."""
_HEADS_OF_COMPANIES = frozenset(("ceo", "cfo", "coo", "cto", "executive"))


def _first(text: str, entity: Entity) -> Citation:
    """The words that first name *entity*."""
    mention = entity.mentions[0]
    return Citation.of(text, mention.start, mention.end, rule="the only one that the title can mean")


@functools.cache
def _kinds() -> dict[str, str]:
    """The last word of a body's name by a word for its members: councillors sit in a Council."""
    return {row["title"]: row["body"] for row in table("roles/bodies_of_members")}


def _body_of_kind(kind: str, names: MentionIndex) -> Entity | None:
    """The only organization of the article whose name ends in *kind*."""
    bodies = (each for each in names.entities if kind and each.kind == "organization" and each.mentions)
    found = [body for body in bodies if body.name.endswith(f" {kind}")]
    return found[0] if len(found) == 1 else None


def _called_by_kind(statement: PostStatement, text: Reading, names: MentionIndex) -> Entity | None:
    """The only organization whose name ends in the words right before a title: "Service spokesman NAME"."""
    proof = statement.evidence[0]
    word = _KIND.search(text, max(0, proof.start - _REACH), proof.start) if proof.rule in _BEFORE_NAMES else None
    if word is None or word["kind"].lower() not in word_set("roles/kinds_of_bodies"):
        return None
    words = [*word["rest"].lower().split(), word["kind"].lower()]
    ends = [
        each for each in names.entities if each.kind == "organization" and each.name.lower().split()[-1] == words[-1]
    ]
    return ends[0] if len(ends) == 1 and ends[0].name.lower().split()[-len(words) :] == words else None


_KIND = re.compile(
    r"""
    (?: \A | [.!?”"\n]\s* | \b(?:[Tt]he|[Bb]ut|and|[Hh]owever,) \s | ,\s )                           # The
    (?P<rest>(?:[A-Za-z]+\s)?) (?P<kind>[A-Za-z]+) \s \Z                                       # fire service
    """,
    re.VERBOSE,
)


def _of_successor(statement: PostStatement, names: MentionIndex, others: Sequence[PostStatement]) -> Entity | None:
    """The body in which somebody else now has the holder's former post: "former leader NAME"; not "President NAME"."""
    if statement.title.lower().split()[-1] in _OF_STATES:
        return None
    bodies = {each.body for each in others if statement.precedes(each)}
    return next((each for each in names.entities if each.id in bodies), None) if len(bodies) == 1 else None


def _only_beside(statement: PostStatement, text: Reading, names: MentionIndex) -> Entity | None:
    """The one organization in the sentence of a bare "CEO", if the article mentions no other as often."""
    beside = {each.id: each for each in _beside(statement, text, names) if each.kind == "organization"}
    spoken = Counter({each.id: len(each.mentions) for each in names.entities if each.kind == "organization"})
    (first, most), (_, next_most) = (*spoken.most_common(2), ("", 0), ("", 0))[:2]
    return beside[first] if list(beside) == [first] and most > max(1, next_most) else None


def _of_the_seat(statement: PostStatement, text: Reading, names: MentionIndex) -> tuple[Entity, Citation] | None:
    """The country whose seat of government the article names, if it names no other country as often.

    The sentence must not name another, and the title must be one that this country has, before the name: "President
    NAME".
    """
    last = statement.title.lower().split()[-1]
    is_before = all(proof.rule in _BEFORE_NAMES for proof in statement.evidence) and not any(
        _BODY.search(text, max(0, proof.start - _REACH), proof.start) for proof in statement.evidence
    )
    rows = [row for row in table("roles/seats") if is_before and row["title"] == last]
    seats = [(row["iso2"], span) for row in rows for span in text.occurrences(row["name"])]
    codes = {code for code, _ in seats}
    countries = [entity for entity in names.entities if entity.kind == "country"]
    most = max((len(each.mentions) for each in countries), default=0)
    found = [each for each in countries if len(each.mentions) == most]
    if len(codes) != 1 or len(found) != 1 or found[0].country_code not in codes:
        return None
    if any(each.kind == "country" and each != found[0] for each in _beside(statement, text, names)):
        return None
    start, end = min(span for _, span in seats)
    return found[0], Citation.of(text, start, end, rule="capital of the post")


_BEFORE_NAMES = frozenset(("title before a name", "title of several people", "clause that ends a post"))


_REACH = 40
_BODY = re.compile(r"[\w,] [A-Z][\w&’'-]* \Z")
"""A body or a place that is not among the article's names: "Virginia AFL-CIO President NAME"."""


def _beside(statement: PostStatement, text: Reading, names: MentionIndex) -> list[Entity]:
    """The entities named in the sentence of *statement*."""
    offset = _offset(statement)
    sentence = next((each for each in text.sentences if each.start <= offset < each.end), None)
    return [named.entity for named in names.within(sentence.start, sentence.end)] if sentence else []


def _offset(statement: PostStatement) -> int:
    return min(citation.start for citation in statement.evidence)


def _only_state(statement: PostStatement, text: str, names: MentionIndex) -> Entity | None:
    """The one state of the USA that the article names, for a title with "state": "state Rep. NAME"."""
    if is_of_university(statement.title):
        return None
    if not _STATE.match(text, max(0, _offset(statement) - len("state "))) and not _STATE.match(statement.title):
        return None
    states = [each for each in names.entities if each.kind == "place" and is_state(each.name)]
    return states[0] if len(states) == 1 else None


_STATE = re.compile(r"[Ss]tate\s")


def _town_of_headline(text: Reading, names: MentionIndex) -> Entity | None:
    """The only town that the headline names, if the article names it again."""
    spans = [(part.start, part.end) for part in text.parts if part.kind == "headline"]
    named = {each.entity.id: each.entity for start, end in spans for each in names.within(start, end, "place")}
    towns = [place for place in named.values() if not is_state(place.name)]
    return towns[0] if len(towns) == 1 and len(towns[0].mentions) > 1 else None


def one_government(names: MentionIndex, named: Named, sentences: Sequence[Sentence]) -> Iterable[tuple[Citation, str]]:
    """The country of a bare "President": that of the only capital that stands for a government in the sentence."""
    index = bisect.bisect_right(sentences, named.start, key=lambda sentence: sentence.start) - 1
    sentence = sentences[index] if index >= 0 else None
    if sentence is None or sentence.end <= named.start:
        return
    capitals = {
        place.entity.country_code: place
        for place in names.within(
            max(sentence.start, named.start - _NEAR), min(sentence.end, named.end + _NEAR), "place"
        )
        if place.mention.kind == "metonym"
    }
    if len(capitals) == 1:
        ((code, place),) = capitals.items()
        mention = place.mention
        citation = Citation(start=mention.start, end=mention.end, exact=mention.exact, rule="capital of the post")
        states = (entity.id for entity in names.entities if entity.kind == "country" and entity.country_code == code)
        yield from ((citation, state) for state in states)


_NEAR = 1000
