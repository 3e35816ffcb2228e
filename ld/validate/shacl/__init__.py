"""SHACL Core, compiled: shapes graphs become plain functions over the index of a graph.

Why not pySHACL alone, and where the two differ: ``docs/decisions/008-compiled-shapes.md``.
"""

from ld.validate.shacl.compiler import Compiled, Targets, compile_shapes

__all__ = ["Compiled", "Targets", "compile_shapes"]
