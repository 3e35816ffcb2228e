"""The tokens of HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.read.html.markup import scripts, tokens

PIECES = (
    *(
        "<",
        ">",
        "</",
        "<!--",
        "-->",
        "--!>",
        "<!-->",
        "<!",
        "<?",
        "<![CDATA[",
        "]]>",
        "'",
        '"',
        "=",
        "/",
        " ",
        "\n",
        "x",
    ),
    *("\0", "é", "\ufeff", "<a b='>'>", '<a b=">">', "<a b=c", "<br/>", "<p>", "<html>", "<head>", "</head>", "<body>"),
    *("<script>", "</script>", "<script ", "</script ", "<title>", "</title>", "<textarea>", "</textarea>", "<style>"),
    *("</style>", "<template>", "</template>", "<noscript>", "</noscript>", "<svg>", "</svg>", "<desc>", "<math>"),
    *("<plaintext>", "<frameset>"),
)
mess = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def found(markup: str) -> list[str]:
    return [markup[script.content : script.content_end] for script in scripts(markup)]


@given(mess)
def test_they_cover_any_markup_without_gaps(markup):
    place = 0
    for token in tokens(markup):
        assert token.start == place
        assert token.end > token.start
        place = token.end
    assert place == len(markup)


@pytest.mark.parametrize(
    ("markup", "contents"),
    [
        ("<script>1</script>", ["1"]),
        ("<SCRIPT a='>'>1</ScRiPt x>", ["1"]),
        ("<script></script>", [""]),
        ('<script a=">" b=\'"\'>1</script>', ["1"]),
        ("<script a==>1</script>", ["1"]),
        ('<script a"b>1</script>', ["1"]),
        ("<script>1</scripts></script>", ["1</scripts>"]),
        ("<script><!-- 1 </script>", ["<!-- 1 "]),
        ("<script><!--<script></script>1</script>", ["<!--<script></script>1"]),
        ("<script><!--<script></script>--></script>", ["<!--<script></script>-->"]),
        ("<script><!--><script></script>", ["<!--><script>"]),
        ("<script><!-- <script> --></script>", ["<!-- <script> -->"]),
        ("<!-- <script>1</script> --><script>2</script>", ["2"]),
        ("<!--><script>1</script>-->", ["1"]),
        ("<!-- --!><script>1</script>", ["1"]),
        ("<!--[if IE]><script>1</script><![endif]-->", []),
        ("<![if !IE]><script>1</script><![endif]>", ["1"]),
        ("<title><script>1</script></title>", []),
        ("<textarea><script>1</script></textarea><script>2</script>", ["2"]),
        ("<style><script>1</script></style>", []),
        ("<noscript><script>1</script></noscript>", []),
        ("<template><script>1</script><template></template><script>2</script></template><script>3</script>", ["3"]),
        ("<svg><title><script>1</script></title></svg>", ["1"]),
        ("<svg><style></svg><script>1</script></style>", ["1"]),
        ("<svg><![CDATA[<script>1</script>]]></svg>", []),
        ("<svg><p><style><script>1</script></style>", []),
        ("<![CDATA[><script>1</script>]]>", ["1"]),
        ("<script>1", []),
        ("<script", []),
        ("<a b='<script>1</script>", []),
        ("< script>1</script>", []),
        ("<plaintext><script>1</script>", []),
        ("<script\xa0>1</script>", []),
    ],
)
def test_scripts_are_those_that_a_browser_finds(markup, contents):
    assert found(markup) == contents


def test_the_first_of_two_attributes_counts():
    (script,) = scripts("<script type=a TYPE=b x>1</script>")
    assert script.attributes == {"type": "a", "x": ""}


LENGTH = 400_000
UNITS = (
    "<!--",
    "<![CDATA[",
    "<!a",
    "<![",
    "<?",
    "</",
    "</a",
    "<a ",
    '<a b="',
    "<svg>",
    "<svg><desc>",
    "<",
    "&#",
    "<script><!--",
)


@pytest.mark.parametrize("unit", UNITS)
def test_what_is_never_closed_costs_no_more_than_its_length(unit):
    assert sum(token.end - token.start for token in tokens(unit * (LENGTH // len(unit)))) <= LENGTH


def test_elements_that_are_open_cost_no_more_than_their_number():
    markup = "<svg>" * (LENGTH // 10) + "</desc>" * (LENGTH // 10)
    assert sum(1 for _ in tokens(markup)) == LENGTH // 5
