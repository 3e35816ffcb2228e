"""Feeds and sitemaps of news sites: the articles that they list, and the pages of the new ones.

In processing order: ``listing`` reads a feed or a sitemap, ``visits`` remembers which pages were listed and fetched,
``polite`` requests pages as the sites' robots.txt allows, and ``crawl`` does all three.
"""
