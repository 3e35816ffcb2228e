"""The script that fetches the W3C's cases takes those that were pinned, or none."""

import io
import tarfile

import pytest
from generate import w3c_shacl_suite

CASES = {"manifest.ttl": b"<> a <urn:x-manifest> .\n", "node/class-001.ttl": b"<> a <urn:x-case> .\r\n"}


@pytest.fixture
def archive(tmp_path):
    """The URL of an archive of these cases, packed as a repository is."""

    def pack(cases, inside="data-shapes-0/data-shapes-test-suite/tests/core/"):
        path = tmp_path / "cases.tar.gz"
        with tarfile.open(path, "w:gz") as members:
            for name, content in {f"{inside}{name}": content for name, content in cases.items()}.items():
                member = tarfile.TarInfo(name)
                member.size = len(content)
                members.addfile(member, io.BytesIO(content))
        return path.as_uri()

    return pack


@pytest.fixture(autouse=True)
def pinned(monkeypatch):
    monkeypatch.setattr(w3c_shacl_suite, "DIGEST", w3c_shacl_suite.digest(CASES))


def test_the_cases_that_were_pinned_are_unpacked(archive, tmp_path):
    assert w3c_shacl_suite.fetch(archive(CASES), tmp_path / "suite") == 2
    assert w3c_shacl_suite.files_in(tmp_path / "suite") == CASES


@pytest.mark.parametrize(
    "changed",
    [
        {**CASES, "manifest.ttl": b"<> a <urn:x-other> .\n"},
        {"manifest.ttl": CASES["manifest.ttl"]},
        {**CASES, "node/class-002.ttl": b""},
        {},
    ],
    ids=["another content", "one lacks", "one more", "none"],
)
def test_other_cases_are_refused_and_nothing_is_written(archive, tmp_path, changed):
    with pytest.raises(SystemExit, match="holds other cases than those pinned here"):
        w3c_shacl_suite.fetch(archive(changed), tmp_path / "suite")
    assert not (tmp_path / "suite").exists()


def test_what_lies_elsewhere_in_the_repository_is_none_of_them(archive, tmp_path):
    with pytest.raises(SystemExit, match="holds other cases"):
        w3c_shacl_suite.fetch(archive(CASES, inside="data-shapes-0/shacl12-test-suite/tests/core/"), tmp_path / "suite")


@pytest.mark.parametrize("content", [None, b"<html>sign in</html>", b""])
def test_what_is_no_archive_is_told_in_one_line(tmp_path, content):
    path = tmp_path / "cases.tar.gz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SystemExit, match=r"cases\.tar\.gz: cannot be fetched: "):
        w3c_shacl_suite.fetch(path.as_uri(), tmp_path / "suite")


def test_an_archive_that_was_cut_off_is_told_in_one_line(archive, tmp_path):
    url = archive(CASES)
    packed = tmp_path / "cases.tar.gz"
    packed.write_bytes(packed.read_bytes()[:-40])
    with pytest.raises(SystemExit, match=r"cases\.tar\.gz: cannot be fetched: "):
        w3c_shacl_suite.fetch(url, tmp_path / "suite")


def test_line_ends_of_a_checkout_do_not_matter():
    other_ends = {name: content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") for name, content in CASES.items()}
    assert w3c_shacl_suite.digest(other_ends) == w3c_shacl_suite.digest(CASES)
