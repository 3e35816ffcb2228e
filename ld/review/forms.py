"""The forms of the desk: what may be decided on a name and on a fact, each a button that works without a script."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ld.link.choices import Option
from ld.link.corrections import KINDS, NOT_A_NAME, RIGHT, SPEAKER_WRONG, SPLIT, TITLE, UNLINKED, WRONG, Correction
from ld.report.markup import Html, element, joined, named, outside
from ld.report.outline import KINDS as KIND_TITLES

DECIDE, UNDO = "/decide", "/undo"
_SHORTCUTS = 9
"""Candidates that have a key of their own, 1 to 9."""


class Way(NamedTuple):
    """What every form sends along: the *token* of the desk, and the addresses *back* to here and on to the *next*."""

    token: str
    back: str
    next: str


class Subject(NamedTuple):
    """What is decided on: *match* as in the table, the *words* for it, and the *seen* decision, by its source.

    *article* is the IRI of the article whose page it is on; empty in the queue, where all articles are meant.
    *kind* is that of the name, empty for a fact.
    With *here*, the decision is for this article alone; then *context* may be a pattern of the words around it.
    """

    match: str
    words: str
    seen: str
    article: str = ""
    kind: str = ""
    here: bool = False
    context: str = ""


def name_forms(  # noqa: PLR0913 - what a card is made of
    subject: Subject,
    way: Way,
    candidates: Sequence[Option],
    *,
    others: Iterable[str] = (),
    grows: bool = False,
    decided: Correction | None = None,
) -> Html:
    """The forms for a name: one of its *candidates*, nobody, not a name, another kind, the same as *others*.

    With *grows*, it can become an item in the newsroom's own base.
    """
    more = [
        _form(subject, way, "item", _text("Another item", "item", "Q42, or an IRI of your own base"), "Link"),
        _form(subject, way, "kind", _kinds(), "Change"),
    ]
    if others:
        more.append(_form(subject, way, "same as", _others(others), "Merge"))
    if grows:
        new = _text("New item of your own: who or what it is", "description", "")
        more.append(_form(subject, way, "house", new, "Add"))
    return element(
        "div",
        _standing(decided, way),
        _choice_form(subject, way, candidates),
        element("details", element("summary", "More"), *more, class_="further"),
        class_="desk",
    )


def _choice_form(subject: Subject, way: Way, candidates: Sequence[Option]) -> Html:
    """The form to choose one of the *candidates*, none of them, or "not a name"."""
    listed = (
        element("ol", *_choices(candidates), class_="choices")
        if candidates
        else element("p", "No candidates.", class_="quiet none")
    )
    none = _button("None of these" if candidates else "None known", UNLINKED, "n")
    return element(
        "form",
        _hidden(subject, way),
        _scope(subject),
        listed,
        element("p", none, _button("Not a name", NOT_A_NAME, "x"), class_="verdicts"),
        method="post",
        action=DECIDE,
    )


def split_form(subject: Subject, way: Way) -> Html:
    """The button by which the one mention in the context of *subject* becomes somebody else's."""
    return element(
        "form",
        _hidden(subject, way),
        _button("Somebody or something else", SPLIT, ""),
        method="post",
        action=DECIDE,
    )


def fact_form(
    subject: Subject, way: Way, *, title: str = "", speaker: bool = False, decided: Correction | None
) -> Html:
    """The verdicts on a fact; those on a post's *title* and on who spoke where there is one."""
    return element(
        "div",
        _standing(decided, way),
        element(
            "form",
            _hidden(subject, way),
            element(
                "p",
                _button("Right", RIGHT, "r"),
                _button("Wrong", WRONG, "w"),
                _button("Wrong speaker", SPEAKER_WRONG, "s") if speaker else None,
                class_="verdicts",
            ),
            method="post",
            action=DECIDE,
        ),
        element(
            "details",
            element("summary", "Edit the title"),
            _form(subject, way, TITLE.strip(), _text("Title", "title", "", value=title), "Save"),
            class_="further",
        )
        if title
        else None,
        class_="desk",
    )


def undo_form(correction: Correction, way: Way, *, key: str = "") -> Html:
    """The button that takes *correction* back."""
    return element(
        "form",
        _fields({"token": way.token, "back": way.back, "next": way.back, "id": correction.id}),
        element(
            "button",
            "Undo",
            element("span", f" {told(correction)}", class_="unseen"),
            *_key(key),
            type="submit",
            data_key=key or None,
        ),
        method="post",
        action=UNDO,
        class_="undo",
    )


def told(correction: Correction) -> str:
    """A decision in words: "Ada Quill: not a name"."""
    return f"{correction.words or correction.match}: {_decision(correction)}"


def _decision(correction: Correction) -> str:
    return "no link" if correction.decision == UNLINKED else correction.decision


def _standing(decided: Correction | None, way: Way) -> Html | None:
    """The decision in force, by whom, and how to take it back."""
    if decided is None:
        return None
    who = f" — {decided.who or 'somebody unnamed'}{f', {decided.when}' if decided.when else ''}"
    back = undo_form(decided, way) if decided.id else None
    return element("div", element("p", element("strong", _decision(decided)), who), back, class_="decided")


def _choices(candidates: Sequence[Option]) -> Iterator[Html]:
    for number, option in enumerate(candidates, 1):
        key = str(number) if number <= _SHORTCUTS else ""
        words = joined(named(option.label), " ", element("span", option.description, class_="quiet"))
        button = element(
            "button",
            *_key(key),
            words,
            type="submit",
            name="decision",
            value=option.item,
            data_key=key or None,
            class_="choice chosen" if option.is_chosen else "choice",
        )
        why = joined(*(element("li", reason) for reason in option.told))
        score = f"{option.score:.2f}"
        yield element(
            "li",
            button,
            element(
                "p",
                element("meter", value=score, min="0", max="1", aria_label=f"score of {option.label}"),
                f" {score}{' · linked now' if option.is_chosen else ''} · ",
                outside(_address(option), option.item),
                class_="score",
            ),
            element("ul", why, class_="told") if option.told else None,
        )


def _address(option: Option) -> str:
    return f"https://www.wikidata.org/wiki/{option.qid}" if option.qid else option.item


def _scope(subject: Subject) -> Html | None:
    """Whether a decision is for this article alone; in the queue it is for all."""
    if not subject.article or subject.here:
        return None
    box = element("input", type="checkbox", name="here", value="1", autocomplete="off")
    return element("label", box, " in this article only", class_="scope")


def _hidden(subject: Subject, way: Way) -> Html:
    return _fields(
        {
            "token": way.token,
            "back": way.back,
            "next": way.next,
            "match": subject.match,
            "words": subject.words,
            "seen": subject.seen,
            "article": subject.article,
            "kind": subject.kind,
            "here": "1" if subject.here else "",
            "context": subject.context,
        }
    )


def _fields(values: dict[str, str]) -> Html:
    return joined(*(element("input", type="hidden", name=name, value=value) for name, value in values.items() if value))


def _form(subject: Subject, way: Way, decision: str, field: Html, button: str) -> Html:
    """A form of one *field*, which is part of the *decision*."""
    send = element("button", button, type="submit", name="decision", value=decision)
    return element("form", _hidden(subject, way), field, " ", send, _scope(subject), method="post", action=DECIDE)


def _button(words: str, decision: str, key: str) -> Html:
    return element("button", words, *_key(key), type="submit", name="decision", value=decision, data_key=key or None)


def _key(key: str) -> tuple[Html, ...]:
    return (element("kbd", key, aria_hidden="true"),) if key else ()


def _text(label: str, name: str, placeholder: str, value: str = "") -> Html:
    box = element(
        "input", type="text", name=name, value=value, placeholder=placeholder or None, required=True, autocomplete="off"
    )
    return element("label", f"{label} ", box)


def _kinds() -> Html:
    options = (element("option", KIND_TITLES[kind], value=kind) for kind in KINDS)
    return element("label", "Another kind ", element("select", *options, name="other", autocomplete="off"))


def _others(others: Iterable[str]) -> Html:
    options = (element("option", name, value=name) for name in others)
    return element("label", "The same as ", element("select", *options, name="same", autocomplete="off"))
