"""The types that weights give to capitalised names: a person, an organization, a place, or none."""
