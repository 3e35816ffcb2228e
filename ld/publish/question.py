"""Questions that newsrooms ask of their store, ready to be put."""

import functools
import re
from importlib.resources import files
from typing import NamedTuple

from ld.errors import InputError
from ld.ntriples import quoted

_PARAMETER = re.compile(r"\$\{(\w+)\}")


class Question(NamedTuple):
    """A named query: what it answers, and the values that it needs."""

    name: str
    about: str
    sparql: str

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the values that it needs, in the order of their first use."""
        return tuple(dict.fromkeys(_PARAMETER.findall(self.sparql)))

    def with_values(self, values: dict[str, str]) -> str:
        """The query with *values* inserted, each as a literal. Raises InputError for a missing or unknown one."""
        for name in self.parameters:
            if name not in values:
                raise InputError(f"the question {self.name!r} needs a value for {name}", f"add --with {name}=VALUE")
        for name in values:
            if name not in self.parameters:
                raise InputError(f"the question {self.name!r} has no {name}", f"it knows {', '.join(self.parameters)}")
        return _PARAMETER.sub(lambda match: quoted(values[match[1]]), self.sparql)


@functools.cache
def questions() -> dict[str, Question]:
    """All questions by name. Each is a file whose first line says what it answers."""
    found = {}
    for path in sorted((files("ld.publish") / "questions").iterdir(), key=lambda path: path.name):
        about, sparql = path.read_text(encoding="utf-8").split("\n", 1)
        name = path.name.removesuffix(".rq")
        found[name] = Question(name, about.removeprefix("# "), sparql)
    return found
