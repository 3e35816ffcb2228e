"""A summary of what a build found, for people."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ld.article import Article
from ld.facts import Entity, Facts, Link, Nil, Utterance

if TYPE_CHECKING:
    from ld.extractors import Merged
    from ld.pipeline import Build
    from ld.validate import Report


_IN_VAIN_MOST = 5


def summary(built: "Build", written: Sequence[Path]) -> str:
    """Who, where, what was said, what happened, the verdict, and what stayed unlinked and why."""
    facts = built.facts
    blocks = [
        _heading(facts.article),
        _disagreements(facts.article),
        _left_out(facts.article),
        _in_vain(facts.article),
        _people(facts),
        _countries(facts),
        _others(facts),
        _events(facts),
        _utterances(facts, "Quotations", facts.quotations),
        _utterances(facts, "Claims", facts.claims),
        _unlinked(facts),
        _verdict(built.report),
        _written(written),
    ]
    return "\n".join(block for block in blocks if block)


def told(merged: "Merged") -> str:
    """What became of an extractor's facts: a line, and one for each that was dropped."""
    counts = f"{merged.added} added, {merged.known} known already, {len(merged.dropped)} dropped"
    if merged.ambiguous:
        counts += f"; the words of {merged.ambiguous} citations occur in several places; the nearest one was taken"
    return "\n".join((counts, *(f"  dropped: {why}" for why in merged.dropped)))


def _heading(article: Article) -> str:
    stated = (
        article.publisher,
        *article.authors,
        article.date_published,
        *article.sections,
    )
    details = [value.value for value in stated if value] + [article.language.value]
    return f"{article.headline.value}\n  {' · '.join(details)}\n"


def _disagreements(article: Article) -> str:
    """Where the sources within a page disagree, and which was followed."""
    fields = (("date of publication", article.date_published), ("publisher", article.publisher))
    told = ((name, stated, stated.runner_up) for name, stated in fields if stated and stated.runner_up)
    return _list("Sources disagree", (f"{name}: {stated.value}, not {other.value}" for name, stated, other in told))


def _left_out(article: Article) -> str:
    """What is not read well since the text is not in English."""
    language = article.language.value
    if language.partition("-")[0] == "en":
        return ""
    missing = "people, bodies, posts, statements and events are found by rules for English, so most are missing"
    return f"  Language  {language}: {missing}"


def _in_vain(article: Article) -> str:
    """What the page's own data state that was not taken over, and why."""
    rows = [f"    {each.what}: {each.because}" for each in article.left_out[:_IN_VAIN_MOST]]
    if more := len(article.left_out) - len(rows):
        rows.append(f"    and {more} more: article.left_out in facts.json")
    return "\n".join((f"  Left out of the page's own data ({len(article.left_out)})", *rows)) if rows else ""


def _people(facts: Facts) -> str:
    authors = {author.entity for author in facts.authors}
    people = [person for person in facts.of_kind("person") if person.id not in authors]
    rows = [(person.name, "; ".join(_posts(facts, person)) or "–", person.item or "–") for person in people]
    return _table(f"People ({len(people)})", rows)


def _posts(facts: Facts, person: Entity) -> Iterator[str]:
    for post in facts.posts:
        if post.holder == person.id:
            held_for = [facts.entity(id_).name for id_ in (post.body, post.place, post.country) if id_]
            dates = [f"{word} {date.value}" for word, date in (("since", post.start), ("until", post.end)) if date]
            yield ", ".join((post.title, *held_for, *dates))


def _countries(facts: Facts) -> str:
    countries = facts.of_kind("country")
    return _list(f"Countries ({len(countries)})", (f"{_label(country)} {country.item}" for country in countries))


def _others(facts: Facts) -> str:
    rows = []
    for kind, title in (
        ("organization", "Organizations"),
        ("group", "Groups"),
        ("place", "Places"),
        ("work", "Documents"),
    ):
        entities = facts.of_kind(kind)  # type: ignore[arg-type]
        names = (f"{entity.name} {entity.item}" if entity.item else entity.name for entity in entities)
        rows.append(_list(f"{title} ({len(entities)})", names))
    return "\n".join(row for row in rows if row)


def _events(facts: Facts) -> str:
    rows = []
    for event in facts.events:
        places = ", ".join(facts.entity(place.entity).name for place in event.places)
        attended = ", ".join(facts.entity(person.entity).name for person in (*event.attendees, *event.participants))
        rows.append(
            (event.start.value if event.start else "no date", event.name, " · ".join(filter(None, (places, attended))))
        )
    return _table(f"Events ({len(rows)})", rows)


def _utterances(facts: Facts, title: str, utterances: Sequence[Utterance]) -> str:
    spoken: dict[str, int] = {}
    for utterance in utterances:
        names = [facts.entity(speaker.entity).name for speaker in utterance.speakers]
        for name in names or [utterance.credit.value if utterance.credit else "unknown"]:
            spoken[name] = spoken.get(name, 0) + 1
    rows = [f"{name} {count}" for name, count in spoken.items()]
    return _list(f"{title} ({len(utterances)})", rows)


def _unlinked(facts: Facts) -> str:
    reasons: dict[str, list[str]] = {}
    for entity in facts.entities:
        if isinstance(entity.link, Nil):
            reason = entity.link.because.replace(f" called {entity.name!r}", " of this name")
            reasons.setdefault(reason, []).append(entity.name)
    rows = [f"    {reason}: {', '.join(names)}" for reason, names in reasons.items()]
    return "\n".join((f"  Not linked ({sum(map(len, reasons.values()))})", *rows)) if rows else ""


def _verdict(report: "Report") -> str:
    from ld.validate.report import to_text  # noqa: PLC0415 - the validator is loaded by now; --help must not

    return f"\n{to_text(report).rstrip()}"


def _written(paths: Sequence[Path]) -> str:
    return "".join(f"\nwrote {path}" for path in paths).lstrip("\n")


def _label(entity: Entity) -> str:
    return entity.link.label if isinstance(entity.link, Link) else entity.name


def _list(title: str, items: Iterable[str]) -> str:
    listed = list(items)
    return f"  {title}  {' · '.join(listed)}" if listed else ""


def _table(title: str, rows: Sequence[tuple[str, ...]]) -> str:
    if not rows:
        return ""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join((f"  {title}", *(f"    {line}" for line in lines)))
