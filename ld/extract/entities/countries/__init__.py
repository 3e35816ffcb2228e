"""The countries that an article names."""
