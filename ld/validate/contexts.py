"""JSON-LD contexts without the network: schema.org's is built in, the user gives others, any other is an error."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from ld.errors import InputError
from ld.json_text import read_json
from ld.schema_org import context as schema_org_context

Contexts = Mapping[str, Any]
"""JSON-LD contexts by the URL under which documents ask for them."""

_SCHEMA_ORG = frozenset(
    f"{scheme}://{host}schema.org{path}"
    for scheme in ("http", "https")
    for host in ("", "www.")
    for path in ("", "/", "/docs/jsonldcontext.json", "/docs/jsonldcontext.jsonld")
)


class UnknownContextError(InputError):
    """A document needs the JSON-LD context at *url*, which has not been supplied."""

    def __init__(self, url: str) -> None:
        super().__init__(
            f"the JSON-LD context {url} is not known here, and nothing is fetched",
            f"supply it: --context {url}=FILE",
        )
        self.url = url


def with_local_contexts(document: Any, contexts: Contexts) -> Any:
    """*document* with every context that it names by URL replaced by the context itself.

    Raises UnknownContextError for a context that is not in *contexts* and not schema.org's.
    """
    if isinstance(document, list):
        return [with_local_contexts(item, contexts) for item in document]
    if isinstance(document, dict):
        return {
            key: _local(value, contexts) if key == "@context" else with_local_contexts(value, contexts)
            for key, value in document.items()
        }
    return document


def _local(context: Any, contexts: Contexts) -> Any:
    if isinstance(context, str):
        return _known(context, contexts)
    if isinstance(context, list):
        return [_local(member, contexts) for member in context]
    if isinstance(context, dict):
        imported = _local(context["@import"], contexts) if isinstance(context.get("@import"), str) else {}
        own = {key: value for key, value in context.items() if key != "@import"}
        return {**imported, **{key: with_local_contexts(value, contexts) for key, value in own.items()}}
    return context


def _known(url: str, contexts: Contexts) -> Any:
    if url in contexts:
        return contexts[url]
    if url in _SCHEMA_ORG:
        return _schema_org()
    raise UnknownContextError(url)


@cache
def _schema_org() -> dict[str, Any]:
    return schema_org_context()


def read_context(file: str, text: str) -> Any:
    """The context in the JSON-LD document *text*. Raises InputError, naming *file*, if it has none."""
    try:
        document = read_json(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{file}: no JSON: {error}", "name a file that holds a JSON-LD context") from error
    if not isinstance(document, dict) or "@context" not in document:
        raise InputError(f"{file}: has no @context", "name a file that holds a JSON-LD context")
    return document["@context"]
