"""Facts with a payload in every free-text field, including the article's own text."""

from typing import Any

import msgspec

from ld.article import Stated
from ld.facts import Facts, Link, Nil

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "</title><svg onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x='",
    '" autofocus onfocus="alert(1)" x="',
    "<!-- <script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href=javascript:alert(1)>x</a>",
    "]]><script>alert(1)</script>",
    "<form action=https://evil.example/><button>x</button></form>",
    "<details open ontoggle=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "<template><script>alert(1)</script></template>",
    "<math><mtext></p><img src=x onerror=alert(1)>",
    "{{7*7}} ${alert(1)} `alert(1)`",
    "\0\x01\x08\x0b\x0c\r\x1b[2J\x7f\x80\x9f",
    "\u202ereversed\u2066 isolate\u200f",
    "\ud800 \udfff \ufdd0 \ufffe \U0001fffe \U0010ffff",
    "\u2028\u2029\u0085\ufeff",
    "هيئة الميناء <b>bold</b>",
)


def hostile(facts: Facts, payload: str) -> Facts:
    """*facts* with *payload* as every name, title, reason, rule and word on which no id or span depends."""
    changed: Facts = _poisoned(facts, payload)
    return msgspec.structs.replace(
        changed,
        article=msgspec.structs.replace(
            changed.article,
            language=Stated(value=payload, evidence=()),
            url=Stated(value=f"javascript:alert(1)//{payload}", evidence=()),
            source_sha256=payload,
        ),
        entities=tuple(
            msgspec.structs.replace(
                entity,
                link=Link(qid=payload, label=payload, score=0.5, because=payload, source=payload)
                if place % 2
                else Nil(because=payload),
            )
            for place, entity in enumerate(changed.entities)
        ),
    )


_FREE = frozenset(("name", "title", "value", "rule", "text", "option", "source", "because", "label"))


def _poisoned(value: Any, payload: str) -> Any:
    """*value* with each free field replaced; words with offsets become the payload, cut to their length."""
    if isinstance(value, tuple):
        return tuple(_poisoned(item, payload) for item in value)
    if not isinstance(value, msgspec.Struct):
        return value
    changed = {}
    for name in value.__struct_fields__:
        old = getattr(value, name)
        if name == "exact" or (name == "text" and hasattr(value, "parts")):
            changed[name] = (payload * (len(old) // len(payload) + 1))[: len(old)]
        else:
            changed[name] = payload if name in _FREE else _poisoned(old, payload)
    return type(value)(**changed)
