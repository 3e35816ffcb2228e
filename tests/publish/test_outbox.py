"""The outbox: each file in it is complete or absent, whatever happens."""

import errno
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publish.articles import an_article

from ld.errors import InputError, OutputError
from ld.publish.outbox import Outbox
from ld.publish.publication import unchecked_publication
from ld.terms import ArticleGraph, Iri, Literal, Triple

CALLS = ((tempfile, "mkstemp"), (os, "fdopen"), (os, "fsync"), (Path, "replace"))
"""The calls by which a file is written, in their order; then the directory is opened and synced."""


@pytest.fixture
def outbox(tmp_path):
    return Outbox(tmp_path)


def waiting(directory):
    return list(Outbox(directory).waiting())


def test_what_is_kept_waits_until_it_is_released(outbox, tmp_path):
    outbox.keep(an_article(1))
    assert outbox.holds(an_article(1).name)
    assert waiting(tmp_path) == [an_article(1)]
    outbox.release(an_article(1))
    assert not outbox.holds(an_article(1).name)
    assert list(tmp_path.iterdir()) == []


def test_of_two_versions_only_the_later_waits(outbox):
    outbox.keep(an_article(1, "1"))
    outbox.keep(an_article(1, "2"))
    assert list(outbox.waiting()) == [an_article(1, "2")]


def test_a_later_version_outlives_the_release_of_an_earlier(outbox):
    outbox.keep(an_article(1, "2"))
    outbox.release(an_article(1, "1"))
    assert list(outbox.waiting()) == [an_article(1, "2")]


def test_releasing_what_does_not_wait_changes_nothing(outbox):
    outbox.keep(an_article(1))
    outbox.release(an_article(2))
    assert list(outbox.waiting()) == [an_article(1)]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was_kept(text):
    node = Iri("https://harbor-news.example/1")
    kept = unchecked_publication(
        ArticleGraph(node, (Triple(node, Iri("https://schema.example/text"), Literal(text)),), ())
    )
    with tempfile.TemporaryDirectory() as directory:
        Outbox(Path(directory)).keep(kept)
        assert waiting(Path(directory)) == [kept]


@pytest.mark.parametrize("failing", CALLS, ids=lambda call: call[1])
def test_when_writing_fails_the_earlier_version_waits_and_no_part_of_the_later(outbox, tmp_path, monkeypatch, failing):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    outbox.keep(an_article(1, "1"))
    monkeypatch.setattr(*failing, full)
    with pytest.raises(OutputError, match=f"{tmp_path}.*No space left"):
        outbox.keep(an_article(1, "2"))
    assert waiting(tmp_path) == [an_article(1, "1")]
    assert len(list(tmp_path.iterdir())) == 1


class PowerCut(BaseException):
    """The process ends here: nothing of it is carried out any more, not even clearing up."""


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("interrupted", [call for call in CALLS if call[1] != "fdopen"], ids=lambda call: call[1])
def test_a_process_that_ends_while_it_writes_leaves_a_whole_version(outbox, tmp_path, monkeypatch, interrupted, after):
    owner, name = interrupted
    real = getattr(owner, name)

    def ends(*arguments, **options):
        if after:
            real(*arguments, **options)
        monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)
        raise PowerCut

    outbox.keep(an_article(1, "1"))
    with monkeypatch.context() as patched:
        patched.setattr(owner, name, ends)
        with pytest.raises(PowerCut):
            outbox.keep(an_article(1, "2"))
    monkeypatch.undo()
    there = "2" if after and name == "replace" else "1"
    assert waiting(tmp_path) == [an_article(1, there)]
    with outbox.alone():
        assert len(list(tmp_path.iterdir())) == 1, "what was left half is cleared away"


def test_a_file_is_on_the_disk_before_it_has_its_name_and_the_name_before_keep_returns(outbox, monkeypatch):
    done = []
    for owner, name in ((os, "fsync"), (Path, "replace")):
        real = getattr(owner, name)
        monkeypatch.setattr(owner, name, lambda *given, real=real, name=name: (done.append(name), real(*given))[1])
    outbox.keep(an_article(1))
    assert done == ["fsync", "replace", "fsync"]


def test_what_waits_already_is_not_written_again_so_that_a_full_disk_can_be_emptied(outbox, monkeypatch):
    outbox.keep(an_article(1))
    monkeypatch.delattr(tempfile, "mkstemp")
    outbox.keep(an_article(1))
    assert list(outbox.waiting()) == [an_article(1)]


@pytest.mark.parametrize("length", [0, 10, 40, 200, 500, -100, -1])
def test_a_file_cut_short_is_named(outbox, tmp_path, length):
    outbox.keep(an_article(1))
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:length])
    with pytest.raises(InputError, match=str(file)):
        list(outbox.waiting())


@pytest.mark.parametrize(
    ("was", "becomes"),
    [(b"harbor", b"harvor"), (b"edition", b"edifion"), (b"\n\n", b"\n\n\n"), (b"early", b"early\xff"), (b".", b"")],
)
def test_a_file_with_other_content_is_named(outbox, tmp_path, was, becomes):
    outbox.keep(an_article(1, "early"))
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes().replace(was, becomes, 1))
    with pytest.raises(InputError, match=str(file)):
        list(outbox.waiting())


def test_a_damaged_file_does_not_hold_back_the_others(outbox, tmp_path):
    outbox.keep(an_article(0))
    (damaged,) = tmp_path.iterdir()
    damaged.write_bytes(b"")
    for number in (1, 2, 3):
        outbox.keep(an_article(number))
    found = []
    with pytest.raises(InputError, match=str(damaged)):
        found.extend(outbox.waiting())
    assert {publication.name for publication in found} == {an_article(number).name for number in (1, 2, 3)}


def test_a_file_that_cannot_be_read_does_not_hold_back_the_others(outbox, tmp_path):
    (tmp_path / "0.publication").mkdir()
    outbox.keep(an_article(1))
    found = []
    with pytest.raises(InputError, match=r"0\.publication"):
        found.extend(outbox.waiting())
    assert found == [an_article(1)]


def test_what_is_forgotten_waits_no_longer_in_whatever_version(outbox):
    outbox.keep(an_article(1, "1"))
    outbox.keep(an_article(2))
    assert outbox.forget(an_article(1, "2").name)
    assert list(outbox.waiting()) == [an_article(2)]
    assert not outbox.forget(an_article(1).name)


def test_what_is_forgotten_is_gone_from_the_disk_before_forget_returns(outbox, monkeypatch):
    outbox.keep(an_article(1))
    done = []
    for owner, name in ((Path, "unlink"), (os, "fsync")):
        real = getattr(owner, name)
        monkeypatch.setattr(owner, name, lambda *given, real=real, name=name: (done.append(name), real(*given))[1])
    outbox.forget(an_article(1).name)
    assert done == ["unlink", "fsync"]


def test_what_waits_can_be_counted(outbox):
    for number, version in ((1, "1"), (1, "2"), (2, "1")):
        outbox.keep(an_article(number, version))
    assert outbox.count() == 2


def test_a_damaged_file_is_mended_by_keeping_its_article_again(outbox, tmp_path):
    outbox.keep(an_article(1))
    (file,) = tmp_path.iterdir()
    file.write_bytes(b"")
    outbox.keep(an_article(1))
    assert list(outbox.waiting()) == [an_article(1)]


def test_two_at_once_cannot_use_one_outbox(outbox, tmp_path):
    refused = pytest.raises(OutputError, match="cannot be locked")
    with outbox.alone(), refused, Outbox(tmp_path).alone():
        pass
    with Outbox(tmp_path).alone():
        outbox.keep(an_article(1))


def test_an_outbox_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot be an outbox"):
        Outbox(tmp_path / "file")
