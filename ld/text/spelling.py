"""One spelling for characters and white space that are written in several ways."""


def plain(text: str) -> str:
    """*text* with one spelling for spaces, apostrophes and hyphens; one code point each, so that offsets stay."""
    for spelling, usual in _SPELLINGS:
        text = text.replace(spelling, usual)
    return text


def spaced(words: str) -> str:
    """*words* with one blank between two, whatever stands there in the text: a line may end within a name."""
    return " ".join(words.split())


_SPELLINGS = (("\u00a0", " "), ("\u2019", "'"), ("\u2018", "'"), ("\u2010", "-"), ("\u2011", "-"))
