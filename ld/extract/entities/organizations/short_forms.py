"""Short forms of the organizations that an article names in full: "the board", "NHB", "Security Council"."""

import bisect
import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ld.extract.entities.countries.find import CountryMention
from ld.facts import MentionKind
from ld.text.before import text_before
from ld.text.lexicon import any_of, word_set, words
from ld.text.reading import Reading
from ld.text.word_index import first_words, matches_at


class OrganizationHit(NamedTuple):
    """A mention of an organization; mentions with the same *key* mean the same organization."""

    start: int
    end: int
    key: str
    name: str
    kind: MentionKind = "name"
    state: str | None = None


def as_short_forms(found: Sequence[OrganizationHit], countries: Sequence[CountryMention]) -> list[OrganizationHit]:
    """*found*, with each name that ends exactly one longer name as a short form of that.

    The longer name must come first, unless it only adds the body's owner ("UN Security Council"); there are many
    courts, so that "Supreme Court" is a short form only of a state's court.
    """
    owners = {country.mention.exact for country in countries} | _listed()
    names: dict[str, OrganizationHit] = {}
    for known in sorted(found):
        names.setdefault(known.name, known)
    endings = sorted(name[::-1] for name in names)
    longer = {name: _longer(names, name, endings, owners) for name in names}
    return [
        known if (full := longer[known.name]) is None else known._replace(key=full.key, name=full.name, kind="short")
        for known in found
    ]


def as_beginnings(found: Sequence[OrganizationHit]) -> list[OrganizationHit]:
    """*found*, with each name that begins exactly one longer name as a short form of that: "Quistsoft".

    The rest of the longer name gives only the kind of company. An ordinary word, or the name of a state or a town,
    begins many names and is a short form of none.
    """
    longer: dict[str, dict[str, OrganizationHit]] = {}
    for known in sorted(found):
        words = known.name.split()
        for count in range(1, len(words)):
            if is_form(" ".join(words[count:])):
                longer.setdefault(_OWNED.sub("", " ".join(words[:count])), {}).setdefault(known.key, known)
    whole = {
        name: {key: full for key, full in alike.items() if full.name not in longer} for name, alike in longer.items()
    }
    return [
        known._replace(key=full.key, name=full.name, kind="short")
        if len(alike := whole.get(known.name, {})) == 1 and (full := min(alike.values())).key != known.key
        else known
        for known in found
    ]


_OWNED = re.compile(r"[’']s\Z")


def is_form(rest: str) -> bool:
    """Whether the words after the first only give the kind of company: "Motor Corp.", "Holdings"."""
    return all(word.strip(".,") in _company_words() for word in rest.split())


@functools.cache
def _company_words() -> frozenset[str]:
    """Words that follow the proper name of a company."""
    forms = {form.rstrip(".") for form in word_set("entities/organization_company_forms")}
    return word_set("entities/company_words") | forms | {"&", "and", "of"}


def _longer(
    names: dict[str, OrganizationHit], name: str, endings: Sequence[str], owners: set[str]
) -> OrganizationHit | None:
    """The one organization whose name ends in " *name*"; *endings* are the reversed *names*, sorted."""
    if " " not in name and name not in _PAPERS_END:
        return None
    full: OrganizationHit | None = None
    backwards = f" {name.removeprefix('The ')}"[::-1]  # "The Anchor" after "the Norvik Anchor"
    for index in range(bisect.bisect_left(endings, backwards), len(endings)):
        if not endings[index].startswith(backwards):
            break
        known = names[endings[index][::-1]]
        if known.name == name:
            continue
        if full and full.key != known.key:
            return None
        full = known if full is None else min(full, known)
    if full is None:
        return None
    if full.name.removesuffix(f" {name}") in owners:
        return full
    return None if "Court" in name.split() or names[name] < full else full


def without_unclear(found: Sequence[OrganizationHit]) -> list[OrganizationHit]:
    """*found* without the ends of names that two papers have: "the Times" after the Times of two towns."""
    whole: dict[str, set[str]] = {}
    for known in found:
        whole.setdefault(known.name.rpartition(" ")[2], set()).add(known.key)
    ends = {end for end in _PAPERS_END if len(whole.get(end, set())) > _ITSELF_AND_ANOTHER}
    return [known for known in found if known.name.removeprefix("The ") not in ends]


_ITSELF_AND_ANOTHER = 2
_PAPERS_END = frozenset(
    (
        *("Chronicle", "Examiner", "Gazette", "Globe", "Herald", "Inquirer", "Journal", "Mirror", "Observer", "Post"),
        *("Star", "Sun", "Telegraph", "Times", "Tribune"),
    )
)
"""Last words of names of papers, by which the papers are called, too."""


@functools.cache
def _listed() -> frozenset[str]:
    return frozenset(form.strip() for line in words("organizations/names") for form in line.split("|"))


def acronyms(text: Reading, found: Sequence[OrganizationHit]) -> Iterator[OrganizationHit]:
    """The mentions of acronyms: those that the article explains, or the initials of exactly one body that it names."""
    explained: dict[str, OrganizationHit] = {}
    for known in found:
        acronym = _EXPLANATION.match(text, known.end)
        if acronym:
            explained.setdefault(acronym[1], known)
    by_initials: dict[str, dict[str, OrganizationHit]] = {}
    for known in found:
        for initials in _initials(known.name):
            by_initials.setdefault(initials, {}).setdefault(known.key, known)
            by_initials.setdefault(".".join(initials) + ".", {}).setdefault(known.key, known)
    offsets = text.words.offsets(first_words((*explained, *by_initials)))
    for match in matches_at(_ACRONYM, text, offsets):
        bodies = by_initials.get(match.group(), {})
        body = explained.get(match.group()) or (next(iter(bodies.values())) if len(bodies) == 1 else None)
        if body and (match.group() in explained or not _is_shouted(text, *match.span())):
            yield OrganizationHit(*match.span(), body.key, body.name, "short")


def ambiguous_initials(found: Sequence[OrganizationHit]) -> frozenset[str]:
    """The initials shared by two or more bodies."""
    owners: dict[str, set[str]] = {}
    for known in found:
        for initials in _initials(known.name):
            owners.setdefault(initials, set()).add(known.key)
    return frozenset(initials for initials, keys in owners.items() if len(keys) > 1)


_EXPLANATION = re.compile(r"(?:\s*\([A-Z][a-z]+\))?(?:,?\s+[A-Z][\w.]{1,5})?\s*\(([A-Z][A-Z.&]{1,9})\)")
_ACRONYM = re.compile(r"(?<![\w.&-])(?:(?:[A-Z]\.){2,}|[A-Z][A-Z.&]{0,8}[A-Z])(?!\w)")


def _initials(name: str) -> set[str]:
    """The initials of at least three words, with and without the small words; acronyms count by letter."""
    name = _WITHIN.sub(lambda acronym: " ".join(acronym[0].replace(".", "")), name)
    capitals = re.sub(r"[^A-Z]", "", "".join(word[0] for word in re.split(r"[\s-]", name) if word))
    every = "".join(word[0] for word in name.split()).upper()
    return {initials for initials in (capitals, every) if len(initials) >= _SHORTEST}


_SHORTEST = 3
_WITHIN = re.compile(r"(?<!\w)(?:[A-Z]{2,4}|(?:[A-Z]\.){2,})(?!\w)")
"""An acronym within a name: "UN" in "UN Security Council", the UNSC."""


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether the surrounding words are in capitals too, so that this need not be an acronym."""
    around = text_before(text, start, 20) + text[end : end + 20]
    return not any(character.islower() for character in around)


def nominals(text: Reading, found: Sequence[OrganizationHit]) -> Iterator[OrganizationHit]:
    """Where "the board" means the Northern Harbor Board, because the article names no other board."""
    by_head: dict[str, set[OrganizationHit]] = {}
    for known in found:
        head = known.name.rsplit(" ", 1)[-1]
        if head in word_set("entities/organization_heads"):
            by_head.setdefault(head.lower(), set()).add(known)
    index = text.words
    for head, mentions in sorted(by_head.items()):
        first = min(mentions)
        if len({known.key for known in mentions}) == 1 and index.offsets({head}):
            for match in _nominal(head).finditer(text, first.end):
                yield OrganizationHit(*match.span(), first.key, first.name, "nominal")


@functools.cache
def _nominal(head: str) -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he\s+(?:{_OTHER}[a-z\d-]+\s+){{0,3}}?{head}\b(?!-)")


_NO_PART = (*words("phrases/phrase_breaks"), "a", "an", "the", "another", "former", "new", "old", "other", "own")
_OTHER = rf"(?!{any_of(*_NO_PART)}\b)"
"""A word that neither ends the phrase nor means another body: not "the door of the board", "the other board"."""
