"""The modules of the program, for tests of rules that apply to each of them."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

MODULES = {
    path.relative_to(ROOT): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(ROOT.glob("ld/**/*.py"))
}
"""The syntax tree of each module by its path from the top of the project."""
