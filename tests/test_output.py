from pathlib import Path

import pytest

from ld.errors import OutputError
from ld.output import write_together


def contents(directory: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in directory.iterdir()}


def test_all_files_are_written(tmp_path):
    paths = write_together(tmp_path / "new", {"a.ttl": "a\n", "b.ttl": "ü\n"})
    assert contents(tmp_path / "new") == {"a.ttl": "a\n", "b.ttl": "ü\n"}
    assert [path.name for path in paths] == ["a.ttl", "b.ttl"]


@pytest.mark.parametrize("failing", [1, 2, 3, 4])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_an_interruption_at_any_move_leaves_the_older_files_as_they_were(tmp_path, monkeypatch, failing, error):
    write_together(tmp_path, {"a.ttl": "old a\n", "b.ttl": "old b\n"})
    moves = []
    replace = Path.replace

    def fail_once(path: Path, target: Path) -> Path:
        moves.append(target)
        if len(moves) == failing:
            raise error
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail_once)
    if failing <= 3:
        with pytest.raises((OutputError, KeyboardInterrupt)):
            write_together(tmp_path, {"a.ttl": "new a\n", "b.ttl": "new b\n", "c.ttl": "new c\n"})
        assert contents(tmp_path) == {"a.ttl": "old a\n", "b.ttl": "old b\n"}
    else:
        write_together(tmp_path, {"a.ttl": "new a\n", "b.ttl": "new b\n", "c.ttl": "new c\n"})
        assert contents(tmp_path) == {"a.ttl": "new a\n", "b.ttl": "new b\n", "c.ttl": "new c\n"}


def test_a_folder_that_cannot_be_made_is_named_with_the_way_out(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="file/folder: cannot be written to") as raised:
        write_together(tmp_path / "file" / "folder", {"a.ttl": "a\n"})
    assert "-o" in raised.value.hint


def test_what_is_no_file_is_never_replaced_by_one(tmp_path):
    (tmp_path / "a.ttl").mkdir()
    (tmp_path / "a.ttl" / "precious").write_text("x")
    with pytest.raises(OutputError, match="is no file"):
        write_together(tmp_path, {"b.ttl": "b\n", "a.ttl": "a\n"})
    assert (tmp_path / "a.ttl" / "precious").exists()
    assert not (tmp_path / "b.ttl").exists()
