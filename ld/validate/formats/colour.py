"""Whether a stream accepts colours."""

import os
from typing import TextIO


def takes_colour(stream: TextIO | None) -> bool:
    """Whether *stream* is a terminal, and neither ``NO_COLOR`` (no-color.org) nor a dumb terminal forbids it."""
    if stream is None or not stream.isatty():
        return False
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
