"""Flask: every article page gets the block of the facts that lie in a folder, by its address."""

from pathlib import Path

from flask import Flask

from ld.facts import Facts
from ld.read import read_facts
from ld.web.wsgi import JsonLdWsgi


def with_json_ld(app: Flask, folder: Path) -> Flask:
    """*app*, whose page ``/news/oslo`` gets the facts of ``folder/oslo.facts.json``."""
    facts = {
        path.name.removesuffix(".facts.json"): read_facts(path.read_text("utf-8"))
        for path in folder.glob("*.facts.json")
    }

    def facts_of(url: str) -> Facts | None:
        return facts.get(url.rstrip("/").rpartition("/")[2])

    app.wsgi_app = JsonLdWsgi(app.wsgi_app, facts_of)  # type: ignore[method-assign]
    return app
