"""Fetches the W3C's test cases for SHACL into ``.material``: ``python tests/generate/w3c_shacl_suite.py``.

Another archive of the same cases may be given by its URL. They are the W3C's, so we do not distribute them.
"""

import hashlib
import io
import sys
import tarfile
import urllib.request
import zlib
from collections.abc import Mapping
from pathlib import Path

COMMIT = "0fa9697e830a903b491adb5f7785814ed56eb1b5"
ARCHIVE = f"https://github.com/w3c/data-shapes/archive/{COMMIT}.tar.gz"
INSIDE = "/data-shapes-test-suite/tests/{}/"
DIGEST = "925468f2daed0c0df3e1cecd46e7f3ca8131a626579d8aa116b1bb89cd7c4198"
"""The digest of the Core cases at that commit, as computed by ``digest``."""
SPARQL_DIGEST = "cccceee74fd7c8416854ef99cb02c778aa3be1d179ba31a57dc2d4ab617732a1"
"""The digest of the SPARQL cases."""
TARGET = Path(__file__).resolve().parents[2] / ".material/shacl-test-suite"
SECONDS = 60


def digest(files: Mapping[str, bytes]) -> str:
    """One SHA-256 (hexadecimal) of the names and the contents of *files*, whatever line ends a checkout gave them."""
    told = hashlib.sha256()
    for name in sorted(files):
        content = files[name].replace(b"\r\n", b"\n")
        told.update(f"{hashlib.sha256(content).hexdigest()}  {name}\n".encode())
    return told.hexdigest()


def files_in(folder: Path) -> dict[str, bytes]:
    """The contents of the files below *folder*, by their relative paths."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fetch(archive: str, target: Path, part: str = "core") -> int:
    """Put the cases of a *part*, core or sparql, from the gzipped tar file at *archive* (a URL) into *target*.

    Returns the number of files. Raises SystemExit, and writes nothing, if it cannot be read or holds other cases than
    those with our digest.
    """
    inside, pinned = INSIDE.format(part), SPARQL_DIGEST if part == "sparql" else DIGEST
    try:
        with urllib.request.urlopen(archive, timeout=SECONDS) as answer:
            packed = io.BytesIO(answer.read())
        with tarfile.open(fileobj=packed, mode="r:gz") as members:
            files = {
                member.name.partition(inside)[2]: content.read()
                for member in members
                if inside in member.name and (content := members.extractfile(member))
            }
    except (OSError, EOFError, ValueError, tarfile.TarError, zlib.error) as error:
        raise SystemExit(f"{archive}: cannot be fetched: {error}") from error
    if digest(files) != pinned:
        raise SystemExit(f"{archive}: holds other cases than those pinned here: {digest(files)} and not {pinned}")
    for name, content in files.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(content)
    return len(files)


if __name__ == "__main__":
    for part in ("core", "sparql"):
        count = fetch(sys.argv[1] if sys.argv[1:] else ARCHIVE, TARGET / part, part)
        sys.stdout.write(f"{count} files in {TARGET / part}\n")
