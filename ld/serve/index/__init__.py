"""What articles say, by the things of which they say it: a database in a temporary folder, made from the store."""
