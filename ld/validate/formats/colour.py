"""Whether a stream takes colours."""

import os
from typing import TextIO


def takes_colour(stream: TextIO) -> bool:
    """Whether *stream* is a terminal, and neither ``NO_COLOR`` (no-color.org) nor a dumb terminal forbids it."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
