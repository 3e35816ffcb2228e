"""A page for people: self-contained, without scripts, with all foreign text escaped."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape
from importlib import resources

from ld.validate.checked import CheckedFile, Located, Place
from ld.validate.formats.collecting import collected
from ld.validate.formats.held import ChoiceCounts, told
from ld.validate.formats.options import RenderOptions
from ld.validate.formats.tally import Tally, plural
from ld.validate.formats.unread import advice, fault
from ld.validate.formats.visible import visible
from ld.version import __version__


def render(files: Iterable[CheckedFile], options: RenderOptions) -> Iterator[str]:
    """The totals first, then each file with results or an error; the others are only counted and named."""
    checked = yield from collected(files)
    tally = Tally.of(checked)
    yield _head(tally, options)
    yield from (f"<p>{_text(sentence)}</p>\n" for sentence in ChoiceCounts.of(checked).sentences())
    flawed = [file for file in checked if file.results or file.error]
    for number, file in enumerate(flawed, 1):
        yield f'<section id="file-{number}">\n<h2><code>{_text(file.file)}</code></h2>\n'
        if file.error:
            yield f'<p class="violation"><b>cannot be read</b> {_text(_unread(file))}</p>\n'
        if file.results:
            yield f"<p>checked against {_text(told(file.profiles))}</p>\n" if file.profiles else ""
            yield f"<ol>\n{''.join(_item(located, options) for located in file.results)}</ol>\n"
        yield "</section>\n"
    yield _foot([file.file for file in checked if not (file.results or file.error)])


def _head(tally: Tally, options: RenderOptions) -> str:
    style = resources.files(__package__).joinpath("assets", "page.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    verdict = "valid" if tally.conforms(options.fail_on) else "not valid"
    counts = {
        "files": tally.files,
        "could not be read": tally.unreadable,
        "articles": tally.articles,
        "triples": tally.triples,
        "nodes checked": tally.focus_nodes,
        "violations": tally.violations,
        "warnings": tally.warnings,
        "infos": tally.infos,
    }
    cells = "".join(f"<div><dt>{name}</dt><dd>{count:,}</dd></div>\n" for name, count in counts.items())
    return f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{digest}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="article-ld {__version__}">
<title>article-ld: {verdict}</title>
<style>{style}</style>
</head>
<body>
<h1 class="{verdict.replace(" ", "-")}">{verdict}</h1>
<p>A result fails the check from the severity <b>{options.fail_on.value}</b> on.</p>
<dl class="totals">
{cells}</dl>
"""


def _item(located: Located, options: RenderOptions) -> str:
    result, place = located.result, located.place
    rule = options.rule(result.shape)
    told = {
        "found": result.place,
        "expected": rule.expected.get(result.component, ""),
        "why": rule.why,
        "article": result.article,
        "JSON path": place.json_path,
        "shape": result.shape,
    }
    rows = "".join(f"<dt>{name}</dt><dd>{_text(said)}</dd>\n" for name, said in told.items() if said)
    return (
        f'<li class="{result.severity.value}">\n'
        f"<p><code>{_text(str(place))}</code> <b>{result.severity.value}</b> {_text(result.message)}</p>\n"
        f"{_source(place)}<dl>\n{rows}</dl>\n</li>\n"
    )


def _source(place: Place) -> str:
    if not place.source.strip():
        return ""
    at = max(place.column - 1, 0)
    before, there, after = place.source[:at], place.source[at : at + 1], place.source[at + 1 :]
    marked = f"<mark>{_text(there)}</mark>" if place.column and there else _text(there)
    return f"<pre><code>{_text(before)}{marked}{_text(after)}</code></pre>\n"


def _unread(file: CheckedFile) -> str:
    place = fault(file)[0]
    return f"line {place.line}: {advice(file)}" if place.line else advice(file)


def _foot(flawless: list[str]) -> str:
    items = "".join(f"<li><code>{_text(name)}</code></li>\n" for name in flawless)
    without = plural(len(flawless), "file") + " without results"
    listed = f"<details>\n<summary>{without}</summary>\n<ul>\n{items}</ul>\n</details>\n" if flawless else ""
    return f"{listed}<footer>article-ld {__version__}</footer>\n</body>\n</html>\n"


def _text(text: str) -> str:
    return escape(visible(text))
