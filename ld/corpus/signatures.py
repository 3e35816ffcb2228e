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
    words = [word.lower() for word in _WORD.findall(text)]
    minhash = rensa.RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minhash.update([" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))])
    return _FORMAT.pack(*minhash.digest())


def similarity(one: bytes, other: bytes) -> float:
    """How many of the word triples of two texts are in both, of those in either (Jaccard), as signatures tell."""
    pairs = zip(_FORMAT.unpack(one), _FORMAT.unpack(other), strict=True)
    same = sum(1 for mine, theirs in pairs if mine == theirs)
    return same / PERMUTATIONS
