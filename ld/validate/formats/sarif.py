"""SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ld.validate.checked import CheckedFile, Located, Place
from ld.validate.formats.fingerprints import unreadable_fingerprint, with_fingerprints
from ld.validate.formats.options import RenderOptions
from ld.validate.formats.paths import uri
from ld.validate.formats.rules import Rule
from ld.validate.formats.unread import UNREADABLE, advice, fault
from ld.validate.report import Severity
from ld.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_HOME = "https://w3id.org/article-ld"
_FINGERPRINT = "articleLd/v1"
_LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_Json = dict[str, Any]


def render(files: Iterable[CheckedFile], options: RenderOptions) -> Iterator[str]:
    """One log with one run. Its rules are the shapes that have a result, in the order of their first one."""
    rules: dict[str, _Json] = {}
    readable = True
    separator = "\n"
    yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{\n{_members(_RUN)},\n"results": ['
    for file in files:
        readable = readable and not file.error
        piece = ""
        for result in _results(file, rules, options):
            piece += f"{separator}{json.dumps(result)}"
            separator = ",\n"
        yield piece
    driver = {
        "name": "article-ld",
        "semanticVersion": __version__,
        "informationUri": _HOME,
        "rules": list(rules.values()),
    }
    last = {"tool": {"driver": driver}, "invocations": [{"executionSuccessful": readable}]}
    yield f"\n],\n{_members(last)}\n}}]}}\n"


_RUN = {
    "automationDetails": {"id": "article-ld/validate/"},
    "columnKind": "unicodeCodePoints",
    "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The root of the repository."}}},
}


def _members(members: _Json) -> str:
    """*members* of an object, one per line, without its braces."""
    return ",\n".join(f"{json.dumps(name)}: {json.dumps(value)}" for name, value in members.items())


def _results(file: CheckedFile, rules: dict[str, _Json], options: RenderOptions) -> Iterator[_Json]:
    """The results of *file*; a new rule is added to *rules*."""
    if file.error:
        yield {
            **_ruled(options.rule(UNREADABLE), Severity.VIOLATION, "", rules),
            "message": {"text": advice(file)},
            "locations": [{"physicalLocation": _physical(fault(file)[0])}],
            "partialFingerprints": {_FINGERPRINT: unreadable_fingerprint(file)},
        }
    for located, fingerprint in with_fingerprints(file):
        result = located.result
        yield {
            **_ruled(options.rule(result.shape), result.severity, result.message, rules),
            "message": {"text": f"{result.place}: {result.message}"},
            "locations": [_location(located)],
            "partialFingerprints": {_FINGERPRINT: fingerprint},
            **({"properties": {"profiles": list(file.profiles)}} if file.profiles else {}),
        }


def _ruled(rule: Rule, severity: Severity, message: str, rules: dict[str, _Json]) -> _Json:
    """The rule and the level of a result, the rule by its index in *rules*."""
    if rule.iri not in rules:
        rules[rule.iri] = _descriptor(rule, severity, message)
    index = list(rules).index(rule.iri)
    return {"ruleId": rule.id, "ruleIndex": index, "level": _LEVELS[severity]}


def _descriptor(rule: Rule, severity: Severity, message: str) -> _Json:
    help_text = "\n\n".join(filter(None, (rule.advice or message, *rule.expected.values(), rule.why)))
    descriptor = {
        "id": rule.id,
        "shortDescription": {"text": rule.name or rule.label},
        "fullDescription": {"text": rule.advice or message},
        "help": {"text": help_text, "markdown": _plain_markdown(help_text)},
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {"shape": rule.iri},
    }
    return {**descriptor, "helpUri": rule.see} if rule.see else descriptor


def _plain_markdown(text: str) -> str:
    """*text* escaped so that Markdown shows it unchanged."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]<>#|!" else sign for sign in text)


def _location(located: Located) -> _Json:
    name = located.place.json_path or located.result.focus_node
    kind = "member" if located.place.json_path else "resource"
    logical = [{"fullyQualifiedName": name, "kind": kind}] if not name.startswith("_:") else []
    physical = {"physicalLocation": _physical(located.place)}
    return {**physical, "logicalLocations": logical} if logical else physical


def _physical(place: Place) -> _Json:
    # code scanning shows no result without a line: one on the whole file is at its first
    region: _Json = {"startLine": place.line or 1}
    if place.column:
        region["startColumn"] = place.column
    if place.line and place.source:
        region["snippet"] = {"text": place.source}
    address = uri(place.file)
    base = {} if ":" in address else {"uriBaseId": "SRCROOT"}
    return {"artifactLocation": {"uri": address, **base}, "region": region}
