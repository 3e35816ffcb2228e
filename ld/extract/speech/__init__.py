"""Who said what: quotations, claims, and whose they are."""
