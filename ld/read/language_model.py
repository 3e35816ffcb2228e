"""The language of a text by a model of letters (py3langid), where that package is installed.

It takes a second to load, so it is asked only where common words leave the language open.
"""

from functools import cache
from typing import Any

_LEAST_SURE = 0.9
"""What the model must give its answer: nonsense and lists of names get half of that at most."""

_OUR_TAGS = {"no": "nb"}
"""Tags that stand for more than one language, and the one that is written."""


def model_tag(text: str) -> str | None:
    """The BCP 47 tag of the language of *text*; None where the model is not sure, or not installed."""
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
