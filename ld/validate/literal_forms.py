"""How schema.org writes the values of its datatypes."""

import re

_MEASURE = re.compile(r"[+-]?(\d[\d,]*\.?\d*|\.\d+)([eE][+-]?\d+)?\s*[^\d\s]*( \S+)?")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_TEXT = re.compile(r"(?s).*")
FORMS = {
    "Text": _TEXT,
    "CssSelectorType": _TEXT,
    "PronounceableText": _TEXT,
    "XPathType": _TEXT,
    # schema.org: "of the form <Number> <unit>", and in its examples the number alone
    "Distance": _MEASURE,
    "Energy": _MEASURE,
    "Mass": _MEASURE,
    "Duration": re.compile(r"[+-]?P(?=.)[\dYMWD.,]*(T[\dHMS.,]+)?"),
    # ISO 8601, extended or basic; a point in time is taken for the day on which it lies
    "Date": re.compile(r"-?\d{4}(-\d\d(-\d\d([T ].+)?)?|-W\d\d(-\d)?|-\d{3})?|\d{8}(T.+)?"),
    "DateTime": re.compile(r"-?\d{4}-\d\d-\d\d([T ].+)?|\d{8}T.+"),
    "Time": re.compile(r"([\d-]+T)?\d\d:\d\d.*"),
    "Number": _NUMBER,
    "Float": _NUMBER,
    "Integer": re.compile(r"[+-]?\d+"),
    "Boolean": re.compile(r"(?i:true|false)|https?://schema\.org/(True|False)"),
    "URL": re.compile(r"(https?:)?/?/?\S+"),
}
"""For each datatype of schema.org the forms of its literals, as whole patterns."""


def fits(text: str, datatypes: frozenset[str]) -> bool:
    """Whether *text*, without the blanks around it, has a form of one of the *datatypes*."""
    return any(FORMS[datatype].fullmatch(text.strip()) for datatype in datatypes)
