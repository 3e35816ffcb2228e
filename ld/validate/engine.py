"""The choice between the two engines that find what does not conform to shapes."""

from collections.abc import Iterable
from typing import Literal, get_args

from ld.errors import InputError
from ld.validate.finding import Finding
from ld.validate.index import Index
from ld.validate.shacl import Targets
from ld.validate.shapes import Shapes

Engine = Literal["auto", "compiled", "pyshacl"]
"""*auto* takes the compiled shapes if they can be compiled, else pySHACL, which is the reference."""


def findings(
    data: Index, shapes: Shapes, targets: Targets, engine: Engine = "auto", seconds: float | None = None
) -> Iterable[Finding]:
    """The violated constraints of *shapes*, for each node of *data*, in no order; *targets* are the shapes' in *data*.

    pySHACL gets this many *seconds*, by default any number; compiled shapes always terminate.

    Raises UncompilableError if *engine* is ``compiled`` and the shapes need more than SHACL Core, ShapesError for
    shapes that pySHACL refuses, UncheckedError if the time is up, InputError for an engine that does not exist.
    """
    if engine not in get_args(Engine):
        raise InputError(f"there is no engine {engine}", f"take one of {', '.join(get_args(Engine))}")
    if engine == "pyshacl" or (engine == "auto" and shapes.uncompilable):
        if seconds is not None:
            from ld.validate.pyshacl_process import findings_within  # noqa: PLC0415

            return findings_within(data, shapes, seconds)
        # pySHACL and rdflib take half a second to import: shapes in SHACL Core need not wait for them
        from ld.validate.pyshacl_engine import findings_of_pyshacl  # noqa: PLC0415

        return findings_of_pyshacl(data, shapes)
    return shapes.compiled.findings(data, targets)
