"""Requirements that this machine may lack: their tests are skipped then, unless the environment says otherwise."""

import os
from typing import NoReturn

import pytest

REQUIRED = "web" in os.environ.get("ARTICLE_LD_REQUIRE", "").split(",")


def missing(reason: str) -> NoReturn:
    """Skip for *reason*, or fail if ``ARTICLE_LD_REQUIRE=web`` says that nothing may be missing."""
    if REQUIRED:
        pytest.fail(reason)
    pytest.skip(reason)
