"""The organizations that an article names."""
