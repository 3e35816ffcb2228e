"""The tools that know text but no kind of fact; reading and extraction build on them."""
