"""The posts that people hold: the title beside a name, and the country or the body for which it is held."""

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from ld.article import Citation, Stated
from ld.extract.dates.mentions import DateMention
from ld.extract.phrases.titles import Title, is_envoy, title_after, title_before
from ld.extract.roles.clauses import TitleClause, title_clause_after
from ld.extract.roles.lists import listed_titles
from ld.extract.roles.statements import PostStatement, Term
from ld.extract.roles.terms import term_after
from ld.facts import Post
from ld.identifiers import UNNAMED, identified
from ld.mentions import MentionIndex, Named
from ld.text.before import search_before
from ld.text.lexicon import word_set
from ld.text.reading import Reading
from ld.text.sentences import Sentence


def find_posts(text: Reading, names: MentionIndex, dates: Sequence[DateMention]) -> tuple[Post, ...]:
    """The posts stated in *text* beside the mentions of people in *names*; *dates* are those of the text.

    One post a holder, title and country or body: the same title elsewhere is more evidence for the same post.
    """
    statements = [
        statement
        for named in names.within(0, len(text), "person")
        for statement in _statements(text, names, named, dates)
    ]
    statements += _statements_of_lists(text, names)
    merged = sorted(_merged(statements), key=_first_words)
    return identified(_post(text, statement) for statement in merged)


def _merged(statements: Iterable[PostStatement]) -> Iterator[PostStatement]:
    """The *statements*, those of the same post as one; those that say for whom it is held lead."""
    by_holder: dict[str, list[PostStatement]] = {}
    for statement in sorted(statements, key=lambda statement: (statement.country or statement.body or "") == ""):
        posts = by_holder.setdefault(statement.holder, [])
        index = next((index for index, known in enumerate(posts) if known.same_post(statement)), None)
        if index is None:
            posts.append(statement)
        else:
            posts[index] = posts[index].with_evidence(statement)
    return itertools.chain.from_iterable(by_holder.values())


def _first_words(statement: PostStatement) -> tuple[int, int]:
    return min((citation.start, citation.end) for citation in statement.evidence)


def _post(text: str, statement: PostStatement) -> Post:
    return Post(
        id=UNNAMED,
        holder=statement.holder,
        title=statement.title,
        evidence=_ordered(statement.evidence),
        body=statement.body,
        country=statement.country,
        start=_date(text, statement.term and statement.term.start),
        end=_date(text, statement.term and statement.term.end),
    )


def _date(text: str, date: DateMention | None) -> Stated | None:
    return date and Stated(value=date.value, evidence=(Citation.of(text, date.start, date.end, rule=date.rule),))


def _ordered(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple(sorted(set(citations), key=lambda citation: (citation.start, citation.end, citation.rule)))


def _statements(
    text: Reading, names: MentionIndex, named: Named, dates: Sequence[DateMention]
) -> Iterator[PostStatement]:
    """The posts of the person *named*: by the title before the name, by one behind it, or by the clause behind it."""
    before = title_before(text, named.start)
    if before:
        holders = _ending_before(text, names, before.start) or _within_phrase(text, names, before)
        start = min((before.start, *(holder.start for holder in holders)))
        limit = search_before(_LIMIT, text, start, _LONGEST_LIMIT)
        inner = limit or _LIMIT.search(text, start, before.start)
        holders = holders or _behind_name(text, names, named)
        end = max((named.end, *(holder.end for holder in holders)))
        evidence = Citation.of(text, limit.start() if limit else start, end, rule="title before a name")
        yield _statement(names, named, _limited(_words(text, before), inner), holders, evidence, text.sentences)
    after = title_after(text, named.end)
    if after:
        apposition = TitleClause(after)
        yield _behind(text, names, named, apposition, _term(text, names, apposition, dates))
    clause = None if after else title_clause_after(text, named.start, named.end)
    if clause:
        term = _term(text, names, clause, dates)
        if not clause.needs_end or (term and term.end):
            yield _behind(text, names, named, clause, term)


def _term(text: str, names: MentionIndex, clause: TitleClause, dates: Sequence[DateMention]) -> Term | None:
    """The term stated behind the title and whose it is."""
    holders = _within_phrase(text, names, clause.title)
    end = max((clause.title.end, *(holder.end for holder in holders)))
    return term_after(text, end, dates, began=clause.began)


def _behind(text: str, names: MentionIndex, named: Named, clause: TitleClause, term: Term | None) -> PostStatement:
    """The post of *named* by a title that follows the name."""
    title = clause.title
    holders = _within_phrase(text, names, title)
    start = min((title.start, *(holder.start for holder in holders)))
    limit = _LIMIT.search(text, title.phrase_start, start)
    end = max((title.end, *(holder.end for holder in holders), term.end_of_words if term else 0))
    evidence = Citation.of(text, named.start, end, rule=clause.rule)
    return _statement(names, named, _limited(_words(text, title), limit), holders, evidence, (), term)


def _limited(title: str, limit: re.Match[str] | None) -> str:
    """*title* with what limits it: "former"; unless it begins with that itself."""
    if limit is None:
        return title
    said = (limit[1] or limit[2]).lower()
    word = _FORMER.get(said, said)
    return title if title.lower().partition(" ")[0] == word else f"{word} {title}"


def _behind_name(text: str, names: MentionIndex, named: Named) -> list[Named]:
    """The country or body in "President NAME of COUNTRY"."""
    of = _OF.match(text, named.end)
    whose = names.starting_at(of.end(), of.end(), "country", "organization") if of else None
    return [whose] if whose and whose.mention.kind != "demonym" else []


_OF = re.compile(r"\s+of\s+(?:the\s+)?")


def _statements_of_lists(text: Reading, names: MentionIndex) -> Iterator[PostStatement]:
    for listed in listed_titles(text, names):
        evidence = Citation.of(text, listed.start, listed.end, rule="title of several people")
        holders = [listed.whose] if listed.whose else []
        yield _statement(names, listed.holder, listed.title, holders, evidence, ())


_LIMIT = re.compile(
    r"""
    (?<!\w) (?:then[ -]|now[ -])? (?:
        ([Ff]ormer|[Aa]cting|[Tt]hen|[Ll]ate|[Oo]utgoing|[Ee]x)[ -]                 # then-former
      | (former|Former|acting|outgoing)\s+ (?:[A-Z][\w.&’'-]*\s+){1,4}              # former Harbour Board
    ) \Z
    """,
    re.VERBOSE,
)
"""What limits the title: before the country in "former French President", or before what is no entity of ours."""

_LONGEST_LIMIT = 60
_FORMER = {"ex": "former"}


def _words(text: str, title: Title) -> str:
    return " ".join(text[title.start : title.end].split())


def _ending_before(text: str, names: MentionIndex, title_start: int) -> list[Named]:
    """The country or body that stands right before the title: "Canadian", "Russia's new", "the command's"."""
    nearest = names.nearest(title_start, "country", "organization")
    return [nearest] if nearest and _UP_TO_TITLE.match(text[nearest.end : title_start]) else []


_UP_TO_TITLE = re.compile(
    r"\A(?:[’']s?)?\s+(?:(?:newly|recently|new|then|current|former|longtime|long-time|outgoing|acting|late|own|elected"
    r"|appointed|named|first|next|top)[\s-]+)*\Z"
)


def _within_phrase(text: str, names: MentionIndex, title: Title) -> list[Named]:
    """The country or body that the phrase around the title names: "at the Board", "France's".

    A body comes first, and what follows the title; somebody sent to a body or a country holds no post of it.
    """
    inside = names.within(title.phrase_start, title.phrase_end, "country", "organization")
    before = [named for named in inside if _UP_TO_TITLE.match(text[named.end : title.start])]
    after = [named for named in inside if _is_beside(text, names, title.end, named)]
    if is_envoy(text[title.start : title.end]) and any(_TO.match(text, title.end) for _ in after):
        after = []
    return sorted([*after, *before], key=lambda named: named.entity.kind != "organization")[:1]


def _is_beside(text: str, names: MentionIndex, title_end: int, named: Named) -> bool:
    """Whether a preposition alone joins *named* to the title; a body's country may stand between: "of the U.S. …"."""
    country = names.nearest(named.start, "country")
    led = country is not None and country.end > title_end and text[country.end : named.start].isspace()
    return _BESIDE.fullmatch(text, title_end, country.start if country and led else named.start) is not None


_NEAR = 1000
_BESIDE = re.compile(
    r"(?:\s+of\s+[a-z]+(?:\s+and\s+[a-z]+)?)?\s+(?:of|at|in|for|with|from|to)\s+(?:the\s+)?(?:(?:[A-Z]\.){2,}\s+)?"
)
_TO = re.compile(r"\s+to\b")


def _statement(  # noqa: PLR0913, PLR0917
    names: MentionIndex,
    named: Named,
    title: str,
    holders: Sequence[Named],
    citation: Citation,
    sentences: Sequence[Sentence],
    term: Term | None = None,
) -> PostStatement:
    evidence: tuple[Citation, ...] = (citation,)
    country = next((holder.entity.id for holder in holders if holder.entity.kind == "country"), None)
    body = next((holder.entity.id for holder in holders if holder.entity.kind == "organization"), None)
    if not holders and title.lower().rsplit(" ", 1)[-1] in word_set("roles/state_titles"):
        for capital, state in _one_government(names, named, sentences):
            country = state
            evidence = (citation, capital)
    return PostStatement(named.entity.id, title, country, body, evidence, term)


def _one_government(names: MentionIndex, named: Named, sentences: Sequence[Sentence]) -> Iterable[tuple[Citation, str]]:
    """The country of a bare "President": that of the one capital which stands for its government in the sentence."""
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
