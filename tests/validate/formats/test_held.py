"""Reports name few files of each kind, and count the rest."""

from ld.validate.checked import CheckedFile, each_once
from ld.validate.formats.held import ChoiceCounts, told


def test_of_many_files_few_are_named():
    files = [CheckedFile(file=f"{number}.html", profiles=("google", "schema-org")) for number in range(1, 6)]
    assert ChoiceCounts.of([*files, CheckedFile(file="a.ttl", profiles=("article-ld",))]).sentences() == [
        "checked against google and schema-org: 1.html, 2.html, 3.html and 2 more",
        "checked against article-ld: a.ttl",
    ]


def test_a_file_that_could_not_be_read_was_held_to_nothing():
    assert ChoiceCounts.of([CheckedFile(file="a.ttl", error="a.ttl: no such file")]).sentences() == []


def test_names_stand_in_a_sentence():
    assert [told(()), told(("a",)), told(("a", "b")), told(("a", "b", "c"))] == ["", "a", "a and b", "a, b and c"]


def test_an_article_without_a_name_is_one_of_its_own():
    files = [CheckedFile(file="a.html", articles=1), CheckedFile(file="b.html", articles=1)]
    assert [file.again for file in each_once(files)] == [0, 0]


def test_of_two_articles_in_a_file_one_may_be_known():
    one = CheckedFile(file="a.ttl", articles=1, described=("https://x.example/a#article",))
    both = CheckedFile(
        file="b.nq", articles=2, described=("https://x.example/a#article", "https://x.example/b#article")
    )
    assert [file.again for file in each_once([one, both, both])] == [0, 1, 2]
