"""Everything that ``ld`` raises on purpose.

* ``ArticleLdError``      catch this to catch all of them
  * ``InputError``        a source cannot be read, or is not an article, or breaks a schema
    * ``UncheckedError``     it could not be held to its shapes: that is not the answer that it is valid
    * ``MissingExtraError``  it can, once a package is installed that an extra brings
  * ``ShapesError``       a shapes graph is broken (never: the data is)
    * ``UncompilableError``  it says more than our compiler knows, so only pySHACL can run it
  * ``ExtractorError``    an extractor gave no facts
    * ``ExtractorUnavailableError``  its service cannot be reached, or does not answer
  * ``UnavailableError``  Wikidata, or another service that knows, has no answer
  * ``OutputError``       a result cannot be written
  * ``UnpublishableError``  a graph may not be put into a store: it is invalid, or its article is not public
  * ``StoreError``        a store did not take what was sent
    * ``NoStoreError``    there is none where one was to be read or changed
    * ``StoreUnavailableError``  the same may go through later
      * ``StoreFullError``  once there is room: its disk is full

Data that does not conform is a ``Report``, not an exception.
"""

import os


class ArticleLdError(Exception):
    """A failure that the user can act on.

    *message* says what was wrong and where, *hint* what to do about it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class InputError(ArticleLdError):
    """A source cannot be read, is not an article, or breaks a schema."""


class MissingExtraError(InputError):
    """The request needs a package from an extra that is not installed, so it fails for every source."""


class UncheckedError(InputError):
    """The check of a graph took too long or was stopped: this does not mean that the graph is valid."""


class ShapesError(ArticleLdError):
    """A shapes graph is broken, so that it could pass faulty data."""


class UncompilableError(ShapesError):
    """A shapes graph uses something that our compiler does not support, though pySHACL may."""


class ExtractorError(ArticleLdError):
    """An extractor gave no facts: it refused the request, or its answer cannot be read."""


class ExtractorUnavailableError(ExtractorError):
    """The service behind an extractor could not be reached or did not answer in time; a retry may succeed."""


class UnavailableError(ArticleLdError):
    """There is no answer, which is not the answer that there is nobody."""


class OutputError(ArticleLdError):
    """A result cannot be written to its destination."""


class UnpublishableError(ArticleLdError):
    """A graph may not be published: it is invalid, or its article is not public."""


class StoreError(ArticleLdError):
    """A store did not take a request: it refused it, or does not hold what was sent."""


class NoStoreError(StoreError):
    """The named folder contains no store, and none is created just for reading or removing articles."""


class StoreUnavailableError(StoreError):
    """A store could not be reached or did not answer in time; a retry may succeed."""


class StoreFullError(StoreUnavailableError):
    """A store is full or read-only; a retry may succeed once that has changed."""


def of_system(error: OSError) -> ArticleLdError:
    """An unexpected system *error* as one of ours, which names the file or folder, if there is one, and the reason."""
    reason = error.strerror or str(error) or type(error).__name__
    names = [os.fsdecode(name) for name in (error.filename, error.filename2) if isinstance(name, str | bytes)]
    if not names:
        return OutputError(f"the system refused: {reason}")
    return InputError(f"{' and '.join(names)}: {reason}", "check the path and its permissions")
