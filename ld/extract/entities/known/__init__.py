"""Names that the knowledge base has, where signs say that they are meant."""
