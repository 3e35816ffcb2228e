"""The publisher and the agencies credited for pictures, as organizations."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ld.article import Citation, Stated
from ld.extract.contributions import signers
from ld.facts import Credit, Entity, Mention, Reference
from ld.mentions import MentionIndex, identifier
from ld.text.lexicon import any_of, word_set
from ld.text.reading import Reading


class Outlets(NamedTuple):
    """The organizations named by the article's metadata, and their roles."""

    entities: tuple[Entity, ...]
    publisher: Reference | None
    credits: tuple[Credit, ...]
    authors: tuple[Reference, ...] = ()
    sources: tuple[Reference, ...] = ()


def find_outlets(text: Reading) -> Outlets:
    """The publisher of *text*, the organizations that sign it or are its source, and those credited for its pictures.

    Only agencies are credited: photographers remain plain text.
    """
    entities: list[Entity] = []
    publisher = None
    if text.article.publisher:
        entity = _outlet(text, text.article.publisher)
        entities.append(entity)
        publisher = Reference(entity=entity.id, evidence=text.article.publisher.evidence)
    authors = []
    for author in signers(text.article):
        if author.kind == "organization":
            same = (known for known in entities if _bare(known.name) == _bare(author.value))
            entity = next(same, None) or _outlet(text, author)
            entities.append(entity)
            authors.append(Reference(entity=entity.id, evidence=author.evidence))
    sources = []
    for source in _sources(text):
        same = (known for known in entities if _bare(known.name) == _bare(source.value))
        entity = next(same, None) or _outlet(text, source)
        entities.append(entity)
        sources.append(Reference(entity=entity.id, evidence=source.evidence))
    credited = []
    for number, image in enumerate(text.article.images):
        for agency in _agency(image.credit):
            entities.append(agency)
            credited.append(
                Credit(image=number, entity=agency.id, evidence=image.credit.evidence if image.credit else ())
            )
    return Outlets(MentionIndex(()).add(*entities).entities, publisher, tuple(credited), tuple(authors), tuple(sources))


def _sources(text: Reading) -> Iterator[Stated]:
    """The organizations that the authors worked for, according to the article's description."""
    for each in text.article.description.properties if text.article.description else ():
        if each.name == "sourceOrganization" and each.thing and each.thing.title:
            yield Stated(value=each.thing.title, evidence=each.evidence)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _outlet(text: Reading, stated: Stated) -> Entity:
    """The publisher or a newsroom, with all its mentions in the text itself."""
    return Entity(
        id=identifier("organization", stated.value),
        kind="organization",
        name=stated.value,
        mentions=tuple(Mention.of(text, *span) for span in text.occurrences(stated.value)),
        evidence=stated.evidence,
    )


def _agency(credit: Stated | None) -> Iterator[Entity]:
    for citation in credit.evidence if credit else ():
        words = _agency_words(citation.exact) if isinstance(citation, Citation) else None
        if isinstance(citation, Citation) and words:
            start, exact = citation.start + words[0], citation.exact[slice(*words)]
            name = exact.capitalize() if exact.isupper() and len(exact) > _LONGEST_ACRONYM else exact
            mention = Mention(start=start, end=start + len(exact), exact=exact)
            yield Entity(id=identifier("organization", name), kind="organization", name=name, mentions=(mention,))


_LONGEST_ACRONYM = 4
_LONGEST_CREDIT = 300
_JOINT = re.compile(r"\s+via\s+|\s*[/|,;]+\s*", re.IGNORECASE)
_KIND_OF_PICTURE = re.compile(
    r"(?:^|[\s,;/|(–—-]+)(?:file|pool|hand-?out)(?:\s(?:photo|picture|image)s?)?\W*$", re.IGNORECASE
)
_ACRONYM_PHOTO = re.compile(r"(?P<agency>[A-Z]{2,5})\sPhotos?")
_BRACKET = re.compile(r"[()\[\]]")
_HOST_NAME = re.compile(r"\w\.[a-z]\w")
_AGENCY_WORDS = re.compile(
    rf"\b{any_of('Agency', 'Images', 'News', 'Photo', 'Photos', 'Pictures', 'Press', 'Service', 'Wire')}\b"
)
_NO_AGENCY = frozenset(
    (
        *("composite", "contributed", "courtesy", "graphic", "illustration", "image", "images", "photo", "photos"),
        *("picture", "pictures", "provided", "screengrab", "screenshot", "supplied"),
    )
)


def _agency_words(credit: str) -> tuple[int, int] | None:
    """The span of the agency in *credit*: the last one, which delivered the picture ("Jo Reed/AFP via Getty Images").

    "File" or "pool" does not identify an agency; None if brackets separate the words.
    """
    end = len(credit)
    if end > _LONGEST_CREDIT:
        return None
    while kind := _KIND_OF_PICTURE.search(credit, 0, end):
        end = kind.start()
    if _BRACKET.search(credit, 0, end):
        return None
    joints = [0, *(offset for joint in _JOINT.finditer(credit, 0, end) for offset in joint.span()), end]
    for start, stop in sorted(zip(joints[::2], joints[1::2], strict=True), reverse=True):
        acronym = _ACRONYM_PHOTO.fullmatch(credit, start, stop)
        if acronym:
            return acronym.span("agency")
        if _is_agency(credit[start:stop]):
            return start, stop
    return None


def _is_agency(name: str) -> bool:
    """Whether *name* is a single uncommon word, or has a word of agencies: two plain names may be a photographer's."""
    if name.lower() in _NO_AGENCY or _HOST_NAME.search(name):
        return False
    if _AGENCY_WORDS.search(name.title()):
        return True
    return re.fullmatch(r"[^\W\d_][\w.&-]+", name) is not None and name.capitalize() not in word_set("function_words")
