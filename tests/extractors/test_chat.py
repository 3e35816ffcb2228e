"""A language model adds facts that stand in the article, and no others."""

import json
import re
import socket

import jsonschema
import pytest
from extractors.answers import FOUND, LAST, NOTHING
from extractors.chat_server import completion
from loopback import Reply
from trickling import ENDLESS, TRICKLES, trickling
from urllib3.util import Retry

from ld.errors import ExtractorError, ExtractorUnavailableError, InputError
from ld.extractors import chat, merge, open_extractor
from ld.extractors.answer import answer_schema


@pytest.fixture
def ask(chat_server, article, ours, monkeypatch):
    """What our facts become when the model replies so; waits are left out."""
    monkeypatch.setattr(
        Retry, "sleep", lambda self, response=None: self.get_retry_after(response) if response else None
    )

    def of(*replies):
        chat_server.replies = list(replies)
        return merge(ours, open_extractor(f"openai:{chat_server.url}#tiny-model").extract(article))

    return of


def test_facts_whose_words_stand_in_the_article_are_added(ask):
    result = ask(completion(FOUND))
    facts = result.facts
    assert [post.title for post in facts.posts] == ["Minister", "leads"]
    assert [facts.entity(membership.member).name for membership in facts.memberships] == ["Tidewater Pilots"]
    (event,) = [event for event in facts.events if event.name == "met pilots"]
    assert event.start.value == "2024-09-10"
    assert [facts.entity(place.entity).name for place in event.places] == ["Port Ellery"]
    assert event.evidence[0].rule == "model tiny-model"


def test_words_that_are_not_the_articles_are_dropped_and_counted(ask):
    result = ask(completion(FOUND))
    assert result.facts.claims == ()
    assert len(result.dropped) == 1
    assert "'Nobody answered'" in result.dropped[0]


def test_an_answer_that_is_all_invented_changes_nothing(ask, ours):
    invented = NOTHING | {
        "entities": [{"kind": "person", "name": "Jan Okafor"}, {"kind": "person", "name": ""}],
        "quotations": [{"words": "Okafor said so", "text": "We lost", "speaker": "Jan Okafor"}],
        "posts": [{"words": LAST, "holder": "Ola Nordmann", "title": "leads", "organization": None, "country": None}],
    }
    result = ask(completion(invented))
    assert (result.facts, result.added, len(result.dropped)) == (ours, 0, 3)


def test_the_model_is_asked_by_the_protocol(ask, chat_server, article, monkeypatch):
    monkeypatch.setenv(chat.KEY, "s3cret")
    ask(completion(NOTHING))
    (request,) = chat_server.requests
    assert chat_server.paths == ["/v1/chat/completions"]
    assert request["model"] == "tiny-model"
    assert request["messages"][-1] == {"role": "user", "content": article.text}
    assert request["response_format"]["json_schema"]["schema"] == answer_schema()
    assert chat_server.headers[0]["Authorization"] == "Bearer s3cret"


def test_without_a_key_none_is_sent(ask, chat_server, monkeypatch):
    monkeypatch.delenv(chat.KEY, raising=False)
    ask(completion(NOTHING))
    assert "Authorization" not in chat_server.headers[0]


def test_the_schema_of_the_answer_is_strict():
    jsonschema.Draft202012Validator.check_schema(answer_schema())
    jsonschema.validate(FOUND, answer_schema())
    objects = [value for value in answer_schema()["$defs"].values() if value["type"] == "object"]
    for each in objects:
        assert each["additionalProperties"] is False
        assert sorted(each["required"]) == sorted(each["properties"])


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_may_pass_is_tried_again(ask, chat_server, status):
    assert ask(Reply("{}", status), Reply("{}", status), completion(FOUND)).added > 0
    assert len(chat_server.requests) == 3


def test_as_long_as_the_service_asks_for_but_a_minute_at_most(chat_server, article, monkeypatch):
    slept = []
    monkeypatch.setattr("urllib3.util.retry.time.sleep", slept.append)
    chat_server.replies = [
        Reply("{}", 429, (("Retry-After", "7"),)),
        Reply("{}", 429, (("Retry-After", "86400"),)),
        completion(NOTHING),
    ]
    open_extractor(f"openai:{chat_server.url}#m").extract(article)
    assert slept == [7, 60]


@pytest.mark.parametrize("reply", [Reply("{}", 503), Reply("{}", 429), Reply('{"choices": []}', cut=5)])
def test_a_service_that_goes_on_failing_is_unavailable(ask, reply):
    with pytest.raises(ExtractorUnavailableError):
        ask(reply)


def test_a_service_that_is_not_there_is_unavailable(article, monkeypatch):
    monkeypatch.setattr(Retry, "sleep", lambda *_: None)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        spec = f"openai:http://127.0.0.1:{taken.getsockname()[1]}/v1#m"
    with pytest.raises(ExtractorUnavailableError, match="no answer"):
        open_extractor(spec).extract(article)


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (Reply("<html>", 200), "no JSON"),
        (Reply("[]", 200), "without a message"),
        (Reply('{"choices": [{"message": {"content": null, "refusal": "no"}}]}', 200), "without a message"),
        (completion(NOTHING, "length"), "without a message"),
        (completion("Sure! Here are the facts."), "JSON Schema"),
        (completion(NOTHING | {"more": 1}), "JSON Schema"),
        (completion({"entities": []}), "JSON Schema"),
        (Reply('{"error": {"message": "no such model"}}', 404), "no such model"),
        (Reply('{"choices":[{"message":{"content":"{}"},"finish_reason":["stop"]}]}'), "without a message"),
        (Reply('{"choices":[{"message":{"content":"\\ud800"}}]}'), "no JSON"),
        (Reply('{"choices":' + "9" * 5000), "no JSON"),
        (Reply('{"choices":' + "9" * 5000 + "}"), "no JSON|without a message"),
        (Reply("[" * 3000), "nested too deeply"),
        (Reply('{"choices":' + "[" * 900 + "]" * 900 + "}"), "without a message"),
        (completion('{"entities":' + "[" * 100_000), "JSON Schema"),
        (
            completion(NOTHING | {"entities": [{"kind": "person", "name": f"{n}"} for n in range(2001)]}),
            "more than 2,000",
        ),
        *(
            (Reply(json.dumps(shape)), "without a message")
            for shape in (
                *(None, 1, "choices", {}, {"choices": None}, {"choices": {}}, {"choices": "abc"}, {"choices": [None]}),
                *({"choices": [[]]}, {"choices": [{"message": []}]}, {"choices": [{"message": {"content": 1}}]}),
            )
        ),
        (
            Reply("\x1b[31mno\u2028way", 400, (("Content-Type", "text/plain; charset=undefined"),)),
            r"400 Bad Request: \\x1b\[31mno way",
        ),
        (Reply("", 302, (("Location", "http://[::1"),)), "answered 302 Found"),
        (Reply("", 307, (("Location", "/v2/chat/completions"),)), "answered 307"),
    ],
)
def test_an_answer_that_is_none_is_an_error_that_says_so(ask, reply, told):
    with pytest.raises(ExtractorError, match=told) as error:
        ask(reply)
    assert not isinstance(error.value, ExtractorUnavailableError)


@pytest.mark.parametrize("trickle", TRICKLES.values(), ids=TRICKLES)
def test_an_answer_that_trickles_in_is_waited_for_no_longer_than_any_other(article, monkeypatch, trickle):
    monkeypatch.setattr(chat, "SECONDS", 0.3)
    with trickling(*trickle) as server, pytest.raises(ExtractorUnavailableError, match="no whole answer within"):
        open_extractor(f"openai:{server.url}/v1#m").extract(article)


def test_an_answer_without_end_is_an_error(article):
    with trickling(*ENDLESS, 0) as server, pytest.raises(ExtractorError, match="more than 8,000,000 bytes"):
        open_extractor(f"openai:{server.url}/v1#m").extract(article)


@pytest.mark.parametrize("address", ["http://[::1", "http://a..b", "http:///v1", "http://\x00"])
def test_an_address_that_is_none_is_an_error_that_names_it(article, monkeypatch, address):
    monkeypatch.setattr(Retry, "sleep", lambda *_: None)
    with pytest.raises(ExtractorError, match=re.escape(f"{address}/chat/completions: ")):
        open_extractor(f"openai:{address}#m").extract(article)


@pytest.mark.parametrize("status", [401, 403])
def test_a_refusal_names_the_variable_of_the_key(ask, status):
    with pytest.raises(ExtractorError) as error:
        ask(Reply("{}", status))
    assert chat.KEY in error.value.hint


@pytest.mark.parametrize("spec", ["openai", "openai:", "openai:http://127.0.0.1/v1", "openai:file:///etc#m"])
def test_an_address_without_service_or_model_is_an_error_of_the_user(spec):
    with pytest.raises(InputError, match="names no service and model"):
        open_extractor(spec)


@pytest.mark.parametrize(
    ("key", "told"),
    [("s3cret\nX-Other: 1", "a line end"), ("s3cret€", "a character beyond ASCII"), ("s3 cret", "a space")],
)
def test_a_key_that_cannot_be_sent_is_refused_by_the_variable_s_name(monkeypatch, key, told):
    monkeypatch.setenv(chat.KEY, key)
    with pytest.raises(InputError, match=f"^{chat.KEY} holds {told}$"):
        chat.open_chat("http://127.0.0.1:9/v1#a-model")


def test_a_password_in_a_service_s_address_is_refused_and_not_told():
    with pytest.raises(InputError) as refusal:
        chat.open_chat("http://editor:s3cret@127.0.0.1:9/v1#a-model")
    assert "s3cret" not in str(refusal.value)
    assert chat.KEY in refusal.value.hint
