"""The outcome of a corpus: ``manifest.json``, identical in every run, and ``run.json``, which is not."""

import msgspec

from ld.corpus.conversion import ConversionOptions
from ld.corpus.files import Compression
from ld.corpus.plan import Plan
from ld.corpus.splits import Split

MANIFEST, RUN = "manifest.json", "run.json"


class File(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file of the results; of a partition also the *split* that it was made from."""

    name: str
    bytes: int
    sha256: str
    split: Split | None = None


class Source(msgspec.Struct, frozen=True):
    """An input, or a file that the settings name."""

    path: str
    bytes: int


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a corpus became: counts, *rejects* by reason, *files* in the order of the inputs, and what they rest on."""

    versions: dict[str, str]
    inputs: tuple[Source, ...]
    settings: ConversionOptions
    compression: Compression
    limit: int | None
    sample: float
    records: int
    articles: int
    quads: int
    facts: int
    near_duplicates: int
    rejects: dict[str, int]
    files: tuple[File, ...]


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """How the last run went: when it *began* (UTC), its *seconds*, its *workers*, and partitions found done.

    *articles_per_second* counts those that it converted itself. *plan* shows a later run whether it would be the same.
    """

    plan: Plan
    began: str
    seconds: float
    workers: int
    kept: int
    articles_per_second: float
