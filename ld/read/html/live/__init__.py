"""Live blogs: the entries of a page that is one, by its own data and by its structure."""
