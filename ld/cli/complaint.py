"""Error messages of the command line."""

from ld.cli.printing import tell
from ld.errors import ArticleLdError


def complain(error: ArticleLdError, source: str = "") -> None:
    """Print one clear line for *error*, naming its *source*, and one for what to do."""
    message = str(error)
    if not message.startswith(source):
        message = f"{source}: {message}"
    tell(f"article-ld: {message}")
    if error.hint:
        tell(f"  hint: {error.hint}")
