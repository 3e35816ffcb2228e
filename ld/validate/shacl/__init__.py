"""SHACL Core, compiled: shapes graphs become plain functions over the index of a graph.

*Design*, shown by one validation. Suppose a property shape requires each ``schema:Person`` to have one ``schema:name``.

Once, when the shapes are first used, ``compiler.compile_shapes`` goes through the shapes that have a target
(``targets``). It reads each shape through ``Parameters``, which refuses ill-formed values. The path becomes a function
from a focus node to value nodes (``paths.follow``); each parameter, such as ``sh:minCount 1``, becomes, through the
tables ON_VALUES and ON_SETS of ``constraints``, a function that finds violations, paired with its component and its
message (``advice.message``). The result is a ``CompiledShape``; shapes that it refers to are compiled before it.
Anything outside Core raises UncompilableError, and pySHACL takes the whole graph.

For each data graph, ``Shapes.targets`` asks an ``Index`` of its triples for the focus nodes of each shape: here all
persons. ``Compiled.findings`` then evaluates each part once, on all focus nodes of all shapes that share it:
``CompiledShape.reached`` follows the path, and ``CompiledShape.find`` passes the value nodes to the constraints. A set
constraint sees the value nodes of each focus node together (a count), a value constraint each value alone (a datatype).
Each ``Fault`` becomes a ``Finding``; the words to show with it and its place in a file are not known here:
``ld.validate`` makes results of findings. A new parameter takes one builder and one row of a table.

Why not pySHACL alone, and where the two differ: ``docs/decisions/008-compiled-shapes.md``.
"""

from ld.validate.shacl.compiler import Compiled, Targets, compile_shapes

__all__ = ["Compiled", "Targets", "compile_shapes"]
