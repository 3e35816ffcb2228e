"""Reading JSON, with error messages and positions that are the same on every version of Python."""

import json
import re
from typing import Any

_TRAILING_COMMA = re.compile(r",\s*+(?=([}\]]))")
_ENDS = {"}": "object", "]": "array"}


def read_json(text: str, *, strict: bool = True) -> Any:
    """The value of the JSON *text*. Raises json.JSONDecodeError for invalid JSON, ValueError for too long a number.

    Unless *strict*, strings may contain control characters.

    A comma after the last member is reported where the object or array ends: Python up to 3.12 reports a missing name
    there, and 3.13 a superfluous comma at the comma.
    """
    try:
        return json.loads(text, strict=strict)
    except json.JSONDecodeError as error:
        comma = _TRAILING_COMMA.match(text, max(text.rfind(",", 0, error.pos + 1), 0))
        if comma and error.pos in {comma.start(), comma.end()}:
            message = f"Illegal trailing comma before end of {_ENDS[comma[1]]}"
            raise json.JSONDecodeError(message, text, comma.end()) from None
        raise
