"""The script element."""

import json
import re

import pytest
from fixtures_facts import FACTS, replaced
from hypothesis import given, settings
from hypothesis import strategies as st
from web.blocks import PAYLOADS

from ld.errors import InputError
from ld.web import json_ld, script_tag
from ld.web.script import element, json_text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_literal_leaves_the_script(payload):
    text = json_text({"headline": payload})
    assert not re.search(r"[<>&\u2028\u2029\0]", text)
    assert text.isascii()
    assert json.loads(text) == {"headline": payload}


@settings(max_examples=30)
@given(st.recursive(st.text() | st.booleans() | st.integers(), lambda inner: st.dictionaries(st.text(), inner)))
def test_any_document_comes_back(document):
    assert json.loads(json_text(document)) == document


def test_the_element_is_known_as_ours():
    assert element({}) == '<script type="application/ld+json" data-generator="article-ld">{}</script>'


def test_a_nonce_stands_in_the_tag():
    assert ' nonce="rAnd0m+/_-=="' in script_tag(FACTS, nonce="rAnd0m+/_-==")


@pytest.mark.parametrize("nonce", ["", '"', 'a" onload="x', "a b", "a>", "===", "é", "a\n"])
def test_what_is_no_nonce_is_refused(nonce):
    with pytest.raises(InputError, match="nonce"):
        script_tag(FACTS, nonce=nonce)


def test_the_tag_holds_the_json_ld_of_the_facts():
    hostile = replaced(
        FACTS, article=replaced(FACTS.article, headline=replaced(FACTS.article.headline, value="</script>"))
    )
    assert f">{json_ld(hostile)}</script>" in script_tag(hostile)
    assert json.loads(json_ld(hostile))["headline"] == "</script>"
