"""The sender of an article: its author if no person signs it, else the organization for which its authors worked."""

import msgspec

from ld.article import Author, Description, Property, Stated
from ld.read.excerpt import Excerpt
from ld.read.senders import Sender
from ld.read.vocabulary import folded

_SOURCE = "sourceOrganization"


def sending_author(excerpt: Excerpt, sender: Sender | None) -> tuple[Author, ...]:
    """The *sender* as the author of an article that no person signs."""
    if sender is None:
        return ()
    proof = excerpt.cited(sender.start, sender.end, sender.rule)
    return (Author(value=sender.name, evidence=(proof,), kind="organization"),)


def with_source(
    description: Description | None, excerpt: Excerpt, sender: Sender | None, publisher: Stated | None
) -> Description | None:
    """*description* with the *sender* as the organization for which the article's authors worked.

    Unchanged if that is the *publisher*, or if the page's own data name one (schema.org, sourceOrganization).
    """
    told = description or Description()
    is_own = sender and publisher and _bare_name(sender.name) == _bare_name(publisher.value)
    if sender is None or is_own or any(each.name == _SOURCE for each in told.properties):
        return description
    evidence = (excerpt.cited(sender.start, sender.end, sender.rule),)
    name = Property(name="name", evidence=evidence, value=sender.name)
    thing = Description(classes=("Organization",), properties=(name,))
    source = Property(name=_SOURCE, evidence=evidence, thing=thing)
    return msgspec.structs.replace(told, properties=(*told.properties, source))


def _bare_name(name: str) -> str:
    """*name* for comparison, without a leading "The"."""
    return folded(name).removeprefix("the ")
