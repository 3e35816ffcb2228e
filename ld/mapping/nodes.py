"""The IRIs of an article's nodes: Wikidata's or an in-house one for linked entities, otherwise the article's own."""

import re
import unicodedata
from collections import Counter
from urllib.parse import quote

from ld.article import Article
from ld.errors import InputError
from ld.facts import Entity, Event, Facts, Membership, Post, Utterance
from ld.identifiers import RESERVED_IDS, article_iri
from ld.terms import Iri
from ld.urls import is_absolute_url, is_house_iri

_ITEM = re.compile(r"Q[1-9][0-9]*")
_PLAIN = re.compile(r"[A-Za-z0-9._~-]+")
_IRI_END = 0xE0000  # no letters, marks or digits of an IRI (RFC 3987, ucschar) lie beyond


class Nodes:
    """Where each fact of one article has its node.

    *name* is the named graph and the base of all IRIs of the article's own.
    *entities* maps the id of an entity to its IRI: two with the same item share one.
    """

    def __init__(self, facts: Facts) -> None:
        _check_ids(facts)
        self.name = _graph_name(facts.article)
        self._base = f"{self.name}#"
        self._own: dict[str, Iri] = {}
        self.article = self.own("article")
        self.entities = {entity.id: self._of_entity(entity) for entity in facts.entities}

    def own(self, fragment: str) -> Iri:
        """The IRI of the article's own that ends in *fragment*, which must be fit for an IRI."""
        iri = self._own.get(fragment)
        if iri is None:
            iri = self._own[fragment] = Iri(self._base + fragment)
        return iri

    def fact(self, identifier: str) -> Iri:
        """The IRI of the post, membership, quotation, claim or event with this *identifier*."""
        return self.own(fragment(identifier))

    def image(self, number: int) -> Iri:
        """The IRI of the article's picture with this *number*, from 1."""
        return self.own(f"image-{number}")

    def entity(self, identifier: str) -> Iri:
        """The IRI of the entity with this *identifier*. Raises InputError if the facts do not contain it."""
        try:
            return self.entities[identifier]
        except KeyError:
            hint = "add it to the entities, or correct the id"
            raise InputError(f"the facts speak of an entity {identifier!r} that they do not hold", hint) from None

    def _of_entity(self, entity: Entity) -> Iri:
        if entity.iri is None:
            return self.fact(entity.id)
        if entity.qid is None and not is_house_iri(entity.iri):
            raise InputError(
                f"entity {entity.id!r}: {entity.iri!r} is no IRI of one's own",
                "write an http or https URL, and for an item of Wikidata's its qid",
            )
        if entity.qid is not None and not _ITEM.fullmatch(entity.qid):
            raise InputError(
                f"entity {entity.id!r}: {entity.qid!r} is not a Wikidata item", "write Q and a number, such as Q884"
            )
        return Iri(entity.iri)


def parts(facts: Facts) -> tuple[Post | Membership | Utterance | Event, ...]:
    """What entities take part in: the facts that have an id and evidence of their own."""
    return (*facts.posts, *facts.memberships, *facts.quotations, *facts.claims, *facts.events)


def fragment(identifier: str) -> str:
    """*identifier* as an IRI fragment: what RFC 3987 calls unreserved stays, all else is percent-encoded.

    Different identifiers give different fragments.
    """
    if _PLAIN.fullmatch(identifier):
        return identifier
    return "".join(character if _is_unreserved(character) else quote(character, safe="") for character in identifier)


def _is_unreserved(character: str) -> bool:
    if character.isascii():
        return _PLAIN.fullmatch(character) is not None
    return unicodedata.category(character)[0] in "LMN" and ord(character) < _IRI_END


def _graph_name(article: Article) -> Iri:
    if article.url and not is_absolute_url(article.url.value):
        raise InputError(
            f"{article.url.value!r} cannot name the article's graph",
            "give an absolute http or https URL, with spaces and the like percent-encoded",
        )
    return Iri(article_iri(article))


def _check_ids(facts: Facts) -> None:
    ids = [entity.id for entity in facts.entities] + [fact.id for fact in parts(facts)]
    for identifier, times in Counter(ids).items():
        if times > 1:
            raise InputError(f"{times} facts have the id {identifier!r}", "give each an id of its own")
        if RESERVED_IDS.fullmatch(identifier):
            raise InputError(f"the id {identifier!r} is one that the graph itself uses", "take another id")
