"""The posts that people hold: the title beside a name, and the country or the body for which it is held."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from ld.article import Citation, Stated
from ld.extract.dates.mentions import DateMention
from ld.extract.phrases.tags import area_of, tag_behind
from ld.extract.phrases.titles import Title, title_after, title_before
from ld.extract.roles.apposed import (
    double_title_after,
    title_with_body_before,
    whole_title,
    with_field,
    with_first_title,
    with_name_of_body,
    with_one_served,
)
from ld.extract.roles.clauses import TitleClause, title_clause_after
from ld.extract.roles.elsewhere import beside_others, held_elsewhere, one_government
from ld.extract.roles.lists import listed_titles
from ld.extract.roles.merged_statements import merged, without_spouses
from ld.extract.roles.professors import find_professors
from ld.extract.roles.seeming import is_none_before, is_none_behind, is_of_next, is_of_show
from ld.extract.roles.statements import PostStatement, Term
from ld.extract.roles.states import (
    is_dead,
    is_of_old,
    is_sought,
    is_supposed,
    is_unsettled,
    limit_before,
    limit_within,
    limited,
    lost,
    state_told,
)
from ld.extract.roles.terms import term_after
from ld.extract.roles.trades import find_trades
from ld.extract.roles.verbs import find_posts_of_verbs
from ld.extract.roles.whose import behind_name, ending_before, is_of_area, line_of, owner_before, within_phrase
from ld.facts import Post
from ld.identifiers import UNNAMED, identified
from ld.mentions import MentionIndex, Named
from ld.text.lexicon import any_of, word_set, words
from ld.text.reading import Reading
from ld.text.sentences import Sentence


def find_posts(text: Reading, names: MentionIndex, dates: Sequence[DateMention]) -> tuple[Post, ...]:
    """The posts stated in *text* beside the mentions of people in *names*; *dates* are those of the text.

    One post per holder, title and country or body: the same title elsewhere is further evidence for the same post.
    """
    statements = [
        statement
        for named in names.within(0, len(text), "person")
        for statement in _statements(text, names, named, dates)
    ]
    statements += _statements_of_lists(text, names)
    statements += find_trades(text, names)
    statements += find_professors(text, names)
    statements += find_posts_of_verbs(text, names)
    stated = sorted(held_elsewhere(list(merged(beside_others(statements, text))), text, names), key=_first_words)
    stated = list(without_spouses(stated))
    dead = _dead(text, names, {statement.holder for statement in stated})
    ended = (each._replace(state="former") if each.holder in dead else each for each in stated)
    return identified(_post(text, statement) for statement in ended)


def _dead(text: Reading, names: MentionIndex, holders: Collection[str]) -> frozenset[str]:
    """Those of *holders* whose death the text reports."""
    people = (each for each in names.entities if each.id in holders)
    return frozenset(
        each.id for each in people if is_dead(text, ((mention.start, mention.end) for mention in each.mentions))
    )


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
        place=statement.place,
        state=statement.state,
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
    """The posts of the person *named*, by the title before the name, or by the title or clause after it."""
    before = title_before(text, named.start) or title_with_body_before(text, named.start, named.end)
    if before and not (
        is_supposed(text, before.start) or is_sought(text, before.start) or is_none_before(text, before, named)
    ):
        yield _before(text, names, named, before, dates)
    aside = _ASIDE.match(text, named.end)
    end = aside.end() if aside else named.end
    after = title_after(text, end) or double_title_after(text, end)
    if after and (
        _SUBJECT.match(text, after.end)
        or is_none_behind(text, after)
        or is_unsettled(text, after.phrase_start, after.start)
        or (is_of_next(text, after) and names.starting_at(after.end + 2, after.end + 2, "person"))
    ):
        after = None
    if after:
        apposition = TitleClause(whole_title(text, after))
        statement = _behind(text, names, named, apposition, _term(text, names, apposition, dates))
        is_over = _SERVED.search(text, after.phrase_start, after.start)
        yield statement._replace(state="former") if is_over else statement
    is_open = after is None or text.startswith(",", after.phrase_end)
    clause = title_clause_after(text, named.start, after.phrase_end + 1 if after else named.end) if is_open else None
    if clause and not is_of_show(text, clause.title):
        clause = clause._replace(title=whole_title(text, clause.title))
        term = _term(text, names, clause, dates)
        if not clause.needs_end or (term and term.end):
            yield _behind(text, names, named, clause, term)
        elif clause.is_over:
            yield _behind(text, names, named, clause, term)._replace(state="former")


_ASIDE = re.compile(
    r"""
    (?:
        (?: ,?\s (?: Ph\.?\s?D\.? | M\.?D\.? | MBA | M\.?Sc\.? | J\.?D\.? | R\.?N\.? | CFA | CFP
          | Esq\. | Jr\. | Sr\. ) )+                 # NAME, Ph.D.
      | ,\s (?:aged\s)? \d\d                     # NAME, 42
      | \s \( (?:aged\s)? \d\d \)               # NAME (42)
      | \s \( [A-Z]{1,4} [–-] [A-Z][\w. ]* \)    # NAME (D-Mich.)
    ) (?=,)
    """,
    re.VERBOSE,
)
"""Degrees, an age or a tag of party and place between a name and the title after it: "NAME, Ph.D., head"."""

_SERVED = re.compile(r"\b(?:served|worked|formerly|previously)\b")
_SUBJECT = re.compile(
    rf"""
    \s+ (?: says | has | had | was | is | will | would | could | {any_of(*words("dates/past_verbs"))}
          | [a-z]+ed (?!\s(?:of|by|in|for|to|with|at|on|from|as|under)\b) ) \b
    """,
    re.VERBOSE,
)
"""What makes the title after a name the subject of another clause: "After he met NAME, the president said"."""


def _before(
    text: Reading, names: MentionIndex, named: Named, title: Title, dates: Sequence[DateMention]
) -> PostStatement:
    """The post of *named* by the *title* before the name."""
    title = with_first_title(text, title)
    said = text[title.start : title.end]
    holders = ending_before(text, names, title) or within_phrase(text, names, title)
    title = title if holders else with_one_served(text, names, title)
    start = min((title.start, *(holder.start for holder in holders)))
    limit = limit_before(text, start)
    inner = limit or limit_within(text, start, title.start)
    holders = holders or behind_name(text, names, named, said)
    end = max((named.end, *(holder.end for holder in holders)))
    evidence = Citation.of(text, limit.start() if limit else start, end, rule="title before a name")
    whole = _behind_owner(text, title, holders) if holders else _with_unknown_body(text, title)
    statement = _statement(names, named, limited(_words(text, whole), inner), holders, evidence, text.sentences)
    if is_of_old(text, start, end):
        statement = statement._replace(state="former")
    return _ended(text, named, _tagged(text, names, named, statement), dates)


def _behind_owner(text: str, title: Title, holders: Sequence[Named]) -> Title:
    """*title* without the words that end the name of the body before it: "Harbour Energy manager NAME"."""
    end = max((holder.end for holder in holders if holder.start <= title.start < holder.end < title.end), default=None)
    said = _words(text, title).lower()
    is_whole = said in word_set("phrases/post_titles") and said != "party leader"
    return title if end is None or is_whole else title._replace(start=end)


def _with_unknown_body(text: str, title: Title) -> Title:
    """*title* with the body after it that is not among the names: "Chief of the Navy, NAME"."""
    body = _UNKNOWN.fullmatch(text, title.end, title.phrase_end)
    last = body["body"].rpartition(" ")[2] if body else ""
    is_rank = last in word_set("honorifics")
    return title._replace(end=body.end("body") - (len(last) + 1 if is_rank else 0)) if body else title


_UNKNOWN = re.compile(r"(?P<body>\s(?:of|for)\s(?:the\s)?[A-Z][\w&’'-]*(?:\s(?:[A-Z][\w&’'-]*|and|of|the|for))*)\s*")


def _tagged(text: str, names: MentionIndex, named: Named, statement: PostStatement) -> PostStatement:
    """*statement* with the place given by the tag after the name: "Sen. NAME (D-Conn.)"."""
    tag = tag_behind(text, named.end) if statement.is_bare and is_of_area(statement.title) else None
    area = area_of(tag, names) if tag else None
    if tag is None or area is None:
        return statement
    evidence = Citation.of(text, named.start, tag.end, rule="tag of a party and a place")
    return statement._replace(place=area.id, evidence=(*statement.evidence, evidence))


def _ended(text: Reading, named: Named, statement: PostStatement, dates: Sequence[DateMention]) -> PostStatement:
    """*statement*, no longer held if the words after the name say how its bearer lost the post."""
    loss = lost(text, named.end)
    if loss is None:
        return statement
    end = next((date for date in dates if loss.start("rest") <= date.start and date.end <= loss.end()), None)
    evidence = Citation.of(text, named.start, loss.end(), rule="clause that ends a post")
    term = Term(loss.end(), end=end) if end else None
    return statement._replace(state="former", term=term, evidence=(*statement.evidence, evidence))


def _term(text: str, names: MentionIndex, clause: TitleClause, dates: Sequence[DateMention]) -> Term | None:
    """The term stated after the title and the name of its body or country."""
    holders = within_phrase(text, names, clause.title)
    end = max((clause.title.end, *(holder.end for holder in holders)))
    return term_after(text, end, dates, began=clause.began)


def _behind(text: str, names: MentionIndex, named: Named, clause: TitleClause, term: Term | None) -> PostStatement:
    """The post of *named* by a title that follows the name."""
    title = clause.title
    holders = within_phrase(text, names, title) or line_of(text, names, title) or owner_before(text, names, title)
    title = with_field(text, title, holders[0].start if holders else 0)
    title = title if holders else with_name_of_body(text, title)
    title = title if holders else with_one_served(text, names, title)
    start = min((title.start, *(holder.start for holder in holders)))
    limit = limit_within(text, title.phrase_start, start)
    end = max((title.end, *(holder.end for holder in holders), term.end_of_words if term else 0))
    evidence = Citation.of(text, named.start, end, rule=clause.rule)
    statement = _statement(names, named, limited(_words(text, title), limit), holders, evidence, (), term)
    return statement._replace(state="former") if term and term.end else statement


def _statements_of_lists(text: Reading, names: MentionIndex) -> Iterator[PostStatement]:
    for listed in listed_titles(text, names):
        evidence = Citation.of(text, listed.start, listed.end, rule="title of several people")
        holders = [listed.whose] if listed.whose else []
        yield _statement(names, listed.holder, listed.title, holders, evidence, ())


def _words(text: str, title: Title) -> str:
    return " ".join(text[title.start : title.end].split())


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
    by_kind = {holder.entity.kind: holder.entity.id for holder in reversed(holders)}
    country = by_kind.get("country")
    if not holders and title.lower().rsplit(" ", 1)[-1] in word_set("roles/state_titles"):
        for capital, state in one_government(names, named, sentences):
            country = state
            evidence = (citation, capital)
    return PostStatement(
        named.entity.id,
        title,
        country,
        by_kind.get("organization"),
        evidence,
        term,
        place=by_kind.get("place"),
        state=state_told(title),
    )
