"""What answers requests: a class for each kind of addresses."""
