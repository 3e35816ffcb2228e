"""Without a choice of the user's, each file is held to the rules that are meant for it, and none passes by accident."""

import json
from pathlib import Path

import pytest

from ld.pipeline import Build, build
from ld.read import read_text
from ld.report import report_page
from ld.serialize import n_quads
from ld.validate import Severity
from ld.validate.checked import CheckedFile
from ld.validate.checking import check_file
from ld.validate.profiles import Choice, checks_of

OURS, WEB, THING, DATA_SET = ("article-ld",), ("google", "schema-org"), ("schema-org",), ("void",)
STORY = """Harbour of Norvik opens again

By Bo Hart

"We have waited long enough," harbour master Ada Quill told reporters on the quay.

Ships of up to twelve metres draught can then use the new quay, and fishermen in Norway welcomed it.
"""
FOREIGN = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Harbour of Norvik opens again",
    "datePublished": "2024-03-05T08:00:00+01:00",
}


@pytest.fixture(scope="module")
def built() -> Build:
    return build(read_text(STORY, url="https://river.example/2024/harbour", date="2024-03-05", publisher="The River"))


def checked(path: Path, text: str, choice: Choice = Choice()) -> CheckedFile:  # noqa: B008 - a value
    path.write_text(text, encoding="utf-8")
    return check_file(str(path), checks_of(choice))


def violations(file: CheckedFile) -> list[str]:
    found = (located.result for located in file.results if located.result.severity is Severity.VIOLATION)
    return [file.error] if file.error else [result.shape.rpartition("#")[2] for result in found]


def script(document: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(document)}</script>'


def page(*documents: object, head: str = "") -> str:
    blocks = "".join(map(script, documents))
    return f"<!doctype html><html lang=en><head><title>T</title>{head}{blocks}</head><body><p>Text.</p></body></html>"


@pytest.mark.parametrize("name", ["a.ttl", "a.jsonld", "a.nq", "a.facts.json", "a.nt"])
def test_what_a_build_writes_is_held_to_our_own_shapes(built, name, tmp_path):
    texts = {
        "a.ttl": built.turtle(),
        "a.jsonld": built.json_ld(),
        "a.nq": n_quads(built.graph),
        "a.facts.json": built.facts_json(),
        "a.nt": "".join(f"{line.rpartition(' <')[0]} .\n" for line in n_quads(built.graph).splitlines()),
    }
    file = checked(tmp_path / name, texts[name])
    assert (file.profiles, violations(file)) == (OURS, [])


def test_json_ld_of_others_is_not_held_to_our_rules_for_iris(tmp_path):
    file = checked(tmp_path / "a.jsonld", json.dumps(FOREIGN))
    assert (file.profiles, violations(file)) == (WEB, [])


def test_json_ld_with_our_evidence_beside_it_is_ours(built, tmp_path):
    (tmp_path / "a.evidence.ttl").write_text(built.evidence_turtle(), encoding="utf-8")
    file = checked(tmp_path / "a.jsonld", json.dumps(FOREIGN))
    assert file.profiles == OURS
    assert violations(file)


def test_json_ld_with_the_evidence_in_it_is_ours(tmp_path):
    proof = {
        "@context": {"@vocab": "http://schema.org/", "oa": "http://www.w3.org/ns/oa#"},
        "@graph": [
            {"@id": "https://x.example/a#article", "@type": "NewsArticle", "headline": "Harbour"},
            {"@id": "https://x.example/a#p", "oa:hasBody": {"@id": "https://x.example/a#article"}},
        ],
    }
    assert checked(tmp_path / "a.jsonld", json.dumps(proof)).profiles == OURS
    assert checked(tmp_path / "a.html", page(proof)).profiles == OURS


def test_json_ld_whose_graphs_are_named_as_ours_is_ours(tmp_path):
    named = {
        "@context": {"@vocab": "http://schema.org/"},
        "@id": "https://x.example/a",
        "@graph": [{"@id": "https://x.example/a#article", "@type": "NewsArticle", "headline": "Harbour"}],
    }
    assert checked(tmp_path / "a.jsonld", json.dumps(named)).profiles == OURS


def test_a_fault_in_our_own_json_ld_does_not_make_it_another_s(built, tmp_path):
    faulty = built.json_ld().replace("#article", "#story").replace('"inLanguage": "en",', "")
    file = checked(tmp_path / "a.jsonld", faulty)
    assert file.profiles == OURS
    assert {"ArticleIriShape", "ArticleShape-inLanguage"} <= set(violations(file))


def test_turtle_that_may_be_anybody_s_is_held_to_the_strictest_rules(tmp_path):
    text = '<https://x.example/a> a <http://schema.org/NewsArticle> ; <http://schema.org/headline> "Harbour" .'
    file = checked(tmp_path / "a.ttl", text)
    assert file.profiles == OURS
    assert "ArticleIriShape" in violations(file)


def test_what_is_told_of_one_thing_need_not_describe_an_article(tmp_path):
    text = """
        @prefix schema: <http://schema.org/> .
        <http://www.wikidata.org/entity/Q20> a schema:Country ; schema:name "Norway" .
        <https://x.example/a#article> schema:about <http://www.wikidata.org/entity/Q20> .
        <https://x.example/b#place-1> schema:containedInPlace <http://www.wikidata.org/entity/Q20> .
    """
    file = checked(tmp_path / "q20.ttl", text)
    assert (file.profiles, file.results) == (THING, ())


@pytest.mark.parametrize(
    "line",
    [
        '<https://x.example/a#article> schema:headline "Harbour" .',
        "<https://x.example/a#article> a schema:NewsArticle .",
        "<https://x.example/a#article> a schema:NewsArticle ; schema:about <https://x.example/a#article> .",
    ],
)
def test_an_article_that_says_little_is_not_taken_for_what_is_told_of_one_thing(line, tmp_path):
    file = checked(tmp_path / "a.ttl", f"@prefix schema: <http://schema.org/> .\n{line}")
    assert file.profiles == OURS
    assert violations(file)


def test_the_description_of_a_store_is_held_to_what_such_must_tell(tmp_path):
    head = "@prefix void: <http://rdfs.org/ns/void#> . @prefix dcterms: <http://purl.org/dc/terms/> .\n"
    whole = f'{head}<https://x.example/void> a void:Dataset ; dcterms:title "News" ; void:triples 7 .'
    file = checked(tmp_path / "void.ttl", whole)
    assert (file.profiles, file.results, file.focus_nodes) == (DATA_SET, (), 1)
    assert violations(checked(tmp_path / "void.ttl", whole.replace("7", "-7"))) == ["Dataset-triples"]
    half = f"{whole}<https://x.example/void#l> a void:Linkset ; void:subjectsTarget <https://x.example/void> ."
    assert violations(checked(tmp_path / "void.ttl", half)) == ["Linkset-targets"]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.jsonld", "{}", "empty"),
        ("a.jsonld", '{"headline": "No context"}', "empty"),
        ("a.jsonld", '{"@id": "https://x.example/", "http://xmlns.com/foaf/0.1/name": "Ada"}', "focus"),
        ("a.jsonld", '{"@context": "https://schema.org", "@type": "NewsArticel"}', "term"),
        ("a.html", "<!doctype html><p>No data.</p>", "empty"),
        ("a.html", page({"@context": "https://schema.org", "@type": "NewsArticle", "headlin": "x"}), "term"),
        ("a.ttl", "", "empty"),
        ("a.ttl", '<https://x.example/> <http://xmlns.com/foaf/0.1/name> "Ada" .', "article"),
        ("a.nq", '<https://x.example/> <http://xmlns.com/foaf/0.1/name> "Ada" <https://x.example/g> .', "article"),
    ],
)
def test_what_is_empty_unknown_or_misspelt_passes_no_profile(name, text, code, tmp_path):
    assert code in violations(checked(tmp_path / name, text))


def test_a_page_without_an_article_is_told_so(tmp_path):
    site = {"@context": "https://schema.org", "@type": "WebSite", "name": "River", "url": "https://river.example/"}
    (located,) = checked(tmp_path / "a.html", page(site)).results
    assert (located.result.shape.rpartition("#")[2], located.result.severity) == ("article", Severity.WARNING)


@pytest.mark.parametrize("profile", ["article-ld", "google", "schema-org"])
def test_a_profile_that_the_user_names_counts_for_every_file(profile, built, tmp_path):
    choice = Choice(profiles=(profile,))
    for name, text in (("a.html", page(FOREIGN)), ("b.jsonld", json.dumps(FOREIGN)), ("c.ttl", built.turtle())):
        assert checked(tmp_path / name, text, choice).profiles == (profile,)


def test_shapes_of_the_users_count_for_every_file_as_before(tmp_path):
    shapes = tmp_path / "long.ttl"
    shapes.write_text(
        """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix schema: <http://schema.org/> .
        <x:S> a sh:NodeShape ; sh:targetClass schema:NewsArticle ;
            sh:property <x:P> . <x:P> sh:path schema:headline ; sh:minLength 100 .""",
        encoding="utf-8",
    )
    for name, text in (("a.html", page(FOREIGN)), ("b.jsonld", json.dumps(FOREIGN))):
        alone = checked(tmp_path / name, text, Choice(shapes=(str(shapes),)))
        assert alone.profiles == (str(shapes),)
        assert len(violations(alone)) == 1
        joined = checked(tmp_path / name, text, Choice(added=(str(shapes),)))
        assert joined.profiles == (*WEB, str(shapes))
        assert set(violations(alone)) <= set(violations(joined))


ORGANIZATION = {
    "@type": "NewsMediaOrganization",
    "name": "The River",
    "url": "https://river.example/",
    "logo": {"@type": "ImageObject", "url": "https://river.example/logo.png", "width": 600, "height": 60},
}
ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Harbour of Norvik opens again",
    "image": [
        "https://river.example/photos/1x1/quay.jpg",
        "https://river.example/photos/4x3/quay.jpg",
        "https://river.example/photos/16x9/quay.jpg",
    ],
    "datePublished": "2024-03-05T08:00:00+08:00",
    "dateModified": "2024-03-05T09:20:00+08:00",
    "author": [
        {"@type": "Person", "name": "Bo Hart", "url": "https://river.example/profile/hart"},
        {"@type": "Person", "name": "Ada Quill", "url": "https://river.example/profile/quill"},
    ],
}
PAYWALL = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paywall"}
GRAPH = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle",
            "@id": "https://river.example/2024/harbour/#article",
            "isPartOf": {"@id": "https://river.example/2024/harbour/"},
            "author": {"name": "Bo Hart", "@id": "https://river.example/#/schema/person/1"},
            "headline": "Harbour of Norvik opens again",
            "datePublished": "2024-03-05T08:00:00+00:00",
            "dateModified": "2024-03-05T08:00:00+00:00",
            "mainEntityOfPage": {"@id": "https://river.example/2024/harbour/"},
            "wordCount": 310,
            "commentCount": 0,
            "publisher": {"@id": "https://river.example/#organization"},
            "image": {"@id": "https://river.example/2024/harbour/#primaryimage"},
            "thumbnailUrl": "https://river.example/quay.jpg",
            "keywords": ["harbour", "Norvik"],
            "articleSection": ["Business"],
            "inLanguage": "en-GB",
            "potentialAction": [
                {"@type": "CommentAction", "name": "Comment", "target": ["https://river.example/2024/harbour/#respond"]}
            ],
        },
        {
            "@type": "WebPage",
            "@id": "https://river.example/2024/harbour/",
            "url": "https://river.example/2024/harbour/",
            "name": "Harbour of Norvik opens again - The River",
            "isPartOf": {"@id": "https://river.example/#website"},
            "primaryImageOfPage": {"@id": "https://river.example/2024/harbour/#primaryimage"},
            "breadcrumb": {"@id": "https://river.example/2024/harbour/#breadcrumb"},
            "potentialAction": [{"@type": "ReadAction", "target": ["https://river.example/2024/harbour/"]}],
        },
        {
            "@type": "ImageObject",
            "inLanguage": "en-GB",
            "@id": "https://river.example/2024/harbour/#primaryimage",
            "url": "https://river.example/quay.jpg",
            "contentUrl": "https://river.example/quay.jpg",
            "width": 1200,
            "height": 800,
            "caption": "The quay",
        },
        {
            "@type": "BreadcrumbList",
            "@id": "https://river.example/2024/harbour/#breadcrumb",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": "Home", "item": "https://river.example/"},
                {"@type": "ListItem", "position": 2, "name": "Harbour of Norvik opens again"},
            ],
        },
        {
            "@type": "WebSite",
            "@id": "https://river.example/#website",
            "url": "https://river.example/",
            "name": "The River",
            "potentialAction": [
                {
                    "@type": "SearchAction",
                    "target": {"@type": "EntryPoint", "urlTemplate": "https://river.example/?s={search_term_string}"},
                    "query-input": {
                        "@type": "PropertyValueSpecification",
                        "valueRequired": True,
                        "valueName": "search_term_string",
                    },
                }
            ],
        },
        {
            "@type": ["Person", "Organization"],
            "@id": "https://river.example/#organization",
            "name": "The River",
            "logo": {"@type": "ImageObject", "url": "https://river.example/logo.png"},
            "sameAs": ["https://social.example/river"],
        },
        {
            "@type": "Person",
            "@id": "https://river.example/#/schema/person/1",
            "name": "Bo Hart",
            "url": "https://river.example/author/hart/",
        },
    ],
}


@pytest.mark.parametrize(
    "documents",
    [
        (ARTICLE,),
        ({**ARTICLE, "@context": "http://schema.org/"},),
        ({**ARTICLE, "@context": "https://www.schema.org"},),
        ({**ARTICLE, "publisher": ORGANIZATION, "mainEntityOfPage": "https://river.example/2024/harbour"},),
        ({**ARTICLE, "author": {"@type": "Organization", "name": "The River", "url": "https://river.example/"}},),
        ({**ARTICLE, "@type": "BlogPosting"},),
        ({**ARTICLE, "@type": "LiveBlogPosting", "liveBlogUpdate": [{**ARTICLE, "@type": "BlogPosting"}]},),
        ({**ARTICLE, "isAccessibleForFree": False, "hasPart": PAYWALL},),
        ({**ARTICLE, "isAccessibleForFree": "False", "hasPart": [PAYWALL, {**PAYWALL, "cssSelector": ".b"}]},),
        ({**ARTICLE, "@type": ["Article", "NewsArticle"], "speakable": {"cssSelector": [".headline"]}},),
        ({"@context": "https://schema.org", "@type": "WebPage", "mainEntity": {**ARTICLE}},),
        (GRAPH,),
        (ARTICLE, {"@context": "https://schema.org", **ORGANIZATION}),
        ([ARTICLE, {"@context": "https://schema.org", **ORGANIZATION}],),
    ],
)
def test_a_page_that_follows_the_advice_of_search_engines_has_no_violation(documents, tmp_path):
    file = checked(tmp_path / "a.html", page(*documents))
    assert (file.profiles, violations(file)) == (WEB, [])


def test_an_article_as_the_documents_of_google_show_it_has_no_result_at_all(tmp_path):
    assert checked(tmp_path / "a.html", page(ARTICLE)).results == ()
    paywalled = {**ARTICLE, "isAccessibleForFree": False, "hasPart": PAYWALL, "publisher": ORGANIZATION}
    assert checked(tmp_path / "a.html", page(paywalled)).results == ()


def test_a_page_that_we_made_for_people_need_not_hold_data(built, tmp_path):
    (located,) = checked(tmp_path / "a.html", report_page(built.facts, built.report)).results
    assert (located.result.shape.rpartition("#")[2], located.result.severity) == ("report", Severity.INFO)


@pytest.mark.parametrize("maker", ["article-ld", "WordPress 6.4", "by article-ld 1"])
def test_a_page_of_others_without_data_is_empty(maker, tmp_path):
    head = f'<meta name="generator" content="{maker}">'
    assert violations(checked(tmp_path / "a.html", page(head=head))) == ["empty"]


def test_a_page_of_ours_in_which_a_block_says_nothing_is_empty(built, tmp_path):
    text = report_page(built.facts, built.report).replace("</head>", f"{script({})}</head>")
    assert violations(checked(tmp_path / "a.html", text)) == ["empty"]
