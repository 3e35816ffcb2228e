"""How the command line says that something is wrong."""

import sys

from ld.errors import ArticleLdError


def complain(error: ArticleLdError, source: str = "") -> None:
    """Print one clear line for *error*, naming its *source*, and one for what to do."""
    message = str(error)
    if not message.startswith(source):
        message = f"{source}: {message}"
    print(f"article-ld: {message}", file=sys.stderr)
    if error.hint:
        print(f"  hint: {error.hint}", file=sys.stderr)
