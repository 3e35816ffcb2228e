"""The marks in the text: read back by an HTML parser, they are the mentions of the facts."""

from html.parser import HTMLParser

from fixtures_facts import FACTS, TEXT, replaced
from hypothesis import given
from hypothesis import strategies as st

from ld.article import Article, Part, Stated
from ld.facts import Entity, Facts, Mention
from ld.report.outline import Outline
from ld.report.passage import passage

WORDS = "one two three four five six seven"


class Reader(HTMLParser):
    """The words of each part and of each mark, and which marks have links."""

    def __init__(self, markup):
        super().__init__()
        self.parts, self.marked, self.links, self.nested_links = [], {}, [], 0
        self._open = []
        self.feed(markup)
        self.close()
        assert not self._open

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if "part" in attributes.get("class", "").split():
            self.parts.append("")
        if tag == "a":
            self.nested_links += any(name == "a" for name, _ in self._open)
            owner = attributes.get("data-entity") or next(e for _, e in reversed(self._open) if e)
            self.links.append(owner)
        self._open.append((tag, attributes.get("data-entity")))

    def handle_endtag(self, tag):
        assert self._open.pop()[0] == tag

    def handle_data(self, data):
        if self._open:
            self.parts[-1] += data
        for entity in {entity for _, entity in self._open if entity}:
            self.marked[entity] = self.marked.get(entity, "") + data


def facts_of(spans, text=WORDS):
    entities = tuple(
        Entity(id=f"work-{n}", kind="work", name=f"{n}", mentions=(Mention.of(text, start, end),))
        for n, (start, end) in enumerate(spans)
    )
    stated = Stated(value="en", evidence=())
    parts = (Part(kind="paragraph", start=0, end=len(text), source_start=0),)
    return Facts(
        version=1, article=Article(text=text, parts=parts, headline=stated, language=stated), entities=entities
    )


def read(facts):
    return Reader(passage(Outline(facts)))


def test_the_text_stands_part_by_part_as_it_is():
    assert read(FACTS).parts == [TEXT[part.start : part.end] for part in FACTS.article.parts]


def test_each_mention_is_marked_with_its_entity():
    assert read(FACTS).marked["person-jan-okafor"] == "Jan OkaforOkafor"


def test_a_mention_inside_another_is_marked_for_both():
    found = read(facts_of([(0, 13), (4, 7)]))
    assert found.marked == {"work-0": "one two three", "work-1": "two"}
    assert sorted(found.links) == ["work-0", "work-1"]


def test_mentions_that_cross_are_both_marked_whole():
    found = read(facts_of([(0, 7), (4, 13)]))
    assert found.marked == {"work-0": "one two", "work-1": "two three"}


def test_two_entities_with_the_same_words_are_both_marked():
    assert read(facts_of([(4, 7), (4, 7)])).marked == {"work-0": "two", "work-1": "two"}


def test_a_mention_tells_which_statements_cite_its_words():
    markup = passage(Outline(FACTS))
    number = next(n for n, s in enumerate(Outline(FACTS).statements) if str(s).startswith("Jan Okafor is"))
    mark = markup[markup.index('data-entity="person-jan-okafor"') :].split(">")[0]
    assert str(number) in mark.split('data-proves="')[1].split('"')[0].split()


def test_offsets_count_code_points():
    text = "🚢🚢 Ada sails"
    assert read(facts_of([(3, 6)], text)).marked == {"work-0": "Ada"}


def test_a_deep_nest_of_mentions_is_no_trouble():
    text = "x" * 5000
    assert len(read(facts_of([(n, 5000) for n in range(2000)], text)).marked) == 2000


def test_a_text_without_a_headline_has_no_title_of_its_own():
    article = replaced(FACTS.article, parts=FACTS.article.parts[1:])
    assert "<h1" not in passage(Outline(replaced(FACTS, article=article)))


spans = st.tuples(st.integers(0, len(WORDS) - 1), st.integers(1, len(WORDS))).filter(lambda span: span[0] < span[1])


@given(st.lists(spans, max_size=8))
def test_however_mentions_overlap_all_are_marked_whole_and_no_link_lies_in_another(drawn):
    found = read(facts_of(drawn))
    assert found.parts == [WORDS]
    assert found.marked == {f"work-{n}": WORDS[start:end] for n, (start, end) in enumerate(drawn)}
    assert found.nested_links == 0
    assert len(found.links) == len(set(found.links))
