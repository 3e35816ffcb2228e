"""Events: meetings, visits and whatever else the article reports."""
