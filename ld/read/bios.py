"""Lines that introduce the author: "Nora Quist is a reporter at the Harbour Times"."""

import re
from collections.abc import Sequence

from ld.read.author_names import is_person
from ld.read.blocks import Block
from ld.read.vocabulary import folded, word_set

_CLAUSE_WORDS = 25
_LAST_BLOCKS = 6
_VERBS = frozenset(("is", "was", "has", "covers", "writes", "joined", "reports", "works", "may", "can", "contributed"))
_BIO = re.compile(
    r"""
    \W{0,3}(?P<name>[A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]*){1,3})
    (?:,[ ][^.]{3,60},)? [ ] (?:is|was|covers|writes|reports|has[ ]been|joined|works)[ ]
    """,
    re.VERBOSE,
)
_JOB_REACH = 20
_JOB_NEAR = 6


def last_paragraphs(blocks: Sequence[Block], body: Sequence[int]) -> set[int]:
    """The indexes of the last paragraphs of *body*, among which the author may be introduced."""
    return {index for index in body if blocks[index].kind == "prose"} & set(body[-_LAST_BLOCKS:])


def tells_of_author(block: Block, names: set[str], *, last: bool) -> bool:
    """Whether a line describes an author, whose folded full name is one of *names*: who it is, what it covers.

    It begins with the name and a verb such as "is" or "covers", or with the given name and the job:
    "Nora is a senior reporter". Among the *last* paragraphs a clause between commas may precede the verb, and the given
    name alone, or another form of it before the surname, suffices.
    """
    alike = [name for name in names if name[:1] == block.key[:1]]  # a line may begin with another form of it
    words = block.key.replace(",", " ,").split() if alike else []
    return any(_tells_of(words, name.split(), last=last) for name in alike)


def _tells_of(words: Sequence[str], name: Sequence[str], *, last: bool) -> bool:
    after = words[len(name) :]
    if words[: len(name)] == name:
        is_clause = last and after[:1] == [","] and not _VERBS.isdisjoint(after[:_CLAUSE_WORDS])
        return is_clause or not _VERBS.isdisjoint(after[:1])
    by_given_name = words[:1] == name[:1] and not _VERBS.isdisjoint(words[1:2])
    if by_given_name and words[1] == "is" and not word_set("job-words").isdisjoint(words[2:_JOB_NEAR]):
        return True
    by_surname = words[1:2] == name[-1:] and words[0][:1] == name[0][:1] and not _VERBS.isdisjoint(words[2:3])
    return last and (by_given_name or by_surname)


def journalists(blocks: Sequence[Block], where: range) -> list[str]:
    """The names of those whom the lines *where* introduce as journalists, as written there."""
    matches = (_BIO.match(blocks[index].text) for index in where)
    return [match["name"] for match in matches if match and _tells_job(match)]


def _tells_job(match: re.Match[str]) -> bool:
    """Whether a line that introduces somebody names a journalist's job."""
    words = (word.strip(".,;’'") for word in folded(match.string[match.end() :]).split()[:_JOB_REACH])
    jobs = word_set("job-words") - word_set("other-maker-jobs")
    return is_person(match["name"]) and not jobs.isdisjoint(words)
