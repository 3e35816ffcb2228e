"""Who said what: quotations, claims, and their speakers."""
