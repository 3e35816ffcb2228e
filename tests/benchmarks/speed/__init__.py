"""How fast articles become linked data, beside what one would write instead: ``make bench``."""
