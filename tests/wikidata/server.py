"""A small Wikibase on loopback that answers like Wikidata, and fails like it."""

import gzip
import json
from collections.abc import Callable, Iterable
from http.server import HTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from loopback import Handler, Loopback, Reply

HUMAN = {"P31": ["Q5"]}
HTML = "text/html; charset=utf-8"


def error(code: str, *headers: tuple[str, str], **more: Any) -> Reply:
    """An error as the Action API reports it: with status 200."""
    body = {"error": {"code": code, "info": f"about {code}", **more}, "servedby": "mw1193"}
    return Reply(json.dumps(body), headers=(("MediaWiki-API-Error", code), *headers))


class Wikibase(Loopback):
    """The API at *url*, with *entities* by the IDs under which they are requested.

    *by_label* and *by_text* are the hits of the two searches, whatever the search terms.
    The answers *first* are given before all others. *requests* are the parameters of each request, *headers* its own.
    """

    def __init__(self) -> None:
        self.entities: dict[str, Any] = {}
        self.by_label: list[dict[str, Any]] = []
        self.by_text: list[str] = []
        self.first: list[Reply] = []
        self.replace: dict[str, Callable[[dict[str, str]], Any]] = {}
        self.requests: list[dict[str, str]] = []
        self.headers: list[dict[str, str]] = []
        super().__init__(HTTPServer(("127.0.0.1", 0), self._handler()))
        self.url += "/w/api.php"

    def add(self, qid: str, label: str, *aliases: str, claims: Any = None, language: str = "en", **more: Any) -> None:
        """Add an item, a human unless *claims* (items by property) say otherwise, which both searches find."""
        self.entities[qid] = entity(qid, label, aliases, HUMAN if claims is None else claims, language) | more
        self.by_label.append(hit(qid, label))
        self.by_text.append(qid)

    def asked(self, action: str) -> list[dict[str, str]]:
        """The parameters of the requests for *action*."""
        return [each for each in self.requests if each["action"] == action]

    def answer(self, asked: dict[str, str]) -> Reply:
        """The answer to *asked* if nothing fails."""
        body = self.replace.get(asked["action"], self._answer)(asked)
        return body if isinstance(body, Reply) else Reply(json.dumps(body))

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

    def _handler(self) -> type[Handler]:
        wikibase = self

        class ApiHandler(Handler):
            def do_GET(self) -> None:  # noqa: N802 - http.server looks for this name
                asked = dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True))
                wikibase.requests.append(asked)
                wikibase.headers.append(dict(self.headers))
                answer = wikibase.first.pop(0) if wikibase.first else wikibase.answer(asked)
                self.send(answer, gzip.compress(answer.body.encode()), ("Content-Encoding", "gzip"))

        return ApiHandler


def hit(qid: str, label: str, kind: str = "label", text: str = "") -> dict[str, Any]:
    """A hit of wbsearchentities; *text* is what matched, if it is not the label."""
    match = {"type": kind, "text": text or label} | ({} if kind == "entityId" else {"language": "en"})
    return {
        "id": qid, "title": qid, "pageid": 301104, "concepturi": f"http://www.wikidata.org/entity/{qid}",
        "repository": "wikidata", "url": f"//www.wikidata.org/wiki/{qid}",
        "display": {"label": {"value": label, "language": "en"}}, "label": label, "match": match,
    } | ({"aliases": [text]} if text else {})  # fmt: skip


def entity(qid: str, label: str, aliases: Iterable[str], claims: Any, language: str = "en") -> dict[str, Any]:
    """An entity of wbgetentities, in which PHP writes anything empty as a list."""
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
