"""Words as the linker compares them: without what spellings differ in."""

import re
import unicodedata


def fold(name: str) -> str:
    """*name* without what spellings differ in: case, accents, hyphens, points, and British "defence"."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    bare = name.casefold()
    words = re.findall(r"\w+", re.sub(r"(?<=\b\w)\.", "", bare.replace("’", "'").replace("'s", "")))
    return " ".join(_AMERICAN.get(word, word) for word in words)


_AMERICAN = {"defence": "defense", "labour": "labor", "programme": "program", "organisation": "organization"}
