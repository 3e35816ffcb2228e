"""What a test needs and this machine may lack: then it skips, unless the environment says that it must run."""

import os
from typing import NoReturn

import pytest

REQUIRED = "web" in os.environ.get("ARTICLE_LD_REQUIRE", "").split(",")


def missing(reason: str) -> NoReturn:
    """Skip for *reason*, or fail if ``ARTICLE_LD_REQUIRE=web`` says that nothing may be missing."""
    if REQUIRED:
        pytest.fail(reason)
    pytest.skip(reason)
