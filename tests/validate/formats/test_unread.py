import pytest

from ld.validate.checked import CheckedFile, Place
from ld.validate.formats.unread import fault


@pytest.mark.parametrize(
    ("error", "line", "column", "message"),
    [
        ("a.ttl:3:5: no Turtle", 3, 5, "no Turtle"),
        ("a.ttl:3: no Turtle: 2:1", 3, 0, "no Turtle: 2:1"),
        ("a.ttl: cannot be read", 0, 0, "cannot be read"),
        ("the schema is away", 0, 0, "the schema is away"),
    ],
)
def test_the_place_is_read_from_the_message(error, line, column, message):
    file = CheckedFile(file="a.ttl", error=error)
    assert fault(file) == (Place(file="a.ttl", line=line, column=column), message)
