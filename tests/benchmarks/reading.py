"""How fast articles are read and their facts extracted on one core: ``python tests/benchmarks/reading.py [FILE ...]``.

The articles are the texts of the files given, or else pages made up for the purpose; each is measured but once a round,
after others have warmed the code up.
``--hostile`` measures texts of one megabyte that are made to take for ever instead.
Rates are counted in processor time. Read them beside another revision's of the same hour: they are this machine's.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from ld.article import Article
from ld.errors import InputError
from ld.extract import extract
from ld.read.text import read_text

LENGTH = 5_000
HOSTILE_LENGTH = 1_000_000
GIVEN = ("Ada", "Bruno", "Clara", "Dmitri", "Elena", "Farid", "Greta", "Hiro", "Ines", "Jonas")
FAMILY = ("Quill", "Storm", "Lindqvist", "Okafor", "Marsh", "Petrov", "Sandoval", "Tanaka", "Weir", "Yilmaz")
TITLES = ("Prime Minister", "Foreign Minister", "President", "spokesman", "Ambassador")
STATES = ("Norway", "Peru", "Canada", "Kenya", "Portugal", "Georgia", "South Korea", "the Philippines")
DEMONYMS = ("Norwegian", "Peruvian", "Canadian", "Kenyan", "Portuguese", "Filipino")
BODIES = ("Northern Harbor Board", "Coastal Trade Commission", "Institute for Tides", "Harbor Workers Union")
CAPITALS = ("Oslo", "Lima", "Ottawa", "Nairobi", "Lisbon")
DAYS = ("on Tuesday", "last week", "in May 2021", "on Sept. 10, 2024", "earlier this year")
THINGS = ("the new quay", "higher fees for small boats", "a treaty on fishing", "the dredging of the bay", "its budget")
SENTENCES = (
    "{title} {given} {family} said {day} that {thing} would be discussed with officials from {state}.",
    "“We have waited for {thing} long enough,” {family} told reporters in {capital}. “Nobody gains from delay.”",
    "The {body} held the third summit in {capital} {day}, and {demonym} ministers took part.",
    "According to the {body}, {number} vessels called at the port of {capital} {day}, more than ever before.",
    "{given} {family}, a member of the {body}, called the plan “a burden on families” and left the room.",
    "It was not clear whether {state} and {state} had agreed to pay for {thing}.",
    "Both sides have argued over the matter for years, and the courts have so far taken neither at its word.",
    "A first study found little to object to, but it was older than the plan itself and looked at half of the shore.",
    "Some boats leave before dawn and come back when the market has closed, so that nobody counts what they land.",
    "That would be the largest sum ever spent on the harbor, and more than twice what had been set aside for it.",
    "Residents had complained about noise, dust and the smell of diesel for many years, but little was done.",
    "“What comes next?” asked {given} {family}, the {demonym} ambassador to {state}, after the talks.",
)
MENUS = ("Home", "World", "Business", "Sport", "Sign in", "Subscribe", "Share", "Read more", "Advertisement")


def main() -> None:
    """Measure what is asked for, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--articles", type=int, default=300, help="how many to make up")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--hostile", action="store_true")
    options = parser.parse_args()
    if options.hostile:
        for name, text in hostile(HOSTILE_LENGTH).items():
            print(f"{name:24}{seconds(both, text):8.2f} s")
        return
    rates: list[tuple[float, float]] = []
    for number in range(options.rounds):
        for text in pages(50, seed=-1):
            both(text)
        texts = [file.read_text(encoding="utf-8") for file in options.files] or pages(options.articles, seed=number)
        rates.append(measured(texts))
    print(f"{len(texts)} articles of {statistics.mean(map(len, texts)):.0f} characters, {options.rounds} rounds")
    for name, times in zip(("read_text", "extract"), zip(*rates, strict=True), strict=True):
        print(f"{name:12}{len(texts) / statistics.median(times):8.0f} articles/s")
    print(f"{'both':12}{len(texts) / statistics.median(map(sum, rates)):8.0f} articles/s")


def measured(texts: Sequence[str]) -> tuple[float, float]:
    """The seconds that it takes to read *texts*, and to extract their facts."""
    started = time.process_time()
    articles = [read_text(text) for text in texts]
    read = time.process_time()
    for article in articles:
        extract(article)
    return read - started, time.process_time() - read


def both(text: str) -> None:
    """Read *text* and extract its facts, if it is an article at all."""
    try:
        article: Article = read_text(text)
    except InputError:
        return
    extract(article)


def seconds(step: Callable[[str], None], text: str) -> float:
    """The processor time of *step* on *text*."""
    started = time.process_time()
    step(text)
    return time.process_time() - started


def pages(count: int, seed: int) -> list[str]:
    """So many pages of news, of menus and some *LENGTH* characters of text; the same *seed* gives the same."""
    chance = random.Random(seed)
    return [page(chance) for _ in range(count)]


def page(chance: random.Random) -> str:
    """A page as it is copied from a browser."""
    author = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
    subject = f"{chance.choice(BODIES)} Meets in {chance.choice(CAPITALS)}"
    headline = f"{subject} Over Fees for Boat No. {chance.randrange(10**6)}"
    top = [*chance.sample(MENUS, 6), "", headline, "", f"By {author}", "Published May 4, 2024", ""]
    body: list[str] = []
    while sum(map(len, body)) < LENGTH:
        body += [" ".join(sentence(chance) for _ in range(chance.randint(1, 4))), ""]
    return "\n".join([*top, *body, *chance.sample(MENUS, 6)])


def sentence(chance: random.Random) -> str:
    """One of the sentences, with names drawn for it."""
    lists = {"title": TITLES, "given": GIVEN, "family": FAMILY, "state": STATES, "demonym": DEMONYMS, "body": BODIES}
    lists |= {"capital": CAPITALS, "day": DAYS, "thing": THINGS}
    drawn = {name: chance.choice(words) for name, words in lists.items()}
    return chance.choice(SENTENCES).format(number=f"{chance.randrange(1000, 9999):,}", **drawn)


def hostile(length: int) -> dict[str, str]:
    """Articles of *length* characters, most of which is one thing said over and over in a single paragraph."""
    lead = "Harbor Board meets in Oslo\n\nBy Ada Quill\n\nThe Harbor Board held a summit in Oslo, Ada Quill said.\n\n"
    repeated = {
        "capitals": "Harbor ",
        "full names": "Ada Quill ",
        "initials": "A. ",
        "open quotes": "“He said ",
        "closed quotes": "“It is good,” he said. ",
        "single quotes": "‘a b c ",
        "digits": "7",
        "of": "of ",
        "countries": "Norway, ",
        "acronyms": "U.S. ",
        "capitals of states": "Oslo said ",
        "titles": "Prime Minister Ada Quill, ",
        "events": "the third summit in Oslo, ",
        "groups": "officials of the Harbor Board ",
        "spaces": " ",
        "one word": "a",
        "prose": "The board of Norway said so on Monday to Ada Quill. ",
    }
    texts = {name: f"{lead}He said {words * (length // len(words))}x.\n" for name, words in repeated.items()}
    names = (f"Ada {chr(65 + n % 26)}{n:b}".translate({48: "a", 49: "b"}) for n in range(length // 20))
    return texts | {"different names": f"{lead}{', '.join(names)}.\n", "lines": lead + "x\n" * (length // 2)}


if __name__ == "__main__":
    main()
