"""Live blogs: the entries of such a page, from its own data and its structure."""
