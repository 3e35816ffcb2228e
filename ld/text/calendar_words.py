"""The English words for months and weekdays, each written down once."""

from ld.text.alternatives import any_of

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

SHORT_MONTHS = {name[:3]: number for number, name in enumerate(MONTHS, 1) if name != "May"} | {"Sept": 9}
"""The number (1 to 12) of each month by its abbreviation, without the full stop."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

SHORT_WEEKDAYS = (*(name[:3] for name in WEEKDAYS), "Tues", "Weds", "Thur", "Thurs")
"""The abbreviations of weekdays, without the full stop."""

WEEKDAY = any_of(WEEKDAYS)
"""A regular expression for the full name of a weekday."""
