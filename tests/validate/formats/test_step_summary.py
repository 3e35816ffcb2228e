from ld.validate.checked import CheckedFile


def test_the_verdict_is_the_heading(files, rendered):
    assert rendered("markdown", files[2]) == (
        "### ✅ article-ld: valid: 1 file, 1 article, 7 nodes checked; 0 violations, 0 warnings, 0 infos\n"
    )


def test_the_most_severe_come_first(files, rendered):
    rows = [line.split(" | ")[1] for line in rendered("markdown", *files).splitlines()[4:]]
    assert rows == ["error", "violation", "warning", "info"]


def test_a_row_tells_place_advice_and_finding(make, rendered):
    row = rendered("markdown", make(value="“x”")).splitlines()[-1]
    assert row == (
        "| news/harbor&#46;ttl&#58;12&#58;21 | violation "
        "| Write the post in plain text&#46; &#91;PersonShape-jobTitle&#93; "
        "| person “Ana Silva”&#58; schema&#58;jobTitle is “x”, in the words “Ana Silva, the mayor” |"
    )


def test_nothing_of_others_becomes_markup_a_link_or_a_mention(make, rendered):
    row = rendered("markdown", make(message="<b>|[x](https://x.example)`@somebody*\n#")).splitlines()[-1]
    assert not set("<`@*[#") & set(row.replace("&#", ""))
    assert row.count("|") == 5


def test_a_long_list_is_cut_and_says_so(rendered):
    files = [CheckedFile(file=f"{number}.ttl", error="gone") for number in range(250)]
    text = rendered("markdown", *files)
    assert text.count("| error |") == 200
    assert text.endswith("\nand 50 more\n")


def test_a_summary_fits_into_what_github_takes_of_a_step(make, rendered):
    files = [make(message="é&" * 5000, node="é&" * 5000, place={"line": line}) for line in range(1, 400)]
    text = rendered("markdown", *files)
    assert len(text.encode()) < 1024 * 1024
    assert text.rstrip().endswith("more")
