"""Graphs as text: Turtle, JSON-LD, N-Quads; facts as ninjs. The same input gives the same bytes."""

from ld.serialize.json_ld import json_ld
from ld.serialize.n_quads import n_quads
from ld.serialize.ninjs import ninjs
from ld.serialize.turtle import turtle

__all__ = ["json_ld", "n_quads", "ninjs", "turtle"]
