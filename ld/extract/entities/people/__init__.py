"""The people that an article names."""
