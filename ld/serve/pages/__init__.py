"""The server's own HTML pages. All that is not ours is escaped, and nothing is loaded from anywhere."""
