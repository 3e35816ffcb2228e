"""GitLab's Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ld.validate.checked import CheckedFile, Located, Place
from ld.validate.formats.fingerprints import unreadable_fingerprint, with_fingerprints
from ld.validate.formats.options import RenderOptions
from ld.validate.formats.unread import UNREADABLE, advice, fault
from ld.validate.report import Severity

_SEVERITIES = {Severity.VIOLATION: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(files: Iterable[CheckedFile], options: RenderOptions) -> Iterator[str]:
    """One JSON array with an issue for each result and each unreadable file; it has no place for a verdict."""
    separator = "\n"
    yield "["
    for file in files:
        piece = ""
        for issue in _issues(file, options):
            piece += f"{separator}{json.dumps(issue)}"
            separator = ",\n"
        yield piece
    yield "]\n" if separator == "\n" else "\n]\n"


def _issues(file: CheckedFile, options: RenderOptions) -> Iterator[dict[str, Any]]:
    if file.error:
        place = fault(file)[0]
        yield _issue(place, options.rule(UNREADABLE).id, "critical", advice(file), unreadable_fingerprint(file))
    for located, fingerprint in with_fingerprints(file):
        yield _of_result(located, fingerprint, options)


def _of_result(located: Located, fingerprint: str, options: RenderOptions) -> dict[str, Any]:
    result, place = located.result, located.place
    check = options.rule(result.shape).id
    return _issue(place, check, _SEVERITIES[result.severity], f"{result.place}: {result.message}", fingerprint)


def _issue(place: Place, check: str, severity: str, description: str, fingerprint: str) -> dict[str, Any]:
    return {
        "description": description,
        "check_name": check,
        "fingerprint": fingerprint,
        "severity": severity,
        # the format requires a line: a result on the whole file is at its first
        "location": {"path": place.file, "lines": {"begin": place.line or 1}},
    }
