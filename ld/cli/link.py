"""``article-ld link``: a text with its links, each with its score, or the reason for having none."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ld.cli.json_output import add_json_option, give_json
from ld.cli.linking import add_linking_options, linking_of
from ld.cli.printing import give, show
from ld.config import defaults
from ld.errors import InputError
from ld.standard_input import read_standard_input

if TYPE_CHECKING:
    from ld.cli.linking import Linking
    from ld.facts import Entity, Facts, Mention
    from ld.nif import Context

_NIF = (".ttl", ".nt", ".nif")
_STDIN = "-"
_MARGIN = "  "


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "link",
        help="print a text with its links, each with its score, or the reason why there is none",
        description="Link a text. The table has each mention with its entity, Wikidata ID and score, or a reason. "
        "--format nif writes NIF 2.0 in Turtle, for tools that score linkers, and reads NIF from files named .ttl, .nt "
        "or .nif and from standard input: their texts are taken as they are, and where a text comes with phrases, only "
        "these are linked. --candidates lists the items that each entity may be, the best first, with their scores, "
        "the terms of each score, and which item was chosen, or why none was.",
    )
    parser.add_argument("source", metavar="TEXT", help="a text, a facts.json, or - for standard input")
    parser.add_argument("--format", choices=("table", "nif", "json"), default="table", help="default: table")
    add_json_option(parser, of_format=True)
    parser.add_argument(
        "--candidates", action="store_true", help="print the candidates for each name instead, as a table or as JSON"
    )
    parser.add_argument("--url", help="the article's address")
    parser.add_argument("--date", help="the day of publication, YYYY-MM-DD, which decides who was in office")
    parser.add_argument(
        "--lang",
        help="the article's language (BCP 47; default: lang of the settings, else detected)",
    )
    add_linking_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the links, or the candidates for them."""
    if options.candidates and options.format == "nif":
        raise InputError("NIF has no candidates", "leave out --format nif, or take --format json")
    with linking_of(options) as linking:
        if options.candidates:
            return _print_candidates(options, linking)
        return _print_links(options, linking)


def _print_candidates(options: argparse.Namespace, linking: "Linking") -> int:
    from ld.cli.candidates import json_of, told  # noqa: PLC0415 - imported late: --help must not wait for the linker
    from ld.link.choices import choices  # noqa: PLC0415

    found = choices(_read(options, linking), linking.kb, linking.corrections, linking.threshold)
    if options.format == "json":
        give(json_of(found))
    else:
        show(told(found))
    return 0


def _print_links(options: argparse.Namespace, linking: "Linking") -> int:
    from ld.nif import write_nif  # noqa: PLC0415 - imported late: --help must not wait for the linker

    if options.format == "table":
        show("\n".join(_table(_of_article(options, linking))))
    elif options.format == "json":
        give_json([_record(*each) for each in _mentions(_of_article(options, linking))])
    elif options.source == _STDIN or options.source.endswith(_NIF):
        give(write_nif(_of_contexts(options, linking)))
    else:
        facts = _of_article(options, linking)
        give(write_nif([(_context(facts), facts)]))
    return 0


def _of_article(options: argparse.Namespace, linking: "Linking") -> "Facts":
    from ld.link import link  # noqa: PLC0415

    return link(_read(options, linking), linking.kb, linking.corrections, linking.threshold)


def _read(options: argparse.Namespace, linking: "Linking") -> "Facts":
    """The facts of the source, as they are before anything in them is linked."""
    from ld.article import Article  # noqa: PLC0415
    from ld.extract import extract  # noqa: PLC0415
    from ld.read import read  # noqa: PLC0415

    source = read(options.source, url=options.url, date=options.date, lang=options.lang, defaults=defaults())
    return extract(source, linking.kb) if isinstance(source, Article) else source


def _of_contexts(options: argparse.Namespace, linking: "Linking") -> "Iterator[tuple[Context, Facts]]":
    """Each context of the source that has a text, with its facts. InputError for input that is not NIF."""
    from ld.extract import extract  # noqa: PLC0415
    from ld.link import link  # noqa: PLC0415
    from ld.link.given_spans import link_spans  # noqa: PLC0415
    from ld.nif import article_of, read_nif  # noqa: PLC0415
    from ld.read.options import options as checked  # noqa: PLC0415

    given = checked(url=options.url, date=options.date, publisher=None, lang=options.lang)
    date = given.date.value if given.date else None
    lang = given.language.value if given.language else "en"
    try:
        contexts = read_nif(_text_of(options.source))
    except InputError as error:
        raise InputError(f"{options.source}: {error}", error.hint) from error
    for context in contexts:
        if context.text.strip():
            facts = extract(article_of(context, date, lang), linking.kb)
            if context.phrases:
                yield context, link_spans(facts, context.phrases, linking.kb, linking.corrections)
            else:
                yield context, link(facts, linking.kb, linking.corrections, linking.threshold)


def _text_of(source: str) -> str:
    try:
        data = read_standard_input() if source == _STDIN else Path(source).read_bytes()
        return data.decode()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", "check the path and its permissions") from error
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8: byte {error.start} cannot be decoded", "save the file as UTF-8") from error


def _context(facts: "Facts") -> "Context":
    from ld.mapping.nodes import Nodes  # noqa: PLC0415
    from ld.nif import Context  # noqa: PLC0415

    return Context.of(Nodes(facts).name, facts.article.text)


def _table(facts: "Facts") -> Iterator[str]:
    """The text, each linked mention with its ID in brackets; then a line for every mention."""
    mentions = _mentions(facts)
    yield _marked(facts.article.text, mentions)
    rows = [_row(mention, entity) for mention, entity in mentions]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield _MARGIN.join(cells).rstrip()


def _mentions(facts: "Facts") -> "list[tuple[Mention, Entity]]":
    """Each mention with its entity, in the order of the text."""
    mentions = ((mention, entity) for entity in facts.entities for mention in entity.mentions)
    return sorted(mentions, key=lambda each: (each[0].start, -each[0].end))


def _record(mention: "Mention", entity: "Entity") -> dict[str, str | int | float | None]:
    """A mention as a program reads it: code points, half-open; *item* and *score* are null where nothing is linked."""
    from ld.facts import Link  # noqa: PLC0415

    link = entity.link
    return {
        "start": mention.start,
        "end": mention.end,
        "words": mention.exact,
        "mention": mention.kind,
        "kind": entity.kind,
        "name": entity.name,
        "item": entity.item,
        "score": link.score if isinstance(link, Link) else None,
        "because": link.because if link else "",
    }


def _marked(text: str, mentions: "Sequence[tuple[Mention, Entity]]") -> str:
    pieces: list[str] = []
    at = 0
    for mention, entity in mentions:
        if entity.item and mention.start >= at:
            pieces += (text[at : mention.start], f"[{mention.exact} {entity.item}]")
            at = mention.end
    return f"{''.join((*pieces, text[at:]))}\n"


def _row(mention: "Mention", entity: "Entity") -> tuple[str, ...]:
    from ld.facts import Link  # noqa: PLC0415

    link = entity.link
    score = f"{link.score:.3f}" if isinstance(link, Link) else "–"
    words = " ".join(mention.exact.split())
    place, reason = f"{mention.start}–{mention.end}", link.because if link else ""
    return (place, words, mention.kind, entity.kind, entity.name, entity.item or "–", score, reason)
