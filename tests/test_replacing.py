"""What a command writes takes the place of a file, and of nothing else."""

import os
import stat

import pytest

from ld.cli import main
from ld.errors import OutputError
from ld.replacing import check_replaceable

TABLE = "qid,label\nQ2,Ada Quill\n"


@pytest.fixture
def pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


def test_a_file_or_nothing_can_be_replaced(tmp_path):
    check_replaceable(tmp_path / "new")
    (tmp_path / "old").write_bytes(b"")
    check_replaceable(tmp_path / "old")


@pytest.mark.parametrize("name", ["pipe", "link"])
def test_a_pipe_is_not_replaced_nor_what_a_link_leads_to(tmp_path, pipe, name):
    (tmp_path / "link").symlink_to(pipe)
    with pytest.raises(OutputError, match="is no file"):
        check_replaceable(tmp_path / name)


def test_a_knowledge_base_is_not_put_in_the_place_of_a_device(tmp_path, pipe, capsys):
    (tmp_path / "own.csv").write_text(TABLE, encoding="utf-8")
    assert main(["kb", "build", str(tmp_path / "own.csv"), "-o", str(pipe)]) == 2
    assert "is no file" in capsys.readouterr().err
    assert stat.S_ISFIFO(pipe.stat().st_mode)
