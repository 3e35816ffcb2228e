"""A web server for the contents of a store: every article and every thing in it has an address.

Described in ``docs/serve.md``.
"""
