"""Who holds what post, and who belongs to what."""
