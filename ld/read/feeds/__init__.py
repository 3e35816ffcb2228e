"""Feeds and sitemaps of news sites: which articles they list, and the pages of those that are new.

In the order of the flow: ``listing`` reads a feed or a sitemap, ``visits`` remembers what was listed and what was
taken, ``polite`` asks sites for pages as their robots.txt allows, and ``crawl`` does all three.
"""
