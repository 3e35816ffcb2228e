"""Organizations as rows, with types, if news names them."""

import re

from rows import Row, common_cells, is_latin


def organization(row: Row) -> Row | None:
    """The cells of an organization; None for one that news seldom names."""
    type_ = _type_of_organization(row)
    if type_ is None or type_ in _SELDOM_NAMED or not is_latin(row["name"]):
        return None
    sitelinks = row.get("sitelinks_at_least", 0)
    renown = _ORGANIZATIONS.get(type_, 4) + 6 * (len(row["sources"]) - 1) + min(len(row.get("aliases", ())), 4)
    if row.get("indices"):
        renown += 30
    return {"type": type_, "domain": row.get("domain", "")} | common_cells(row, "organization", sitelinks, renown)


_SELDOM_NAMED = frozenset(("archive", "podcast", "radio programme", "app"))

_ORGANIZATIONS = {
    "international organization": 60, "news agency": 60, "government body": 8, "university": 8, "football club": 10,
    "sports club": 12, "political party": 8, "bank": 30, "newspaper": 4, "company": 4, "hospital": 3, "brand": 3,
    "airline": 15,
}  # fmt: skip


def _type_of_organization(row: Row) -> str | None:
    """The type in a few words that schema.org can distinguish; None for kinds that no news names."""
    if by_name := next((type_ for pattern, type_ in _BY_NAME if pattern.search(row["name"])), None):
        return by_name
    said = row["description"].split(" in ")[0].split(":")[0].strip()
    if said == "archive":
        return "museum" if _MUSEUM.search(row["name"]) else "archive"
    if row.get("indices"):
        return "company"
    if said in _LOOSE and (type_ := type_by_form(row["name"], row.get("domain", ""))):
        return type_
    return _type_of_source(row, said)


def _type_of_source(row: Row, said: str) -> str | None:
    """The type that the source of a row says; None for a maker of street furniture and the like."""
    detail = row["description"].partition(": ")[2].split(" in ")[0]
    if said in {"brand or operator", "brand"} and set(row["sources"]) == {"nsi"} and detail in _STREET_FURNITURE:
        return None
    if said == "brand or operator":
        return {"police": "police", "hospital": "hospital", "government": "government body"}.get(detail, "company")
    return _TYPES.get(said, said)


_BY_NAME = (
    (
        re.compile(r"\b(?:University|College|Universität|Université|Universidad|Università|Institute of Technology)\b"),
        "university",
    ),
    (re.compile(r"\b(?:Police|Sheriff)\b"), "police"),
    (re.compile(r"^(?:Ministry|Department) of\b|\bDepartment of\b"), "government body"),
)

_LOOSE = frozenset(("brand or operator", "company", "company or brand", "brand", "funder", "other", "foundation"))
"""What sources call whoever runs shops, boats or buses, or gives money: bureaus and councils are among them."""


def type_by_form(name: str, domain: str) -> str | None:
    """The type that the form of a *name*, or else its *domain*, surely says; None where neither does."""
    if type_ := next((type_ for pattern, type_ in _BY_FORM if pattern.search(name)), None):
        return type_
    return "government body" if _OF_STATE.search(domain) and not _IN_TRADE.search(name) else None


_OF_STATE = re.compile(r"\.(?:gov|govt|gob|gouv|mil|gc)(?:\.[a-z]{2})?$")
_IN_TRADE = re.compile(
    r"\b(?:Railways?|Water|Corporation|Lottery|Loterias|Taşımacılık|PTT|Ltd|Bank|Hospitals?|Medical Center|Forest|Base"
    r"|Botanic|Botânico|Mosteiro)\b"
)
"""What belongs to a state, yet sells something, heals, or is a place."""


_BY_FORM = (
    (re.compile(r"\b(?:Supreme|Circuit|District) Court\b|\bCourts? of (?:Justice|the Republic)\b"), "court"),
    (
        re.compile(
            r"""
              \b[Gg]overnment\ of\b | \b[Mm]unicipality\b | ^City\ of\b | ^Region\ [A-ZÖ] | (?<!of\ )\bGovernment$
            | \b(?:County|Parish)$ | \b(?:City|County|Borough|Municipal|Region|Regional|District|Auckland)\ Council\b
            | \bDepartment\ (?:for|of)\b | \b(?:Health|Transport)\ Department\b
            | \bMinistry\b | \bBureau\ of\b | ^Federal\ (?:Office|Public\ Service|Ministry|Institute)\b | ^Met\ Office$
            | \b(?:Ambulance|Courts|Emergency|Employment|Forest|Geological|Guard|Health|Intelligence|Meteorological
                |Ocean|Park|Prison|Probation|Research|Tribunals|Wildlife)\ Service\b
            | \b(?<!Sports\ )Authority\b
            | \b(?:Atomic\ Energy|Communications|Emergency\ Management|Environment|Environmental\ Protection
                |Infrastructure|Labor|Homeland\ Security|Institutions|Roads|Security|Space)\ Agency\b | ^Agency\ of\b
            | \b(?:National\ Guard|Self-Defense\ Force|Defence\ Force|Space\ Force|Coastguard|Fire\ Brigade)\b
            | \b(?:Aviation|Drug|Highway|Highways|Oceanic|Penitentiary|Power|Safety|Space|Transport)\ Administration\b
            | \b(?:Geodetic|Geological|Ordnance|Archaeological)\ Survey\b
            | \b(?:Administrative|Park|Preserve|Reclamation|Transportation|Utility|Water)\ District\b
            | \b(?:Hydrometeorological|Meteorological|Hydrological|Penitentiary|Security|Family\ Welfare)\ Institute\b
            | \b(?:Boundary|Communications|Fisheries|Trade)\ Commission\b
            """,
            re.VERBOSE,
        ),
        "government body",
    ),
    (
        re.compile(
            r"\bRed (?:Cross|Crescent)\b|\b(?:Sea|Marine) Rescue\b|\bLifeboat\b|\b(?:Scouts?|Guides)\b|\bLegion$"
            r"|\bOrder of\b|\bRelief Services\b|^The Salvation Army$|\bHostels? Association\b"
        ),
        "nonprofit organization",
    ),
    (re.compile(r"\bWorkers' Union\b|\bTrade Unions\b|\bConfederation of (?:.+ )?(?:Labour|Workers)\b"), "trade union"),
    (re.compile(r"(?<!^)(?<!City )\bParty$(?<!Party City)"), "political party"),
    (re.compile(r"\bSchool of (?:Design|Economics)\b|\bPolytechnic Institute\b"), "university"),
)

_MUSEUM = re.compile(r"\b(?:Museums?|Museo|Musée|Museu|National Gallery|National Library|State Library)\b")
"""Names of museums that one source counts among archives, and news names: "Metropolitan Museum of Art"."""

_STREET_FURNITURE = frozenset(
    (
        "totem", "surveillance", "recycling", "street cabinet", "drinking water", "fire station", "kindergarten",
        "monitoring station", "atm", "charging station", "parcel locker", "bicycle rental", "substation", "generator",
        "pipeline", "line", "vending machine", "social facility", "library", "toilets", "bbq", "phone", "post depot",
        "public bookcase", "mast", "clinic", "school", "plant", "pole", "portal", "transformer", "storage tank",
        "waste basket", "parking", "bench", "fountain", "street lamp", "defibrillator", "water tower",
        "community centre", "optician", "hairdresser", "pastry", "ice cream", "houseware", "pet", "post box",
        "billboard",
        "ambulance station", "bakery", "cafe", "fitness centre", "furniture", "jewelry", "doityourself", "car repair",
        "estate agent", "chemist", "cosmetics", "pub", "toys", "laundry", "alcohol", "trade", "variety store", "police",
        "restaurant", "shoes",
    )
)  # fmt: skip

_TYPES = {
    "education": "university",
    "facility": "research institute",
    "government": "government body",
    "public body": "government body",
    "healthcare": "hospital",
    "nonprofit": "nonprofit organization",
    "funder": "foundation",
    "other": "organization",
    "company or brand": "company",
    "listed company": "company",
    "rugby club": "sports club",
    "sports team": "sports club",
    "ice hockey team (NHL)": "sports club",
    "basketball team (NBA)": "sports club",
    "baseball team (MLB)": "sports club",
    "American football team (NFL)": "sports club",
    "outlet": "newspaper",
}
