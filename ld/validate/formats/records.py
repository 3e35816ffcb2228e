"""The records of the JSON and JSON Lines formats, and their schema."""

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from ld.json_schema import json_schema
from ld.validate.checked import CheckedFile, Located
from ld.validate.formats.options import RenderOptions
from ld.validate.formats.tally import Tally

FORMAT_VERSION = 1


class ResultRecord(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="result"):
    """One result.

    *line* and *column* count from 1, columns in code points; 0 where only the file is known.
    *shape* is the IRI of the shape or check, *component* that of the SHACL constraint component or empty.
    *node*, *value* and *words* are for people; *focus_node*, *predicate* and *term* (N-Triples) for programs.
    *profiles* are what the file was held to: names of profiles, or files of shapes.
    """

    severity: Literal["violation", "warning", "info"]
    file: str
    line: int
    column: int
    json_path: str
    source: str
    message: str
    expected: str
    node: str
    path: str
    value: str
    words: str
    article: str
    focus_node: str
    predicate: str
    term: str
    shape: str
    component: str
    profiles: tuple[str, ...]


class FileRecord(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="file"):
    """One file. If it could not be read, *error* says why and *hint* what to do, and all else is empty.

    *articles* is how many it describes, *again* how many of these an earlier file describes too.
    *profiles* are what it was checked against: names of profiles, or files of shapes.
    """

    file: str
    profiles: tuple[str, ...]
    articles: int
    again: int
    triples: int
    focus_nodes: int
    error: str
    hint: str
    results: tuple[ResultRecord, ...]


class ErrorRecord(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="error"):
    """A file that could not be read, in JSON Lines: *error* says why and *hint* what to do."""

    file: str
    error: str
    hint: str


class SummaryRecord(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="summary"):
    """The verdict and the totals.

    *conforms* is true if a file was checked, all could be read, and no result is as severe as *fail_on*.
    *articles* counts each article once, however many files describe it.
    """

    conforms: bool
    fail_on: Literal["violation", "warning", "info"]
    files: int
    unreadable: int
    articles: int
    triples: int
    focus_nodes: int
    violations: int
    warnings: int
    infos: int


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """The one document of the JSON format. *version* grows when a field is renamed, removed or changes its meaning."""

    version: Literal[1]
    tool: str
    tool_version: str
    files: tuple[FileRecord, ...]
    summary: SummaryRecord


def file_record(file: CheckedFile, options: RenderOptions) -> FileRecord:
    """*file* with its results."""
    return FileRecord(
        file=_sound(file.file),
        profiles=tuple(map(_sound, file.profiles)),
        articles=file.articles,
        again=file.again,
        triples=file.triples,
        focus_nodes=file.focus_nodes,
        error=_sound(file.error),
        hint=file.hint,
        results=tuple(result_records(file, options)),
    )


def result_records(file: CheckedFile, options: RenderOptions) -> Iterator[ResultRecord]:
    """The results of *file*, each with its place."""
    profiles = tuple(map(_sound, file.profiles))
    return (_result_record(located, profiles, options) for located in file.results)


def _result_record(located: Located, profiles: tuple[str, ...], options: RenderOptions) -> ResultRecord:
    result, place = located.result, located.place
    return ResultRecord(
        severity=result.severity.value,
        file=_sound(place.file),
        line=place.line,
        column=place.column,
        json_path=place.json_path,
        source=place.source,
        message=result.message,
        expected=options.rule(result.shape).expected.get(result.component, ""),
        node=result.node,
        path=result.path,
        value=result.value,
        words=result.words,
        article=result.article,
        focus_node=result.focus_node,
        predicate=result.predicate,
        term=result.term,
        shape=result.shape,
        component=result.component,
        profiles=profiles,
    )


def error_record(file: CheckedFile) -> ErrorRecord:
    """Why *file* could not be read."""
    return ErrorRecord(file=_sound(file.file), error=_sound(file.error), hint=file.hint)


def summary_record(tally: Tally, options: RenderOptions) -> SummaryRecord:
    """The verdict on the totals in *tally*."""
    return SummaryRecord(
        conforms=tally.conforms(options.fail_on),
        fail_on=options.fail_on.value,
        **msgspec.structs.asdict(tally),
    )


def encoded(record: msgspec.Struct) -> str:
    """*record* as JSON in one line."""
    # an Iri is a str too, but of a class of its own
    return msgspec.json.encode(record, enc_hook=str).decode()


def document_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the JSON format."""
    return json_schema(Document)


def line_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one line of the JSON Lines format."""
    return json_schema(ResultRecord | ErrorRecord | SummaryRecord)


def _sound(name: str) -> str:
    """*name* as valid Unicode: bytes of a file name that are not UTF-8 become escapes."""
    return name.encode("utf-8", "backslashreplace").decode()
