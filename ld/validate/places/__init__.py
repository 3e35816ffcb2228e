"""Where in a file a result can be mended. Computed only for files that have results, so that others stay fast."""
