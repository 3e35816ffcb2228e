"""A small Wikibase on loopback that answers as Wikidata does, and fails as it does."""

import gzip
import json
import threading
from collections.abc import Callable, Iterable
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import TracebackType
from typing import Any, NamedTuple, Self
from urllib.parse import parse_qsl, urlsplit

HUMAN = {"P31": ["Q5"]}
HTML = "text/html; charset=utf-8"


class Answer(NamedTuple):
    """What is sent, word for word; *cut* takes so many bytes off its end while the length promises them."""

    body: str
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    cut: int = 0


def error(code: str, *headers: tuple[str, str], **more: Any) -> Answer:
    """An error as the Action API tells it: with status 200."""
    body = {"error": {"code": code, "info": f"about {code}", **more}, "servedby": "mw1193"}
    return Answer(json.dumps(body), headers=(("MediaWiki-API-Error", code), *headers))


class Wikibase:
    """The API at *url*, with *entities* by the IDs under which they are asked for.

    *by_label* and *by_text* are what the two searches find, whatever is searched for.
    The answers *first* are given before all others. *requests* are the parameters of each request, *headers* its own.
    """

    def __init__(self) -> None:
        self.entities: dict[str, Any] = {}
        self.by_label: list[dict[str, Any]] = []
        self.by_text: list[str] = []
        self.first: list[Answer] = []
        self.replace: dict[str, Callable[[dict[str, str]], Any]] = {}
        self.requests: list[dict[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self._server = HTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self.url = f"http://127.0.0.1:{self._server.server_port}/w/api.php"

    def add(self, qid: str, label: str, *aliases: str, claims: Any = None, language: str = "en", **more: Any) -> None:
        """An item, a human unless *claims* (items by property) say otherwise, which both searches find."""
        self.entities[qid] = entity(qid, label, aliases, HUMAN if claims is None else claims, language) | more
        self.by_label.append(hit(qid, label))
        self.by_text.append(qid)

    def asked(self, action: str) -> list[dict[str, str]]:
        """The parameters of the requests for *action*."""
        return [each for each in self.requests if each["action"] == action]

    def answer(self, asked: dict[str, str]) -> Answer:
        """What *asked* is answered with, when nothing fails."""
        body = self.replace.get(asked["action"], self._answer)(asked)
        return body if isinstance(body, Answer) else Answer(json.dumps(body))

    def _answer(self, asked: dict[str, str]) -> dict[str, Any]:
        if asked["action"] == "wbgetentities":
            return self._entities(asked["ids"].split("|"))
        if asked["action"] == "query":
            return {"batchcomplete": "", "query": {"search": [{"ns": 0, "title": title} for title in self.by_text]}}
        first, limit = int(asked.get("continue", 0)), int(asked["limit"])
        found = self.by_label[first : first + limit]
        more = {"search-continue": first + limit} if len(self.by_label) > first + limit <= 50 else {}
        return {"searchinfo": {"search": asked["search"]}, "search": found, **more, "success": 1}

    def _entities(self, ids: Iterable[str]) -> Any:
        ids = list(ids)
        if broken := [each for each in ids if not each.startswith("Q") or not each[1:].isdigit()]:
            return error("no-such-entity", id=broken[0])
        if len(ids) > 50:
            return error("toomanyvalues")
        return {
            "entities": {qid: self.entities.get(qid, {"id": qid, "missing": ""}) for qid in ids},
            "success": 1,
        }

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        wikibase = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked = dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True))
                wikibase.requests.append(asked)
                wikibase.headers.append(dict(self.headers))
                answer = wikibase.first.pop(0) if wikibase.first else wikibase.answer(asked)
                body = gzip.compress(answer.body.encode())
                self.send_response(answer.status)
                for name, value in (("Content-Type", "application/json"), *answer.headers):
                    self.send_header(name, value)
                self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body[: len(body) - answer.cut])

            def log_message(self, *_: object) -> None:
                pass

        return Handler

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def hit(qid: str, label: str, kind: str = "label", text: str = "") -> dict[str, Any]:
    """A hit of wbsearchentities; *text* is what matched, if it is not the label."""
    match = {"type": kind, "text": text or label} | ({} if kind == "entityId" else {"language": "en"})
    return {
        "id": qid, "title": qid, "pageid": 301104, "concepturi": f"http://www.wikidata.org/entity/{qid}",
        "repository": "wikidata", "url": f"//www.wikidata.org/wiki/{qid}",
        "display": {"label": {"value": label, "language": "en"}}, "label": label, "match": match,
    } | ({"aliases": [text]} if text else {})  # fmt: skip


def entity(qid: str, label: str, aliases: Iterable[str], claims: Any, language: str = "en") -> dict[str, Any]:
    """An entity of wbgetentities; PHP writes what is empty as a list."""
    named = [{"language": "en", "value": alias} for alias in aliases]
    return {
        "pageid": 1, "ns": 0, "title": qid, "lastrevid": 1000 + int(qid[1:]), "modified": "2026-03-01T09:50:08Z",
        "type": "item", "id": qid,
        "labels": {language: {"language": language, "value": label}},
        "descriptions": {}, "aliases": {"en": named} if named else [],
        "claims": {name: [_statement(name, value) for value in values] for name, values in claims.items()} or [],
        "sitelinks": {"enwiki": {"site": "enwiki", "title": label, "badges": []}},
    }  # fmt: skip


def _statement(name: str, qid: str) -> dict[str, Any]:
    value = {"entity-type": "item", "numeric-id": int(qid[1:]), "id": qid}
    snak = {"snaktype": "value", "property": name, "datavalue": {"value": value, "type": "wikibase-entityid"}}
    return {"mainsnak": snak, "type": "statement", "id": f"{qid}$1", "rank": "normal"}
