"""What is stated of the article itself, in words, for whoever shows it to people."""

from collections.abc import Iterator

from ld.article import Article, Property, Stated


def article_words(article: Article) -> Iterator[tuple[str, Stated | Property]]:
    """The words that stand before each value that is stated of *article*, and the value."""
    named: tuple[tuple[str, tuple[Stated | None, ...]], ...] = (
        ("The headline is", (article.headline,)),
        ("The address is", (article.url,)),
        ("The language is", (article.language,)),
        ("It was published on", (article.date_published,)),
        ("It was last changed on", (article.date_modified,)),
        ("The publisher is", (article.publisher,)),
        ("An author is", article.authors),
        ("An author’s page is", tuple(author.url for author in article.authors)),
        ("A section is", article.sections),
        ("A keyword is", article.keywords),
        ("That it is accessible for free is", (article.accessible_for_free,)),
        ("The address of a picture is", tuple(image.url for image in article.images)),
        ("A caption is", tuple(image.caption for image in article.images)),
        ("A picture is credited to", tuple(image.credit for image in article.images)),
    )
    for words, values in named:
        yield from ((words, value) for value in values if value)
    for path, each in article.description.literals() if article.description else ():
        yield f"By the page’s own data, its {path} is", each
