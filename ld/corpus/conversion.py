"""A record converted to an article's quads and rows: the one function that every engine calls."""

import traceback
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

import msgspec

from ld.article import Article
from ld.config import Defaults
from ld.corpus.record import Place, Reason, Record, Reject
from ld.corpus.signatures import signature_of
from ld.errors import ArticleLdError, MissingExtraError
from ld.fact_rows import FactRow, rows_of
from ld.facts import Facts
from ld.kb import Lookup, open_kb, with_bundled
from ld.link.corrections import Correction, check_decisions, read_corrections
from ld.link.weights import THRESHOLD
from ld.pipeline import complete
from ld.read import read_facts, read_text
from ld.read.agency import read_agency_item
from ld.read.agency.release import WithheldError
from ld.read.house import publisher_of, with_publisher_data
from ld.read.html import read_html
from ld.serialize import n_quads
from ld.validate import Severity, Shapes, load_shapes
from ld.validate.report import to_text


class ConversionOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The options of a run besides its inputs, as plain values that can be sent to any process.

    *date*, *publisher* and *lang* are defaults for records without them; *publisher_data* describe that publisher, as
    in the settings; *fail_on* is the severity from which a graph is rejected; *kb*, *links* and *shapes* are files;
    *bundled* and *threshold* are as for one article.
    """

    date: str | None = None
    publisher: str | None = None
    publisher_data: tuple[tuple[str, str], ...] = ()
    lang: str | None = None
    kb: str | None = None
    bundled: bool = True
    threshold: float = THRESHOLD
    links: str | None = None
    shapes: str | None = None
    fail_on: str = "violation"


class Converted(NamedTuple):
    """An article: the *name* of its graph, its *day* if known, its N-Quads and how many, rows, a MinHash signature."""

    place: Place
    name: str
    day: str | None
    quads: str
    size: int
    rows: tuple[FactRow, ...]
    signature: bytes


def convert(records: Iterable[Record | Reject], settings: ConversionOptions) -> Iterator[Converted | Reject]:
    """Each of *records* as an article, or the reason why it is not one; rejects are passed through.

    Of several records with one address the first counts. Whatever a record holds, the next one is processed.
    Raises InputError and ShapesError for settings that cannot be used, and MissingExtraError for a record that needs a
    package that is not installed, since all of its kind would fail.
    """
    with open_kb(settings.kb) if settings.kb else nullcontext() as kb:
        yield from _each_once(records, _Conversion(settings, kb))


def _each_once(records: Iterable[Record | Reject], conversion: "_Conversion") -> Iterator[Converted | Reject]:
    taken: set[str] = set()
    for record in records:
        made = record if isinstance(record, Reject) else conversion.of(record)
        if isinstance(made, Converted) and made.name in taken:
            message = f"an article of this address came before: {made.name}"
            made = Reject(place=record.place, reason="repeated", message=message)
        if isinstance(made, Converted):
            taken.add(made.name)
        yield made


class _Conversion:
    """Reads records and completes them, with what the steps need opened once."""

    def __init__(self, settings: ConversionOptions, kb: Lookup | None) -> None:
        self._settings = settings
        self._house = Defaults(publisher=settings.publisher, publisher_data=settings.publisher_data)
        if settings.publisher_data:
            publisher_of(self._house)
        self._kb = with_bundled(kb) if settings.bundled else kb
        self._corrections: tuple[Correction, ...] = read_corrections(Path(settings.links)) if settings.links else ()
        check_decisions(self._corrections, self._kb)
        self._shapes: Shapes = load_shapes([Path(settings.shapes)]) if settings.shapes else load_shapes()

    def of(self, record: Record) -> Converted | Reject:
        """The article of *record*, or why it is not one."""
        try:
            read = self._read(record)
            source = read if isinstance(read, Facts) else with_publisher_data(read, self._house)
        except (MissingExtraError, ImportError):
            raise  # a fault of the installation: every record of this kind would meet it
        except ArticleLdError as error:
            return Reject(place=record.place, reason=_reason(record, error), message=str(error))
        except Exception as error:  # noqa: BLE001 - a fault of the program costs one record, not the run
            return _internal(record, error)
        try:
            return self._converted(source, record)
        except ImportError:
            raise
        except ArticleLdError as error:
            return Reject(place=record.place, reason="fields", message=str(error))
        except Exception as error:  # noqa: BLE001
            return _internal(record, error)

    def _read(self, record: Record) -> Article | Facts:
        settings = self._settings
        if record.facts is not None:
            return read_facts(record.facts)
        date, publisher = record.date or settings.date, record.publisher or settings.publisher
        lang = record.lang or settings.lang
        if record.item is not None:
            return read_agency_item(record.item, url=record.url, date=date, publisher=publisher, lang=lang)
        if record.page is not None:
            return read_html(
                record.page, charset=record.charset, address=record.url, date=date, publisher=publisher, lang=lang
            )
        return read_text(record.text or "", url=record.url, date=date, publisher=publisher, lang=lang)

    def _converted(self, source: Article | Facts, record: Record) -> Converted | Reject:
        built = complete(
            source,
            shapes=self._shapes,
            kb=self._kb,
            corrections=self._corrections,
            threshold=self._settings.threshold,
        )
        if not built.report.conforms(Severity(self._settings.fail_on)):
            return Reject(place=record.place, reason="invalid", message=to_text(built.report).strip())
        published = built.article.date_published
        name = str(built.graph.name)
        return Converted(
            place=record.place,
            name=name,
            day=published.value if published else None,
            quads=n_quads(built.graph),
            size=len(built.graph.facts) + len(built.graph.evidence),
            rows=tuple(rows_of(built.facts, name)),
            signature=signature_of(built.article.text),
        )


def _reason(record: Record, error: ArticleLdError) -> Reason:
    if isinstance(error, WithheldError):
        return "withheld"
    return "no-article" if record.facts is None else "fields"


def _internal(record: Record, error: Exception) -> Reject:
    last = traceback.extract_tb(error.__traceback__)[-1]
    message = f"{type(error).__name__} in {last.name}, {Path(last.filename).name} line {last.lineno}: {error}"
    return Reject(place=record.place, reason="internal", message=message)
