"""A misspelt term is one finding at its line, whatever follows from it; what does not follow is still said."""

import pytest

from ld.validate.checking import check_document
from ld.validate.documents import parse
from ld.validate.profiles import Choice, checks_of

ARTICLE = """{"@context": "https://schema.org",
 "@type": "NewsArticle",
 "headline": "Quay opens",
 "image": "https://quay.example/i.jpg",
 "datePublished": "2024-03-11T08:00:00Z",
 "dateModified": "2024-03-11T08:00:00Z",
 "author": {"@id": "https://quay.example/nora"},
 "publisher":
 {"@type": "Person", "@id": "https://quay.example/nora",
  "name": "Nora Quist", "url": "https://quay.example/nora"}}
"""
MICRODATA = """<article itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">Quay opens</h1> <img itemprop="image" src="https://quay.example/i.jpg">
<meta itemprop="datePublished" content="2024-03-11"> <meta itemprop="dateModified" content="2024-03-11">
<p itemprop="author" itemscope itemtype="https://schema.org/Person">
<a itemprop="url" href="https://quay.example/nora"><span itemprop="name">Nora Quist</span></a></p></article>
"""
RDFA = """<article vocab="https://schema.org" typeof="NewsArticle">
<h1 property="headline">Quay opens</h1></article>
"""
BOTH = ("google", "schema-org")


def found(text: str, syntax: str = "json-ld", profiles: tuple[str, ...] = BOTH) -> list[tuple[int, str]]:
    checked = check_document(parse("a", text, syntax, {}), checks_of(Choice(profiles=profiles)))
    return [(each.place.line, each.result.shape.rpartition("#")[2]) for each in checked.results]


def test_the_article_is_right():
    assert found(ARTICLE) == found(MICRODATA, "html") == []


@pytest.mark.parametrize(
    ("right", "wrong", "line"),
    [
        ('"headline"', '"headlin"', 3),
        ('"datePublished"', '"datepublished"', 5),
        ('"author"', '"autor"', 7),
        ('"NewsArticle"', '"NewsArticel"', 2),
        ('"Person"', '"person"', 9),
    ],
)
def test_a_misspelt_term_is_one_finding(right, wrong, line):
    assert found(ARTICLE.replace(right, wrong)) == [(line, "term")]


def test_what_does_not_follow_from_a_misspelt_term_is_said_beside_it():
    lacking = ARTICLE.replace(' "image": "https://quay.example/i.jpg",\n', "").replace('"headline"', '"headlin"')
    assert found(lacking) == [(1, "Article-image"), (3, "term")]
    assert found(ARTICLE.replace('"headline"', '"somethingElse"')) == [(1, "Article-headline"), (3, "term")]


def test_a_node_of_a_misspelt_class_alone_is_not_called_unchecked_as_well():
    assert found(ARTICLE.replace('"NewsArticle"', '"NewsArticel"'), profiles=("google",)) == [(2, "term")]


def test_what_an_author_lacks_is_found_where_the_author_is_described():
    assert found(ARTICLE.replace('"name": "Nora Quist", ', "")) == [(9, "Author-name")]


@pytest.mark.parametrize("written", ["schema.org/Person", "//schema.org/Person", "https://schema.org/Persn"])
def test_a_type_of_microdata_that_is_no_class_is_one_finding(written):
    assert found(MICRODATA.replace("https://schema.org/Person", written), "html") == [(4, "term")]


def test_a_vocabulary_of_rdfa_without_its_slash_is_one_finding():
    assert found(RDFA, "html", ("schema-org",)) == [(2, "term")]
