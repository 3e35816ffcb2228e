"""How much was checked and what was found: the numbers of every summary, and the verdict."""

from collections.abc import Iterable

from ld.article import Value
from ld.validate.checked import CheckedFile
from ld.validate.report import Severity


class Tally(Value, frozen=True):
    """The totals over checked files; *unreadable* counts the files among them that could not be read.

    An article counts once, however many of its files were checked (see ``ld.validate.checked.each_once``).
    """

    files: int = 0
    unreadable: int = 0
    articles: int = 0
    triples: int = 0
    focus_nodes: int = 0
    violations: int = 0
    warnings: int = 0
    infos: int = 0

    @classmethod
    def of(cls, files: Iterable[CheckedFile]) -> "Tally":
        """The totals over *files*."""
        tally = cls()
        for file in files:
            tally = tally.plus(file)
        return tally

    def plus(self, file: CheckedFile) -> "Tally":
        """The totals with *file* added."""
        found = [located.result.severity for located in file.results]
        return Tally(
            files=self.files + 1,
            unreadable=self.unreadable + bool(file.error),
            articles=self.articles + file.articles - file.again,
            triples=self.triples + file.triples,
            focus_nodes=self.focus_nodes + file.focus_nodes,
            violations=self.violations + found.count(Severity.VIOLATION),
            warnings=self.warnings + found.count(Severity.WARNING),
            infos=self.infos + found.count(Severity.INFO),
        )

    @property
    def by_severity(self) -> dict[Severity, int]:
        """The number of results of each severity."""
        counts = (self.violations, self.warnings, self.infos)
        return dict(zip(Severity, counts, strict=True))

    def conforms(self, fail_on: Severity) -> bool:
        """Whether something was checked, all of it could be read, and no result is as severe as *fail_on*."""
        failing = sum(count for severity, count in self.by_severity.items() if severity.rank <= fail_on.rank)
        return bool(self.files) and not self.unreadable and not failing

    def sentence(self, fail_on: Severity) -> str:
        """The verdict and the totals in one line."""
        found = ", ".join(plural(count, severity.value) for severity, count in self.by_severity.items())
        held = ", ".join(
            (
                plural(self.files, "file"),
                plural(self.articles, "article"),
                plural(self.focus_nodes, "node") + " checked",
            )
        )
        unread = f"; {plural(self.unreadable, 'file')} could not be read" if self.unreadable else ""
        return f"{'valid' if self.conforms(fail_on) else 'not valid'}: {held}; {found}{unread}"


def plural(count: int, noun: str) -> str:
    """*count* with its *noun*: ``1 file``, ``1,000 files``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
