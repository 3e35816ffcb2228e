"""One spelling for characters that are written in several ways."""


def plain(text: str) -> str:
    """*text* with one spelling for spaces, apostrophes and hyphens; one code point each, so that offsets stay."""
    for spelling, usual in _SPELLINGS:
        text = text.replace(spelling, usual)
    return text


_SPELLINGS = (("\u00a0", " "), ("\u2019", "'"), ("\u2018", "'"), ("\u2010", "-"), ("\u2011", "-"))
