"""Turn a news article into linked data that its publisher can stand behind."""

__version__ = "0.1.0"
