"""A job for spark-submit: a corpus into partitions of N-Quads. See docs/scale.md."""

import sys
from pathlib import Path

from ld.corpus.conversion import ConversionOptions
from ld.corpus.plan import plan_of
from ld.corpus.spark import run_on_spark


def main(corpus: str, output: str, kb: str | None = None) -> None:
    """Convert the *corpus*, at the same path on every executor, and write to *output*, an address of Spark's."""
    plan = plan_of([Path(corpus)], ConversionOptions(kb=kb))
    print(run_on_spark(plan, output))


if __name__ == "__main__":
    main(*sys.argv[1:])
