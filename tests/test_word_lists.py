"""What holds for every list of words: nothing stands in it twice, and some rule reads it."""

import ast
from collections import Counter
from collections.abc import Iterator

import pytest
from modules import MODULES, ROOT

LISTS = sorted(path.relative_to(ROOT) for path in ROOT.glob("ld/*/**/data/*.txt"))
TABLES = sorted(path.relative_to(ROOT) for path in ROOT.glob("ld/*/**/data/*.[ct]sv"))


@pytest.mark.parametrize("path", LISTS, ids=str)
def test_no_entry_of_a_list_stands_in_it_twice(path):
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    comment = "//" if path.is_relative_to("ld/read") else "#"  # there # stands for a number
    counted = Counter(filter(None, (line.partition(comment)[0].strip() for line in lines)))
    assert [entry for entry, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("path", [*LISTS, *TABLES], ids=str)
def test_some_module_names_the_file(path):
    assert path.name in NAMED or path.stem in NAMED or path.stem.startswith(BEGINNINGS)


def _strings(module: ast.Module) -> Iterator[str]:
    """The strings of *module*, its documentation left out."""
    prose = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(module) if isinstance(node, ast.Constant) and id(node) not in prose)
    return (node.value for node in constants if isinstance(node.value, str))


NAMED = {text.rpartition("/")[2] for module in MODULES.values() for text in _strings(module)}
"""What strings of the program's modules say, of paths the last part."""

BEGINNINGS = tuple(name for name in NAMED if name.endswith("_"))
"""What the names of a family of files begin with, one file a language: ``saying_``."""
