"""Phrases of English that several rooms read: titles of posts, runs of capitalised words."""
