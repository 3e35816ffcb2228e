"""The places that an article names."""
