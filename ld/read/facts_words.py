"""Checks that facts are in the words that they cite, so that no headline, title or quotation is made up."""

import re
from collections.abc import Iterable, Iterator

from ld.article import Article, Citation, Evidence, Property, SourceCitation, Stated
from ld.facts import Event, Facts, Utterance

_EX = re.compile(r"\bex\b")
_WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+")
_EXCERPT = 40


def word_faults(facts: Facts) -> Iterator[str]:
    """Values that are not in the words that they cite, apart from white space and case, each with its JSON path.

    Quotations and claims, the article's statements about itself, posts and events are compared; the name of an event
    may begin with an editor's noun.
    An option and a knowledge base state a value without words; only the text can state what somebody said.
    """
    for path, stated in _said_of_itself(facts.article):
        if _cites(stated.evidence) and _casefolded(stated.value) not in _cited(stated.evidence):
            yield _fault(f"{path}.value", stated.value)
    for index, post in enumerate(facts.posts):
        if _cites(post.evidence) and not _in_order(post.title, post.evidence):
            yield _fault(f"$.posts[{index}].title", post.title)
    for path, utterance in utterances(facts):
        said = " ".join(proof.exact for proof in utterance.evidence if isinstance(proof, Citation))
        if _spaced(utterance.text) not in _spaced(said):
            yield _fault(f"{path}.text", utterance.text)
        credit = utterance.credit
        if credit and _casefolded(credit.value) not in _cited(credit.evidence):
            yield _fault(f"{path}.credit.value", credit.value)
    for index, event in enumerate(facts.events):
        if _cites(event.evidence) and not _is_called(event):
            yield _fault(f"$.events[{index}].name", event.name)


def utterances(facts: Facts) -> Iterator[tuple[str, Utterance]]:
    """The quotations and claims of *facts*, each with its JSON path."""
    for index, quotation in enumerate(facts.quotations):
        yield f"$.quotations[{index}]", quotation
    for index, claim in enumerate(facts.claims):
        yield f"$.claims[{index}]", claim


def _fault(path: str, value: str) -> str:
    return f"{path}: {value[:_EXCERPT]!r} does not stand in the words that it cites"


def _said_of_itself(article: Article) -> Iterator[tuple[str, Stated | Property]]:
    yield "$.article.headline", article.headline
    if article.publisher:
        yield "$.article.publisher", article.publisher
    for index, author in enumerate(article.authors):
        yield f"$.article.authors[{index}]", author
    for index, section in enumerate(article.sections):
        yield f"$.article.sections[{index}]", section
    for index, keyword in enumerate(article.keywords):
        yield f"$.article.keywords[{index}]", keyword
    for index, image in enumerate(article.images):
        if image.caption:
            yield f"$.article.images[{index}].caption", image.caption
        if image.credit:
            yield f"$.article.images[{index}].credit", image.credit
    yield from _said_by_entries(article)
    for path, each in article.description.literals() if article.description else ():
        if each.datatype == "Text":
            yield f"$.article.description, {path}", each


def _said_by_entries(article: Article) -> Iterator[tuple[str, Stated]]:
    for index, update in enumerate(article.updates):
        if update.headline:
            yield f"$.article.updates[{index}].headline", update.headline
        for number, author in enumerate(update.authors):
            yield f"$.article.updates[{index}].authors[{number}]", author


def _cites(evidence: Iterable[Evidence]) -> bool:
    return any(isinstance(proof, Citation | SourceCitation) for proof in evidence)


def _cited(evidence: Iterable[Evidence]) -> str:
    return _casefolded(" ".join(proof.exact for proof in evidence if isinstance(proof, Citation | SourceCitation)))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _casefolded(text: str) -> str:
    return _spaced(text).casefold()


def _in_order(value: str, evidence: Iterable[Evidence]) -> bool:
    """Whether the words of *value* begin cited words, in this order: "former minister" in "Former French ministers".

    An "ex-minister" is a former minister.
    """
    words, cited = (_WORD.findall(_EX.sub("former", text)) for text in (_casefolded(value), _cited(evidence)))
    rest = iter(cited)
    return bool(words) and all(any(other.startswith(word) for other in rest) for word in words)


def _is_called(event: Event) -> bool:
    """Whether the name of *event* is its kind, or its words are cited, except an editor's noun before "of" etc.

    "arrest of the mayor" comes from "police arrested the mayor". The noun before "of" is an editor's, but never a name.
    """
    cited = _WORD.findall(_cited(event.evidence))
    noun, *rest = _JOINTS.split(" ".join(event.name.split()))
    words = [word for part in rest for word in _WORD.findall(part)]
    nouns = _WORD.findall(noun)
    is_editors = noun.strip().islower() and len(nouns) <= _LONGEST_NOUN and (words or event.name == event.kind)
    words = words if is_editors else [*nouns, *words]
    return bool(words or is_editors) and all(any(each.startswith(word.casefold()) for each in cited) for word in words)


_JOINTS = re.compile(r"\b(?:of|by|for|on|to|in|against|over|with|and)\s+(?:the\s+)?")
_LONGEST_NOUN = 2
