"""The server: it speaks the Language Server Protocol on standard input and output."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from ld.editor.findings import Found, Span, at, findings
from ld.validate.checking import Checks
from ld.validate.explained import as_markdown, explained
from ld.validate.formats.rules import Rule, own_checks
from ld.validate.report import Severity
from ld.version import __version__

_SEVERITIES = {
    Severity.VIOLATION: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}


class EditorServer(LanguageServer):
    """A server that checks documents against *checks*; *rules*, by the IRIs of their shapes, explain its findings."""

    def __init__(self, checks: Checks, rules: "Callable[[], dict[str, Rule]]") -> None:
        super().__init__("article-ld", __version__)
        self._checks, self._rules = checks, rules
        # one thread: checks follow one another, and those that are out of date are never begun
        self._worker = ThreadPoolExecutor(max_workers=1)
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._found: dict[str, tuple[Found, ...]] = {}

    def rule(self, iri: str) -> Rule:
        """What is known of the rule *iri*."""
        return own_checks().get(iri) or self._rules().get(iri) or Rule(iri=iri)

    def changed(self, uri: str) -> None:
        """Check the document *uri* once the worker is free, replacing a check that is still waiting."""
        self.forget(uri)
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._check(uri))

    def forget(self, uri: str) -> None:
        """Cancel a waiting or running check of *uri*, whose findings are no longer needed."""
        task = self._waiting.pop(uri, None)
        if task:
            task.cancel()

    async def _check(self, uri: str) -> None:
        document = self.workspace.get_text_document(uri)
        name = to_fs_path(uri) or uri
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._worker, partial(findings, name, document.source, self._checks))
        self._found[uri] = found
        lines = document.lines
        diagnostics = [self._diagnostic(document, lines, one) for one in found]
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, diagnostics, document.version))

    def _diagnostic(self, document: TextDocument, lines: Sequence[str], found: Found) -> lsp.Diagnostic:
        rule = self.rule(found.rule)
        return lsp.Diagnostic(
            range=_range(document, lines, found.span),
            message=found.message,
            severity=_SEVERITIES[found.severity],
            code=rule.label,
            code_description=lsp.CodeDescription(rule.see) if rule.see else None,
            source="article-ld",
        )

    def at(self, uri: str, position: lsp.Position) -> tuple[TextDocument, list[Found]]:
        """The document *uri*, and what was found at *position*."""
        document = self.workspace.get_text_document(uri)
        place = document.position_codec.position_from_client_units(document.lines, position)
        return document, list(at(self._found.get(uri, ()), place.line, place.character))

    def fixes(self, uri: str, position: lsp.Position) -> list[lsp.CodeAction]:
        """What mends the findings at *position*."""
        document, found = self.at(uri, position)
        lines = document.lines
        return [
            lsp.CodeAction(
                title=f"Write {one.fix.words}",
                kind=lsp.CodeActionKind.QuickFix,
                diagnostics=[self._diagnostic(document, lines, one)],
                is_preferred=True,
                edit=lsp.WorkspaceEdit({uri: [lsp.TextEdit(_range(document, lines, one.fix.span), one.fix.words)]}),
            )
            for one in found
            if one.fix
        ]


def _range(document: TextDocument, lines: Sequence[str], span: Span) -> lsp.Range:
    """*span* of *document*, which has these *lines*, in the units in which the editor counts."""
    edges = (lsp.Position(span.line, column) for column in (span.start, span.end))
    return document.position_codec.range_to_client_units(lines, lsp.Range(*edges))


def server(checks: Checks, rules: "Callable[[], dict[str, Rule]]") -> EditorServer:
    """A server with all its features, to be started with ``start_io``."""
    editor = EditorServer(checks, rules)

    @editor.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def _opened(params: lsp.DidOpenTextDocumentParams) -> None:
        editor.changed(params.text_document.uri)

    @editor.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def _changed(params: lsp.DidChangeTextDocumentParams) -> None:
        editor.changed(params.text_document.uri)

    @editor.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def _closed(params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        editor.forget(uri)
        editor.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    @editor.feature(lsp.TEXT_DOCUMENT_HOVER)
    def _hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        _, found = editor.at(params.text_document.uri, params.position)
        told = dict.fromkeys(as_markdown(explained(editor.rule(one.rule))) for one in found)
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, "\n\n---\n\n".join(told))) if told else None

    @editor.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix]))
    def _asked(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        return editor.fixes(params.text_document.uri, params.range.start)

    return editor
