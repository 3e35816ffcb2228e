"""What an article is about: the entities that are its subject, and its topics in the news industry's own vocabulary."""
