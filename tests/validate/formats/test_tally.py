import pytest

from ld.validate.formats.tally import Tally
from ld.validate.report import Severity


@pytest.fixture
def faulty(files):
    return files[0]


@pytest.fixture
def advised(files):
    return files[1]


@pytest.fixture
def flawless(files):
    return files[2]


@pytest.fixture
def unreadable(files):
    return files[3]


def test_the_totals_are_the_sums_over_the_files(files):
    assert Tally.of(files) == Tally(
        files=4, unreadable=1, articles=3, triples=120, focus_nodes=21, violations=1, warnings=1, infos=1
    )


@pytest.mark.parametrize("severity", Severity)
def test_a_violation_fails_whatever_is_asked_for(severity, faulty):
    assert not Tally.of([faulty]).conforms(severity)


@pytest.mark.parametrize(("fail_on", "passes"), [("violation", True), ("warning", True), ("info", False)])
def test_an_info_fails_only_where_infos_are_asked_for(fail_on, passes, advised):
    assert Tally.of([advised]).conforms(Severity(fail_on)) is passes


def test_a_file_that_cannot_be_read_never_passes(flawless, unreadable):
    assert not Tally.of([flawless, unreadable]).conforms(Severity.VIOLATION)


def test_nothing_checked_is_not_valid():
    assert not Tally().conforms(Severity.VIOLATION)


def test_the_sentence_counts_in_words(files):
    assert Tally.of(files).sentence(Severity.VIOLATION) == (
        "not valid: 4 files, 3 articles, 21 nodes checked; 1 violation, 1 warning, 1 info; 1 file could not be read"
    )
