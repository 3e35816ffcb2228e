"""Live blogs: the entries of a page, from its own data and its structure."""
