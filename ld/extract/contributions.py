"""The authors of the entries of a live blog."""

from collections.abc import Iterator
from itertools import islice

from ld.article import Article, Author
from ld.facts import Contribution
from ld.mentions import MentionIndex


def find_contributions(article: Article, names: MentionIndex) -> Iterator[Contribution]:
    """The authors of the *article*'s entries among the people and organizations in *names*, by their signatures."""
    if not article.updates:
        return
    # of two with one name, prefer the one that only signs: the one that the text mentions may be a namesake
    entities = sorted(names.entities, key=lambda entity: bool(entity.evidence))
    ids = {(entity.kind, signing_name(entity.name)): entity.id for entity in entities}
    for update in article.updates:
        for author in update.authors:
            entity = ids.get((author.kind, signing_name(author.value)))
            if entity:
                yield Contribution(entity=entity, update=update.id, evidence=author.evidence)


def signers(article: Article) -> list[Author]:
    """The authors of *article*, and up to 300 who sign only entries of its live blog, each name once."""
    whole = {(author.kind, signing_name(author.value)) for author in article.authors}
    others: dict[tuple[str, str], Author] = {}
    for update in article.updates:
        for author in update.authors:
            others.setdefault((author.kind, signing_name(author.value)), author)
    return [*article.authors, *islice((author for key, author in others.items() if key not in whole), _SIGNERS_MOST)]


_SIGNERS_MOST = 300


def signing_name(name: str) -> str:
    """*name* for comparison with other signatures: an outlet may have its article or not."""
    return name.casefold().removeprefix("the ")
