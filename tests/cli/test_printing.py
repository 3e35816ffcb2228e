"""What comes from others is made visible wherever it is printed, and what the system refuses is named."""

import io
import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from ld.cli import main
from ld.cli.printing import draw, give, prepared_streams, say, show, tell, visible

ROOT = Path(__file__).resolve().parents[2]
STEERING = "\x1b]0;mine\x07\x1b[31m\x9b2J\x7f\u202eback\u2066"
SEEN = "\\x1b]0;mine\\x07\\x1b[31m\\x9b2J\\x7f\\u202eback\\u2066"
STORY = "Ferry pact signed\n\nMinister Lena Storm of Denmark signed the pact in Oslo.\n"


class Steering(BaseHTTPRequestHandler):
    """Answers with what would steer a terminal, in the reason, a header and the body."""

    def do_GET(self):
        body = STEERING.encode()
        self.send_response(404, "\x1b]0;mine\x07\x1b[31mNot found")
        self.send_header("Content-Type", "te\x1b[2Jxt/pdf")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.rfile.read(int(self.headers.get("content-length") or 0))
        self.do_GET()

    def log_message(self, *_):
        pass


@pytest.fixture
def hostile():
    with ThreadingHTTPServer(("127.0.0.1", 0), Steering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


def steers(text: str) -> bool:
    return any(sign in text for sign in STEERING if not sign.isalnum() and sign not in "];[")


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "{}/a", "--allow-private"),
        ("query", "who-said-what", "--store", "{}"),
        ("dump", "--store", "{}"),
        ("void", "https://data.example/set", "--store", "{}"),
        ("unpublish", "https://paper.example/1", "--store", "{}"),
        ("validate", "--store", "{}"),
        ("publish", "story.txt", "--store", "{}"),
        ("build", "story.txt", "--extractor", "openai:{}/v1#m"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_the_answers_of_servers_do_not_steer_the_terminal(hostile, capsys, arguments):
    assert main([argument.format(hostile) for argument in arguments]) in {2, 4}
    printed = capsys.readouterr()
    assert not steers(printed.out + printed.err)
    assert "\\x1b" in printed.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", f"{STEERING}.txt"),
        ("explain", f"{STEERING}.facts.json"),
        ("link", f"{STEERING}.txt"),
        ("embed", f"{STEERING}.html", "--from-page"),
        ("report", f"{STEERING}.facts.json"),
        ("validate", f"{STEERING}.ttl"),
        ("validate", "story.txt", "--shapes", f"{STEERING}.ttl"),
        ("shapes", "lint", f"{STEERING}.ttl"),
        ("kb", "info", f"{STEERING}.kb"),
        ("kb", "build", f"{STEERING}.csv", "-o", "x.kb"),
        ("query", STEERING, "--store", "store"),
        ("unpublish", f"https://paper.example/{STEERING}", "--store", "store"),
        ("build", "story.txt", "--date", STEERING),
    ],
)
@pytest.mark.usefixtures("desk")
def test_nor_do_the_names_that_a_command_is_given(capsys, arguments):
    assert main(list(arguments)) in {1, 2}
    printed = capsys.readouterr()
    assert not steers(printed.out + printed.err)


@pytest.mark.usefixtures("desk")
def test_nor_does_what_the_parser_of_arguments_says(capsys):
    with pytest.raises(SystemExit):
        main(["build", "story.txt", f"--{STEERING}"])
    assert not steers(capsys.readouterr().err)


def test_nor_do_settings(desk, capsys):
    (desk / "pyproject.toml").write_text('[tool.article-ld]\n"a\\u001b[31m\\u202e" = 1\n', encoding="utf-8")
    assert main(["config"]) == 2
    (desk / "pyproject.toml").write_text('[tool.article-ld]\nkb = "a\\u009b\\u202e"\n', encoding="utf-8")
    assert main(["config"]) == 0
    printed = capsys.readouterr()
    assert not steers(printed.out + printed.err)


def test_nor_does_what_a_library_writes_to_standard_error(capsys):
    with prepared_streams():
        sys.stderr.write(f"warning: {STEERING}\n")
        print(STEERING, file=sys.stderr)  # noqa: T201 - as a library does
    assert capsys.readouterr().err == f"warning: {SEEN}\n{SEEN}\n"


def test_control_characters_are_shown_as_escapes_but_tabs_and_line_ends():
    assert visible(f"a\tb\n{STEERING}") == f"a\tb\n{SEEN}"


@pytest.mark.parametrize("printing", [show, say, tell])
def test_each_way_of_printing_for_people_makes_text_visible(printing, capsys):
    with prepared_streams():
        printing(STEERING)
    printed = capsys.readouterr()
    assert printed.out + printed.err == f"{SEEN}\n"


def test_what_is_for_programs_is_left_as_it_is_but_on_a_terminal(monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(), "utf-8")
    monkeypatch.setattr(sys, "stdout", stream)
    give(STEERING)
    give(b"\xff\x1b")
    assert stream.buffer.getvalue() == STEERING.encode() + b"\xff\x1b"
    screen = io.StringIO()
    screen.isatty = lambda: True
    monkeypatch.setattr(sys, "stdout", screen)
    give(STEERING)
    give(b"\xff\x1b")
    assert screen.getvalue() == f"{SEEN}\N{REPLACEMENT CHARACTER}\\x1b"


def test_a_bar_may_steer_the_terminal(capsys):
    with prepared_streams():
        draw("\r\x1b[K[#...]", sys.stderr)
    assert capsys.readouterr().err == "\r\x1b[K[#...]"


@contextmanager
def unreadable(path: Path):
    """*path* as what its user may not read; root may read all, so for root a link that leads to itself."""
    if os.geteuid():
        path.chmod(0)
        yield "Permission denied"
        path.chmod(0o700)
    else:
        path.rmdir()
        path.symlink_to(path)
        yield "Too many levels of symbolic links"


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", "closed/x"),
        ("publish", "closed/x", "--store", "store"),
        ("publish", "facts", "--store", "closed/x"),
        ("build", "story.txt", "--kb", "closed/x.kb"),
        ("build", "story.txt", "--links", "closed/x.csv"),
        ("build", "closed/x"),
        ("build", "story.txt", "-o", "closed/x"),
        ("validate", "story.txt", "--shapes", "closed/x"),
        ("report", "closed/x", "-o", "out"),
        ("embed", "closed/x", "--from-page"),
        ("kb", "info", "closed/x"),
        ("kb", "build", "closed/x.csv", "-o", "x.kb"),
        ("kb", "build", "rows.csv", "-o", "closed/x.kb"),
        ("shapes", "lint", "closed/x"),
        ("corpus", "closed/x.jsonl", "-o", "graphs"),
        ("corpus", "records.jsonl", "-o", "closed/x", "--workers", "1"),
        ("explain", "closed/x"),
        ("link", "closed/x.ttl", "--format", "nif"),
    ],
)
def test_a_file_that_may_not_be_read_is_named_with_the_reason(desk, capsys, arguments):
    (desk / "rows.csv").write_text("qid,label\nQ1,Ada Quill\n", encoding="utf-8")
    (desk / "records.jsonl").write_text('{"text": "x"}\n', encoding="utf-8")
    main(["build", "story.txt", "-o", "facts"])
    capsys.readouterr()
    (desk / "closed").mkdir()
    with unreadable(desk / "closed") as reason:
        status = main(list(arguments))
    printed = capsys.readouterr()
    said = printed.err + printed.out
    assert status == 2 or arguments[:2] == ("shapes", "lint")
    assert "closed" in said
    assert reason in said
    assert "standard output" not in said
    assert "Traceback" not in said


def test_a_name_that_is_not_utf_8_is_no_reason_to_fail(desk):
    name = os.fsencode(str(desk)) + b"/caf\xe9"
    with open(name + b".txt", "wb") as file:  # noqa: PTH123 - a name that pathlib has no text for
        file.write(STORY.encode())
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for arguments in (
        [b"build", name + b".txt", b"-o", b"out"],
        [b"explain", b"out/caf\xe9.facts.json"],
        [b"validate", b"out"],
        [b"report", b"out/caf\xe9.facts.json", b"-o", b"caf\xe9.html"],
        [b"report", b"out", b"-o", b"reports"],
        [b"publish", b"out", b"--store", b"caf\xe9"],
        [b"dump", b"--store", b"caf\xe9"],
    ):
        command = [os.fsencode(sys.executable), b"-m", b"ld", *arguments]
        done = subprocess.run(command, cwd=desk, capture_output=True, check=False, env=environment)
        assert done.returncode in {0, 2}, done.stderr
        assert b"Traceback" not in done.stderr, done.stderr
