"""The tools: their inputs and outputs."""

import json
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, ParamSpec, TypeVar

from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from ld.article import Article
from ld.config import defaults
from ld.errors import ArticleLdError, InputError
from ld.explanations import explanations
from ld.extract import extract
from ld.facts import Entity, Facts, Mention
from ld.kb import Lookup
from ld.link import link
from ld.link.corrections import Correction
from ld.link.weights import THRESHOLD
from ld.mcp.answers import Answered, Built, Checked, Explained, Finding, Name
from ld.pipeline import complete
from ld.publish.store import Store
from ld.read import read_data, read_facts
from ld.serve.sparql import GRAPHS, TABLES, answer
from ld.validate import Severity
from ld.validate.checking import check_document
from ld.validate.documents import SYNTAXES, parse, sniff
from ld.validate.profiles import Choice, checks_of

MOST_BYTES = 1_000_000
"""Of an answer to a query: more is of no use to who reads it."""

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")

Source = Annotated[str, Field(description="the article: its text as pasted, or the HTML of its page")]
Url = Annotated[str | None, Field(description="the article's address; without it the graph gets a stable URN")]
Day = Annotated[str | None, Field(description="the day of publication, YYYY-MM-DD: relative dates count from it")]
Publisher = Annotated[str | None, Field(description="the publisher's name")]
Lang = Annotated[str | None, Field(description="the article's language (BCP 47), else it is detected")]


class Tools:
    """The tools, with what names are linked with, as for ``ld.pipeline.build``, and the *store* that is queried."""

    def __init__(
        self,
        kb: Lookup | None,
        corrections: Sequence[Correction] = (),
        threshold: float = THRESHOLD,
        store: Store | None = None,
    ) -> None:
        self._kb, self._corrections, self._threshold = kb, corrections, threshold
        self._store = store

    def all(self) -> tuple[Callable[..., Any], ...]:
        """Every tool that can be used; without a store there is no ``query``."""
        usable = (self.build, self.link, self.explain, self.validate)
        tools = (*usable, self.query) if self._store else usable
        return tuple(_told(tool) for tool in tools)

    def build(
        self, source: Source, url: Url = None, date: Day = None, publisher: Publisher = None, lang: Lang = None
    ) -> Built:
        """Turn a news article into linked data: facts with the words that prove them, JSON-LD and Turtle.

        A graph that does not conform is given with its findings: do not publish it.
        """
        article = _article(source, url, date, publisher, lang)
        built = complete(article, kb=self._kb, corrections=self._corrections, threshold=self._threshold)
        return Built(
            headline=built.article.headline.value,
            conforms=built.report.conforms(),
            findings=[str(result) for result in built.report.results],
            json_ld=json.loads(built.json_ld()),
            turtle=built.turtle(),
            evidence_turtle=built.evidence_turtle(),
            facts=json.loads(built.facts_json()),
        )

    def link(self, source: Source, url: Url = None, date: Day = None, lang: Lang = None) -> list[Name]:
        """List the names in a news article, each with its Wikidata ID, or the reason why it has none."""
        read = _article(source, url, date, None, lang)
        extracted = extract(read, self._kb) if isinstance(read, Article) else read
        facts = link(extracted, self._kb, self._corrections, self._threshold)
        mentions = [(mention, entity) for entity in facts.entities for mention in entity.mentions]
        return [_name(*each) for each in sorted(mentions, key=lambda each: (each[0].start, -each[0].end))]

    def explain(self, facts_json: Annotated[str, Field(description="a facts.json, as build gives it")]) -> Explained:
        """Say each fact of a facts.json in words, with the sentences that prove it."""
        return Explained(facts=list(explanations(read_facts(facts_json))))

    def validate(
        self,
        document: Annotated[str, Field(description="Turtle, TriG, N-Quads, RDF/XML, JSON-LD, a page, or facts.json")],
        name: Annotated[str, Field(description="the document's file name, whose ending tells its syntax")] = "",
        profiles: Annotated[
            list[str] | None, Field(description="article-ld, google, schema-org, void; else what fits the document")
        ] = None,
    ) -> Checked:
        """Check a graph, a page's markup or a facts.json, and list what is wrong with the line of each fault."""
        syntax = SYNTAXES.get(Path(name).suffix.lower(), "") or sniff(document)
        checks = checks_of(Choice(profiles=tuple(profiles or ())))
        file = check_document(parse(name or "document", document, syntax, {}), checks)
        findings = [
            Finding(
                severity=located.result.severity.value,
                message=f"{located.result.place}: {located.result.message}",
                line=located.place.line,
                column=located.place.column,
                rule=located.result.shape,
                source=located.place.source,
            )
            for located in file.results
        ]
        conforms = all(each.severity != Severity.VIOLATION.value for each in findings)
        return Checked(conforms=conforms, focus_nodes=file.focus_nodes, findings=findings)

    def query(self, sparql: Annotated[str, Field(description="SPARQL 1.1; each article is a named graph")]) -> Answered:
        """Ask the store a SPARQL query, read-only: tables come as JSON, graphs as Turtle."""
        if self._store is None:
            raise InputError("no store is open", "start the server with --store")
        answered = answer(self._store, sparql, TABLES[0], GRAPHS[0], MOST_BYTES)
        return Answered(media_type=answered.media_type, body=answered.body.decode())


def _article(
    source: str, url: str | None, date: str | None, publisher: str | None, lang: str | None
) -> Article | Facts:
    given = {"url": url, "date": date, "publisher": publisher, "lang": lang}
    return read_data(source.encode(), **given, defaults=defaults())


def _name(mention: Mention, entity: Entity) -> Name:
    return Name(
        words=mention.exact,
        start=mention.start,
        end=mention.end,
        kind=entity.kind,
        name=entity.name,
        item=entity.item or "",
        score=getattr(entity.link, "score", None),
        because=entity.link.because if entity.link else "",
    )


def _told(tool: Callable[_Asked, _Answer]) -> Callable[_Asked, _Answer]:
    """*tool*, whose expected errors are reported to the client, with advice."""

    @wraps(tool)
    def told(*arguments: _Asked.args, **named: _Asked.kwargs) -> _Answer:
        try:
            return tool(*arguments, **named)
        except ArticleLdError as error:
            raise ToolError(f"{error}\n{error.hint}".strip()) from error

    return told
