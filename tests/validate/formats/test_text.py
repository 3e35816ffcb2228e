import pytest

from ld.validate.formats.rules import Rule


def test_a_result_reads_like_a_message_of_a_compiler(make, rendered):
    assert rendered("text", make()) == (
        "news/harbor.ttl:12:21: violation: Write the post in plain text. [PersonShape-jobTitle]\n"
        '  12 |     schema:jobTitle "<b>mayor</b>" ;\n'
        "     |                     ^\n"
        "  found:    person “Ana Silva”: schema:jobTitle is “<b>mayor</b>”\n"
        "  words:    “Ana Silva, the mayor”\n"
        "\n"
        "not valid: 1 file, 1 article, 7 nodes checked; 1 violation, 0 warnings, 0 infos\n"
    )


def test_what_the_shape_expects_is_told(make, rendered):
    file = make()
    result = file.results[0].result
    rule = Rule(iri=result.shape, expected={result.component: "text without markup"})
    assert "  expected: text without markup\n" in rendered("text", file, rules={result.shape: rule})


def test_words_that_are_the_value_are_not_told_twice(make, rendered):
    assert "words:" not in rendered("text", make(value="“Ana Silva, the mayor”"))


def test_a_place_in_json_is_told_by_its_path(files, rendered):
    assert "  JSON:     $['headline']\n" in rendered("text", files[1])


def test_without_a_line_only_the_file_is_named(files, rendered):
    assert rendered("text", files[1]).startswith("pages/quay.html: info: Shorten the headline. [headline]\n  found:")


def test_a_file_that_cannot_be_read_says_where_why_and_what_to_do(files, rendered):
    assert rendered("text", files[3]).startswith(
        "news/torn.ttl:3:5: error: no Turtle: a dot is missing\n  hint: correct the syntax\n\nnot valid: 1 file,"
    )


@pytest.mark.parametrize(
    ("before", "indent"),
    [("\t\tx ", "\t\t  "), ("漢字 ", "     "), ("e\u0301 ", "  ")],
    ids=["tabs", "wide characters", "combining marks"],
)
def test_the_caret_stands_under_its_character(make, rendered, before, indent):
    source = f"{before}wrong"
    text = rendered("text", make(place={"source": source, "column": len(before) + 1}))
    assert f"  12 | {source}\n     | {indent}^\n" in text


def test_a_long_line_is_cut_to_what_is_near_the_caret(make, rendered):
    source = "x" * 5000 + "WRONG" + "y" * 5000
    line, caret = rendered("text", make(place={"source": source, "column": 5001})).split("\n")[1:3]
    assert line.index("WRONG") == caret.index("^")
    assert line.startswith("  12 | …x")
    assert line.endswith("y…")
    assert len(line) < 120


def test_a_column_beyond_the_line_is_no_failure(make, rendered):
    assert "^" in rendered("text", make(place={"source": "short", "column": 40}))


def test_colour_comes_only_when_asked_for(make, rendered):
    assert "\x1b" not in rendered("text", make())
    coloured = rendered("text", make(), colour=True)
    assert "\x1b[1;31mviolation\x1b[0m" in coloured


@pytest.mark.parametrize("nasty", ["\x1b[2J", "a\rb", "\x9b31m", "\u202egnp.exe", "\u2028"])
def test_no_text_of_others_steers_the_terminal(make, rendered, nasty):
    file = make(message=nasty, node=nasty, words=nasty, value=nasty, place={"source": f"x{nasty}", "file": nasty})
    assert nasty not in rendered("text", file)
