"""Any amount of invented news: the same seed gives the same articles.

``python tests/benchmarks/generated_articles.py [COUNT] [SEED]`` writes them as JSON Lines.
"""

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

_GRAMMAR = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_RULES: dict[str, list[str]] = _GRAMMAR["rules"]
_SLOT = re.compile(r"\{([a-z0-9_]+)\}")
_LENGTH = 4900  # code points: a few more bytes
_PARAGRAPHS = (
    ("plain", "plain", "plain"),
    ("plain", "plain", "plain"),
    ("plain", "told", "plain"),
    ("told", "plain", "plain"),
    ("quoted", "plain", "plain"),
)
_PEOPLE = 5
_FIRST_DAY = date(2022, 1, 1)
_DAYS = 730


def articles(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """*count* articles of about 5 kB, each with its ``url``, ``date`` (ISO 8601) and ``text``.

    The first articles of a longer series are those of a shorter one.
    """
    for number in range(count):
        random = Random(f"{seed} {number}")
        published = _FIRST_DAY + timedelta(days=random.randrange(_DAYS))
        yield {
            "url": f"https://news.example/{published:%Y/%m/%d}/{seed}-{number}",
            "date": published.isoformat(),
            "text": _text(random),
        }


def _text(random: Random) -> str:
    cast = _cast(random)
    reporter = f"{random.choice(_GRAMMAR['given_names'])} {_family_name(random)}"
    parts = [_said("headline", cast, random), f"By {reporter}", _said("opening", cast, random)]
    while sum(map(len, parts)) < _LENGTH:
        sentences = [_said(rule, cast, random) for rule in random.choice(_PARAGRAPHS)]
        parts.append(" ".join(sentences))
    return "\n\n".join(parts)


def _cast(random: Random) -> dict[str, str]:
    """The people and things of one article, by their names in the grammar."""
    cast: dict[str, str] = {}
    for letter, country in zip("abc", random.sample(_GRAMMAR["countries"], 3), strict=True):
        cast[letter], cast[f"{letter}_demonym"], cast[f"{letter}_capital"] = country.split("|")
    given_names = random.sample(_GRAMMAR["given_names"], _PEOPLE)
    for number, given_name in enumerate(given_names, 1):
        cast[f"s{number}"] = _family_name(random)
        cast[f"p{number}"] = f"{given_name} {cast[f's{number}']}"
        cast[f"rank{number}"] = random.choice(_RULES["rank"])
    for number, letter in ((1, "a"), (2, "b")):
        office = random.choice(_RULES["office"])
        cast[f"p{number}_titled"] = f"{cast[f'{letter}_demonym']} {office} {cast[f'p{number}']}"
    for number, body in enumerate(random.sample(_GRAMMAR["bodies"], 2), 1):
        cast[f"body{number}"] = _filled(body, cast, random)
    return cast


def _family_name(random: Random) -> str:
    return random.choice(_GRAMMAR["family_name_starts"]) + random.choice(_GRAMMAR["family_name_ends"])


def _said(rule: str, cast: dict[str, str], random: Random) -> str:
    """One of the alternatives of *rule*, with a capital at the start of sentences."""
    said = _filled(random.choice(_RULES[rule]), cast, random)
    return re.sub(r"(?:^“?|[.:] “)[a-z]", lambda start: start[0].upper(), said)


def _filled(pattern: str, cast: dict[str, str], random: Random) -> str:
    def value(slot: re.Match[str]) -> str:
        return cast.get(slot[1]) or _filled(random.choice(_RULES[slot[1]]), cast, random)

    return _SLOT.sub(value, pattern)


def main() -> None:
    """Write the articles to standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=1000)
    parser.add_argument("seed", nargs="?", type=int, default=1)
    options = parser.parse_args()
    for article in articles(options.count, options.seed):
        sys.stdout.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
