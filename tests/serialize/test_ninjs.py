"""ninjs out, and in again: nothing that both know is lost."""

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from material import NINJS_SCHEMA
from read.agency.items import ninjs as item
from strategies import headlines, paragraphs

from ld import build
from ld.article import Article, Author, Given, Image, Part, Stated
from ld.cli import main
from ld.facts import Facts
from ld.read.agency import read_agency_item
from ld.serialize import ninjs

NAME = "urn:uuid:0b6ef6b0-8b53-5c02-a4b4-8e3a2b3a9f10"
NAMES = ("Nora Quist", "Jan Okafor", "Pia Brandt", "Tom van der Zee")


def stated(value: str) -> Stated:
    return Stated(value=value, evidence=(Given(option="--test", value=value),))


words = st.sampled_from(("Shipping", "ports & piers", "The <Quay>", "“Full”", "Ærø"))
addresses = st.integers(1, 99).map(lambda number: f"https://harbor.example/{number}")
moments = st.sampled_from(("2024-09-10T10:00:00Z", "2024-09-11T12:30:00+02:00", "2024-09-12T00:00:00-05:00"))
images = st.builds(
    lambda caption, credit, url: Image(caption=caption, credit=credit if caption else None, url=url),
    caption=st.none() | words.map(stated),
    credit=st.none() | st.sampled_from(NAMES).map(stated),
    url=st.none() | addresses.map(stated),
).filter(lambda image: image.caption or image.url)


@st.composite
def articles(draw) -> Article:
    """An article with what both know of it."""
    kinds = ["headline", *draw(st.lists(st.sampled_from(("paragraph", "subheading")), max_size=4)), "paragraph"]
    texts = [draw(headlines), *(draw(paragraphs) for _ in kinds[1:])]
    parts, start = [], 0
    for kind, text in zip(kinds, texts, strict=True):
        parts.append(Part(kind=kind, start=start, end=start + len(text), source_start=start))
        start += len(text) + 2
    published, modified = draw(moments), draw(moments)
    authors = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=3))
    return Article(
        text="\n\n".join(texts),
        parts=tuple(parts),
        headline=stated(texts[0]),
        language=stated(draw(st.sampled_from(("en", "de", "pt-BR")))),
        url=draw(st.none() | addresses.map(stated)),
        date_published=stated(published),
        date_modified=stated(modified) if modified != published else None,
        publisher=draw(st.none() | words.map(stated)),
        authors=tuple(
            Author(value=name, evidence=stated(name).evidence, url=draw(st.none() | addresses.map(stated)))
            for name in authors
        ),
        sections=tuple(map(stated, draw(st.lists(words, unique=True, max_size=2)))),
        keywords=tuple(map(stated, draw(st.lists(words, unique=True, max_size=3)))),
        images=tuple(draw(st.lists(images, max_size=2))),
    )


def known(article: Article) -> dict:
    """What ninjs and an article both know of it."""
    value = lambda each: each.value if each else None  # noqa: E731
    return {
        "parts": [(p.kind, article.text[p.start : p.end]) for p in article.parts if p.kind != "byline"],
        "stated": [
            value(getattr(article, name))
            for name in ("headline", "language", "url", "date_published", "date_modified", "publisher")
        ],
        "authors": [(author.value, value(author.url)) for author in article.authors],
        "sections": [each.value for each in article.sections],
        "keywords": [each.value for each in article.keywords],
        "images": [[value(each) for each in (image.caption, image.credit, image.url)] for image in article.images],
    }


@given(articles())
def test_an_article_comes_back_with_all_that_both_know(article):
    assert known(read_agency_item(ninjs(Facts(version=1, article=article), NAME))) == known(article)


@pytest.mark.material(NINJS_SCHEMA)
@given(articles())
def test_every_article_is_valid_by_the_schema_of_the_iptc(article):
    schema = json.loads(NINJS_SCHEMA.path.read_bytes())
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    validator.validate(json.loads(ninjs(Facts(version=1, article=article), NAME)))


@pytest.mark.material(NINJS_SCHEMA)
def test_the_facts_of_an_item_are_valid_by_that_schema(tmp_path):
    (tmp_path / "item.json").write_text(item(), encoding="utf-8")
    built = build(tmp_path / "item.json")
    schema = json.loads(NINJS_SCHEMA.path.read_bytes())
    jsonschema.Draft202012Validator(schema).validate(json.loads(built.ninjs()))


def test_it_names_whom_and_what_the_text_names_with_their_items(tmp_path):
    (tmp_path / "item.json").write_text(item(), encoding="utf-8")
    told = json.loads(build(tmp_path / "item.json").ninjs())
    assert {"name": "Norway", "rel": "mentions", "uri": "http://www.wikidata.org/entity/Q20"} in told["places"]
    assert ("Ada Quill", "about") in {(person["name"], person["rel"]) for person in told["people"]}


def test_a_day_without_a_time_is_left_out():
    article = Article(
        text="A\n\nB",
        parts=(
            Part(kind="headline", start=0, end=1, source_start=0),
            Part(kind="paragraph", start=3, end=4, source_start=3),
        ),
        headline=stated("A"),
        language=stated("und"),
        date_published=stated("2024-09-11"),
    )
    told = json.loads(ninjs(Facts(version=1, article=article), NAME))
    assert set(told) == {"standard", "uri", "type", "headlines", "bodies"}


def test_build_writes_it_beside_the_graphs(tmp_path):
    (tmp_path / "story.json").write_text(item(), encoding="utf-8")
    assert main(["build", str(tmp_path / "story.json"), "-o", str(tmp_path / "out"), "--ninjs"]) == 0
    told = (tmp_path / "out" / "story.ninjs.json").read_text(encoding="utf-8")
    assert read_agency_item(told).headline.value == "Harbor minister meets pilots"
    assert main(["build", str(tmp_path / "out" / "story.ninjs.json"), "-o", str(tmp_path / "again"), "--ninjs"]) == 0
