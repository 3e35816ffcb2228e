"""The kit: what knows text, and no kind of fact. Reading and extracting take from here."""
