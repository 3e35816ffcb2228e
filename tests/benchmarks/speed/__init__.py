"""How fast articles become linked data, next to handwritten code for the same: ``make bench``."""
