"""SHACL Core, compiled: shapes graphs become plain functions over the index of a graph.

*Design*, told as one validation. Say that a property shape wants each ``schema:Person`` to have one ``schema:name``.

Once, when the shapes are first used, ``compiler.compile_shapes`` goes through the shapes that have a target
(``targets``). What a shape says is read through ``Parameters``, which refuses ill-formed values. Its path becomes a
function from a focus node to value nodes (``paths.follow``); each parameter, such as ``sh:minCount 1``, becomes
through the tables ON_VALUES and ON_SETS of ``constraints`` a function that finds what is wrong, paired with its
component and the sentence to say (``advice.message``). The result is a ``CompiledShape``; shapes that it refers to
are compiled before it. Anything that is not Core raises UncompilableError, and pySHACL takes the whole graph.

For each data graph, ``Shapes.targets`` asks an ``Index`` of its triples which focus nodes each shape has: here all
persons. ``Compiled.findings`` then puts each question once, to all focus nodes of all shapes that ask it:
``CompiledShape.reached`` follows the path, and ``CompiledShape.find`` hands the value nodes to the constraints. A set
constraint sees the value nodes of each focus node together (a count), a value constraint each value alone (a
datatype). Each ``Fault`` becomes a ``Finding``; which words to show with it and where it stands in a file is not known
here: ``ld.validate`` makes results of findings. Adding a parameter is one builder and one row of a table.

Why not pySHACL alone, and where the two differ: ``docs/decisions/008-compiled-shapes.md``.
"""

from ld.validate.shacl.compiler import Compiled, Targets, compile_shapes

__all__ = ["Compiled", "Targets", "compile_shapes"]
