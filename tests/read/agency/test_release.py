"""What an agency has not released is not published, by no command."""

import datetime as dt
import json

import pytest
from read.agency.items import newsml, ninjs

from ld.cli import main
from ld.read.agency import read_agency_item
from ld.read.agency.item import Item
from ld.read.agency.release import WithheldError, check_released

NOW = dt.datetime(2024, 9, 11, 12, 0, tzinfo=dt.UTC)
FUTURE = "2999-01-01T00:00:00Z"
HELD = {
    "withheld": ninjs(pubStatus="withheld"),
    "canceled": ninjs(pubStatus="canceled"),
    "withheld, as ninjs 1 says": ninjs(pubstatus="withheld"),
    "under embargo": ninjs(embargoedUntil=FUTURE),
    "under embargo, as ninjs 1 says": ninjs(embargoed=FUTURE),
    "withheld in NewsML-G2": newsml(meta='<pubStatus qcode="stat:withheld"/>'),
    "canceled in NewsML-G2": newsml(meta='<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>'),
    "under embargo in NewsML-G2": newsml(meta=f"<embargoed>{FUTURE}</embargoed>"),
    "under an embargo without an end": newsml(meta="<embargoed/>"),
}


@pytest.mark.parametrize(
    ("embargo", "is_over"),
    [
        ("2024-09-11T11:59:00Z", True),
        ("2024-09-11T12:01:00Z", False),
        ("2024-09-11T13:30:00+02:00", True),
        ("2024-09-11T11:30:00", False),
        ("2024-09-10T23:59:00", True),
        ("2024-09-11", False),
        ("2024-09-09", True),
        ("", False),
        ("after the speech", False),
    ],
)
def test_an_embargo_ends_with_its_moment_at_the_latest_that_it_can_mean(embargo, is_over):
    item = Item(headline="", blocks=(), embargo=embargo)
    if is_over:
        check_released(item, NOW)
    else:
        with pytest.raises(WithheldError, match=r"under (an )?embargo"):
            check_released(item, NOW)


@pytest.mark.parametrize("text", HELD.values(), ids=HELD)
def test_what_is_held_back_is_not_read(text):
    with pytest.raises(WithheldError):
        read_agency_item(text)


@pytest.mark.parametrize("text", [ninjs(pubStatus="usable"), newsml(meta='<pubStatus qcode="stat:usable"/>')])
def test_what_is_usable_is_read(text):
    assert read_agency_item(text).headline


def test_a_picture_that_is_held_back_is_left_out():
    held = {"name": "p", "uri": "https://a.example/1", "type": "picture", "pubStatus": "withheld"}
    held |= {"descriptions": [{"value": "The port"}]}
    assert read_agency_item(ninjs(associations=[held])).images == ()


@pytest.fixture(params=["withheld", "under embargo", "withheld in NewsML-G2"])
def held(request, tmp_path):
    """The file of an item that is held back."""
    text = HELD[request.param]
    path = tmp_path / f"item.{'json' if text.startswith('{') else 'xml'}"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "command",
    [
        ["build", "{item}", "-o", "{out}"],
        ["build", "{item}", "-o", "{out}", "--force"],
        ["publish", "{item}", "--store", "{out}"],
        ["link", "{item}"],
        ["report", "{item}", "-o", "{out}/report.html"],
        ["embed", "{page}", "--facts", "{item}", "--in-place"],
        ["explain", "{item}"],
    ],
    ids=lambda command: " ".join(command[:1] + command[-1:]),
)
def test_a_command_refuses_it_and_writes_nothing(tmp_path, held, command, capsys):
    page, out = tmp_path / "page.html", tmp_path / "out"
    page.write_text("<!doctype html><html><head><title>a</title></head><body><p>b</body></html>", encoding="utf-8")
    before = page.read_bytes()
    arguments = [word.format(item=held, out=out, page=page) for word in command]
    assert main(arguments) == 2
    assert capsys.readouterr().out == ""
    assert page.read_bytes() == before
    assert not out.exists() or not any(path.is_file() for path in out.rglob("*.ttl"))


def test_a_corpus_rejects_it(tmp_path):
    (tmp_path / "in").mkdir()
    for number, text in enumerate((*HELD.values(), ninjs(uri="https://agency.example/free"))):
        (tmp_path / "in" / f"{number}.{'json' if text.startswith('{') else 'xml'}").write_text(text, encoding="utf-8")
    lines = [HELD["withheld"], HELD["under embargo"], ninjs(uri="https://agency.example/free2")]
    (tmp_path / "in" / "items.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert main(["corpus", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--workers", "1"]) == 0
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert (manifest["articles"], manifest["rejects"]) == (2, {"withheld": len(HELD) + 2})
