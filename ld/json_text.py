"""Reading JSON, with error messages and positions that are the same on every version of Python."""

import json
import re
from typing import Any

_TRAILING_COMMA = re.compile(r",\s*+(?=([}\]]))")
_ENDS = {"}": "object", "]": "array"}


def read_json(text: str, *, strict: bool = True) -> Any:
    """What the JSON *text* says. json.JSONDecodeError where it is none; ValueError for a number of too many digits.

    Unless it is *strict*, there may be control characters in strings.

    A comma behind the last member is complained of where the object or array ends: Python up to 3.12 says there
    that it expects a name, from 3.13 on it says at the comma that it is one too many.
    """
    try:
        return json.loads(text, strict=strict)
    except json.JSONDecodeError as error:
        comma = _TRAILING_COMMA.match(text, max(text.rfind(",", 0, error.pos + 1), 0))
        if comma and error.pos in {comma.start(), comma.end()}:
            message = f"Illegal trailing comma before end of {_ENDS[comma[1]]}"
            raise json.JSONDecodeError(message, text, comma.end()) from None
        raise
