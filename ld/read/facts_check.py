"""Checks of facts beyond their types: spans that match the text, ids fit for IRIs, real dates, normal forms."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from ld.article import Article, Citation
from ld.facts import IDENTIFIED, Entity, Event, Facts, Link, Mention, Office, Topic
from ld.identifiers import RESERVED_IDS
from ld.read.dates import is_iso_date
from ld.read.facts_description import description_faults
from ld.read.facts_references import reference_faults
from ld.read.facts_updates import update_faults
from ld.read.facts_words import utterances, word_faults
from ld.read.language import normal_tag
from ld.urls import is_absolute_url, is_house_iri, normal_url

_ITEM = re.compile(r"Q[1-9][0-9]*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_CLASS = re.compile(r"[A-Z][A-Za-z]*")
_ID = re.compile(r"[A-Za-z0-9][\w.~-]*")
_TOPIC = re.compile(r"medtop:[0-9]{8}")
_SHA256 = re.compile(r"(?:[0-9a-f]{64})?")
_EXCERPT = 40


def faults(facts: Facts) -> list[str]:
    """The faults of *facts*, each as JSON path and reason, in the order of the file; empty if there are none."""
    return [
        *_article_faults(facts.article),
        *description_faults(facts.article.description),
        *_span_faults(facts, "$", facts.article.text),
        *_evidence_faults(facts, "$"),
        *word_faults(facts),
        *_id_faults(facts),
        *reference_faults(facts),
        *_value_faults(facts),
    ]


def _article_faults(article: Article) -> Iterator[str]:
    last = 0
    for index, part in enumerate(article.parts):
        path = f"$.article.parts[{index}]"
        if not 0 <= part.start < part.end <= len(article.text):
            yield f"{path}: {part.start}:{part.end} is no stretch of the text of {len(article.text)} code points"
        elif part.start < last:
            yield f"{path}: begins at {part.start}, before the part above it ends at {last}"
        if part.source_start < 0:
            yield f"{path}.source_start: is negative"
        last = max(last, part.end)
    for name, date in (("date_published", article.date_published), ("date_modified", article.date_modified)):
        if date and not is_iso_date(date.value):
            yield _no_date(f"$.article.{name}.value", date.value)
    free = article.accessible_for_free
    if free and free.value not in ("true", "false"):
        yield f"$.article.accessible_for_free.value: {free.value!r} is neither 'true' nor 'false'"
    if article.url:
        yield from _url_faults("$.article.url", article.url.value)
    yield from _address_faults(article)
    yield from _image_faults(article)
    yield from update_faults(article)
    yield from _language_faults(article.language.value)
    if not _SHA256.fullmatch(article.source_sha256):
        yield "$.article.source_sha256: is not 64 hexadecimal digits"


def _address_faults(article: Article) -> Iterator[str]:
    for index, author in enumerate(article.authors):
        if author.url:
            yield from _url_faults(f"$.article.authors[{index}].url", author.url.value)
    for index, work in enumerate(article.citations):
        yield from _url_faults(f"$.article.citations[{index}]", work.value)


def _image_faults(article: Article) -> Iterator[str]:
    for index, image in enumerate(article.images):
        if image.url:
            yield from _url_faults(f"$.article.images[{index}].url", image.url.value)
        elif not image.caption:
            yield f"$.article.images[{index}]: has neither caption nor url: nothing tells which picture is meant"


def _url_faults(path: str, url: str) -> Iterator[str]:
    if not is_absolute_url(url):
        yield f"{path}.value: {url!r} is not an absolute URL"
    elif normal_url(url) != url:
        yield f"{path}.value: {url!r} must have its scheme and host in lower case: {normal_url(url)!r}"


def _language_faults(tag: str) -> Iterator[str]:
    normal = normal_tag(tag)
    if normal is None:
        yield f"$.article.language.value: {tag!r} is not a language tag"
    elif normal != tag:
        yield f"$.article.language.value: {tag!r} must begin in lower case: {normal!r}"


def _no_date(path: str, value: str) -> str:
    return f"{path}: {value!r} is not an ISO 8601 year, month, day or date-time with zone"


def _span_faults(value: object, path: str, text: str) -> Iterator[str]:
    """The spans below *value* whose words differ from the article's text."""
    if isinstance(value, Citation | Mention) and text[value.start : value.end] != value.exact:
        stands = text[value.start : value.end][:_EXCERPT]
        yield f"{path}.exact: {value.exact[:_EXCERPT]!r} does not stand at {value.start}:{value.end}, but {stands!r}"
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _span_faults(item, f"{path}[{index}]", text)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _span_faults(getattr(value, name), f"{path}.{name}", text)


def _evidence_faults(value: object, path: str) -> Iterator[str]:
    """Values whose evidence is empty; entities are exempt, since they have mentions."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _evidence_faults(item, f"{path}[{index}]")
    elif isinstance(value, msgspec.Struct):
        if not isinstance(value, Entity) and getattr(value, "evidence", None) == ():
            yield f"{path}.evidence: is empty: name the words that state this"
        for name in value.__struct_fields__:
            yield from _evidence_faults(getattr(value, name), f"{path}.{name}")


def _id_faults(facts: Facts) -> Iterator[str]:
    ids = [
        (f"$.{group}[{index}].id", item.id) for group in IDENTIFIED for index, item in enumerate(getattr(facts, group))
    ]
    times = Counter(identifier for _, identifier in ids)
    seen: set[str] = set()
    for path, identifier in ids:
        if not _ID.fullmatch(identifier):
            yield f"{path}: {identifier!r} cannot be part of an IRI: use letters, digits and - . _ ~"
        if RESERVED_IDS.fullmatch(identifier):
            yield f"{path}: {identifier!r} is one that the graph itself uses: take another"
        if times[identifier] > 1 and identifier in seen:
            yield f"{path}: {identifier!r} is the id of something else already"
        seen.add(identifier)


def _value_faults(facts: Facts) -> Iterator[str]:
    for index, entity in enumerate(facts.entities):
        yield from _entity_faults(entity, f"$.entities[{index}]")
    for path, utterance in utterances(facts):
        if utterance.speakers and utterance.credit:
            yield f"{path}.credit: credits a speaker whom speakers name already: keep one of them"
    dated = [(f"$.memberships[{index}]", membership.start) for index, membership in enumerate(facts.memberships)]
    dated += [(f"$.posts[{index}]", post.start) for index, post in enumerate(facts.posts)]
    dated += [(f"$.events[{index}]", event.start) for index, event in enumerate(facts.events)]
    for path, start in dated:
        if start and not is_iso_date(start.value):
            yield _no_date(f"{path}.start.value", start.value)
    for index, post in enumerate(facts.posts):
        if post.office:
            yield from _office_faults(post.office, f"$.posts[{index}].office")
        if post.end and not is_iso_date(post.end.value):
            yield _no_date(f"$.posts[{index}].end.value", post.end.value)
    for index, event in enumerate(facts.events):
        yield from _figure_faults(event, f"$.events[{index}].figures")
    yield from _topic_faults(facts.topics, "$.topics")


def _figure_faults(event: Event, path: str) -> Iterator[str]:
    measures = Counter(figure.measure for figure in event.figures)
    for index, figure in enumerate(event.figures):
        if measures[figure.measure] > 1:
            yield f"{path}[{index}].measure: {figure.measure!r} stands here more than once: keep the figure that holds"
        if not (_SCORE if figure.measure == "score" else _NUMBER).fullmatch(figure.value):
            wanted = "two numbers such as 3-1" if figure.measure == "score" else "a whole number in digits"
            yield f"{path}[{index}].value: {figure.value!r} is not {wanted}"


_NUMBER, _SCORE = re.compile(r"[0-9]{1,18}"), re.compile(r"[0-9]{1,4}-[0-9]{1,4}")


def _topic_faults(topics: Iterable[Topic], path: str) -> Iterator[str]:
    for index, topic in enumerate(topics):
        if not _TOPIC.fullmatch(topic.code):
            yield f"{path}[{index}].code: {topic.code!r} is not a code of the IPTC Media Topics such as medtop:15000000"
        yield from _topic_faults(topic.narrower, f"{path}[{index}].narrower")


def _office_faults(office: Office, path: str) -> Iterator[str]:
    if not _ITEM.fullmatch(office.qid):
        yield f"{path}.qid: {office.qid!r} is not a Wikidata item such as Q884"
    for name, date in (("start", office.start), ("end", office.end)):
        if date is not None and not is_iso_date(date):
            yield _no_date(f"{path}.{name}", date)


def _entity_faults(entity: Entity, path: str) -> Iterator[str]:
    if not entity.mentions and not entity.evidence:
        yield f"{path}: has neither mentions nor evidence: nothing says that the article names it"
    if entity.country_code is not None and not _COUNTRY.fullmatch(entity.country_code):
        yield f"{path}.country_code: {entity.country_code!r} is not an ISO 3166-1 alpha-2 code"
    if entity.type and not _CLASS.fullmatch(entity.type.value) and not is_absolute_url(entity.type.value):
        yield f"{path}.type.value: {entity.type.value!r} is neither the name of a class of schema.org's nor an IRI"
    if entity.lies_in and not _COUNTRY.fullmatch(entity.lies_in.value):
        yield f"{path}.lies_in.value: {entity.lies_in.value!r} is not an ISO 3166-1 alpha-2 code"
    if isinstance(entity.link, Link):
        yield from _item_faults(entity.link, f"{path}.link")
        if not 0 <= entity.link.score <= 1:
            yield f"{path}.link.score: {entity.link.score} does not lie in 0..1"


def _item_faults(link: Link, path: str) -> Iterator[str]:
    """Links without exactly one item: Wikidata's, or one that only the house knows."""
    if link.qid is not None and link.iri is not None:
        yield f"{path}: has both qid and iri: the iri is for what Wikidata lacks, so keep the qid"
    elif link.qid is None and link.iri is None:
        yield f"{path}: has neither qid nor iri: name the item, or leave the link out"
    if link.qid is not None and not _ITEM.fullmatch(link.qid):
        yield f"{path}.qid: {link.qid!r} is not a Wikidata item such as Q884"
    if link.iri is not None and not is_house_iri(link.iri):
        yield (
            f"{path}.iri: {link.iri!r} is no IRI of one's own: write an http or https URL with its host in lower case, "
            "and for an item of Wikidata's, qid"
        )
