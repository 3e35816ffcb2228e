"""Numbers of pages, as addresses have them."""

from starlette.exceptions import HTTPException
from starlette.requests import Request

_LAST_PAGE = 100_000


def page_number(request: Request) -> int:
    """The number of the page asked for, from 1. Raises HTTPException if it is not one."""
    number = request.query_params.get("page", "1")
    if not (number.isascii() and number.isdigit() and 0 < int(number[:9]) <= _LAST_PAGE):
        raise HTTPException(400, "A page has a number, from 1.")
    return int(number[:9])
