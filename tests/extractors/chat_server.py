"""A service on loopback that speaks the chat-completions protocol, and fails as real ones do."""

import json
from http.server import HTTPServer
from typing import Any

from loopback import Handler, Loopback, Reply


def completion(answer: Any, finish_reason: str = "stop") -> Reply:
    """The reply of a model that answers with *answer*, as JSON unless it is text."""
    content = answer if isinstance(answer, str) else json.dumps(answer)
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish_reason}
    return Reply(json.dumps({"object": "chat.completion", "choices": [choice]}))


class ChatServer(Loopback):
    """The service at *url*. The *replies* are given one after the other, the last again and again.

    *requests* are the bodies of the requests, *headers* their headers, *paths* their paths.
    """

    def __init__(self) -> None:
        self.replies: list[Reply] = []
        self.requests: list[Any] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        super().__init__(HTTPServer(("127.0.0.1", 0), self._handler()))
        self.url += "/v1"

    def _handler(self) -> type[Handler]:
        server = self

        class ChatHandler(Handler):
            def do_POST(self) -> None:  # noqa: N802 - http.server looks for this name
                server.requests.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                server.headers.append(dict(self.headers))
                server.paths.append(self.path)
                reply = server.replies.pop(0) if len(server.replies) > 1 else server.replies[0]
                self.send(reply, reply.body.encode())

        return ChatHandler
