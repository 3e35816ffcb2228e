"""Whether words are a clause, by their finite verb."""

import re


def is_clause(words: str) -> bool:
    """Whether *words* have a finite verb before another clause begins, or a verb that goes on after "and"."""
    return IS_CLAUSE.search(_OTHER_CLAUSE.split(words, maxsplit=1)[0]) is not None


_OTHER_CLAUSE = re.compile(
    r"""
    (?<=\w) \s (?:
        when|as|after|before|while|because|that|which|who|whose|where|if|since|until|over
      | and\s(?:has|have|had|is|was|will|would|[a-z]{3,}ed)
    ) \b
    """,
    re.VERBOSE,
)

IS_CLAUSE = re.compile(
    r"""
    \b (?:
        is|are|was|were|has|have|had|will|would|could|should|can|may|might|must|did|does|do|cannot
      | (?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)(?<!-)(?:[a-z]{2,}ed|hit|cut|shut|struck)       # the port closed, storms hit
      | held|took|gave|made|came|went|saw|got|left|met|ran|sent|sold|stood|won|lost|paid|fell|grew|rose|began|became
      | brought|built|bought|kept|knew|led|spent|spoke|broke|chose|drove|found|fought|hurt|wrote
      | [a-z]+n[’']t                                                                # the port isn’t full
      | (?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I|[Yy]ou)(?:[’']\w+)?\s+\w+             # they sail, they’ll sail
    ) \b
    """,
    re.VERBOSE,
)
"""What shows that words are a clause: a finite verb, or a pronoun with its verb."""
