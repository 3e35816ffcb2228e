"""The language of a text by a model of letters (py3langid), if that package is installed.

It takes a second to load, so it is asked only if function words leave the language open.
"""

from functools import cache
from typing import Any

_LEAST_SURE = 0.9
"""The probability that an answer needs: nonsense and lists of names get half of that at most."""

_OUR_TAGS = {"no": "nb"}
"""Tags that cover more than one language, each with the tag of the written one."""


def model_tag(text: str) -> str | None:
    """The BCP 47 tag of the language of *text*; None if the model is unsure or not installed."""
    model = _model()
    if model is None:
        return None
    tag, sure = model.classify(text)
    return _OUR_TAGS.get(tag, str(tag)) if sure >= _LEAST_SURE else None


@cache
def _model() -> Any:
    """The model with its probabilities, or None."""
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - it loads numpy
    except ImportError:
        return None
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
