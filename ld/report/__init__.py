"""Pages that show an editor how an article was understood, and from which words."""

from ld.report.index import Entry, entry, index_page
from ld.report.page import Controls, report_page

__all__ = ["Controls", "Entry", "entry", "index_page", "report_page"]
