"""A small knowledge base of invented people, and its place in the tests."""

from fixtures_kb import make_kb, opened, person  # noqa: F401 - pytest finds fixtures by their names here
