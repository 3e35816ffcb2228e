"""MinHash signatures of texts, which show that two articles are based on the same copy."""

import re
import struct

import rensa

PERMUTATIONS = 64
"""Values of a signature: the similarity that two share is off by 0.05 or so (the root of s(1-s)/64)."""

SHINGLE = 3
"""Words in a row that count as one: chance and a common subject give few texts the same."""

_SEED = 1
_WORD = re.compile(r"\w+")
_FORMAT = struct.Struct(f"<{PERMUTATIONS}I")


def signature_of(text: str) -> bytes:
    """The signature of *text*: 64 values of four bytes, little-endian. Case and punctuation do not matter."""
    words = " ".join(_WORD.findall(text)).lower().split(" ")
    minhash = rensa.RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    rows = zip(*(words[at:] for at in range(SHINGLE)), strict=False)
    minhash.update(list(map(" ".join, rows)) or [" ".join(words)])
    return _FORMAT.pack(*minhash.digest())


def similarity(one: bytes, other: bytes) -> float:
    """The share of word triples that two texts have in common (Jaccard), estimated from their signatures."""
    pairs = zip(_FORMAT.unpack(one), _FORMAT.unpack(other), strict=True)
    same = sum(1 for mine, theirs in pairs if mine == theirs)
    return same / PERMUTATIONS
