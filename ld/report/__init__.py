"""Pages that show an editor how an article was understood, and from which words."""

from ld.report.index import Entry, entry, index_page
from ld.report.page import report_page

__all__ = ["Entry", "entry", "index_page", "report_page"]
