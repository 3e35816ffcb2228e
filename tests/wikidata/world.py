"""A small invented world in the forms of Wikidata: one description, as RDF for queries and as entities for the API.

The RDF follows the mapping of Wikibase: ``wdt:`` for the best statements, ``p:``, ``ps:`` and ``pq:`` with the rank for
all, ``schema:about`` for sitelinks and ``wikibase:sitelinks`` for their number. Numbers of classes and properties are
Wikidata's; all other items are invented, as are their names.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from kb.wikidata_dump import day, entity, item

UNKNOWN = "unknown"
"""A value of which only the existence is known."""
PAST, FUTURE = "2019-05-02", "2999-01-01"
_RANKS = {"preferred": "PreferredRank", "normal": "NormalRank", "deprecated": "DeprecatedRank"}
_PREFIXES = """\
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wds: <http://www.wikidata.org/entity/statement/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix p: <http://www.wikidata.org/prop/> .
@prefix ps: <http://www.wikidata.org/prop/statement/> .
@prefix pq: <http://www.wikidata.org/prop/qualifier/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
@prefix schema: <http://schema.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


class Said(NamedTuple):
    """A statement's value (an item, a day, a number or a text), its rank and its qualifiers."""

    value: str | int
    rank: str = "normal"
    qualifiers: Mapping[str, str] = {}


class Thing(NamedTuple):
    """An item: its label, the number of wikis with a page, and its statements, by property."""

    qid: str
    label: str
    wikis: int
    claims: Mapping[str, tuple[Said, ...]]


def thing(qid: str, label: str, wikis: int = 0, **claims: Any) -> Thing:
    """An item whose *claims* are values, statements, or lists of either."""
    listed = {name: values if isinstance(values, list) else [values] for name, values in claims.items()}
    return Thing(
        qid,
        label,
        wikis,
        {
            name: tuple(each if isinstance(each, Said) else Said(each) for each in each_of)
            for name, each_of in listed.items()
        },
    )


def said(value: str | int, rank: str = "normal", **qualifiers: str) -> Said:
    """A statement with a rank and qualifiers."""
    return Said(value, rank, qualifiers)


def human(qid: str, label: str, **claims: Any) -> Thing:
    """A person, with pages in two wikis."""
    return thing(qid, label, 2, P31="Q5", **claims)


def turtle(things: tuple[Thing, ...]) -> str:
    """The world as RDF."""
    return _PREFIXES + "\n".join(line for each in things for line in _triples(each)) + "\n"


def entities(things: tuple[Thing, ...]) -> dict[str, Any]:
    """The world as the API returns it, by ID."""
    return {each.qid: _entity(each) for each in things}


def _triples(each: Thing) -> Iterator[str]:
    me = f"wd:{each.qid}"
    yield f'{me} a wikibase:Item ; rdfs:label "{each.label}"@en ; wikibase:sitelinks {each.wikis} .'
    for number in range(each.wikis):
        wiki = f"https://w{number}.wikipedia.example/"
        yield f"<{wiki}wiki/{each.qid}> a schema:Article ; schema:about {me} ; schema:isPartOf <{wiki}> ."
    for name, statements in each.claims.items():
        kept = [statement.rank for statement in statements if statement.rank != "deprecated"]
        best = "preferred" if "preferred" in kept else "normal"
        for number, statement in enumerate(statements):
            node = f"wds:{each.qid}-{name}-{number}"
            yield f"{me} p:{name} {node} ."
            yield f"{node} a wikibase:Statement ; wikibase:rank wikibase:{_RANKS[statement.rank]} ."
            yield f"{node} ps:{name} {_term(statement.value, node)} ."
            if statement.rank == best:
                yield f"{me} wdt:{name} {_term(statement.value, node)} . {node} a wikibase:BestRank ."
            for qualifier, value in statement.qualifiers.items():
                yield f"{node} pq:{qualifier} {_term(value, f'{node}-{qualifier}')} ."


def _term(value: str | int, node: str) -> str:
    if value == UNKNOWN:
        return f"<http://www.wikidata.org/.well-known/genid/{node.removeprefix('wds:')}>"
    if isinstance(value, int):
        return f'"+{value}"^^xsd:decimal'
    if value.startswith("Q"):
        return f"wd:{value}"
    if value[:4].isdecimal():
        return f'"{value}T00:00:00Z"^^xsd:dateTime'
    return f"<{value}>" if value.startswith("http") else f'"{value}"'


def _entity(each: Thing) -> dict[str, Any]:
    claims = {name: [_statement(name, statement) for statement in said] for name, said in each.claims.items()}
    pages = {f"w{number}wiki": each.label for number in range(each.wikis)}
    return entity(each.qid, each.label, [], claims, pages) | {"lastrevid": 1000, "pageid": 1, "ns": 0}


def _statement(name: str, statement: Said) -> dict[str, Any]:
    told = {"mainsnak": _snak(name, statement.value), "type": "statement", "rank": statement.rank}
    qualifiers = {qualifier: [_snak(qualifier, value)] for qualifier, value in statement.qualifiers.items()}
    return told | ({"qualifiers": qualifiers} if qualifiers else {}) | {"references": [{"hash": "0" * 40, "snaks": {}}]}


def _snak(name: str, value: str | int) -> dict[str, Any]:
    if value == UNKNOWN:
        return {"snaktype": "somevalue", "property": name}
    return {"snaktype": "value", "property": name, "datavalue": _value(value)}


def _value(value: str | int) -> dict[str, Any]:
    if isinstance(value, int):
        return {"value": {"amount": f"+{value}", "unit": "1"}, "type": "quantity"}
    if value.startswith("Q"):
        return item(value)
    return day(value) if value[:4].isdecimal() else {"value": value, "type": "string"}


_STATES = (
    thing("Q9001", "Tideland", 9, P31="Q3624078", P297="TV", P35=[said("Q1001", "preferred"), "Q1002"], P36="Q5001"),
    thing(
        "Q9002", "Fenmark", 9, P31="Q3624078", P297="NU",
        P6=[
            "Q1003", said("Q1002", P582=PAST), "Q1004", said("Q1005", "deprecated"), said("Q1007", P582=UNKNOWN),
            said("Q1008", P1366="Q1003"), said("Q1009", P582=FUTURE),
        ],
        P35="Q3506",
    ),
    thing("Q9003", "Old Fen", 9, P31="Q3624078", P576=PAST, P35="Q1006"),
    thing("Q756617", "Kingdom of Denmark", 9, P31="Q3624078", P297="DK"),
    thing("Q35", "Denmark", 9, P31="Q6256"),
    thing("Q9101", "Inner Tideland", P31="Q10864048", P17="Q9001"),
)  # fmt: skip
_HEADS = (
    human("Q1001", "Ada Quill", P27="Q9001", P569="1960-04-05", P39=said("Q2030", P580="2024-02-01")),
    human("Q1002", "Bo Hart", P39=said("Q2030", P580="2014-02-01", P582="2024-02-01")),
    human("Q1003", "Cy Fenn"),
    human("Q1004", "Dot Marsh", P570="2020-03-04"),
    human("Q1005", "Eli Moss"),
    human("Q1006", "Flo Reed"),
    human("Q1007", "Gus Sedge"),
    human("Q1008", "Hal Shaw", P39=said("Q2031", P580="2015-01-01", P1366="Q1003")),
    human("Q1009", "Ivy Wold", P39=said("Q2031", P580="2023-01-01", P582=FUTURE)),
)
_POSTS = (
    thing("Q2001", "Minister of Tides", P279="Q83307", P1001="Q9001"),
    thing("Q2002", "Harbour Minister", P31="Q2003", P17="Q9002"),
    thing("Q2003", "sort of minister", P279="Q83307"),
    thing("Q2004", "harbour master", P279="Q4164871", P1001="Q9001"),
    thing("Q2005", "Minister of Inner Tideland", P279="Q83307", P1001="Q9101", P17="Q9001"),
    thing("Q2010", "Member of the Tideland Assembly", P279="Q4175034", P1001="Q9001"),
    thing("Q2011", "Member of the 9th Assembly", P279="Q2010"),
    thing("Q2012", "8th Assembly", P576=PAST),
    thing("Q2013", "Member of the Fenmark Diet", P279="Q4175034", P1001="Q9002"),
    thing("Q2014", "Member of the Inner Tideland Council", P279="Q4175034", P1001="Q9101", P17="Q9001"),
    thing("Q2020", "Governor of the Bank of Tideland", P279="Q4164871"),
    thing("Q2030", "President of Tideland", P31="Q4164871", P1001="Q9001"),
    thing("Q2031", "Reeve of Fenmark", P279="Q2285706", P1001="Q9002"),
)
_GOVERNMENTS = (
    human("Q1101", "Jon Aldous", P39=["Q2001", said("Q2004", P582=PAST)]),
    human("Q1102", "Kit Bray", P39=said("Q2001", P582=PAST)),
    human("Q1103", "Lou Crane", P39="Q2002"),
    human("Q1104", "Mel Dray", P39=said("Q2001", "deprecated")),
    human("Q1105", "Ned Eyre", P39="Q2004"),
    human("Q1106", "Ora Finch", P39="Q2005"),
)
_LEGISLATORS = (
    human("Q1201", "Pat Gale", P39="Q2010"),
    human("Q1202", "Ray Hurst", P39=said("Q2010", P582=PAST)),
    human("Q1203", "Sal Innes", P39=said("Q2010", P2937="Q2012")),
    human("Q1204", "Tam Judd", P39="Q2011"),
    human("Q1205", "Una Kemp", P39="Q2013"),
    human("Q1206", "Val Lane", P39="Q2014"),
    human("Q1207", "Wes Mead", P39=said("Q2010", P580="2001"), P570="2011-02-03"),
)
_BANKS = (
    thing("Q3001", "Bank of Tideland", 3, P31="Q66344", P17="Q9001", P2388="Q2020"),
    thing("Q3002", "Fenmark Reserve", 3, P31="Q3003", P1037=["Q1303", said("Q1302", P582=PAST)]),
    thing("Q3003", "reserve bank", P279="Q66344"),
    thing("Q3004", "Old Bank of Fen", 3, P31="Q66344", P576=PAST, P488="Q1304"),
    thing("Q3005", "Harbour Savings", 1, P31="Q4830453", P17="Q9001", P488="Q1304"),
    human("Q1301", "Xan Nash", P39="Q2020"),
    human("Q1302", "Yul Orme", P39=said("Q2020", P582=PAST)),
    human("Q1303", "Zoe Pell"),
    human("Q1304", "Amy Rusk"),
)
_COMPANIES = (
    thing("Q3101", "Gull Lines", 2, P31="Q3110", P414="Q3111", P17="Q9001", P856="https://www.gull-lines.example/en"),
    thing("Q3102", "Fen Peat", 5, P31="Q4830453", P17="Q9002"),
    thing("Q3103", "Old Peat", 8, P31="Q4830453", P17="Q9002", P576=PAST),
    thing("Q3104", "Corner Shop", 1, P31="Q4830453", P17="Q9001"),
    thing("Q3105", "Tide Museum", 8, P31="Q33506", P17="Q9001"),
    thing("Q3106", "Heron Ropes", 1, P31="Q891723", P17="Q9002"),
    thing("Q3110", "shipping line"),
    thing("Q3111", "Tideland Exchange", 8),
)
_PARTIES = (
    thing("Q3201", "Tide Party", 2, P31="Q7278", P17="Q9001"),
    thing("Q3202", "Greens of Tideland", 2, P31="Q3203", P17="Q9001"),
    thing("Q3203", "green party", P279="Q7278"),
    thing("Q3204", "Ebb League", 2, P31="Q7278", P17="Q9001", P576=UNKNOWN),
    thing("Q3206", "Belt List", 2, P31="Q7278", P17="Q35"),
    thing("Q3205", "Fen Union", 2, P31="Q7278", P17="Q9002"),
)
_CLUBS = (
    thing("Q4000", "Coast League", 2, P31="Q15991303"),
    thing("Q4001", "Second Coast League", 2, P31="Q15991303"),
    thing("Q3301", "Gull Rovers", 2, P31="Q476028", P118=[said("Q4000", "preferred"), said("Q4001", P582=PAST)]),
    thing("Q3302", "Heron Town", 2, P31="Q476028", P118=said("Q4000", P582=PAST)),
    thing("Q3303", "Plover City", 2, P31="Q476028", P118=["Q4000", said("Q4001", "preferred")]),
    thing("Q3304", "Coast League 2025", 2, P31="Q27020041", P118="Q4000", P3450="Q4000"),
    thing("Q3305", "Wader Athletic", 2, P31="Q476028", P118="Q4000", P576=PAST),
    human("Q1401", "Ben Stow", P118="Q4000"),
)
_CITIES = (
    thing("Q5001", "Quayside", 7, P31="Q515", P17="Q9001", P1082=250_000),
    thing("Q5002", "Fenwick", 7, P31="Q5010", P17="Q9002", P1082=100_000),
    thing("Q5003", "Lowmouth", 7, P31="Q515", P17="Q9001", P1082=[99_999, said(200_000, "deprecated")]),
    thing("Q5004", "Drowned City", 7, P31="Q515", P17="Q9001", P1082=300_000, P576=PAST),
    thing("Q5005", "Scattered Houses", 7, P31="Q486972", P17="Q9001", P1082=300_000),
    thing("Q5010", "market city", P279="Q515"),
)
_OUTLETS = (
    thing("Q3401", "Quayside Courier", 0, P31="Q11032", P17="Q9001", P856="https://www.quayside-courier.example/"),
    thing("Q3402", "Tideland Television", 1, P31="Q3410", P495="Q9001"),
    thing("Q3403", "Quayside Mercury", 4, P31="Q11032", P17="Q9001", P576=PAST),
    thing("Q3404", "Ebb and Flow", 4, P31="Q41298", P17="Q9001", P2669=PAST),
    thing("Q3405", "Lowmouth Leaflet", 0, P31="Q11032", P17="Q9001"),
    thing("Q3406", "Fen Gazette", 4, P31="Q11032", P17="Q9002"),
    thing("Q3410", "public television station", P279="Q1616075"),
)
_BODIES = (
    thing("Q3501", "Coastal Council", 4, P31="Q245065"),
    thing("Q3502", "Ministry of Tides", 3, P31="Q3510", P17="Q9001"),
    thing("Q3503", "League of Fens", 8, P31="Q484652", P576=PAST),
    thing("Q3504", "Tiny Treaty Office", 0, P31="Q245065"),
    thing("Q3506", "Diet Committee of Fenmark", 3, P31="Q3511"),
    thing("Q3510", "ministry of the sea", P279="Q192350"),
    thing("Q3511", "collective head of state"),
)
_CLASSES = tuple(
    thing(qid, label)
    for qid, label in (
        ("Q7278", "political party"), ("Q66344", "central bank"), ("Q11032", "newspaper"), ("Q515", "city"),
        ("Q4830453", "business"), ("Q476028", "association football club"),
        ("Q245065", "intergovernmental organization"),
        ("Q3624078", "sovereign state"), ("Q41298", "magazine"),
    )
)  # fmt: skip
WORLD: tuple[Thing, ...] = (
    *_STATES, *_HEADS, *_POSTS, *_GOVERNMENTS, *_LEGISLATORS, *_BANKS, *_COMPANIES, *_PARTIES, *_CLUBS, *_CITIES,
    *_OUTLETS, *_BODIES, *_CLASSES,
)  # fmt: skip
