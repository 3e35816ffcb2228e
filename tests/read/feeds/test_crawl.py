"""A site that is asked for what is new: politely, and for nothing twice."""

import pytest
from read.feeds.site import article, feed, robots, sitemap
from read.web_server import Answer, serving

from ld.errors import InputError, OutputError
from ld.read.feeds.crawl import Crawled, crawl
from ld.read.feeds.polite import PACE, PoliteClient
from ld.read.feeds.visits import Visits
from ld.read.public_hosts import session_for


@pytest.fixture
def visits():
    with Visits() as state:
        yield state


@pytest.fixture
def run(visits):
    """Crawl what these paths of the site list: the pages that were taken, and those that were not with their reasons.

    *waits* gets the pauses, in seconds, and none is made.
    """

    def of(site, *paths, waits=None):
        site.requests.clear()
        taken, missed = [], {}
        with session_for(allow_private=True) as session:
            client = PoliteClient(session, (waits if waits is not None else []).append)
            for found in crawl([site.address + path for path in paths], visits, client):
                path = found.listed.removeprefix(site.address)
                if isinstance(found, Crawled):
                    visits.taken(found.listed, found.sent.validators)
                    taken.append(path)
                else:
                    missed[path] = str(found.error)
        return taken, missed

    return of


def asked(site) -> list[str]:
    return [request["path"] for request in site.requests if request["path"] != "/robots.txt"]


def test_a_second_crawl_takes_only_what_is_new(run):
    answers = {"/feed": feed("/a", "/b"), "/a": article(), "/b": article(), "/c": article()}
    with serving(answers) as site:
        assert run(site, "/feed") == (["/a", "/b"], {})
        answers["/feed"] = feed("/c", "/a", "/b")
        assert run(site, "/feed") == (["/c"], {})
        assert asked(site) == ["/feed", "/c"]


def test_a_feed_that_has_not_changed_is_not_sent_again(run):
    with serving({"/feed": feed("/a", tag='"1"'), "/a": article()}) as site:
        run(site, "/feed")
        assert run(site, "/feed") == ([], {})
        assert asked(site) == ["/feed"]
        assert site.requests[-1]["If-None-Match"] == '"1"'


def test_a_page_that_the_feed_calls_changed_is_taken_if_it_is(run):
    answers = {"/feed": feed("/a Mon", "/b Mon"), "/a": article(tag='"1"'), "/b": article(tag='"1"')}
    with serving(answers) as site:
        run(site, "/feed")
        answers |= {"/feed": feed("/a Tue", "/b Tue"), "/b": article(tag='"2"')}
        assert run(site, "/feed") == (["/b"], {})
        assert asked(site) == ["/feed", "/a", "/b"]
        assert run(site, "/feed") == ([], {})
        assert asked(site) == ["/feed"]


def test_a_page_in_two_listings_is_changed_if_one_of_them_says_so(run):
    answers = {"/feed": feed("/a Mon"), "/map": sitemap("urlset", "url", "/a 2024-09-02"), "/a": article()}
    with serving(answers) as site:
        assert run(site, "/feed", "/map") == (["/a"], {})
        assert run(site, "/feed", "/map") == ([], {})
        assert asked(site) == ["/feed", "/map"]
        answers["/map"] = sitemap("urlset", "url", "/a 2024-09-03")
        assert run(site, "/feed", "/map") == (["/a"], {})


def test_what_was_not_taken_is_pending_though_the_feed_has_not_changed(run, visits):
    with serving({"/feed": feed("/a", tag='"1"'), "/a": article()}) as site:
        with session_for(allow_private=True) as session:
            found = crawl([f"{site.address}/feed"], visits, PoliteClient(session, lambda _: None))
            assert next(found).listed == f"{site.address}/a"  # and is not stored
        assert run(site, "/feed") == (["/a"], {})


def test_the_sitemaps_of_an_index_are_read_and_again_only_if_they_may_have_changed(run):
    index = sitemap("sitemapindex", "sitemap", "/old 2024-01", "/new 2024-02", "/undated")
    answers = {"/index": index, "/old": sitemap("urlset", "url", "/a"), "/a": article(), "/b": article()}
    answers |= {"/new": sitemap("urlset", "url"), "/undated": sitemap("urlset", "url")}
    with serving(answers) as site:
        assert run(site, "/index") == (["/a"], {})
        answers["/index"] = sitemap("sitemapindex", "sitemap", "/old 2024-01", "/new 2024-03", "/undated")
        answers["/new"] = sitemap("urlset", "url", "/b")
        assert run(site, "/index") == (["/b"], {})
        assert asked(site) == ["/index", "/new", "/undated", "/b"]


def test_an_index_within_an_index_leads_no_further(run):
    with serving(
        {"/index": sitemap("sitemapindex", "sitemap", "/index2 1")}
        | {f"/index{n}": sitemap("sitemapindex", "sitemap", f"/index{n + 1} 1") for n in range(2, 9)}
    ) as site:
        run(site, "/index")
        assert asked(site) == ["/index", "/index2"]


def test_what_robots_txt_forbids_is_not_asked_for(run):
    rules = "User-agent: *\nDisallow: /\n\nUser-agent: article-ld\nDisallow: /private/\n"
    answers = {"/robots.txt": robots(rules), "/feed": feed("/a", "/private/b"), "/a": article()}
    with serving(answers | {"/private/b": article()}) as site:
        taken, missed = run(site, "/feed")
        assert taken == ["/a"]
        assert "robots.txt" in missed["/private/b"]
        assert "/private/b" not in asked(site)
        assert run(site, "/feed") == ([], {})


def test_what_robots_txt_forbids_is_not_asked_for_after_a_redirect_either(run):
    answers = {"/robots.txt": robots("User-agent: *\nDisallow: /b"), "/feed": feed("/a")}
    answers |= {"/a": Answer(status=302, headers=(("Location", "/b"),)), "/b": article()}
    with serving(answers) as site:
        assert run(site, "/feed")[0] == []
        assert asked(site) == ["/feed", "/a"]


def test_nothing_is_asked_for_while_robots_txt_cannot_be_had(run):
    answers = {"/robots.txt": Answer(status=503), "/feed": feed("/a"), "/a": article()}
    with serving(answers) as site:
        assert "nothing may be asked for" in run(site, "/feed")[1]["/feed"]
        assert asked(site) == []
        del answers["/robots.txt"]
        assert run(site, "/feed") == (["/a"], {})


@pytest.mark.parametrize(("rules", "pause"), [("", PACE), ("User-agent: *\nCrawl-delay: 7\n", 7.0)])
def test_there_are_pauses_between_requests(run, rules, pause):
    waits = []
    with serving({"/robots.txt": robots(rules), "/feed": feed("/a", "/b"), "/a": article(), "/b": article()}) as site:
        run(site, "/feed", waits=waits)
    assert waits == [pytest.approx(pause, abs=0.5)] * 2


def test_a_site_that_is_busy_is_left_alone_until_the_next_crawl(run):
    answers = {"/feed": feed("/a", "/b"), "/a": Answer(status=429), "/b": article()}
    with serving(answers) as site:
        taken, missed = run(site, "/feed")
        assert (taken, set(missed)) == ([], {"/a", "/b"})
        assert asked(site) == ["/feed", "/a"]
        answers["/a"] = article()
        assert run(site, "/feed") == (["/a", "/b"], {})


def test_a_page_that_fails_keeps_no_other_from_being_taken(run):
    answers = {"/feed": feed("/a", "/b"), "/a": Answer(status=500), "/b": article()}
    with serving(answers) as site:
        assert run(site, "/feed")[0] == ["/b"]
        answers["/a"] = article()
        assert run(site, "/feed") == (["/a"], {})


def test_a_site_that_fails_three_times_in_a_row_is_left_alone(run):
    with serving({"/feed": feed("/a", "/b", "/c", "/d")} | {f"/{n}": Answer(status=500) for n in "abcd"}) as site:
        run(site, "/feed")
        assert asked(site) == ["/feed", "/a", "/b", "/c"]


def test_a_page_that_is_gone_is_taken_as_such_and_not_asked_for_again(run):
    with serving({"/feed": feed("/a")}) as site:
        assert run(site, "/feed") == (["/a"], {})
        assert run(site, "/feed") == ([], {})


def test_a_feed_that_is_none_is_told_and_others_are_read(run):
    with serving({"/page": article(), "/feed": feed("/a"), "/a": article()}) as site:
        taken, missed = run(site, "/page", "/feed")
        assert taken == ["/a"]
        assert "is no feed or sitemap" in missed["/page"]


def test_a_feed_leads_into_no_private_network(visits):
    with serving({"/feed": feed("/a")}) as site, session_for(allow_private=False) as session:
        (missed,) = crawl([f"{site.address}/feed"], visits, PoliteClient(session, lambda _: None))
        assert "not a public address" in str(missed.error)
        assert site.requests == []


def test_two_crawls_do_not_share_a_state(tmp_path):
    with Visits(tmp_path / "state"), pytest.raises(OutputError, match="another run"):
        Visits(tmp_path / "state")


def test_a_state_that_is_none_is_refused(tmp_path):
    (tmp_path / "state").write_bytes(b"no database, but long enough to be looked at as one" * 9)
    with pytest.raises(InputError, match="is damaged"):
        Visits(tmp_path / "state")
