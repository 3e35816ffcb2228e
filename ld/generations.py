"""Suffixes of personal names that distinguish generations."""

GENERATIONS = ("Jr", "Sr", "II", "III", "IV")
"""The suffixes, without full stops."""
