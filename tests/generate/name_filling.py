"""Makes up news documents: the sentences of ``name_sentences.txt`` with names drawn from the knowledge tables."""

import csv
import gzip
import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from name_document import Document, put_together

from ld.text.lexicon import table, words

HERE = Path(__file__).resolve().parent
KNOWLEDGE = HERE.parents[1] / "knowledge"
_TYPES = {
    "company": ("company", "airline", "social network", "website", "restaurant chain"),
    "university": ("university",),
    "outlet": ("newspaper", "radio station", "TV channel", "news agency"),
    "party": ("political party",),
    "club": ("football club", "sports club", "Formula One team"),
    "agency": (
        *("government body", "nonprofit organization", "international organization", "research institute", "police"),
        "foundation",
    ),
    "city": ("city", "capital"),
    "region": ("region", "county", "province", "state", "island", "state of the United States"),
    "water": ("sea", "gulf", "bay", "strait", "river", "lake"),
    "building": ("stadium", "museum", "airport", "castle", "bridge", "religious building", "building", "hospital"),
}
_KINDS = {
    **dict.fromkeys(("person", "surname", "given", "mononym"), "person"),
    **dict.fromkeys(
        ("company", "bank", "outlet", "university", "party", "agency", "club", "band", "acronym", "body", "hotel"),
        "organization",
    ),
    **dict.fromkeys(("city", "region", "water", "building"), "place"),
    **dict.fromkeys(("work", "product", "event", "demonym", "law", "nickname"), "other"),
}
_OF_WORKS = frozenset(("work", "product", "band", "event"))
"""Slots that are filled with names of works, and left out without any."""
_LONG_NAMED = (
    "government body",
    "nonprofit organization",
    "international organization",
    "research institute",
    "foundation",
    "organization",
)
_LONG = re.compile(r" (?:to|on|for|and|of|in|against) ")
_SLOT = re.compile(r"\{(\w+)\}")
_LATIN = re.compile(r"[A-ZÀ-Þ][\w’' .&-]*[\w.]")


class Names:
    """The names to draw from, better known ones more often."""

    def __init__(self, works: Path | None, chance: random.Random) -> None:
        self._chance = chance
        self._drawn: dict[str, tuple[list[str], list[float]]] = {}
        rows = [row for table in ("organizations", "places") for row in _rows(table)]
        for slot, types in _TYPES.items():
            named = [
                (_shortened(slot, row), float(row["renown"] or row["sitelinks"] or 0))
                for row in rows
                if row["type"] in types
            ]
            kept = [(name, renown) for name, renown in named if _LATIN.fullmatch(name) and len(name.split()) <= 6]
            self._drawn[slot] = ([name for name, _ in kept], [(renown + 1) ** 0.7 for _, renown in kept])
        bodies = [row["label"] for row in rows if row["type"] in _LONG_NAMED and _LONG.search(row["label"])]
        bodies = [name for name in bodies if _LATIN.fullmatch(name)]
        self._drawn["body"] = (bodies, [1.0] * len(bodies))
        people = [row["label"].split() for row in _rows("people") if _LATIN.fullmatch(row["label"])]
        self._family = sorted({parts[-1] for parts in people if len(parts) == 2 and len(parts[-1]) > 2})
        self._given = sorted(words("given_names"))
        self._also = sorted(words("given_names_also_words"))
        self._demonyms = sorted({row["adjectives"].split("|")[0] for row in table("countries/names")} - {""})
        named_works = list(_works(works)) if works else []
        self.slots = frozenset(_KINDS) - (frozenset() if named_works else _OF_WORKS)
        self._works = [name for name, kind in named_works if kind != "event"]
        self._events = [name for name, kind in named_works if kind == "event"]

    def can_fill(self, sentence: str) -> bool:
        """Whether there are names for all slots of *sentence*."""
        return all(slot == "age" or slot in self.slots for slot in _SLOT.findall(sentence))

    def draw(self, slot: str) -> str:
        """A name for *slot*."""
        chance = self._chance
        makers: dict[str, Callable[[], str]] = {
            "person": self._person,
            "work": lambda: chance.choice(self._works),
            "product": lambda: chance.choice(self._works),
            "band": lambda: chance.choice(self._works),
            "event": lambda: chance.choice(self._events),
            "demonym": lambda: chance.choice(self._demonyms),
            "bank": self._bank,
            "mononym": lambda: chance.choice((chance.choice(self._family), chance.choice(self._given))),
            "nickname": lambda: chance.choice(_FIELDS),
            "law": lambda: f"{self._field()} {chance.choice(('Act', 'Act', 'Bill', 'Law', 'Treaty'))}",
            "hotel": self._hotel,
            "acronym": lambda: "".join(chance.choices("ABCDEFGHILMNOPRSTUW", k=chance.choice((3, 3, 4, 4, 5)))),
        }
        if slot in makers:
            return makers[slot]()
        if slot == "body" and chance.random() < 0.5:
            return self._body()
        name = chance.choices(*self._drawn[slot])[0]
        if slot == "agency" and chance.random() < 0.3 and len(name.split()) > 2:
            return "".join(word[0] for word in name.split() if word[0].isupper())
        return name

    def _person(self) -> str:
        chance = self._chance
        middle = f"{chance.choice('ABCDEFGHJKLMNPRSTW')}. " if chance.random() < 0.08 else ""
        given = self._also if chance.random() < 0.2 else self._given
        return f"{chance.choice(given)} {middle}{chance.choice(self._family)}"

    def _bank(self) -> str:
        if self._chance.random() < 0.5:
            return self.draw("company")
        return f"{self._chance.choice(self._family)} {self._chance.choice(_BANKS)}"

    def _hotel(self) -> str:
        owner = self._chance.choice((self._person, lambda: self.draw("city"), self._field))()
        return f"{owner} {self._chance.choice(_HOUSES)}"

    def _body(self) -> str:
        """The name of an invented body, made of ordinary words."""
        chance = self._chance
        whose = f"{chance.choice(self._drawn[chance.choice(('region', 'city'))][0])} " if chance.random() < 0.3 else ""
        kind = chance.random()
        if kind < 0.35:
            return f"{whose}{self._field()} {chance.choice(_HEADS)}"
        if kind < 0.45:
            return f"{whose}{chance.choice(_FIELDS)} {chance.choice(_MEMBERS)} {chance.choice(_AIMS)} {self._field()}"
        if kind < 0.55:
            return f"{chance.choice(_MEMBERS)} {chance.choice(_AIMS)} {self._field()}"
        if kind < 0.65:
            return f"{whose}{chance.choice(_NEEDS)} {self._field()} {chance.choice(_HEADS)}"
        return f"{whose}{chance.choice(_HEADS)} {chance.choice(_PREPOSITIONS)} {self._field()}"

    def _field(self) -> str:
        """Ordinary words with capitals: "Clean Water and Work"."""
        chance = self._chance
        parts = [chance.choice(_FIELDS) for _ in range(chance.choice((1, 2, 2, 3)))]
        joiner = chance.choice((" ", " ", " and ", " to ", " for ", " on "))
        return " ".join(parts[:-1]) + joiner + parts[-1] if len(parts) > 1 else parts[0]


_HEADS = (
    "Centre", "Center", "Institute", "Council", "Commission", "Committee", "Alliance", "Campaign", "Coalition", "Fund",
    "Foundation", "Association", "Authority", "Board", "Bureau", "Office", "Agency", "Society", "Union", "Network",
    "Trust", "Project", "Partnership", "Forum", "Initiative", "League", "Group", "Company", "Department", "Ministry",
)  # fmt: skip
_MEMBERS = (
    "Families", "Mothers", "Parents", "Students", "Citizens", "Veterans", "Doctors", "Lawyers", "Friends", "Neighbours",
    "Teachers", "Voices", "Steps", "Approaches", "Answers", "Action", "People", "Scientists", "Voters", "Sisters",
)  # fmt: skip
_AIMS = ("for", "for", "against", "Against", "to", "of", "in")
_NEEDS = ("Access to", "Right to", "Freedom of", "Crimes Against", "Violence Against", "Help for", "Aid to")
_PREPOSITIONS = ("for", "for", "of", "on", "to", "against", "in", "of the", "for the", "on the")
_FIELDS = (
    "Research", "Energy", "Clean", "Water", "Air", "Public", "Health", "Safety", "Access", "Information",
    "Rural", "Urban", "Food", "Trade", "Labour", "Policy", "Housing", "Development", "Social", "Justice",
    "Education", "Transport", "Aviation", "Marine", "Forest", "Climate", "Mining", "Construction", "Security", "Human",
    "Rights", "Children", "Women", "Youth", "Farmers", "Workers", "Teachers", "Science", "Technology", "Arts", "Music",
    "Sport", "Financial", "Consumer", "Protection", "Drug", "Crime", "Prison", "Refugee", "Border",
    "Peace", "Democracy", "Free", "Press", "Ethics", "Elections",
    "Missing", "Unidentified", "Lost", "Medical", "Safe", "Streets", "Fair", "Future", "Young", "Old", "Poor", "Sick",
    "Animal", "Ocean", "River", "Coastal", "Harbour", "Rail", "Road", "Bridge", "Nuclear", "Solar", "Wind", "Oil",
    "Gas", "Coal", "Steel", "Wheat", "Milk", "Sugar", "Tobacco", "Alcohol", "Smoking", "Cancer", "Heart", "Mental",
    "Maternal", "Veterans", "Family", "Property", "Person", "Records", "System", "Language", "Literature", "Film",
    "Theatre", "Design", "Digital", "Internet", "Privacy", "Data", "Space", "Weather", "Fire", "Police", "Emergency",
    "Disaster", "Relief", "Economic", "Monetary", "Fiscal", "Tax", "Budget", "Strategic", "International", "National",
    "Infrastructure", "Services", "Procurement", "Cooperative", "Governance", "Traditional", "Affairs", "Foreign",
)  # fmt: skip
_HOUSES = (
    "Hotel", "Hostel", "Bakery", "Clinic", "Brewery", "Restaurant", "Bookshop", "Motors",
    "Studios", "Capital",
)  # fmt: skip
_BANKS = ("Bank", "Securities", "Capital", "Partners", "Asset Management", "Economics")


def bare_names(count: int, works: Path | None) -> Iterator[tuple[str, str]]:
    """About twice *count* names with their types: *count* bodies, half as many people, and so on."""
    chance = random.Random(7)
    names = Names(works, chance)
    labels = {table: [row["label"].split(",")[0] for row in _rows(table)] for table in ("organizations", "places")}
    latin = {table: [name for name in listed if _LATIN.fullmatch(name)] for table, listed in labels.items()}
    yield from ((name, "organization") for name in chance.sample(latin["organizations"], count))
    yield from ((name, "place") for name in chance.sample(latin["places"], count // 2))
    yield from ((names.draw("person"), "person") for _ in range(count // 2))
    for slot, share in (("work", 3), ("event", 6)):
        if slot in names.slots:
            yield from ((names.draw(slot), "other") for _ in range(count // share))


def _shortened(slot: str, row: dict[str, str]) -> str:
    name = row["label"]
    if slot == "club":
        return re.sub(r"\b(?:[A-Z]{1,2}\.)*[A-Z]\.?C\.?\b|\b(?:FC|AFC|SC|CF|F\.C\.|A\.F\.C\.|S\.C\.)", "", name).strip(
            " ."
        )
    if slot == "company":
        return re.sub(r",? (?:Inc|Ltd|LLC|plc|Corp|Co|Group|Holdings)\.?$", "", name)
    return name.split(",")[0]


def _rows(table: str) -> Iterator[dict[str, str]]:
    with (KNOWLEDGE / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _works(path: Path) -> Iterator[tuple[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            name = row["name"]
            if (
                _LATIN.fullmatch(name)
                and len(name.split()) <= 5
                and not name.startswith(("Battle", "Siege", "19", "20"))
            ):
                yield name, row["kind"]


def made_up(count: int, works: Path | None) -> Iterator[Document]:
    """*count* documents, each with a few names that it repeats."""
    chance = random.Random(11)
    names = Names(works, chance)
    lines = (HERE / "name_sentences.txt").read_text(encoding="utf-8").splitlines()
    sentences = [line for line in lines if line and not line.startswith("#") and names.can_fill(line)]
    for number in range(count):
        yield _document(number, names, chance.sample(sentences, 9), chance)


def _document(number: int, names: Names, sentences: list[str], chance: random.Random) -> Document:
    drawn = {
        slot: [names.draw(slot) for _ in range(2 if slot in {"company", "club", "person"} else 1)]
        for slot in _KINDS
        if slot in names.slots and slot not in {"surname", "given"}
    }
    pieces: list[tuple[str, str]] = []
    for sentence in sentences:
        used: dict[str, int] = {}
        for slot in ("agency", "body"):
            if "{acronym}" in sentence and f"{{{slot}}}" in sentence:
                drawn["acronym"] = ["".join(word[0] for word in drawn[slot][0].split() if word[0].isupper()) or "HCRA"]
        position = 0
        for slot in _SLOT.finditer(sentence):
            pieces.append((sentence[position : slot.start()], ""))
            kind = slot[1]
            if kind == "age":
                pieces.append((str(chance.randint(18, 89)), ""))
            else:
                pieces.append((_filled(kind, drawn, used, names), _KINDS[kind]))
            position = slot.end()
        pieces.append((sentence[position:] + ("\n" if chance.random() < 0.5 else " "), ""))
    made = put_together(pieces)
    return Document(f"made-up/{number}", "made-up", made.text, made.spans, 0.35)


def _filled(kind: str, drawn: dict[str, list[str]], used: dict[str, int], names: Names) -> str:
    if kind in {"surname", "given"}:
        person = drawn["person"][used.get("surname", 0) % 2]
        used["surname"] = used.get("surname", 0) + 1
        return person.split()[-1 if kind == "surname" else 0]
    place = used.get(kind, 0)
    used[kind] = place + 1
    known = drawn[kind]
    return known[place] if place < len(known) else names.draw(kind)
