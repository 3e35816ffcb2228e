"""Knowledge bases with which the commands link."""

from fixtures_kb import make_kb, opened, person  # noqa: F401 - pytest finds fixtures by their names here
