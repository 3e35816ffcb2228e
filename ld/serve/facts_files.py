"""Which file has the facts of which article."""

from pathlib import Path

from ld.errors import InputError
from ld.facts import Facts
from ld.mapping.nodes import Nodes
from ld.read import read

_ENDING = ".facts.json"


def facts_files(folder: Path) -> dict[str, str]:
    """The paths of all ``*.facts.json`` in *folder*, by the names of their articles' graphs.

    Of two with one name the later in the order of their names counts. Raises InputError for a folder without any, and
    for a file that cannot be read.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: is no folder", "build articles into one: article-ld build SOURCE -o DIR")
    named = {}
    for path in sorted(folder.iterdir()):
        if path.name.endswith(_ENDING):
            facts = read(str(path))
            if isinstance(facts, Facts):
                named[str(Nodes(facts).name)] = str(path.resolve())
    if not named:
        raise InputError(f"{folder}: holds no *{_ENDING}", "build articles first: article-ld build SOURCE -o DIR")
    return named
