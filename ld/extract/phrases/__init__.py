"""English phrases that several packages read: titles of posts, runs of capitalised words."""
