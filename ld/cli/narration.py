"""``--verbose``: reports on standard error the versions in use, the time and the memory of a command."""

import argparse
import json
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from ld import __version__
from ld.cli.printing import tell
from ld.config import settings
from ld.credentials import without_login
from ld.errors import InputError

_KIB = 1024


@contextmanager
def narrated(options: argparse.Namespace) -> Iterator[None]:
    """Tell versions and settings before the command, seconds and memory after it, if *options* ask for it."""
    if not options.verbose:
        yield
        return
    started = time.monotonic()
    tell(f"article-ld: version {__version__}, Python {platform.python_version()} on {platform.system()}")
    with suppress(InputError):  # the command itself complains of settings that cannot be read, if it needs them
        for key, setting in settings().items():
            tell(
                f"article-ld: {key} = {json.dumps(without_login(setting.value), ensure_ascii=False)}, {setting.source}"
            )
    try:
        yield
    finally:
        tell(f"article-ld: took {time.monotonic() - started:.2f} s{_memory()}")


def _memory() -> str:
    """The peak memory of the process; nothing where the system does not report it (Windows)."""
    try:
        import resource  # noqa: PLC0415 - not everywhere
    except ImportError:
        return ""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return f", {most // (_KIB if platform.system() == 'Darwin' else 1) // _KIB} MB"
