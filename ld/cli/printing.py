"""Printing for terminals and pipes: nothing in a text can steer the terminal, and a closed pipe stops no work."""

import io
import os
import re
import sys

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def prepare_streams() -> None:
    """Let whatever a stream cannot encode be written in escapes: a name is no reason to fail after the work."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Print *text*, its control characters made visible. Where nobody listens any more, it is lost and work goes on."""
    try:
        print(_CONTROL.sub(lambda match: f"\\x{ord(match.group()):02x}", text), flush=True)
    except BrokenPipeError:
        hush()


def hush() -> None:
    """Let what is still to be printed go nowhere, without a complaint at the end of the process."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
