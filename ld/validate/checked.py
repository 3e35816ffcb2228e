"""What a check of files found: each result with the place to mend it."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from ld.article import Value
from ld.validate.report import Result


class Place(Value, frozen=True):
    """The location of a triple in a file.

    *line* and *column* count from 1, columns in code points; both are 0 if only the file is known.
    *json_path* is an RFC 9535 normalized path in JSON-LD and in the JSON-LD of pages, else empty.
    *source* is the text of the line, without its end; empty for a line of more than 10,000 code points.
    """

    file: str
    line: int = 0
    column: int = 0
    json_path: str = ""
    source: str = ""

    def __str__(self) -> str:
        return ":".join((self.file, *(str(number) for number in (self.line, self.column) if number)))


class Located(Value, frozen=True):
    """A *result* and the *place* of the triple, or else of the node, that it is about."""

    result: Result
    place: Place


class CheckedFile(Value, frozen=True):
    """One file after its check.

    *articles* and *triples* are what it contained, *focus_nodes* the number of nodes that a shape checked.
    *described* are the IRIs of its articles; *again* is how many of them an earlier file described as well.
    *profiles* are the names of what it was checked against: profiles, or files of shapes.
    *results* are sorted by location, then by severity, the most severe first.
    For a file that could not be read, *error* says why and *hint* what to do; all other fields are empty.
    """

    file: str
    articles: int = 0
    triples: int = 0
    focus_nodes: int = 0
    results: tuple[Located, ...] = ()
    error: str = ""
    hint: str = ""
    described: tuple[str, ...] = ()
    again: int = 0
    profiles: tuple[str, ...] = ()


def each_once(files: Iterable[CheckedFile]) -> Iterator[CheckedFile]:
    """*files*, each with the number of its articles that an earlier one *described*."""
    seen = set[str]()
    for file in files:
        again = len(seen.intersection(file.described))
        seen.update(file.described)
        yield replace(file, again=again) if again else file
