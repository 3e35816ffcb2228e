"""The meaning of the terms of a JSON-LD document at one place of it."""

from typing import Any

from ld.validate.places.turtle import resolve


class Terms:
    """The terms at one place of a document: the active context, as far as places need it."""

    def __init__(self, base: str, defined: dict[str, Any]) -> None:
        self._base = base
        self._defined = defined

    def with_context(self, context: Any) -> "Terms":
        """These terms, extended by those of *context*."""
        if context is None:
            return Terms(self._base, {})
        if isinstance(context, list):
            terms = self
            for member in context:
                terms = terms.with_context(member)
            return terms
        base = context.get("@base") or self._base
        return Terms(resolve(self._base, base), {**self._defined, **context})

    def keyword(self, name: str) -> str:
        """The keyword that *name* is or is an alias of; empty if there is none."""
        if name.startswith("@"):
            return name
        meaning = self._id(name)
        return meaning if meaning.startswith("@") else ""

    def term(self, name: str) -> str:
        """The IRI that *name* means as a property or class; empty without one."""
        meaning = self._id(name)
        if meaning and meaning != name:
            return self.term(meaning) if meaning in self._defined else self._in_vocabulary(meaning)
        return self._in_vocabulary(name)

    def iri(self, value: str) -> str:
        """The IRI that *value* means as the name of a node."""
        return self._expanded(value) or resolve(self._base, value)

    def coerces(self, name: str) -> bool:
        """Whether strings are IRIs as values of *name*."""
        definition = self._defined.get(name)
        return isinstance(definition, dict) and definition.get("@type") in {"@id", "@vocab"}

    def container(self, name: str) -> frozenset[str]:
        """The keywords of the container of *name*, with @json if its values are plain JSON."""
        definition = self._defined.get(name)
        if not isinstance(definition, dict):
            return frozenset()
        kinds = definition.get("@container") or ()
        literal = ("@json",) if definition.get("@type") == "@json" else ()
        return frozenset((kinds,) if isinstance(kinds, str) else kinds).union(literal)

    def is_dropped_on_purpose(self, name: str) -> bool:
        """Whether a context explicitly gives *name* no meaning."""
        definition = self._defined.get(name, name)
        return definition is None or (isinstance(definition, dict) and definition.get("@id", name) is None)

    def scoped(self, name: str) -> "Terms":
        """The terms below a member called *name*."""
        definition = self._defined.get(name)
        inner = definition.get("@context") if isinstance(definition, dict) else None
        return self.with_context(inner) if inner else self

    def _id(self, name: str) -> str:
        definition = self._defined.get(name)
        if isinstance(definition, dict):
            definition = definition.get("@id", "")
        return definition if isinstance(definition, str) else ""

    def _expanded(self, name: str) -> str:
        """*name* if it is absolute, or with its prefix expanded; empty if it has no colon."""
        prefix, colon, local = name.partition(":")
        if not colon:
            return ""
        meaning = "" if local.startswith("//") else self._id(prefix)
        return f"{self._expanded(meaning) or meaning}{local}" if meaning else name

    def _in_vocabulary(self, name: str) -> str:
        """The IRI of *name*, which no context defines; empty for a keyword, and without a vocabulary."""
        vocab = None if name.startswith("@") else self._defined.get("@vocab")
        return self._expanded(name) or (vocab + name if vocab and isinstance(vocab, str) else "")
