"""One statement per post: those of the same post merged, and those of a namesake left out."""

import itertools
from collections.abc import Iterable, Iterator, Sequence

from ld.extract.roles.statements import PostStatement


def merged(statements: Iterable[PostStatement]) -> Iterator[PostStatement]:
    """*statements*, merged into one per post; those that state a country, body or place take precedence."""
    by_holder: dict[str, list[PostStatement]] = {}
    for statement in sorted(statements, key=lambda statement: (statement.is_bare, statement.state != "former")):
        posts = by_holder.setdefault(statement.holder, [])
        index = next((index for index, known in enumerate(posts) if known.same_post(statement)), None)
        if index is None:
            posts.append(statement)
        else:
            posts[index] = posts[index].with_evidence(statement)
    return itertools.chain.from_iterable(by_holder.values())


def without_spouses(statements: Sequence[PostStatement]) -> Iterator[PostStatement]:
    """*statements* but those of a first lady as "President NAME", by the family name that she shares."""
    spouses = {each.holder for each in statements if each.title.lower().endswith("first lady")}
    for each in statements:
        last = each.title.split()[-1]
        shortest = all(proof.exact.split(last)[-1].count(" ") == 1 for proof in each.evidence)
        if each.holder not in spouses or last.lower() not in {"president", "governor"} or not shortest:
            yield each
