"""A web server for what a store holds: every article and every thing in it has an address that answers.

Told in ``docs/serve.md``.
"""
