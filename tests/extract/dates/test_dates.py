import pytest

from ld.extract.dates.find import find_dates
from ld.text.reading import Reading

PUBLISHED = "2024-09-11"  # a Wednesday


def values(text: str, published: str | None = PUBLISHED) -> list[str]:
    return [date.value for date in find_dates(Reading(text), 0, len(text), published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Sept. 10, 2024 in the harbor.", "2024-09-10"),
        ("They met on 10 September 2024.", "2024-09-10"),
        ("They met on 2024-09-10.", "2024-09-10"),
        ("It was sent at 2024-09-10T14:00:00+02:00.", "2024-09-10"),
        ("The quay opened in May 2019.", "2019-05"),
        ("The quay opened in 1998.", "1998"),
        ("The quay (built 1998) leaks.", "1998"),
        ("The quay was built in the 1990s.", "199"),
        ("The quay was built in the ’90s.", "199"),
        ("The quay was built in the nineties.", "199"),
        ("The quay was built in the summer of 1994.", "1994-SU"),
        ("Sales rose in the second half of 2023.", "2023-H2"),
        ("Sales rose in the first six months of 2023.", "2023-H1"),
        ("The quay opened in mid-1996.", "1996"),
        ("In 2019 its owner died.", "2019"),
        ("By 2019 was it sold.", "2019"),
        ("The quay opened in nineteen seventy-nine.", "1979"),
        ("The quay opened in May nineteen ninety-six.", "1996-05"),
        ("The quay opened in twenty nineteen.", "2019"),
        ("It was the year two thousand.", "2000"),
        ("The quay was built in the 19th century.", "18"),
    ],
)
def test_a_full_date_needs_no_day_of_publication(text, value):
    assert values(text, published=None) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Tuesday.", "2024-09-10"),
        ("They met on Wednesday.", "2024-09-11"),
        ("They will meet on Tuesday.", "2024-09-17"),
        ("They met in June.", "2024-06"),
        ("They met in November.", "2023-11"),
        ("They will meet in November.", "2024-11"),
        ("It was held in November last year.", "2023-11"),
        ("They met last month.", "2024-08"),
        ("She was arrested this morning.", "2024-09-11"),
        ("It rained last night.", "2024-09-10"),
        ("The race is in October.", "2024-10"),
        ("The match starts at 7 p.m. Friday.", "2024-09-13"),
        ("It will rain until at least Friday.", "2024-09-13"),
        ("The ferry is to be sold by the end of the month.", "2024-09"),
        ("They met in the week of September 2.", "2024-W36"),
        ("They met last year.", "2023"),
        ("They met yesterday.", "2024-09-10"),
        ("They met on 5 May.", "2024-05-05"),
        ("They met on Oct. 2.", "2023-10-02"),
        ("The fee, payable Oct. 2, went up.", "2024-10-02"),
        ("They asked for an answer by Oct. 2.", "2024-10-02"),
        ("The year ended Oct. 31.", "2023-10-31"),
        ("They met on Friday, 6 September.", "2024-09-06"),
        ("They met last Wednesday.", "2024-09-04"),
        ("They will meet next Wednesday.", "2024-09-18"),
        ("The loan must be paid back by November.", "2024-11"),
        ("They vote this November.", "2024-11"),
        ("It rained last November.", "2023-11"),
        ("Yesterday they met.", "2024-09-10"),
        ("They met three days ago.", "2024-09-08"),
        ("They met two weeks ago.", "2024-W35"),
        ("They met four months ago.", "2024-05"),
        ("They met five years ago.", "2019"),
        ("They met last week.", "2024-W36"),
        ("They met over the weekend.", "2024-W36-WE"),
        ("They met last summer.", "2024-SU"),
        ("They will meet next spring.", "2025-SP"),
        ("Sales fell in the second quarter.", "2024-Q2"),
        ("Sales fell in the fourth quarter.", "2023-Q4"),
        ("Sales will fall in the fourth quarter.", "2024-Q4"),
        ("Sales rose in last year's first quarter.", "2023-Q1"),
        ("Sales rose this quarter.", "2024-Q3"),
        ("Sales rose this fiscal year.", "2024"),
        ("Prices will go up by the end of the year.", "2024"),
        ("The ferry is to be sold by year-end.", "2024"),
        ("It had rained earlier in the year.", "2024"),
        ("The bank expects a profit for the full year.", "2024"),
        ("It rained over the summer.", "2024-SU"),
        ("It snowed over the winter.", "2023-WI"),
        ("She will be in Oslo over the winter.", "2024-WI"),
        ("The figures for July were poor.", "2024-07"),
        ("They held tickets for November.", "2024-11"),
        ("July's figures were poor.", "2024-07"),
        ("He was bound by a June agreement.", "2024-06"),
        ("The figures for July's rain were wrong.", "2024-07"),
        ("Fares go up Sunday.", "2024-09-15"),
        ("Nora Quist, who turns 37 in January, is a sailor.", "2025-01"),
        ("He joined them, committing on Dec. 7.", "2023-12-07"),
        ("The Sept. 3 race would be close.", "2024-09-03"),
        ("They will mourn the dead of the May 5 bombings.", "2024-05-05"),
        ("A minister to be inaugurated on Saturday told them.", "2024-09-14"),
        ("Ministers meet on Monday in Oslo.", "2024-09-16"),
        ("The bank, with lower-than-expected profits, closed Friday.", "2024-09-06"),
        ("It was due by the Tuesday deadline.", "2024-09-10"),
        ("Sales were higher than a year earlier.", "2023"),
    ],
)
def test_a_relative_date_is_counted_from_publication_with_the_precision_of_the_text(text, value):
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Christmas Eve.", "2023-12-24"),
        ("They will sail on New Year's Day.", "2025-01-01"),
        ("They met on Thanksgiving Day 2023.", "2023-11-23"),
        ("They met on Good Friday.", "2024-03-29"),
        ("It snowed on Easter Monday 2021.", "2021-04-05"),
        ("The port closed on Memorial Day.", "2024-05-27"),
        ("It snowed last Christmas.", "2023-12-25"),
    ],
)
def test_a_holiday_is_the_day_on_which_it_falls(text, value):
    assert values(text) == [value]


def test_the_year_behind_a_span_of_months_is_that_of_its_last():
    assert values("It lasted from July to November 2019.", published=None) == ["2019-07", "2019-11"]
    assert values("It lasted from November to July 2019.", published=None) == ["2018-11", "2019-07"]


def test_a_season_and_the_name_of_a_song_are_no_day():
    assert values("They sang “Last Christmas” at Christmas, on Thanksgiving Eve.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She left on Monday. Two days later she was back.", "2024-09-11"),
        ("She left in May 2021. Three months later she was back.", "2021-08"),
        ("She left in 2020. The following year she was back.", "2021"),
        ("She came on Tuesday and had left the previous day.", "2024-09-09"),
        ("She left in 2019, police said on Tuesday. Later that year she was back.", "2019"),
        ("She left in 2019. Two years earlier she had come.", "2017"),
        ("She left in 2019. A year earlier she had come.", "2018"),
        ("She left on Monday. She had come the day before.", "2024-09-08"),
        ("She left in May 2021, and came back at the end of the month.", "2021-05"),
    ],
)
def test_an_expression_is_counted_from_the_date_of_the_story(text, value):
    assert values(text)[-1] == value


@pytest.mark.parametrize(
    "text",
    [
        "She left in 2020. The following day she was back.",
        "That year she was back.",
        "She left in 2021. Eight years later nobody knows why.",
    ],
)
def test_nothing_is_counted_from_a_coarser_date_none_or_into_the_future(text):
    assert values(text)[1:] == []


@pytest.mark.parametrize(
    "text",
    ["They will meet this Friday.", "The court has until Friday to decide.", "The bank opens a branch on Friday."],
)
def test_a_weekday_lies_ahead_where_no_verb_of_its_clause_stands_in_the_past(text):
    assert values(text) == ["2024-09-13"]


@pytest.mark.parametrize("text", ["They met this Friday.", "The ship stayed until Friday.", "The port closed Friday."])
def test_a_weekday_lies_behind_where_the_verb_does(text):
    assert values(text) == ["2024-09-06"]


@pytest.mark.parametrize(
    "text", ["They will meet on the last Friday of each month.", "They meet on the first Monday of the month."]
)
def test_a_weekday_of_every_month_is_no_day(text):
    assert values(text) == []


@pytest.mark.parametrize(
    "text", ["They met on Tuesday.", "They met in June.", "They met last year.", "They met on 5 May."]
)
def test_without_a_day_of_publication_no_date_is_invented(text):
    assert values(text, published=None) == []


@pytest.mark.parametrize(
    "text",
    [
        "The 1950-53 war ended.",
        "It took 20 days.",
        "He may march on.",
        "The 30 February 2024 does not exist.",
        "Room 2,019 was full.",
        "The ship carries 2000 containers.",
        "It costs $2000.",
        "He had nineteen twenty-dollar notes.",
        "She has twenty twenty vision.",
        "They meet each Thursday.",
        "They saw Friday the 13th.",
        "It was the last night of the play.",
        "She wrote for USA Today.",
        "Many of today’s ships are old.",
        "The ferry leaves on Monday and Tuesday nights.",
        "They are the readers of tomorrow.",
        "It is hard in today’s world.",
        "He asked for April Quist.",
        "It was April's idea.",
        "They saw the March on Oslo.",
        "She was the player of the year.",
        "He left in the year that followed.",
    ],
)
def test_what_is_no_date_is_left_alone(text):
    assert values(text) == []


def test_a_year_earlier_is_that_of_the_quarter_that_the_text_speaks_of():
    text = "Sales fell in the second quarter. A year earlier they rose. The latest quarter was quiet."
    assert values(text) == ["2024-Q2", "2023-Q2", "2024-Q2"]


def test_the_period_of_another_year_is_the_quarter_that_the_text_speaks_of():
    text = "Sales fell in the second quarter. In the 2022 period they rose. Last year’s quarter was quiet."
    assert values(text) == ["2024-Q2", "2022-Q2", "2023-Q2"]


def test_the_latest_quarter_is_over():
    text = "In the second quarter sales fell. A third-quarter loss will follow. The latest quarter was quiet."
    assert values(text) == ["2024-Q2", "2024-Q3", "2024-Q2"]


def test_the_previous_weekday_is_counted_from_the_day_named_before():
    assert values("They met on 6 September, and on the previous Friday.") == ["2024-09-06", "2024-08-30"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He came in 1995 and left at the end of the year.", ["1995", "1995"]),
        ("He came in 1995. At the end of the year he left.", ["1995"]),
    ],
)
def test_the_end_of_the_year_is_that_of_the_year_in_its_sentence_and_none_where_another_was_named(text, found):
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met in the summer of 1994.", "1994"),
        ("They met in the first half of 2023.", "2023"),
        ("They met in the second quarter of last year.", "2023"),
        ("They met in spring nineteen ninety-four.", "1994"),
        ("They met in the first quarter.", None),
        ("They met last week.", None),
    ],
)
def test_of_a_part_of_a_year_that_is_named_the_year_is_on_the_calendar(text, value):
    (date,) = find_dates(Reading(text), 0, len(text), PUBLISHED)
    on_calendar = date.on_calendar(text)
    assert (on_calendar and on_calendar.value) == value


def test_only_days_months_and_years_are_calendar_dates():
    text = "They met on Tuesday, in June, in 2019, last week and in the second quarter."
    found = find_dates(Reading(text), 0, len(text), PUBLISHED)
    assert [date.is_calendar_date for date in found] == [True, True, True, False, False]


def test_each_date_says_its_rule_and_its_words():
    text = "They met on Tuesday."
    (date,) = find_dates(Reading(text), 0, len(text), PUBLISHED)
    assert text[date.start : date.end] == "Tuesday"
    assert date.rule


@pytest.mark.parametrize(
    ("text", "values_of_each"),
    [
        ("The board said after a Thursday evening meeting that it will bring ships.", ["2024-09-05"]),
        ("The board said on Tuesday it will bring ships.", ["2024-09-10"]),
        ("They met on Tuesday, and will come back.", ["2024-09-10"]),
        ("Ada Lind, who will retire, left on Monday.", ["2024-09-09"]),
        ("They left Monday. They will meet in November.", ["2024-09-09", "2024-11"]),
        ("On Tuesday, the board will meet.", ["2024-09-17"]),
        ("She will visit Oslo, Rome and Paris on Tuesday.", ["2024-09-17"]),
        ("The board will meet Ada Lind, the minister, on Tuesday.", ["2024-09-17"]),
        ("The winner will be announced on Tuesday.", ["2024-09-17"]),
        ("The answer is expected in November.", ["2024-11"]),
    ],
)
def test_only_the_date_s_own_clause_tells_that_it_lies_ahead(text, values_of_each):
    assert values(text) == values_of_each
