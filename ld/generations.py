"""How the name of a person tells generations apart."""

GENERATIONS = ("Jr", "Sr", "II", "III", "IV")
"""What stands behind a name, as it is written without a point."""
