"""Names in the knowledge base, where signs show that they are meant."""
