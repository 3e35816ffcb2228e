"""Bodies of which each state has one, named by the state: "the Canadian defense ministry", "Norway's armed forces"."""

import functools
import re
from collections.abc import Iterator, Sequence

from ld.extract.entities.countries.find import CountryMention
from ld.extract.entities.organizations.short_forms import OrganizationHit
from ld.text.lexicon import any_of, words
from ld.text.spelling import spaced


def government_bodies(text: str, countries: Sequence[CountryMention]) -> Iterator[OrganizationHit]:
    """A state's bodies: "Canadian defense ministry", "Canada's Ministry of Defense"; "… and … ministries" are two."""
    ends = _ends_of_lists(text, countries)
    listed = {end for country, end in zip(countries, ends, strict=True) if end != country.mention.end}
    for country, end in zip(countries, ends, strict=True):
        body = _government_body().match(text, end)
        if body and end - country.mention.start <= _LONGEST_LIST:
            field = _government_fields()[spaced(body["field"] or body["of_field"]).lower()]
            singular = _PLURAL.sub(r"\1y", spaced(body["body"]))
            name = f"{country.mention.exact} {singular}"
            yield OrganizationHit(
                country.mention.start, body.end(), f"{country.code} {field}", name, state=country.code
            )
        elif end not in listed and (service := _service().match(text, end)):
            name = spaced(text[country.mention.start : service.end()])
            key = f"{country.code} {spaced(service['service']).lower()}"
            yield OrganizationHit(country.mention.start, service.end(), key, name, state=country.code)


_PLURAL = re.compile(r"\b([Mm]inistr)ies\b")


_LONGEST_LIST = 400


def _ends_of_lists(text: str, countries: Sequence[CountryMention]) -> list[int]:
    """For each country, the end of its list, "South Korean and Canadian", or else of its own name."""
    ends = [country.mention.end for country in countries]
    for index in range(len(countries) - 2, -1, -1):
        if _BETWEEN.fullmatch(text, ends[index], countries[index + 1].mention.start):
            ends[index] = ends[index + 1]
    return ends


_BETWEEN = re.compile(r"\s*+(?:and|,(?:\s*+and)?)\s++")


@functools.cache
def _government_fields() -> dict[str, str]:
    return dict(line.split(" | ", 1) for line in words("organizations/government_fields"))


@functools.cache
def _government_body() -> re.Pattern[str]:
    field = f"(?i:{any_of(*_government_fields())})"
    body = any_of(*words("organizations/government_bodies"))
    return re.compile(
        rf"""(?:[’']s?)? \s+ (?P<body> (?: [Ff]ederal\s+ | [Nn]ational\s+ )? (?:
            (?P<field>{field}) \s+ {body}                      # "’s federal defense ministry"
          | {body} \s+of\s+ (?:the\s+)? (?P<of_field>{field})  # " Ministry of the Interior"
        )) \b""",
        re.VERBOSE,
    )


@functools.cache
def _service() -> re.Pattern[str]:
    nouns = any_of(*words("organizations/services_before_nouns"))
    return re.compile(
        rf"""(?:[’']s?)? [ \xa0] (?P<service>
            (?i: armed[ ]forces | air[ ]force | army | navy | coast[ ]guard ) (?! [ -]of\b | - | [ ][A-Z])  # " army"
          | (?i: central[ ]bank ) (?! [ ](?:digital|money|reserves?) | s\b | -)  # "’s central bank"
          | (?: (?<=[’']s[ ]) | (?<=U\.S\.[ ]) | (?<=[a-z][ ]) ) military
            (?= [ ]{nouns}(?!\w) | [.,;:’'] | $ )                                             # " military said"
        ) (?!\w)""",
        re.VERBOSE | re.MULTILINE,
    )
