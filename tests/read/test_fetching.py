"""Pages from the Web: what is asked for, what is refused."""

import gzip

import pytest
from read.news_page import page
from read.web_server import Answer, serving

from ld.cli import main
from ld.errors import InputError
from ld.read import fetching, read
from ld.read.fetching import USER_AGENT, fetch


def to(address: str) -> Answer:
    return Answer(status=302, headers=(("Location", address),))


def refusal(url: str, *, allow_private: bool = True) -> str:
    with pytest.raises(InputError) as caught:
        fetch(url, allow_private=allow_private)
    return str(caught.value)


def test_a_page_is_fetched_with_its_encoding_and_address():
    answers = {
        "/old": to("/new#top"),
        "/new": Answer(body=b"<p>full", headers=(("Content-Type", "text/html; charset=cp1252"),)),
    }
    with serving(answers) as site:
        assert fetch(f"{site.address}/old", allow_private=True) == (b"<p>full", "cp1252", f"{site.address}/new")


def test_the_request_says_who_asks_and_sends_nothing_of_the_user():
    with serving({"/": Answer(headers=(("Set-Cookie", "a=b"),))}) as site:
        fetch(f"{site.address}/", allow_private=True)
        (request,) = site.requests
    assert request["User-Agent"] == USER_AGENT
    assert USER_AGENT.startswith("article-ld/")
    assert not {"Cookie", "Authorization"} & set(request)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"]
)
def test_this_machine_is_refused_however_it_is_written(host):
    with serving({"/": Answer()}) as site:
        port = site.address.rpartition(":")[2]
        assert "not a public address" in refusal(f"http://{host}:{port}/", allow_private=False)
        assert site.requests == []


def test_a_redirect_into_the_private_network_is_refused(monkeypatch):
    with serving({"/": to("http://169.254.169.254/latest/")}) as site:
        only_this_machine = lambda address: address == "127.0.0.1"  # noqa: E731 - as if it were public
        monkeypatch.setattr("ld.read.public_hosts.is_public", only_this_machine)
        assert "169.254.169.254 is at 169.254.169.254, which" in refusal(f"{site.address}/", allow_private=False)


def test_a_name_that_answers_with_another_address_the_second_time_is_refused(monkeypatch):
    with serving({"/": Answer()}) as site:
        answers = iter([True, False])
        monkeypatch.setattr("ld.read.public_hosts.is_public", lambda _: next(answers))
        assert "not a public address" in refusal(f"{site.address}/", allow_private=False)
        assert site.requests == []


def test_a_proxy_of_the_environment_is_not_used(monkeypatch):
    with serving({}) as proxy:
        monkeypatch.setenv("http_proxy", proxy.address)
        assert "not a public address" in refusal("http://10.0.0.1/", allow_private=False)
        assert proxy.requests == []


def test_too_many_redirects_are_refused():
    with serving({"/": to("/")}) as site:
        assert "redirects more than 5 times" in refusal(f"{site.address}/")
        assert len(site.requests) == 6


@pytest.mark.parametrize("target", ["ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "http://["])
def test_a_redirect_to_what_is_no_web_address_is_refused(target):
    with serving({"/": to(target)}) as site:
        assert "address" in refusal(f"{site.address}/")


def test_a_page_that_is_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(fetching, "PAGE_MOST", 1000)
    with serving({"/": Answer(body=b"x" * 1001), "/fits": Answer(body=b"x" * 1000)}) as site:
        assert "more than is read of one address" in refusal(f"{site.address}/")
        assert len(fetch(f"{site.address}/fits", allow_private=True).page) == 1000


def test_a_page_is_measured_unpacked(monkeypatch):
    monkeypatch.setattr(fetching, "PAGE_MOST", 1000)
    packed = Answer(body=gzip.compress(b"x" * 100_000), headers=(("Content-Encoding", "gzip"),))
    with serving({"/": packed}) as site:
        assert "more than is read of one address" in refusal(f"{site.address}/")


def test_a_page_that_comes_too_slowly_is_refused(monkeypatch):
    monkeypatch.setattr(fetching, "_TOTAL_SECONDS", -1)
    with serving({"/": Answer(body=b"x")}) as site:
        assert "was not sent within" in refusal(f"{site.address}/")


@pytest.mark.parametrize(("status", "reason"), [(403, "Forbidden"), (404, "Not Found"), (500, "Internal Server Error")])
def test_an_error_is_refused_with_its_status(status, reason):
    with serving({"/": Answer(status=status)}) as site:
        assert f"answers {status} {reason}" in refusal(f"{site.address}/")


def test_what_is_no_page_is_refused():
    with serving({"/": Answer(headers=(("Content-Type", "application/pdf"),))}) as site:
        assert "is application/pdf, not an HTML page" in refusal(f"{site.address}/")


@pytest.mark.parametrize("url", ["http://nobody.invalid/", "http://127.0.0.1:1/", "http://xn--/"])
def test_a_host_that_cannot_be_reached_is_said(url):
    assert refusal(url)


def test_a_user_name_in_the_address_is_refused():
    assert "user name" in refusal("http://jane:secret@example.org/")


def test_an_address_is_read_as_an_article():
    with serving({"/oslo.html": Answer(body=page())}) as site:
        article = read(f"{site.address}/oslo.html", allow_private=True)
        assert article.headline.value == "Harbor ministers meet in Oslo"
        assert article.url.value == f"{site.address}/oslo.html"


def test_a_refusal_names_the_address():
    with pytest.raises(InputError, match=r"^http://127\.0\.0\.1/: 127\.0\.0\.1 is at"):
        read("http://127.0.0.1/")


def test_the_command_reads_private_addresses_only_when_told_to(tmp_path, capsys):
    with serving({"/oslo.html": Answer(body=page())}) as site:
        command = ["build", f"{site.address}/oslo.html", "-o", str(tmp_path)]
        assert main(command) == 2
        assert "--allow-private" in capsys.readouterr().err
        assert main([*command, "--allow-private"]) == 0
