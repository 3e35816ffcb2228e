"""An invented article, clean and as pasted with its page, and the assertions for any reading."""

from ld.article import Article, Citation, SourceCitation, Stated

LEAD = "The harbour council of Northmouth said on Tuesday that it would close the old pier until the spring."
SECOND = "Engineers found cracks in eleven of the pier's forty pillars, and the council has asked for a second opinion."
THIRD = "“We would rather lose a season than a life,” said Ada Finch, who leads the council."
CLEAN = f"Northmouth closes its old pier\n\n{LEAD}\n\n{SECOND}\n\n{THIRD}\n"
MESSY = f"""\
Skip to content
Subscribe
Sign in
Home > Local > Harbour
Northmouth closes its old pier
Share on Facebook
Print this page
Northmouth closes its old pier

  • MARY O'NEILL-MCKAY
Published: Sept. 10, 2024
The old pier of Northmouth, seen from the lighthouse on Monday. [HARBOUR PRESS]

The old pier of Northmouth, seen from the lighthouse on Monday. [HARBOUR PRESS]


{LEAD}

{SECOND}
Advertisement

{THIRD}

Related Stories
Lighthouse keeper retires after forty years
2 hours ago
Fishermen ask for a new crane
3 hours ago

BY MARY O'NEILL-MCKAY [mary@northmouthtimes.example]
3 Comments
Log in to your Northmouth Times account to comment
© 2024 Northmouth Media. All rights reserved.
"""
URL = "https://www.northmouth-times.example/news/2024/northmouth-closes-its-old-pier/1234"


def words(article: Article, *kinds: str) -> list[str]:
    return [article.text[part.start : part.end] for part in article.of_kind(*kinds)]


def evidence(stated: Stated | None):
    assert stated is not None
    return stated.evidence[0]


def spans(value: object):
    """Every span of an article, at any depth."""
    if isinstance(value, Citation | SourceCitation):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif hasattr(value, "__struct_fields__"):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))


def assert_faithful(article: Article, source: str):
    """The promises that hold for every article."""
    assert article.text == "\n\n".join(article.text[part.start : part.end] for part in article.parts)
    for part in article.parts:
        assert (
            article.text[part.start : part.end] == source[part.source_start : part.source_start + part.end - part.start]
        )
    assert list(article.parts) == sorted(article.parts, key=lambda part: part.source_start)
    for span in spans(article):
        text = article.text if isinstance(span, Citation) else source
        assert text[span.start : span.end] == span.exact
