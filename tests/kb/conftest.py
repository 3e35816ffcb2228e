"""A small knowledge base of invented people, and where the tests keep it."""

from fixtures_kb import make_kb, opened, person  # noqa: F401 - pytest finds fixtures by their names here
