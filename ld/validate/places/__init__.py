"""Finds the place in a file to mend a result. Computed only for files with results, so that others stay fast."""
