"""A language model behind the chat-completions protocol: ``openai:URL#MODEL``.

Many servers support the protocol; the form of the answer is prescribed by a JSON Schema (``response_format``).
"""

from typing import Any

import msgspec
import requests
from urllib3.util import Retry

from ld.article import Article
from ld.credentials import has_login, token, without_login
from ld.errors import ExtractorError, ExtractorUnavailableError, InputError
from ld.exchange import Answer, LateError, NotJsonError, TooLongError, WatchedSession, exchange, repeated
from ld.extractors.answer import INSTRUCTIONS, answer_schema, read_answer
from ld.facts import Facts
from ld.version import __version__

KEY = "ARTICLE_LD_EXTRACTOR_KEY"
"""The environment variable with the key, for services that require one."""
SECONDS = 300
"""Seconds within which the whole answer must arrive: a model may think for a long time."""
MOST = 8_000_000
"""The longest answer in bytes."""
RETRIES = Retry(
    total=4,
    backoff_factor=1,
    backoff_max=30,
    retry_after_max=60,
    status_forcelist=(429, 500, 502, 503, 504),
    allowed_methods=None,  # asking twice changes nothing
    raise_on_status=False,
)
_PATH = "/chat/completions"
_EXCERPT = 200
_SUCCESS, _REDIRECTS, _ERRORS = 200, 300, 400


def open_chat(address: str) -> "ChatExtractor":
    """The extractor that asks the model at *address*: the service's base URL, a #, and the model's name.

    Raises InputError for any other address.
    """
    url, _, model = address.partition("#")
    if not url.startswith(("http://", "https://")) or not model:
        raise InputError(
            f"openai:{without_login(address)}: names no service and model",
            "write openai:https://HOST/v1#MODEL, the model behind the #",
        )
    if has_login(url):
        raise InputError(
            f"openai:{without_login(url)}: a user or password in an address can be read by others",
            f"leave it out, and set {KEY} to the service's key",
        )
    return ChatExtractor(url, model, key=token(KEY))


class ChatExtractor:
    """Asks *model* at *url* for facts, with *key* as Bearer token if there is one.

    Temporary failures (no connection, 429, 5xx) are retried according to *retries*, after the delay that the answer
    requests, a minute at most; answers incomplete after SECONDS, or longer than MOST, are not. Redirects are not
    followed:
    the article and the key are sent to this address only.
    """

    def __init__(self, url: str, model: str, *, key: str = "", retries: Retry = RETRIES) -> None:
        base = url.rstrip("/")
        self._url = base if base.endswith(_PATH) else f"{base}{_PATH}"
        self._model = model
        self._retries = retries
        self._session = WatchedSession()
        self._session.headers["User-Agent"] = f"article-ld/{__version__}"
        if key:
            self._session.headers["Authorization"] = f"Bearer {key}"

    def extract(self, article: Article) -> Facts:
        """See Extractor. Raises ExtractorUnavailableError if no answer arrives, ExtractorError if it is a bad one."""
        content = _content(self._answer(article))
        if content is None:
            raise self._error("answered without a message; did the model refuse, or run out of tokens?")
        try:
            return read_answer(content, article, f"model {self._model}")
        except (msgspec.DecodeError, RecursionError) as error:
            raise self._error(f"answered what is not as the JSON Schema wants it: {error}") from error

    def _answer(self, article: Article) -> Any:
        answer = self._asked(_request(self._model, article))
        told = f"answered {answer.status} {answer.reason}: {answer.excerpt(_EXCERPT)}"
        if answer.status in RETRIES.status_forcelist:
            raise ExtractorUnavailableError(f"{self._url}: {told}", "try again later")
        if answer.status in {401, 403}:
            raise self._error(told, f"set {KEY} to the service's key")
        if not _SUCCESS <= answer.status < _REDIRECTS:
            hint = "give the address to which it sends" if answer.status < _ERRORS else ""
            raise self._error(told, hint)
        try:
            return answer.json()
        except NotJsonError as error:
            raise self._error(f"answered with what is no JSON ({error}): {answer.excerpt(_EXCERPT)!r}") from error

    def _asked(self, request: dict[str, Any]) -> Answer:
        try:
            return repeated(
                lambda: exchange(self._session, "POST", self._url, seconds=SECONDS, most=MOST, json=request),
                self._retries,
            )
        except TooLongError as error:
            raise self._error(f"answered with more than {MOST:,} bytes") from error
        except LateError as error:
            message = f"{self._url}: no whole answer within {SECONDS} seconds"
            raise ExtractorUnavailableError(message, "try again later, or take a smaller model") from error
        except requests.exceptions.InvalidURL as error:
            raise self._error("is no address", "check it") from error
        except requests.RequestException as error:
            message = f"{self._url}: no answer: {type(error).__name__}"
            raise ExtractorUnavailableError(message, "is the service running?") from error

    def _error(self, told: str, hint: str = "") -> ExtractorError:
        return ExtractorError(f"{self._url}: {told}", hint)


def _request(model: str, article: Article) -> dict[str, Any]:
    schema = {"name": "facts", "strict": True, "schema": answer_schema()}
    return {
        "model": model,
        "temperature": 0,
        "messages": [
            {"role": "system", "content": INSTRUCTIONS},
            {"role": "user", "content": article.text},
        ],
        "response_format": {"type": "json_schema", "json_schema": schema},
    }


def _content(answer: Any) -> str | None:
    """The message of the first choice; None if there is none, or if it was cut short."""
    try:
        choice = answer["choices"][0]
        content = choice["message"]["content"]
    except (KeyError, IndexError, TypeError):
        return None
    whole = choice.get("finish_reason") in (None, "stop")
    return content if whole and isinstance(content, str) else None
