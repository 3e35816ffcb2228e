"""Checks a file from end to end: reads it, validates it article by article, and finds the place of each result."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from msgspec.structs import replace

from ld.errors import InputError
from ld.terms import ArticleGraph, BlankNode, Iri, Triple
from ld.urls import is_address
from ld.validate import Engine, Report, Result, Severity, Shapes, validate, validate_triples
from ld.validate.checked import CheckedFile, Located, Place
from ld.validate.consequences import without_consequences
from ld.validate.contexts import Contexts
from ld.validate.documents import RELATIVE, Document, read_document
from ld.validate.file_guards import guard_file, no_article, no_focus
from ld.validate.guards import CHECKS
from ld.validate.index import Index
from ld.validate.one_vocabulary import in_one_namespace, with_superclasses
from ld.validate.origin import Origin, origin_of
from ld.validate.places.locator import Locator
from ld.validate.results import result_of
from ld.validate.shacl.vocabulary import SH
from ld.validate.suppressions import is_suppressed, suppressed
from ld.validate.units import Unit, units_of
from ld.validate.wording import Wording
from ld.vocab import OA, SCHEMA

EVIDENCE = ".evidence.ttl"
"""The suffix of the evidence file that belongs to the file of facts with the same name."""

_PROOFS = frozenset(("https://w3id.org/article-ld/shapes#Fact-evidence",))
"""Shapes that require evidence: without any evidence at hand they would only report every node."""


@dataclass(frozen=True)
class Checks:
    """What files are checked against.

    *shapes* and, with *expectations*, schema.org's own domains and ranges; *engine* is the engine for the shapes, and
    *seconds* the limit for pySHACL for one graph.
    *article* is the severity of a graph without an article: a violation for the project's own, None if it need not have
    one; *relative* that of a relative IRI in a page without an address. *whole*: the shapes claim to cover every class.
    *foreign*: the graphs come from anywhere, so https://schema.org/ is as good as http://, and the rules of a class
    apply to its subclasses in schema.org. *allow_private* permits addresses in private networks.
    *contexts* are JSON-LD contexts by URL. *profiles* name all this in reports.
    *fitting* gives the checks for a document by its origin, if that decides.
    """

    shapes: Shapes
    engine: Engine = "auto"
    seconds: float | None = None
    expectations: bool = False
    article: Iri | None = SH.Violation
    relative: Iri = SH.Violation
    whole: bool = True
    foreign: bool = False
    allow_private: bool = False
    contexts: Contexts = field(default_factory=dict)
    profiles: tuple[str, ...] = ()
    fitting: "Callable[[Origin], Checks] | None" = None


def check_file(source: str, checks: Checks) -> CheckedFile:
    """Check the file or address *source* (``-`` is standard input), with the evidence file beside it if there is one.

    A file that cannot be read, or not checked in time, becomes a CheckedFile with its error.
    Raises ShapesError for shapes that cannot be used.
    """
    try:
        document = read_document(source, checks.contexts, allow_private=checks.allow_private)
        alone = document.syntax == "facts" or source == "-" or is_address(source)
        beside = None if alone else evidence_beside(Path(source))
        evidence = read_document(str(beside), blank="e") if beside else None
        return check_document(document, checks, evidence)
    except InputError as error:
        return CheckedFile(file="stdin" if source == "-" else source, error=str(error), hint=error.hint)


def evidence_beside(path: Path) -> Path | None:
    """The file of evidence that belongs to the facts in *path*, if it is there."""
    beside = path.with_name(path.name.removesuffix(path.suffix) + EVIDENCE)
    return (
        beside if path.suffix in {".ttl", ".jsonld"} and not path.name.endswith(EVIDENCE) and beside.is_file() else None
    )


def check_document(document: Document, checks: Checks, evidence: Document | None = None) -> CheckedFile:
    """*document* after its check against *checks*, together with the *evidence* from another file.

    Raises UncheckedError if that takes longer than *checks* permit.
    """
    checks = checks.fitting(origin_of(document, evidence)) if checks.fitting else checks
    document = in_one_namespace(document) if checks.foreign else document
    locators = [Locator(part, checks.contexts) for part in (document, evidence) if part]
    units = units_of(document, evidence)
    reports = [_report(document, unit, checks) for unit in units]
    located = {
        Located(result=_readable(result), place=_place(result, locators))
        for report in reports
        for result in report.results
    }
    located.update(_left_out(document, locators[0], checks))
    quiet = suppressed(document)
    return CheckedFile(
        file=document.file,
        articles=sum(len(unit.articles) for unit in units),
        described=tuple(sorted({node for unit in units for node in unit.articles if isinstance(node, Iri)})),
        profiles=checks.profiles,
        triples=sum(len(unit.triples) for unit in units),
        focus_nodes=sum(report.focus_nodes for report in reports),
        results=tuple(sorted((one for one in located if not is_suppressed(one, document, quiet)), key=_by_place)),
    )


def _left_out(document: Document, locator: Locator, checks: Checks) -> Iterable[Located]:
    if not document.blocks and not document.about_triples and not document.unread:
        return ()
    from ld.validate.unread_parts import left_out  # noqa: PLC0415 - nothing but JSON-LD leaves anything out

    lost = (one for block in locator.blocks for one in block.lost)
    return left_out(document, lost, checks.relative if document.syntax == "html" else SH.Violation)


def _report(document: Document, unit: Unit, checks: Checks) -> Report:
    """The results of the shapes and the guards for *unit*, and those that depend on the file."""
    triples, articles = unit
    name = Iri(str(articles[0]).partition("#")[0] if articles and isinstance(articles[0], Iri) else document.file)
    predicates = {predicate for _, predicate, _ in triples}
    proved = any(predicate.startswith(OA) for predicate in predicates)
    described = checks.expectations and any(predicate.startswith(SCHEMA) for predicate in predicates)
    classed = unit._replace(triples=with_superclasses(triples)) if checks.foreign else unit
    report = _validated(name, classed, checks, proved=proved) if triples else _NOTHING
    relative = checks.relative if document.syntax == "html" else SH.Violation
    found = [*guard_file(name, document, triples, relative)]
    if checks.expectations:
        from ld.validate.expectations import oddities  # noqa: PLC0415 - one profile has them

        found += oddities(triples)
    whole = bool(triples) and not document.unread  # what cannot be read may have described the article
    unseen = whole and not described and not report.focus_nodes
    if whole and checks.article and not articles and (checks.article == SH.Violation or not unseen):
        said = any(result.shape == _ARTICLE for result in report.results)
        found += [] if said else [no_article(name, checks.article)]
    elif unseen and not (checks.foreign and any(result.shape == _TERM for result in report.results)):
        found.append(no_focus(name))
    wording = Wording(Index(triples), name) if found else None
    shaped = (
        result
        for result in report.results
        if (proved or result.shape not in _PROOFS) and (checks.whole or not _is_unchecked_class(result))
    )
    results = [
        *map(_with_plain_path, shaped),
        *(result_of(finding, wording, str(finding.shape)) for finding in found if wording),
    ]
    return Report(
        article=report.article,
        # the user's own shapes are SHACL, and cover all of that
        results=tuple(without_consequences(results) if checks.foreign else results),
        focus_nodes=report.focus_nodes or len({subject for subject, _, _ in triples} if described else ()),
        unmatched_shapes=report.unmatched_shapes,
    )


_ARTICLE, _TERM = CHECKS + "article", CHECKS + "term"
_NOTHING = Report(article="", results=(), focus_nodes=0, unmatched_shapes=())


def _is_unchecked_class(result: Result) -> bool:
    """Whether *result* is only a hint at a class that no shape targets, as a profile leaves many by design."""
    return result.shape == CHECKS + "class" and result.severity is Severity.INFO


def _with_plain_path(result: Result) -> Result:
    """*result* without the inverse steps in its path with which our profiles exempt nodes that are only mentioned."""
    return replace(result, path=_WAY_BACK.sub("", result.path)) if result.shape.startswith(_GOOGLE) else result


_GOOGLE = "https://w3id.org/article-ld/shapes/google#"
_WAY_BACK = re.compile(r"\|\^schema:\w+")


def _validated(name: Iri, unit: Unit, checks: Checks, *, proved: bool) -> Report:
    """The report by the strict rules for our own graphs if there is evidence, else by those for anybody's."""
    blank = any(isinstance(subject, BlankNode) for subject, _, _ in unit.triples)
    if checks.article == SH.Violation and proved and not blank:
        own = cast("tuple[Triple, ...]", unit.triples)  # its readers need no more than a tuple
        return validate(ArticleGraph(name, own, ()), checks.shapes, checks.engine, checks.seconds)
    return validate_triples(name, unit.triples, checks.shapes, checks.engine, checks.seconds)


def _place(result: Result, locators: Sequence[Locator]) -> Place:
    """The place to mend it: the first that a part knows, else the beginning of the file."""
    places = (locator.place(result) for locator in locators)
    return next((place for place in places if place), None) or locators[0].beginning()


def _readable(result: Result) -> Result:
    """*result* without the base that stands in for one missing from the file."""
    texts = ("article", "focus_node", "node", "words", "path", "value", "message", "predicate", "term")
    if not any(RELATIVE in getattr(result, name) for name in texts):
        return result
    shown = {name: getattr(result, name).replace(RELATIVE, "") for name in texts}
    return replace(result, **shown)


def _by_place(located: Located) -> tuple[str | int, ...]:
    place, result = located.place, located.result
    order = (result.severity.rank, result.shape, result.message, result.value, result.node)
    return (place.file, place.line, place.column, *order)
