"""Who holds which post, and who belongs to what."""
