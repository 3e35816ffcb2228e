"""Chambers of a legislature that news names by a single word: "the Senate", "a House vote"."""

import re
from collections.abc import Iterator

from ld.text.reading import Reading
from ld.text.word_index import in_any_case, matches_at


def chambers(text: Reading) -> Iterator[tuple[int, int]]:
    """The spans of chambers in *text*, which must also mention lawmaking: "the House" may be any house.

    A chamber named in full needs no such mention: "the House of Commons".
    """
    speaks_of_laws = bool(text.words.words & _LAWMAKING)
    for found in matches_at(_CHAMBER, text, text.words.offsets(_WORDS)):
        if not text.is_headline(*found.span()) and (speaks_of_laws or found["whole"]):
            yield found.span()


_WORDS = frozenset(("Assembly", "House", "Legislature", "Parliament", "Senate"))
_LAWMAKING = in_any_case(
    (
        *("bill", "bills", "caucus", "congress", "congressional", "democrats", "lawmaker", "lawmakers", "legislation"),
        *("legislative", "legislators", "parliamentary", "republicans", "senate", "senator", "senators"),
    )
) | {"MPs"}
_CHAMBER = re.compile(
    r"""
    (?P<whole> House[ ]of[ ](?:Assembly|Commons|Delegates|Lords|Representatives) (?![ ][A-Z]|\w) )  # wherever it stands
    | (?: (?<=[Tt]he[ ]) | (?<=U\.S\.[ ]) | (?<=[Ss]tate[ ]) | (?<=[’']s[ ]) )       # the Senate, Ohio’s Senate
    (?:Assembly|House|Legislature|Parliament|Senate)
    (?! [ ](?:of|in[ ]the) \b | [ ][A-Z0-9] | [’']?-?\w )                          # no House of Quist, no Senate Bank
    | (?:House|Senate)
    (?= [ ](?:and|bill|committee|floor|hearing|leaders?|members?|primary|race|races|run|seats?|votes?) \b )
    """,
    re.VERBOSE,
)
