"""What each extra installs, and the message when one of its packages is missing."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from ld.errors import MissingExtraError

_DISTRIBUTION = "article-ld"
_NAME = re.compile(r"[\w.-]+")
_SEPARATORS = re.compile(r"[-_.]+")


@contextmanager
def extra(name: str, use: str) -> Iterator[None]:
    """Stands around imports for which *use* needs the extra *name*.

    Raises MissingExtraError, which names the module that is missing, if one of them fails.
    """
    try:
        yield
    except ImportError as error:
        raise _missing(name, use, error) from error


def _missing(name: str, use: str, error: ImportError) -> MissingExtraError:
    brought_by = f"{_DISTRIBUTION}[{name}]"
    module = _absent_module(error)
    if module is None:
        reason = " ".join(str(error).split())
        message = f"{use} needs the packages of {brought_by}, and one of them cannot be imported: {reason}"
        return MissingExtraError(message, f"install them anew: pip install --force-reinstall '{brought_by}'")
    if _normal(module) in _packages(name):
        message = f"{use} needs {module}, which is not installed; it comes with {brought_by}"
        return MissingExtraError(message, f"pip install '{brought_by}'")
    message = f"{use} needs the packages of {brought_by}, and one of them lacks {module}, which is not installed"
    hint = f"install what has the module {module}, or all anew: pip install --force-reinstall '{brought_by}'"
    return MissingExtraError(message, hint)


def _absent_module(error: BaseException | None) -> str | None:
    """The top-level module whose absence is behind *error*, be it in other words; None where it is something else."""
    while error is not None:
        if isinstance(error, ModuleNotFoundError) and error.name:
            return error.name.partition(".")[0]
        error = error.__cause__ or error.__context__
    return None


def _packages(name: str) -> frozenset[str]:
    """The names of the packages that the extra *name* lists itself, normalized (PyPA, "Names and normalization")."""
    from importlib.metadata import PackageNotFoundError, requires  # noqa: PLC0415 - only where one is missing

    lines: list[str] = []
    with suppress(PackageNotFoundError):  # run from the sources, without an installation
        lines = requires(_DISTRIBUTION) or []
    listed = (line for line in lines if re.search(rf"""\bextra == ['"]{name}['"]""", line))
    return frozenset(_normal(match[0]) for line in listed if (match := _NAME.match(line)))


def _normal(package: str) -> str:
    return _SEPARATORS.sub("-", package).lower()
