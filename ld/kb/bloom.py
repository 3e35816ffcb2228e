"""A Bloom filter over the names of a knowledge base: most words of a text name nothing, and it says so at once.

Two bits a name in eight to sixteen bits of room: of a hundred words that name nothing it takes three for a name.
See B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970.
"""

import zlib
from collections.abc import Callable, Collection

_ROOM = 8
_SECOND = 0x9E3779B1  # Knuth's multiplicative hash: half of the bits of a CRC are spread anew


def bloom_of(keys: Collection[str]) -> bytes:
    """The filter that has all *keys*: its length is a power of two."""
    size = 1 << max(3, (len(keys) * _ROOM - 1).bit_length())
    bits = bytearray(size >> 3)
    for key in keys:
        first, second = _places(key, size - 1)
        bits[first >> 3] |= 1 << (first & 7)
        bits[second >> 3] |= 1 << (second & 7)
    return bytes(bits)


def filter_of(bits: bytes) -> Callable[[str], bool]:
    """Whether the filter *bits* may have a key, as a function of the key; False is sure.

    A text asks for hundreds of keys, so that what they share is worked out once.
    """
    mask = (len(bits) << 3) - 1
    crc32 = zlib.crc32

    def may_have(key: str) -> bool:
        code = crc32(key.encode())
        place = code & mask
        if not bits[place >> 3] >> (place & 7) & 1:
            return False
        place = (code * _SECOND >> 9) & mask
        return bits[place >> 3] >> (place & 7) & 1 == 1

    return may_have


def _places(key: str, mask: int) -> tuple[int, int]:
    code = zlib.crc32(key.encode())
    return code & mask, (code * _SECOND >> 9) & mask
