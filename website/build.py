"""Build the site of the documents: ``python website/build.py [FOLDER]``, by default build/website.

The pages of ``docs`` are its source, as they are. Beside them come the reference, made from the code, and the
pictures, made from the sample by Chromium; without Chromium there are none, unless ``--pictures required``. Links
that lead out of ``docs`` lead to the repository. A link that leads nowhere ends the build with exit code 1.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pictures
import reference

ROOT = Path(__file__).resolve().parents[1]
REPOSITORY = "https://github.com/article-ld/article-ld/blob/main/"
INSIDE = {ROOT / "CHANGELOG.md": "changelog.md", ROOT / "CONTRIBUTING.md": "contributing.md"}
"""Documents beside ``docs`` that are pages of the site, too."""


def main() -> int:
    """Stage the pages in the folder, and have the site made of them; the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build/website")
    parser.add_argument("--pictures", choices=("required", "optional", "none"), default="optional")
    options = parser.parse_args()
    stage(options.folder, options.pictures)
    program = Path(sys.executable).with_name("zensical")
    command = [program, "build", "--clean", "--strict"]
    return subprocess.run(command, check=False, cwd=options.folder, env={**os.environ, "NO_COLOR": "1"}).returncode


def stage(folder: Path, wanted: str) -> None:
    """Write the source of the site into *folder*, which is emptied."""
    shutil.rmtree(folder, ignore_errors=True)
    pages = folder / "docs"
    shutil.copytree(ROOT / "docs", pages)
    for source, name in INSIDE.items():
        shutil.copy(source, pages / name)
    shutil.copy(ROOT / "website/zensical.toml", folder)
    shutil.copy(ROOT / "website/extra.css", pages)
    for page in pages.rglob("*.md"):
        page.write_text(with_links(page, pages), encoding="utf-8")
    (pages / "reference").mkdir()
    for name, text in reference.pages().items():
        (pages / "reference" / name).write_text(text, encoding="utf-8")
    if wanted != "none" and pictures.take(pages / "pictures", required=wanted == "required"):
        with (pages / "index.md").open("a", encoding="utf-8") as index:
            index.write(pictures.SECTION)


def with_links(page: Path, pages: Path) -> str:
    """The text of a staged *page*, with its links to what is no page of the site leading to the repository."""
    at = page.relative_to(pages)
    origin = next((source for source, name in INSIDE.items() if name == str(at)), ROOT / "docs" / at)

    def followed(match: re.Match[str]) -> str:
        path, anchor = match["path"], match["anchor"] or ""
        target = Path(os.path.normpath(origin.parent / path))
        if target in INSIDE:
            inside = pages / INSIDE[target]
        elif target.is_file() and target.is_relative_to(ROOT / "docs"):
            inside = pages / target.relative_to(ROOT / "docs")
        else:
            return f"]({REPOSITORY}{target.relative_to(ROOT).as_posix()}{anchor})"
        return f"]({Path(os.path.relpath(inside, page.parent)).as_posix()}{anchor})"

    return re.sub(
        r"\]\((?!\w+:|#)(?P<path>[^)#\s]+)(?P<anchor>#[^)\s]*)?\)", followed, page.read_text(encoding="utf-8")
    )


if __name__ == "__main__":
    sys.exit(main())
