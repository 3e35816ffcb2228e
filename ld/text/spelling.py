"""One spelling for characters and white space that are written in several ways."""


def plain(text: str) -> str:
    """*text* with one spelling for spaces, apostrophes and hyphens, one code point each: offsets do not change."""
    for spelling, usual in _SPELLINGS:
        text = text.replace(spelling, usual)
    return text


def spaced(words: str) -> str:
    """*words* with a single space between them, whatever the text has: a line may end within a name."""
    return " ".join(words.split())


_SPELLINGS = (("\u00a0", " "), ("\u2019", "'"), ("\u2018", "'"), ("\u2010", "-"), ("\u2011", "-"))
