"""The lexical forms of schema.org's datatypes."""

import re

_MEASURE = re.compile(r"[+-]?(\d[\d,]*\.?\d*|\.\d+)([eE][+-]?\d+)?\s*[^\d\s]*( \S+)?")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_TEXT = re.compile(r"(?s).*")
_MONTH, _DAY = r"(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
_HOURS = r"([01]\d|2[0-4])(:?[0-5]\d(:?([0-5]\d|60)([.,]\d+)?)?)?\s?(Z|[+-]\d\d(:?\d\d)?)?"
_MOMENT = rf"-?\d{{4}}-{_MONTH}-{_DAY}[T ]{_HOURS}|\d{{4}}{_MONTH}{_DAY}T{_HOURS}"
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
    # ISO 8601, extended or basic, also with blanks around the time; a point in time is accepted for its day
    "Date": re.compile(rf"-?\d{{4}}(-{_MONTH}(-{_DAY})?|-W\d\d(-\d)?|-\d{{3}})?|\d{{4}}{_MONTH}{_DAY}|{_MOMENT}"),
    "DateTime": re.compile(rf"-?\d{{4}}-{_MONTH}-{_DAY}|{_MOMENT}"),
    "Time": re.compile(rf"([\d-]+T)?(?=\d\d:){_HOURS}"),
    "Number": _NUMBER,
    "Float": _NUMBER,
    "Integer": re.compile(r"[+-]?\d+"),
    "Boolean": re.compile(r"(?i:true|false)|https?://schema\.org/(True|False)"),
    # a picture embedded in the page may have blanks, which browsers accept (https://url.spec.whatwg.org/)
    "URL": re.compile(r"(https?:)?/?/?\S+|data:[^,]*,.*"),
}
"""The forms of the literals of each datatype of schema.org, as whole patterns."""


def fits(text: str, datatypes: frozenset[str]) -> bool:
    """Whether *text*, without the whitespace around it, has a form of one of the *datatypes*."""
    return any(FORMS[datatype].fullmatch(text.strip()) for datatype in datatypes)
