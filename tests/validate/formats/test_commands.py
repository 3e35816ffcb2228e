import msgspec
import pytest


def test_a_result_becomes_an_annotation_of_its_line(make, rendered):
    assert rendered("github", make()).splitlines()[0] == (
        "::error file=news/harbor.ttl,line=12,col=21,title=PersonShape-jobTitle::Write the post in plain text.%0A"
        "person “Ana Silva”: schema:jobTitle is “<b>mayor</b>”, in the words “Ana Silva, the mayor”"
    )


@pytest.mark.parametrize(("severity", "level"), [(0, "error"), (1, "warning"), (2, "notice"), (3, "error")])
def test_severities_become_levels(files, rendered, severity, level):
    lines = rendered("github", *files).splitlines()
    assert lines[severity].startswith(f"::{level} ")


def test_without_a_line_the_file_alone_is_annotated(files, rendered):
    assert rendered("github", files[1]).startswith("::notice file=pages/quay.html,title=headline::")


def test_what_separates_properties_is_escaped_in_them(make, rendered):
    file = make(place={"file": "a,b:c%\n.ttl"})
    assert "::error file=a%2Cb%3Ac%25%0A.ttl,line=" in rendered("github", file)


def test_what_ends_a_command_is_escaped_in_its_message(make, rendered):
    text = rendered("github", make(message="100% sure\r\n::error::forged"))
    assert "::100%25 sure" in text
    assert not any(line.startswith("::error::forged") for line in text.splitlines())


def test_standard_input_is_no_file_to_annotate(make, rendered):
    file = msgspec.structs.replace(make(place={"file": "stdin"}), file="stdin")
    assert rendered("github", file).startswith("::error line=12,")


def test_the_last_line_is_no_command(files, rendered):
    assert rendered("github", *files).splitlines()[-1].startswith("not valid: 4 files")


def test_the_same_fault_of_an_article_in_another_file_is_annotated_once(make, rendered):
    files = [make(place={"file": name}) for name in ("a.ttl", "a.jsonld", "a.html")]
    lines = rendered("github", *files).splitlines()
    assert [line.partition(",")[0] for line in lines if line.startswith("::")] == ["::error file=a.ttl"]
    assert lines[1] == "2 results more of the same, on the same line, or of the same article in another file"


def test_blank_nodes_of_two_files_are_never_the_same(make, rendered):
    files = [make(focus_node="_:b1", place={"file": name}) for name in ("a.ttl", "b.ttl")]
    assert rendered("github", *files).count("::error") == 2


def test_what_a_line_has_twice_is_annotated_once(make, rendered):
    files = [make(focus_node=f"https://quay.example/#{number}") for number in range(3)]
    assert rendered("github", *files).count("::error") == 1
