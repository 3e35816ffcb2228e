"""Runs the steps in order: from a source to linked, mapped and validated facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ld.article import Article
from ld.config import Defaults
from ld.errors import InputError
from ld.extract import extract
from ld.extractors import Extractor, Merged, merge
from ld.extras import extra
from ld.facts import Entity, Facts
from ld.kb import Lookup, with_bundled
from ld.link.corrections import Correction
from ld.link.weights import THRESHOLD
from ld.linked_graph import linked_graph
from ld.read import Given, read
from ld.read.facts_json import write_facts
from ld.serialize import json_ld, ninjs, turtle
from ld.terms import ArticleGraph
from ld.validate import Report, validate
from ld.validate.shapes import Shapes

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, repr=False)
class Build:
    """The result for one article: its linked *facts*, their RDF *graph*, and the SHACL *report* on it.

    *merged* is what each further extractor contributed, in their order.
    """

    facts: Facts
    graph: ArticleGraph
    report: Report
    merged: tuple[Merged, ...] = ()

    @property
    def article(self) -> Article:
        """The article as it was read."""
        return self.facts.article

    @property
    def countries(self) -> tuple[Entity, ...]:
        """The countries that the article names, in the order of their first mention."""
        return self.facts.of_kind("country")

    @property
    def people(self) -> tuple[Entity, ...]:
        """The people whom the article names, its authors among them."""
        return self.facts.of_kind("person")

    def __repr__(self) -> str:
        counts = f"{len(self.people)} people, {len(self.countries)} countries, {len(self.facts.quotations)} quotations"
        verdict = "valid" if self.report.conforms() else "invalid"
        return f"<Build {self.article.headline.value!r}: {counts}, {verdict}>"

    def _repr_html_(self) -> str:
        """What notebooks show (IPython's rich display)."""
        from ld.notebook import as_html  # noqa: PLC0415 - for notebooks alone

        return as_html(self.facts, self.report, self.graph.name)

    def table(self) -> "pa.Table":
        """The facts as an Arrow table, one row each: ``table().to_pandas()``.

        Raises MissingExtraError if pyarrow is not installed.
        """
        with extra("corpus", "a table of facts"):
            from ld.fact_table import table_of  # noqa: PLC0415 - it takes as long as all the rest
        return table_of(self.facts, self.graph.name)

    def turtle(self) -> str:
        """The graph of facts as Turtle."""
        return turtle(self.graph.facts, self.graph.name)

    def evidence_turtle(self) -> str:
        """The graph of evidence as Turtle: the words that state each fact."""
        return turtle(self.graph.evidence, self.graph.name)

    def json_ld(self) -> str:
        """The graph of facts as JSON-LD, framed on the article."""
        return json_ld(self.graph)

    def ninjs(self) -> str:
        """The article as ninjs 3.1 (IPTC), with its people, organizations, places and topics."""
        return ninjs(self.facts, str(self.graph.name))

    def facts_json(self) -> str:
        """The facts as JSON, ready to be corrected and built again."""
        return write_facts(self.facts)


def build(  # noqa: PLR0913 - the options of one article
    source: str | Path | Article | Facts,
    *,
    url: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    lang: str | None = None,
    defaults: Defaults = Defaults(),  # noqa: B008 - an immutable value
    shapes: Shapes | None = None,
    extractors: Sequence[Extractor] = (),
    kb: Lookup | None = None,
    bundled: bool = True,
    threshold: float = THRESHOLD,
    corrections: Sequence[Correction] = (),
    allow_private: bool = False,
) -> Build:
    """Turn an article into validated linked data.

    *source* is the path or the address of a page, the path of a text or of a ``facts.json``, ``"-"`` for standard
    input, or an Article or Facts made elsewhere.
    *url*, *date* (ISO 8601), *publisher* and *lang* (BCP 47) supply what a text does not state itself.
    *defaults* apply to those of them that are not given, but not to a ``facts.json``.
    *shapes* replace the project's own.
    The results of *extractors* are merged into those of our rules, one after another.
    Names are looked up in *kb*, the user's own knowledge base, and then, if *bundled*, in the one that comes with the
    program; nothing is linked below the score *threshold*; *corrections* overrule every link.
    Addresses in private networks are read only with *allow_private*.
    Raises InputError for a source that is not an article or breaks the schema of facts, or if *extractors* are given
    together with facts, and ExtractorError for an extractor without an answer.
    An invalid graph is not an error: see ``report``.
    """
    given = Given(url=url, date=date, publisher=publisher, lang=lang)
    return complete(
        _read(source, given, defaults, allow_private=allow_private),
        shapes=shapes,
        extractors=extractors,
        kb=with_bundled(kb) if bundled else kb,
        corrections=corrections,
        threshold=threshold,
    )


def _read(
    source: str | Path | Article | Facts, given: Given, defaults: Defaults, *, allow_private: bool
) -> Article | Facts:
    """*source*, read unless it has been. Raises InputError if anything is *given* for one that has been read."""
    if isinstance(source, (str, Path)):
        return read(source, **given, defaults=defaults, allow_private=allow_private)
    for name, value in given.items():
        if value is not None:
            raise InputError(f"{name} is given for an article that was read already", "give it when reading")
    return source


def complete(  # noqa: PLR0913 - the options of ``build`` that reading leaves over
    source: Article | Facts,
    *,
    shapes: Shapes | None = None,
    extractors: Sequence[Extractor] = (),
    kb: Lookup | None = None,
    corrections: Sequence[Correction] = (),
    threshold: float = THRESHOLD,
) -> Build:
    """All steps after reading, for callers that have read *source* themselves and share open resources among articles.

    Names are looked up in *kb* alone; the other options, and the errors, are those of ``build``.
    """
    extracted, merged = _extracted(source, extractors, kb)
    facts, graph = linked_graph(extracted, kb, corrections, threshold)
    return Build(facts, graph, validate(graph, shapes), merged)


def _extracted(
    source: Article | Facts, extractors: Sequence[Extractor], kb: Lookup | None
) -> tuple[Facts, tuple[Merged, ...]]:
    """The facts of *source*, and what each of *extractors* contributed to them."""
    if isinstance(source, Facts):
        if extractors:
            raise InputError("an extractor is named for facts that were extracted already", "give it the article")
        return source, ()
    facts, merged = extract(source, kb), []
    for extractor in extractors:
        merged.append(merge(facts, extractor.extract(source)))
        facts = merged[-1].facts
    return facts, tuple(merged)
