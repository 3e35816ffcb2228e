"""What holds for every module of the program."""

import ast
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter

import grimp
import pytest
from modules import MODULES


@pytest.mark.parametrize("path", sorted(MODULES), ids=str)
def test_no_constant_of_a_module_is_assigned_twice(path):
    counted = Counter(_assigned(MODULES[path]))
    assert [name for name, count in counted.items() if count > 1] == []


def test_an_assignment_is_seen_however_it_is_written():
    module = ast.parse("A = 1\nB: int = 2\nC, (D, *E) = 3, (4,)\nF = G = 5\nH.i = 6\nJ[0] = 7\nK: int\nL |= 8")
    assert list(_assigned(module)) == ["A", "B", "C", "D", "E", "F", "G"]


def test_no_module_imports_itself_by_way_of_others():
    """Imports inside of functions and for types alone count, too."""
    graph = grimp.build_graph("ld", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert len(imports) >= len(MODULES)
    assert len(list(TopologicalSorter(imports).static_order())) == len(imports)


def _assigned(module: ast.Module) -> Iterator[str]:
    """The names that *module* gives a value at its top, once for each time; adding to a value is no second one."""
    for statement in module.body:
        if isinstance(statement, ast.Assign):
            targets = statement.targets
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            targets = [statement.target]
        else:
            continue
        for target in targets:
            yield from (
                node.id for node in ast.walk(target) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
            )
