"""The output of ``article-ld link --candidates``: the candidates of each name, as a table for people or as JSON."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ld.link.choices import Choice, Choices, Feature, Option

_MOST = 10
"""Candidates of one name that a person likes to look through; JSON has them all."""
_MINUS = "−"


def told(choices: "Choices") -> str:
    """A block for each entity: what it is linked to, or why it is not; then its candidates, best first."""
    blocks = ["\n".join(_block(choice)) for choice in choices.entities]
    rule = f"linked from a score of {choices.threshold:g} on, with {choices.margin:g} times the odds of the next"
    return "\n\n".join((rule, *blocks))


def json_of(choices: "Choices") -> bytes:
    """The same as JSON, indented, with all candidates."""
    import msgspec  # noqa: PLC0415 - imported late: --help must not wait

    return msgspec.json.format(msgspec.json.encode(choices), indent=2) + b"\n"


def _block(choice: "Choice") -> Iterator[str]:
    yield f"{choice.name}  {choice.kind}  {_verdict(choice)}"
    for option in choice.candidates[:_MOST]:
        mark = "→" if option.is_chosen else " "
        parts = (f"{option.score:.3f}", option.item, option.label, option.description)
        yield f"{mark} {'  '.join(part for part in parts if part)}"
        yield f"    {'  '.join(_sum(option))}"
        yield f"    {_words(option)}"
    if len(choice.candidates) > _MOST:
        yield f"  and {len(choice.candidates) - _MOST} more: --format json has them all"


def _verdict(choice: "Choice") -> str:
    from ld.facts import Link  # noqa: PLC0415

    link = choice.link
    if not isinstance(link, Link):
        return f"not linked: {link.because}" if link else "not linked"
    chosen = next((_words(option) for option in choice.candidates if option.is_chosen), None)
    if chosen and link.because.startswith(chosen):  # the candidate itself tells that
        return f"{link.item}  {link.score:.3f}"
    return f"{link.item}  {link.score:.3f}  {link.because}"


def _words(option: "Option") -> str:
    return "; ".join(option.told)


def _sum(option: "Option") -> Iterator[str]:
    return (_term(feature) for feature in option.features)


def _term(feature: "Feature") -> str:
    sign = _MINUS if feature.worth < 0 else "+"
    return f"{sign}{abs(feature.worth):.2f} {feature.name}"
