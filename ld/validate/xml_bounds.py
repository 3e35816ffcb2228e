"""Bounds on what RDF/XML may cost its parser: entities that lengthen a text, deeply nested elements and prefixes."""

from xml.parsers import expat

from ld.errors import InputError

DEEPEST_XML = 5_000
"""How deep the elements of RDF/XML may be nested."""

MOST_PREFIXES = 1_000
"""How many prefixes of RDF/XML may be bound at a time."""


def refuse_bombs(file: str, xml: str) -> None:
    """Raise InputError for *xml* that would take the RDF parser too long.

    Expat limits how much entities may lengthen a text; the RDF parser does not.

    It also takes time quadratic in the depth of nested elements, and in the number of bound prefixes.
    """
    has_entities = "<!ENTITY" in xml
    if not has_entities and xml.count("<") <= DEEPEST_XML and xml.count("xmlns:") <= MOST_PREFIXES:
        return
    parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
    elements = _Open(DEEPEST_XML, "elements are nested more than {:,} deep")
    prefixes = _Open(MOST_PREFIXES, "more than {:,} prefixes are bound at a time")
    parser.StartElementHandler, parser.EndElementHandler = elements.begin, elements.end
    parser.StartNamespaceDeclHandler, parser.EndNamespaceDeclHandler = prefixes.begin, prefixes.end
    try:
        parser.Parse(xml.encode(), True)  # noqa: FBT003 - expat takes no keywords
    except InputError as error:
        raise InputError(f"{file}:{parser.CurrentLineNumber}: no RDF/XML that we read: {error}", error.hint) from error
    except expat.ExpatError as error:
        if has_entities:
            raise InputError(f"{file}:{error.lineno}: no RDF/XML: {error}", "write its entities out") from error


class _Open:
    """Counts what is open at a time; raises InputError with *fault* if it is more than *most*."""

    def __init__(self, most: int, fault: str) -> None:
        self._count, self._most, self._fault = 0, most, fault.format(most)

    def begin(self, *_: object) -> None:
        self._count += 1
        if self._count > self._most:
            raise InputError(self._fault, "write it as Turtle")

    def end(self, *_: object) -> None:
        self._count -= 1


def ill_formed_line(xml: str) -> int:
    """The line at which *xml* ceases to be well-formed; 0 if it is well-formed to the end."""
    try:
        expat.ParserCreate(encoding="utf-8").Parse(xml.encode(), True)  # noqa: FBT003 - expat takes no keywords
    except expat.ExpatError as error:
        return error.lineno
    return 0
