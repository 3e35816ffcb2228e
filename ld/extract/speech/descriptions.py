"""Who is meant by "the minister" or "the board": the only one that the article introduces as such."""

import bisect
import re

from ld.extract.phrases.titles import title_before
from ld.mentions import MentionIndex, Named
from ld.text.lexicon import word_set
from ld.text.reading import Reading, once


def described(text: Reading, names: MentionIndex, start: int, end: int) -> Named | None:
    """The mention that introduces whom the words from *start* to *end* describe; None unless exactly one matches.

    "The harbour minister" is the only person whom the article calls so, by a title or after the name; "the board", the
    only organization with that word in its name.
    """
    phrase = _PHRASE.fullmatch(text, start, end)
    if phrase is None:
        return None
    *modifiers, head = phrase["words"].lower().split()
    if not _OTHERS.isdisjoint(modifiers) or not _is_known(head):
        return None
    meant = _bodies if head in word_set("speech/body_nouns") else _introduced
    candidates = meant(text, names, head)
    if not candidates and not modifiers and head in _ANY_BODY:
        return _just_named(text, names, start)
    earlier = [named for named in candidates if named.start < start]
    if len({named.entity.id for named in candidates}) != 1 or not earlier or _is_one_of_several(text, head, start):
        return None
    last = earlier[-1]
    if not modifiers and start - max(each.start for each in last.entity.mentions if each.start < start) > _FAR:
        return None
    around = text[max(0, last.start - _NEAR) : last.end + _NEAR].lower()
    return last if all(re.search(rf"\b{re.escape(word)}", around) for word in modifiers) else None


_ANY_BODY = frozenset(("agency", "company", "firm", "group", "organisation", "organization", "outlet", "regulator"))


def _just_named(text: Reading, names: MentionIndex, start: int) -> Named | None:
    """The only organization in the sentence before the one around *start*, possessors not counted."""
    index = bisect.bisect_right(text.sentences, start, key=lambda sentence: sentence.start) - 1
    if index < 1 or text.sentences[index - 1].part.kind != "paragraph":
        return None
    before = text.sentences[index - 1]
    named = [
        one
        for one in names.within(before.start, text.sentences[index].start, "organization", "group")
        if text[one.end : one.end + 3] not in {"’s ", "'s "}
    ]
    return named[-1] if len({one.entity.id for one in named}) == 1 else None


def _is_known(noun: str) -> bool:
    """Whether *noun* is a word for a person or a body."""
    people = word_set("speech/person_nouns") | word_set("phrases/post_titles") | word_set("descriptors")
    return noun in people or noun in word_set("speech/body_nouns") or noun in _ANY_BODY


_PHRASE = re.compile(r"[Tt]he\s+(?P<words>(?:[\w-]+\s+){0,2}[\w-]+)")
_OTHERS = frozenset(("other", "second", "third", "former", "new", "next", "same", "then", "late"))
_NEAR = 90
_FAR = 1500
"""How long ago, in code points, somebody may have been mentioned whom a bare "the minister" means."""


def _is_one_of_several(text: Reading, head: str, before: int) -> bool:
    """Whether an unnamed person *before* an offset is also a *head*: "a senator told the paper"."""
    return any(end < before for end in _unnamed(text, head))


@once
def _unnamed(text: Reading, head: str) -> tuple[int, ...]:
    """The ends of the descriptions of an unnamed person as a *head*."""
    pattern = re.compile(
        rf"(?P<before>[\w’'-]+,?|[.“”\"])\s+(?:an|another|a|one)\s+(?:[\w’'-]+\s+){{0,2}}?{re.escape(head)}\b",
        re.IGNORECASE,
    )
    return tuple(
        match.end()
        for match in pattern.finditer(text)
        if not match["before"].endswith(",")
        and match["before"].lower() not in _BEING
        and not _NAMED.match(text, match.end())
    )


_BEING = frozenset(("as", "is", "was", "be", "became", "become", "been", "being", "for", "of", "like", "than", "elect"))
_NAMED = re.compile(r",?\s+(?:named|called|(?:[A-Z][\w.’'-]*\s*){1,4})")


@once
def _bodies(text: Reading, names: MentionIndex, head: str) -> tuple[Named, ...]:
    """The mentions of organizations with the word *head* in their name."""
    return tuple(
        named for named in names.within(0, len(text), "organization") if head in named.entity.name.lower().split()
    )


@once
def _introduced(text: Reading, names: MentionIndex, head: str) -> tuple[Named, ...]:
    """The mentions of people whom the words right before or after call a *head*."""
    return tuple(named for named in names.within(0, len(text), "person") if head in _called(text, named))


@once
def _called(text: Reading, named: Named) -> frozenset[str]:
    """What *named* is called beside the name, in lower case, with abbreviations expanded."""
    before = text[max(0, named.start - _TITLE_REACH) : named.start].rpartition("\n")[2]
    short = _SHORT_TITLE.search(before)
    title = title_before(text, named.start)
    found = text[title.start : title.end].lower().split() if title else []
    if short:
        found.append(_FULL_TITLES[short[1].lower()])
    apposed = _APPOSITION.match(text, named.end)
    if apposed:
        found += [word.lower() for word in apposed["words"].split()]
    return frozenset(found)


_TITLE_REACH = 12
_FULL_TITLES = {
    "dr": "doctor",
    "doctor": "doctor",
    "sen": "senator",
    "gov": "governor",
    "prof": "professor",
    "rep": "representative",
    "sgt": "sergeant",
    "det": "detective",
}
_SHORT_TITLE = re.compile(r"\b(Dr|Doctor|Sen|Gov|Prof|Rep|Sgt|Det)\.?\s+\Z", re.IGNORECASE)
_APPOSITION = re.compile(
    r"""
    ,\s+ (?:an?|the|one\s+of|its|their) \s+                             # , a
    (?P<words> (?:[\w’'-]+\s+){0,4}? [\w-]+ )                           # harbour doctor
    (?= \s+(?:of|for|at|in|with|from|who|to|on)\b | , | \.\s | \.?\Z )  # at the clinic
    """,
    re.VERBOSE,
)
