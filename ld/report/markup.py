"""HTML by construction: text is escaped here and nowhere else."""

import html
import re


class Html(str):
    """Markup that is safe to insert as it is. Only this module and the package's own files create it."""

    __slots__ = ()


def escaped(text: str) -> Html:
    """*text* for content and quoted attributes, code point for code point.

    What HTML forbids in a document (control characters, surrogates, noncharacters) becomes a picture of itself
    or U+FFFD, so that offsets still hold.
    """
    return Html(html.escape(_FORBIDDEN.sub(_picture, text)))


_FORBIDDEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"  # noqa: PLR2004 - C0, DEL


def element(name: str, /, *children: str | None, **attributes: str | int | bool | None) -> Html:
    """The element *name* with its *children*, text among them escaped; None is left out.

    Attributes are named as in Python: ``class_``, ``aria_label``. True is a bare attribute,
    None and False leave it out, and so does an empty class.
    """
    start = opening(name, **attributes)
    return start if name in _VOID else Html(f"{start}{joined(*children)}{closing(name)}")


def opening(name: str, /, **attributes: str | int | bool | None) -> Html:
    """The start tag of an element, for what cannot be written inside out."""
    return Html(f"<{name}{''.join(map(_attribute, attributes, attributes.values()))}>")


def closing(name: str) -> Html:
    """The end tag of an element."""
    return Html(f"</{name}>")


_VOID = frozenset(("input", "meta", "br"))


def _attribute(name: str, value: str | int | None) -> str:
    name = name.removesuffix("_").replace("_", "-")
    if value is None or value is False or (name == "class" and not value):
        return ""
    return f" {name}" if value is True else f' {name}="{escaped(str(value))}"'


def joined(*children: str | None, between: str = "") -> Html:
    """The *children* one after another, text among them escaped; None is left out."""
    return Html(
        escaped(between).join(child if isinstance(child, Html) else escaped(child) for child in children if child)
    )


def outside(address: str, *children: str | None, **attributes: str | None) -> Html:
    """A link that opens *address* in a new tab; without a web address there is nothing to open, only the children."""
    if not _WEB.match(address):
        return element("span", *children, **attributes)
    return element("a", *children, href=address, target="_blank", rel="noopener", **attributes)


_WEB = re.compile(r"https?://", re.IGNORECASE)


def named(text: str) -> Html:
    """A name or title out of a text, kept apart from the direction of the words around it."""
    return element("bdi", text)
