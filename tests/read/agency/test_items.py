"""What an article gets from an agency's item; the same from ninjs and from NewsML-G2."""

import pytest
from read.agency.items import PARAGRAPHS, newsml, ninjs

from ld.article import Citation, SourceCitation
from ld.errors import InputError
from ld.read import read
from ld.read.agency import is_agency_item, read_agency_item

BOTH = pytest.mark.parametrize("text", [ninjs(), newsml()], ids=["ninjs", "NewsML-G2"])


def parts(article) -> list[tuple[str, str]]:
    return [(part.kind, article.text[part.start : part.end]) for part in article.parts]


@BOTH
def test_its_text_has_headline_byline_and_body(text):
    assert parts(read_agency_item(text)) == [
        ("headline", "Harbor minister meets pilots"),
        ("byline", "Nora Quist and Jan Okafor"),
        ("paragraph", PARAGRAPHS[0]),
        ("subheading", "Full & closed"),
        ("paragraph", PARAGRAPHS[1]),
    ]


@BOTH
def test_it_says_who_when_and_in_which_language(text):
    article = read_agency_item(text)
    assert [author.value for author in article.authors] == ["Nora Quist", "Jan Okafor"]
    assert (article.date_published.value, article.date_modified.value) == (
        "2024-09-10T10:00:00Z",
        "2024-09-11T12:30:00Z",
    )
    assert (article.language.value, article.publisher.value) == ("en", "Coast Agency")
    assert "shipping" in [keyword.value for keyword in article.keywords]


@BOTH
def test_each_value_has_its_words(text):
    article = read_agency_item(text)
    stated = (article.headline, article.date_published, article.publisher, article.keywords[0], *article.authors)
    for value in stated:
        (proof,) = value.evidence
        assert proof.exact == value.value
        assert isinstance(proof, SourceCitation) or article.text[proof.start : proof.end] == proof.exact
    assert isinstance(article.authors[1].evidence[0], Citation)


@BOTH
def test_items_of_wikidata_are_kept_for_linking(text):
    (identity,) = read_agency_item(text).identities
    assert (identity.name, identity.value, identity.type) == (
        "Ada Quill",
        "http://www.wikidata.org/entity/Q4290000001",
        "Person",
    )


@BOTH
def test_what_the_user_says_goes_first(text):
    article = read_agency_item(text, url="https://paper.example/a", date="2024-01-02", publisher="Paper", lang="de")
    assert article.url.value == "https://paper.example/a"
    assert [stated.value for stated in (article.date_published, article.publisher, article.language)] == [
        "2024-01-02",
        "Paper",
        "de",
    ]


def test_an_identifier_on_the_web_is_the_address():
    assert read_agency_item(ninjs()).url.value == "https://agency.example/items/1"
    assert read_agency_item(newsml()).url is None


def test_a_single_moment_is_that_of_publication():
    article = read_agency_item(ninjs(firstCreated=None))
    assert (article.date_published.value, article.date_modified) == ("2024-09-11T12:30:00Z", None)


def test_a_picture_has_caption_credit_and_address():
    (picture,) = read_agency_item(ninjs()).images
    assert [stated.value for stated in (picture.caption, picture.credit, picture.url)] == [
        "The port of Coral Bay",
        "Pia Brandt",
        "https://agency.example/pictures/1.jpg",
    ]


@pytest.mark.parametrize(
    "bodies",
    [
        {"bodies": [{"value": "\n\n".join(PARAGRAPHS)}]},
        {"bodies": [{"contentType": "text/plain", "value": "\n".join(PARAGRAPHS)}]},
        {"bodies": None, "body_text": "\n\n".join(PARAGRAPHS)},
        {"bodies": None, "body_xhtml": "".join(f"<div><p>{each}</p></div>" for each in PARAGRAPHS)},
    ],
)
def test_a_body_may_be_plain_or_as_earlier_versions_call_it(bodies):
    assert [text for kind, text in parts(read_agency_item(ninjs(**bodies))) if kind == "paragraph"] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "body",
    [
        f'<inlineData contenttype="text/plain">{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}</inlineData>',
        (
            f"<inlineXML><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body><body.head><hedline><hl1>x</hl1></hedline>"
            f"</body.head><body.content><p>{PARAGRAPHS[0]}</p><media><media-caption>x</media-caption></media>"
            f"<p>{PARAGRAPHS[1]}</p></body.content></body></nitf></inlineXML>"
        ),
    ],
    ids=["plain", "NITF"],
)
def test_content_of_newsml_may_be_plain_or_nitf(body):
    found = parts(read_agency_item(newsml(body=body)))
    assert [text for kind, text in found if kind == "paragraph"] == list(PARAGRAPHS)


def test_a_message_with_one_item_is_that_item():
    item = newsml().partition("?>")[2]
    message = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{item}</itemSet></newsMessage>'
    assert read_agency_item(message).headline.value == "Harbor minister meets pilots"
    with pytest.raises(InputError, match="holds 2 news items"):
        read_agency_item(message.replace("</itemSet>", f"{item}</itemSet>"))


@pytest.mark.parametrize(
    "text",
    [
        ninjs(headlines=None),
        ninjs(bodies=None),
        ninjs(bodies=[{"contentType": "application/xhtml+xml", "value": "<h2>Ports</h2>"}]),
        ninjs(headlines=7),
        ninjs(associations=["x"]),
        newsml(body="<remoteContent href='https://agency.example/1.html'/>"),
        newsml().replace("<?xml", "<!DOCTYPE newsItem [<!ENTITY a 'b'>]><?xml", 1),
        newsml()[:200],
    ],
)
def test_what_is_no_article_is_refused(text):
    assert is_agency_item(text)
    with pytest.raises(InputError):
        read_agency_item(text)


@pytest.mark.parametrize(
    "text", ['{"version": 1, "article": {"uri": "", "headlines": 1}}', "{}", "A text", "<html></html>"]
)
def test_other_sources_are_no_items(text):
    assert not is_agency_item(text)


@pytest.mark.parametrize(("name", "text"), [("a.json", ninjs()), ("a.xml", newsml()), ("a", newsml())])
def test_a_file_is_known_by_what_is_in_it(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert read(tmp_path / name).headline.value == "Harbor minister meets pilots"
