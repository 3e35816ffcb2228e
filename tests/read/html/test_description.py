"""What a page's own block says of its article comes through, as far as schema.org defines it, with its words."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read.news_page import ARTICLE, TODAY, json_ld, meta, page

from ld.article import SourceCitation
from ld.read.facts_description import description_faults
from ld.read.html import read_html

SAID = {
    "description": "Two ministers met in Oslo.",
    "alternativeHeadline": "A full port",
    "wordCount": 140,
    "copyrightYear": "2024",
    "license": "https://creativecommons.org/licenses/by/4.0/",
    "copyrightHolder": {"@type": "Organization", "name": "Norvik Media"},
}
LITERALS = {
    ("description", "Two ministers met in Oslo.", "Text"),
    ("alternativeHeadline", "A full port", "Text"),
    ("wordCount", "140", "Integer"),
    ("copyrightYear", "2024", "Integer"),
    ("license", "https://creativecommons.org/licenses/by/4.0/", "URL"),
    ("name of copyrightHolder", "Norvik Media", "Text"),
}


def read(head="", **parts):
    return read_html(page(head, **parts), today=TODAY)


def literals(head="", **parts):
    description = read(head, **parts).description
    return {(path, each.value, each.datatype) for path, each in description.literals()} if description else set()


def reasons(head="", **parts):
    return {each.what: each.because for each in read(head, **parts).left_out}


def script(document) -> str:
    return f'<script type="application/ld+json">{json.dumps(document)}</script>'


def prefixed(value, prefix):
    if isinstance(value, list):
        return [prefixed(item, prefix) for item in value]
    if not isinstance(value, dict):
        return value
    node = {key if key[0] == "@" else prefix + key: prefixed(item, prefix) for key, item in value.items()}
    return node | ({"@type": prefix + value["@type"]} if "@type" in value else {})


PLAIN = {key: value for key, value in (ARTICLE | SAID).items() if key != "@context"}
HOLDER = {"@id": "#us", **SAID["copyrightHolder"]}
SHAPES = {
    "a node": script(ARTICLE | SAID),
    "a list": script([{"@type": "WebSite", "name": "Norvik"}, ARTICLE | SAID]),
    "a graph": script({"@context": "https://schema.org", "@graph": [PLAIN]}),
    "a reference": script({"@graph": [PLAIN | {"copyrightHolder": {"@id": "#us"}}, HOLDER]}),
    "another block": script(PLAIN | {"copyrightHolder": {"@id": "#us"}}) + script(HOLDER),
    "a main entity": script({"@type": "WebPage", "mainEntity": PLAIN}),
    "a prefix": script({"@context": {"s": "https://schema.org/"}, **prefixed(PLAIN, "s:")}),
    "whole addresses": script(prefixed(PLAIN, "http://schema.org/")),
    "aliases": script(
        {"@context": {"summary": "schema:description"}, **PLAIN, "description": None} | {"summary": SAID["description"]}
    ),
    "a comma too many": script(PLAIN).replace("}</script>", ",}</script>"),
    "a comment": script(PLAIN).replace('"headline"', '/* by a template, } */ "headline"', 1),
    "CDATA": script(PLAIN).replace(">{", ">//<![CDATA[\n{", 1).replace("}</script>", "}\n//]]></script>"),
    "semicolons": script(PLAIN).replace('", "', '"; "'),
    "lists of one": script({key: value if key[0] == "@" else [value] for key, value in PLAIN.items()}),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_it_comes_through_in_every_shape_of_json_ld(shape):
    assert literals(SHAPES[shape]) == LITERALS


ITEMS = """
<div {item}>
<meta {prop}="description" content="Two ministers met in Oslo.">
<meta {prop}="alternativeHeadline" content="A full port">
<meta {prop}="wordCount" content="140"><meta {prop}="copyrightYear" content="2024">
<a {prop}="license" href="https://creativecommons.org/licenses/by/4.0/">Licence</a>
<div {prop}="copyrightHolder" {holder}><span {prop}="name">Norvik Media</span></div></div>
"""
MICRODATA = ITEMS.format(
    item='itemscope itemtype="https://schema.org/NewsArticle"',
    holder='itemscope itemtype="https://schema.org/Organization"',
    prop="itemprop",
)
RDFA = ITEMS.format(
    item='vocab="https://schema.org/" typeof="NewsArticle"', holder='typeof="Organization"', prop="property"
)
PREFIXED_RDFA = ITEMS.format(
    item='typeof="schema:NewsArticle"', holder='typeof="schema:Organization"', prop="property"
).replace('property="', 'property="schema:')


@pytest.mark.parametrize("below", [MICRODATA, RDFA, PREFIXED_RDFA], ids=["microdata", "RDFa", "RDFa with prefix"])
def test_it_comes_through_from_elements(below):
    assert literals(below=below) == LITERALS


def test_of_two_descriptions_the_first_that_has_a_property_counts():
    head = json_ld(description="From JSON-LD.")
    assert literals(head, below=MICRODATA) == {
        ("description", "From JSON-LD.", "Text"),
        *(each for each in LITERALS if each[0] != "description"),
    }


def test_the_head_of_the_page_gives_what_no_block_does():
    head = meta("og:description", "From the head.") + '<link rel="license" href="/licence">'
    assert literals(head + '<base href="https://harbor.example/a">') == {
        ("description", "From the head.", "Text"),
        ("license", "https://harbor.example/licence", "URL"),
    }
    assert ("description", "From the block.", "Text") in literals(head + json_ld(description="From the block."))


def test_of_several_articles_in_microdata_none_is_taken_for_the_page_s():
    teaser = (
        '<div itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="description" content="Other."></div>'
    )
    assert literals(below=MICRODATA + teaser) == set()


def test_each_value_cites_its_words_in_the_page():
    for _, each in read(json_ld(**SAID)).description.literals():
        (proof,) = each.evidence
        assert isinstance(proof, SourceCitation)
        assert proof.exact == each.value
        assert proof.rule.endswith("in JSON-LD")


def test_the_subtype_of_the_article_is_kept():
    assert read(json_ld(**{"@type": "OpinionNewsArticle"})).description.classes == ("OpinionNewsArticle",)


def test_what_the_article_has_fields_for_is_not_said_twice():
    assert literals(json_ld(articleBody="The port is full.", keywords="port", isAccessibleForFree=True)) == set()


def test_an_author_has_a_job_and_other_addresses():
    author = {"@type": "Person", "name": "Jane Doe", "jobTitle": "Port reporter", "sameAs": "https://social.example/jd"}
    assert literals(json_ld(author=author)) == {
        ("name of author", "Jane Doe", "Text"),
        ("jobTitle of author", "Port reporter", "Text"),
        ("sameAs of author", "https://social.example/jd", "URL"),
    }


def test_who_does_not_sign_by_the_byline_is_left_out_with_the_reason():
    people = [{"@type": "Person", "name": name, "jobTitle": "Editor"} for name in ("Jane Doe", "Ole Berg")]
    byline = "<h1>Harbor ministers meet in Oslo</h1><p>By Jane Doe</p>"
    assert {each[1] for each in literals(json_ld(author=people), above=byline)} == {"Jane Doe", "Editor"}
    assert reasons(json_ld(author=people), above=byline) == {"author in JSON-LD": "the article is not signed so"}


def test_a_publisher_has_its_type_its_logo_and_its_policies():
    publisher = {
        "@type": "NewsMediaOrganization",
        "name": "The Harbor Gazette",
        "logo": {"@type": "ImageObject", "url": "https://harbor.example/logo.png", "width": 60},
        "correctionsPolicy": "/corrections",
    }
    head = json_ld(publisher=publisher, url="https://harbor.example/2024/oslo")
    said = next(each for each in read(head).description.properties if each.name == "publisher")
    assert said.thing.classes == ("NewsMediaOrganization",)
    assert literals(head) >= {
        ("url of logo of publisher", "https://harbor.example/logo.png", "URL"),
        ("width of logo of publisher", "60", "Integer"),
        ("correctionsPolicy of publisher", "https://harbor.example/corrections", "URL"),
    }


def test_parts_behind_a_paywall_are_told():
    part = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".paywall"}
    assert literals(json_ld(hasPart=part)) == {
        ("isAccessibleForFree of hasPart", "false", "Boolean"),
        ("cssSelector of hasPart", ".paywall", "Text"),
    }


def test_a_picture_has_its_size_its_licence_and_its_origin():
    picture = {
        "@type": "ImageObject",
        "url": "https://harbor.example/quay.jpg",
        "width": "1200",
        "license": "https://harbor.example/licence",
        "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
    }
    assert {each[0] for each in literals(json_ld(image=picture))} == {
        f"{key} of image" for key in picture if key[0] != "@"
    }


@pytest.mark.parametrize(
    ("said", "what", "because"),
    [
        ({"flavour": "salt"}, "flavour", "schema.org has no such property"),
        ({"og:title": "Port"}, "og:title", "schema.org has no such property"),
        ({"recipeYield": "2"}, "recipeYield", "schema.org does not define it for NewsArticle"),
        ({"description": ""}, "description", "is blank"),
        ({"description": "a" * 6000}, "description", "is too long"),
        ({"description": "&amp;amp;lt;b&amp;amp;gt;"}, "description", "holds markup"),
        ({"wordCount": "many"}, "wordCount", "is no Integer"),
        ({"dateCreated": "yesterday"}, "dateCreated", "is no Date or DateTime"),
        ({"thumbnailUrl": "javascript:alert(1)"}, "thumbnailUrl", "is no URL"),
        ({"thumbnailUrl": "https://harbor.example/a|b"}, "thumbnailUrl", "is a broken address"),
        ({"about": "Ports"}, "about", "is no Thing"),
        ({"about": {"@type": "Person"}}, "about", "says nothing"),
        ({"about": {"@type": "Person", "jobTitle": "Pilot"}}, "about", "has no name"),
        ({"about": {"@id": "#nobody"}}, "about", "leads to nothing on the page"),
        ({"about": {"@type": "Claim", "text": "All is well."}},
         "about", "is of a class that tells what the text states"),
        ({"copyrightHolder": {"@type": "Place", "name": "Oslo"}},
         "copyrightHolder", "is a Place, not Organization or Person"),
        ({"video": {"@type": "VideoObject", "author": {"@type": "Person", "name": "admin"}, "name": "Quay"}},
         "author of video", "names no author"),
    ],
)  # fmt: skip
def test_what_does_not_come_through_is_left_out_with_its_reason(said, what, because):
    assert reasons(json_ld(**said))[f"{what} in JSON-LD"] == because


def test_what_the_page_says_of_another_publisher_than_the_user_s_is_left_out():
    publisher = {"@type": "Organization", "name": "Norvik News", "url": "https://norvik.example/"}
    article = read_html(page(json_ld(publisher=publisher)), publisher="The Harbor Gazette", today=TODAY)
    assert [each.because for each in article.left_out] == ["the article's publisher has another name"]


def test_a_block_that_nobody_can_read_is_told_with_its_line():
    broken = '<script type="application/ld+json">\n{"@type": "NewsArticle",\n "headline": "The "full" port"}</script>'
    ((what, because),) = reasons(broken).items()
    assert what.startswith("JSON-LD in line 1")
    assert because == "cannot be read: line 3, Expecting ',' delimiter"


def test_a_number_that_no_reader_can_hold_is_told_with_its_line():
    lost = '<script type="application/ld+json">\n{"@type": "NewsArticle",\n "wordCount": 1e999999}</script>'
    ((what, because),) = reasons(lost).items()
    assert what.startswith("a value of JSON-LD in line 3")
    assert because == "the number 1e999999 is greater than readers can hold (1.8e308)"


def test_two_nodes_that_lead_to_each_other_come_to_an_end():
    graph = [
        PLAIN | {"copyrightHolder": {"@id": "#a"}},
        {"@id": "#a", "@type": "Organization", "name": "Norvik Media", "parentOrganization": {"@id": "#b"}},
        {"@id": "#b", "@type": "Organization", "name": "Norvik Group", "subOrganization": {"@id": "#a"}},
    ]
    assert reasons(script({"@graph": graph})) == {
        "subOrganization of parentOrganization of copyrightHolder in JSON-LD": "leads back to itself"
    }


def test_what_is_nested_too_deeply_is_left_out():
    node = {"@type": "Organization", "name": "Norvik 9"}
    for number in range(8):
        node = {"@type": "Organization", "name": f"Norvik {number}", "parentOrganization": node}
    assert "is nested too deeply" in reasons(json_ld(copyrightHolder=node)).values()


def test_of_a_page_that_says_very_much_only_the_beginning_is_kept():
    many = {
        name: [f"{name} {number}" for number in range(400)]
        for name in ("genre", "teaches", "award", "assesses", "pattern")
    }
    many |= {name: [{"@type": "Thing", "name": f"{name} {n}"} for n in range(400)] for name in ("about", "mentions")}
    article = read(json_ld(**many))
    assert len([*article.description.literals()]) <= 300
    assert len(article.left_out) <= 100


def test_nodes_that_all_lead_to_each_other_come_to_an_end():
    names = [f"#{number}" for number in range(60)]
    links = {
        name: [{"@id": other} for other in names] for name in ("about", "mentions", "citation", "isPartOf", "hasPart")
    }
    graph = [{"@id": name, "@type": "CreativeWork", "name": name, **links} for name in names]
    article = read(script({"@graph": [PLAIN | links, *graph]}))
    assert len([*article.description.literals()]) <= 300


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(("https://h.example/a", "javascript:1", "#a", "2024-09-11", "<b>", "\ud800", "12 px")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                (
                    "@type",
                    "@id",
                    "@value",
                    "@list",
                    "@context",
                    "name",
                    "url",
                    "author",
                    "image",
                    "about",
                    "width",
                    "logo",
                )
            ),
            inner
            | st.sampled_from(("Person", "Organization", "ImageObject", "Country", "NewsArticle", "schema:Place")),
        )
    ),
    max_leaves=12,
)


@settings(max_examples=60)
@given(
    st.dictionaries(
        st.sampled_from(("about", "publisher", "author", "image", "video", "license", "@context", "x")), VALUES
    )
)
def test_whatever_a_page_says_its_description_is_sound(said):
    article = read(script(ARTICLE | said))
    assert list(description_faults(article.description)) == []
