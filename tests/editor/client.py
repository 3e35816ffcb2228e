"""An editor's side of the language server protocol: JSON messages over pipes."""

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self


class Client:
    """A server in a process of its own, and an exchange of messages with it."""

    def __init__(self, *options: str) -> None:
        command = [sys.executable, "-m", "ld", "lsp", *options]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
        self._number = 0

    def __enter__(self) -> Self:
        self.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self.notify("initialized", {})
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            self.request("shutdown", None)
            self.notify("exit", None)
            assert self._process.wait(20) == 0
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            pipe.close()

    def request(self, method: str, params: Any) -> Any:
        """The result of *method*; other messages that come before it are skipped."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while (answer := self._receive()).get("id") != self._number or "method" in answer:
            pass
        assert "error" not in answer, answer
        return answer["result"]

    def notify(self, method: str, params: Any) -> None:
        """Send the server a notification."""
        self._send({"method": method, "params": params})

    def open(self, path: Path, text: str) -> list[dict[str, Any]]:
        """Open *path* with *text*, and return the diagnostics."""
        item = {"uri": path.as_uri(), "languageId": "", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return self.diagnostics(path, 1)

    def change(self, path: Path, text: str, version: int) -> None:
        """Replace the whole text of *path* by *text*."""
        document = {"uri": path.as_uri(), "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def diagnostics(self, path: Path, version: int | None) -> list[dict[str, Any]]:
        """The next diagnostics of *path* in this *version*; None for those without a version."""
        while True:
            params = self._receive().get("params") or {}
            if params.get("uri") == path.as_uri() and "diagnostics" in params and params.get("version") == version:
                return params["diagnostics"]

    def at(self, method: str, path: Path, line: int, column: int) -> Any:
        """The result of *method* at a position in the document *path*."""
        position = {"line": line, "character": column}
        place = {"textDocument": {"uri": path.as_uri()}, "position": position}
        if method == "codeAction":
            place |= {"range": {"start": position, "end": position}, "context": {"diagnostics": []}}
        return self.request(f"textDocument/{method}", place)

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        assert length, "the server has gone"
        return json.loads(self._process.stdout.read(length))
