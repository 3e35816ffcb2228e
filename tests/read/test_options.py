"""What the user states on the command line: which forms are taken, which are refused."""

import pytest

from ld.article import Given
from ld.errors import InputError
from ld.read.options import Options, options


def given(**said: str) -> Options:
    return options(**{"url": None, "date": None, "publisher": None, "lang": None, **said})


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("En-GB", "en-GB"),
        ("gsw", "gsw"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("en-US-x-private", "en-US-x-private"),
        ("de-DE-u-co-phonebk", "de-DE-u-co-phonebk"),
    ],
)
def test_a_language_tag_begins_in_lower_case_and_keeps_its_subtags(said, tag):
    language = given(lang=said).language
    assert language.value == tag
    assert language.evidence == (Given(option="--lang", value=said),)


@pytest.mark.parametrize("said", ["", "e", "English", "en_GB", "en-", "en--GB", "en-abcdefghi", "ｅｎ", "en\n"])
def test_what_is_no_language_tag_is_refused(said):
    with pytest.raises(InputError, match=r"--lang .* is not a language tag"):
        given(lang=said)


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ("HTTPS://EXAMPLE.ORG/A?B=C#D", "https://example.org/A?B=C"),
        ("Http://Ada@Example.org:8080", "http://Ada@example.org:8080"),
        ("https://EXAMPLE.org?Q=://X", "https://example.org?Q=://X"),
        ("https://[2001:DB8::1]/A", "https://[2001:db8::1]/A"),
    ],
)
def test_a_url_has_its_scheme_and_host_in_lower_case_and_no_fragment(said, url):
    assert given(url=said).url.value == url
    assert given(url=said).url.evidence == (Given(option="--url", value=said),)


@pytest.mark.parametrize("said", ["/news", "ftp://example.org/a", "https://", "https://example.org:٨٠/a"])
def test_what_is_no_absolute_url_is_refused(said):
    with pytest.raises(InputError, match=r"--url .* is not an absolute URL"):
        given(url=said)


@pytest.mark.parametrize("option", ["url", "date", "publisher", "lang"])
def test_bytes_that_are_no_text_are_refused_by_the_option(option):
    with pytest.raises(InputError, match=rf"--{option} 'The \\udcff' is no Unicode text: character 5") as caught:
        given(**{option: "The \udcff"})
    str(caught.value).encode()
