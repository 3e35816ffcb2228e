"""The table of corrections as the desk writes it."""

import threading

import pytest

from ld.errors import InputError
from ld.link.corrections import COLUMNS, read_corrections, read_rows
from ld.review import DecidedError, Ledger

BY_HAND = "match,decision,who,note\r\nBo Hart,Q9,desk,by telephone\r\n"


@pytest.fixture
def links(tmp_path):
    return tmp_path / "links.csv"


@pytest.fixture
def ledger(links):
    return Ledger(links, "Nora Quist")


def test_a_decision_is_in_the_file_before_it_is_told(ledger, links):
    row = ledger.decide("Bo Hart", "Q9", seen="", words="Bo Hart said")
    assert read_corrections(links) == (row,)
    assert links.read_text(encoding="utf-8").startswith(",".join(COLUMNS))


def test_who_and_when_are_kept(ledger):
    row = ledger.decide("Bo Hart", "Q9", seen="")
    assert (row.who, len(row.when), row.because) == (
        "Nora Quist",
        20,
        f"corrected in links.csv, decision {row.id} by Nora Quist on {row.when}",
    )


def test_the_later_decision_counts_and_taken_back_leaves_the_earlier(ledger):
    first = ledger.decide("Bo Hart", "Q9", seen="")
    second = ledger.decide("Bo Hart", "NIL", seen=first.source)
    assert ledger.standing() == (second, first)
    ledger.undo(second.id)
    assert ledger.standing() == (first,)


def test_what_was_taken_back_can_be_decided_again(ledger):
    ledger.undo(ledger.decide("Bo Hart", "Q9", seen="").id)
    again = ledger.decide("Bo Hart", "Q9", seen="")
    assert ledger.standing() == (again,)


def test_every_row_stays_in_the_file(ledger, links):
    row = ledger.decide("Bo Hart", "Q9", seen="")
    ledger.undo(row.id)
    assert [(each.match, each.decision) for each in read_rows(links)] == [("Bo Hart", "Q9"), (row.id, "undo")]


def test_a_decision_without_sight_of_the_last_is_refused_with_what_it_was(ledger, links):
    Ledger(links, "Emil Sand").decide("Bo Hart", "NIL", seen="")
    with pytest.raises(DecidedError, match="Emil Sand decided: NIL") as refused:
        ledger.decide("Bo Hart", "Q9", seen="")
    assert refused.value.by is not None
    assert len(read_rows(links)) == 1


def test_a_decision_for_another_article_is_in_nobodys_way(ledger):
    one, other = "https://harbour.example/1", "https://harbour.example/2"
    ledger.decide("Bo Hart", "Q9", seen="", page=one, article=one)
    ledger.decide("Bo Hart", "Q8", seen="", page=other, article=other)
    assert len(ledger.standing()) == 2


def test_what_somebody_took_back_cannot_be_taken_back_again(ledger, links):
    row = ledger.decide("Bo Hart", "Q9", seen="")
    Ledger(links, "Emil Sand").undo(row.id)
    with pytest.raises(DecidedError, match="Emil Sand took this back"):
        ledger.undo(row.id)


def test_the_last_decision_is_ones_own(ledger, links):
    mine = ledger.decide("Bo Hart", "Q9", seen="")
    Ledger(links, "Emil Sand").decide("Ada Quill", "NIL", seen="")
    assert ledger.last() == mine


def test_rows_by_hand_stay_to_the_byte_where_the_columns_are_there(ledger, links):
    text = f'{",".join(COLUMNS)},note\r\nBo Hart,,Q9,desk,,,,,"by, telephone"\r\n'
    links.write_bytes(text.encode())
    ledger.decide("Ada Quill", "NIL", seen="")
    assert links.read_bytes().decode().startswith(text)
    assert [row.match for row in ledger.standing()] == ["Ada Quill", "Bo Hart"]


def test_columns_that_a_table_lacks_are_added(ledger, links):
    links.write_bytes(BY_HAND.encode())
    ledger.decide("Ada Quill", "NIL", seen="", article="https://harbour.example/1")
    header, by_hand, row, _ = links.read_bytes().decode().split("\r\n")
    assert header == "match,decision,who,note,context,when,article,words,id"
    assert by_hand == "Bo Hart,Q9,desk,by telephone,,,,,"
    assert row.startswith("Ada Quill,NIL,Nora Quist,,,")


def test_a_table_that_is_broken_is_left_alone(ledger, links):
    links.write_text("match,decision\nBo Hart,somebody\n", encoding="utf-8")
    with pytest.raises(InputError, match="'somebody' is no decision"):
        ledger.decide("Ada Quill", "NIL", seen="")
    assert links.read_text(encoding="utf-8") == "match,decision\nBo Hart,somebody\n"


def test_words_that_look_like_a_table_stay_in_their_cell(ledger):
    row = ledger.decide('Bo "B", Hart', "NIL", seen="", words="two\nlines, and a comma")
    assert (row.match, row.words) == ('Bo "B", Hart', "two lines, and a comma")


def test_desks_that_write_at_the_same_time_lose_nothing(links):
    def write(who):
        ledger = Ledger(links, who)
        for number in range(10):
            ledger.decide(f"{who} {number}", "NIL", seen="")

    threads = [threading.Thread(target=write, args=(who,)) for who in ("Nora", "Emil", "Peter")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({row.match for row in read_corrections(links)}) == 30


def test_what_is_made_for_a_decision_is_not_made_where_it_is_refused(ledger):
    made = []
    ledger.decide("Bo Hart", "Q9", seen="")
    with pytest.raises(DecidedError):
        ledger.decide("Bo Hart", lambda: made.append("item") or "Q8", seen="")
    assert made == []
