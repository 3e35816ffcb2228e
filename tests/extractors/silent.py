"""An extractor that finds nothing, as in a package of its own."""

from ld.article import Article
from ld.facts import Facts


class Silent:
    """Finds nothing."""

    def extract(self, article: Article) -> Facts:
        return Facts(version=1, article=article)


def open_silent(_: str) -> Silent:
    return Silent()
