"""Which posts people hold, and for whom."""

import pytest


def posts(facts) -> list[tuple]:
    name = {entity.id: entity.name for entity in facts.entities}
    return [(name[p.holder], p.title, name.get(p.body or p.country)) for p in facts.posts]


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        ("Canadian Defense Minister Ada Quill left.", ("Ada Quill", "Defense Minister", "Canada")),
        ("Norway's foreign minister, Ada Quill, left.", ("Ada Quill", "foreign minister", "Norway")),
        ("Former French President Ada Quill left.", ("Ada Quill", "former President", "France")),
        ("Ada Quill, the prime minister of Norway, left.", ("Ada Quill", "prime minister", "Norway")),
        (
            "Ada Quill, a state secretary at the German Federal Ministry of Defense, left.",
            ("Ada Quill", "state secretary", "German Federal Ministry of Defense"),
        ),
        (
            "Norway's Industrial Relations Minister Ada Quill left.",
            ("Ada Quill", "Industrial Relations Minister", "Norway"),
        ),
        (
            "Ada Quill, director of the Northern Harbor Board, left.",
            ("Ada Quill", "director", "Northern Harbor Board"),
        ),
    ],
)
def test_a_post_has_its_title_and_whose_it_is(facts, sentence, post):
    found = posts(facts(sentence, "Canada, Norway and France sent ships."))
    assert found == [post]


def test_words_of_a_title_that_name_an_organization_are_whose_it_is(facts):
    found = facts("National Party leader Ada Quill left.", "The National Party met.")
    assert posts(found) == [("Ada Quill", "leader", "National Party")]


def test_the_same_post_stated_twice_is_one_with_two_proofs(facts):
    (post,) = facts("Canadian Defense Minister Ada Quill left.", "Defense Minister Ada Quill came back.").posts
    assert len(post.evidence) == 2


def test_a_bare_president_belongs_to_the_government_that_the_sentence_names(facts):
    found = facts("President Ada Quill said that Oslo had denied a port to Norway.")
    assert posts(found) == [("Ada Quill", "President", "Norway")]


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        ("Secretary of Defense Ada Quill left.", ("Ada Quill", "Secretary of Defense", None)),
        ("Vice-President Ada Quill left.", ("Ada Quill", "Vice-President", None)),
        ("Then-President Ada Quill left.", ("Ada Quill", "then President", None)),
        ("It went to then-former French President Ada Quill.", ("Ada Quill", "former President", "France")),
        ("Norway's newly elected prime minister Ada Quill left.", ("Ada Quill", "prime minister", "Norway")),
        ("Norwegian Ambassador to the United Nations Ada Quill left.", ("Ada Quill", "Ambassador", "Norway")),
        ("Ada Quill, the Norwegian ambassador to France, left.", ("Ada Quill", "ambassador", "Norway")),
        (
            "Ada Quill, a former director of the U.S. Northern Harbor Office, left.",
            ("Ada Quill", "former director", "Northern Harbor Office"),
        ),
        (
            "The Northern Harbor Board met. Ada Quill, the board's executive director, left.",
            ("Ada Quill", "executive director", "Northern Harbor Board"),
        ),
        ("Ada Quill, deputy leader of the port workers, left.", ("Ada Quill", "deputy leader", None)),
    ],
)
def test_a_title_is_read_whole(facts, sentence, post):
    assert posts(facts(sentence, "Norway and France sent ships."))[0] == post


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ada Quill, and Secretary of Defense Jan Okafor left.",
        "Minister Ada Quill, who met the director of the port, left.",
        "Minister Ada Quill, a friend of the president, left.",
        "Minister Ada Quill, Director Jan Okafor and others left.",
    ],
)
def test_another_s_title_is_not_the_holder_s(facts, sentence):
    assert [title for name, title, _ in posts(facts(sentence)) if name == "Ada Quill"] == ["Minister"]


def test_under_a_president_tells_when_and_is_no_title(facts):
    assert posts(facts("It grew under President Ada Quill.")) == [("Ada Quill", "President", None)]


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ("Sen. Ada Quill left.", "Senator Ada Quill came.", "Sen."),
        ("Judge Ada Quill left.", "District Judge Ada Quill came.", "District Judge"),
    ],
)
def test_two_ways_to_write_a_title_are_one_post(facts, first, second, title):
    (post,) = facts(first, second).posts
    assert (post.title, len(post.evidence)) == (title, 2)


def test_a_vice_president_is_no_president(facts):
    found = posts(facts("President Ada Quill left.", "Vice President Ada Quill came."))
    assert [title for _, title, _ in found] == ["President", "Vice President"]


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("Ada Quill, who was director of the Northern Harbor Board from 2010 to 2014, left.", ("2010", "2014")),
        ("Ada Quill, director of the Northern Harbor Board since May 2021, left.", ("2021-05", None)),
        ("Ada Quill, director of the Northern Harbor Board until last year, left.", (None, "2023")),
        ("Ada Quill was appointed director of the Northern Harbor Board in 2019.", ("2019", None)),
        ("Ada Quill is director of the Northern Harbor Board.", (None, None)),
    ],
)
def test_a_post_is_held_since_and_until_when_the_text_says(facts, sentence, term):
    (post,) = facts(sentence).posts
    assert (post.start and post.start.value, post.end and post.end.value) == term


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Quill was director of the Northern Harbor Board.",
        "If Ada Quill is director of the Northern Harbor Board, ships will wait.",
        "Ada Quill is not the director of the Northern Harbor Board.",
        "Ada Quill is a critic of the director of the Northern Harbor Board.",
        "Ada Quill is a leader who likes ships.",
    ],
)
def test_what_is_past_supposed_or_denied_is_no_post(facts, sentence):
    assert posts(facts(sentence, "Mayor Jan Okafor and Minister Ada Quill left.")) == [
        ("Jan Okafor", "Mayor", None),
        ("Ada Quill", "Minister", None),
    ]


def test_a_king_is_not_the_one_whose_surname_is_the_same(facts):
    found = facts("Director Jan Magnus left.", "King Magnus of Norway stayed.")
    assert posts(found) == [("Jan Magnus", "Director", None), ("Magnus", "King", "Norway")]


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        ("Ohio Gov. Ada Quill left.", ("Ada Quill", "Gov.", "Ohio")),
        ("Ohio Republican Gov. Ada Quill left.", ("Ada Quill", "Gov.", "Ohio")),
        ("Sen. Ada Quill of Ohio left.", ("Ada Quill", "Sen.", "Ohio")),
        ("Rep. Ada Quill, D-Ohio, left.", ("Ada Quill", "Rep.", "Ohio")),
        ("Ada Quill, the mayor of London, left.", ("Ada Quill", "mayor", "London")),
    ],
)
def test_a_post_may_be_held_for_a_state_or_a_town(facts, sentence, post):
    found = facts(sentence)
    (told,) = found.posts
    assert (found.entity(told.holder).name, told.title, found.entity(told.place).name) == post


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("Former minister Ada Quill left.", "former"),
        ("Former government minister Ada Quill left.", "former"),
        ("The former presidential candidate Sen. Ada Quill left.", "current"),
        ("It was a former director under President Ada Quill.", "current"),
        ("Acting Mayor Ada Quill left.", "acting"),
        ("Interim director Ada Quill left.", "acting"),
        ("President-elect Ada Quill left.", "future"),
        ("President Ada Quill, who was deposed by rebels, left.", "former"),
        ("Minister Ada Quill, who resigned on Monday, left.", "former"),
        ("Minister Ada Quill, who met the former president, left.", "current"),
        ("Outgoing Prime Minister Ada Quill left.", "current"),
    ],
)
def test_the_words_tell_whether_a_post_is_held_now(facts, sentence, state):
    (post,) = facts(sentence).posts
    assert post.state == state


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Ada Quill served as director of the Northern Harbor Board.", "director"),
        ("Minister Ada Quill, served as director of the Northern Harbor Board.", "director"),
        ("Ada Quill, who previously was director of the Northern Harbor Board, left.", "director"),
        ("Minister Ada Quill, a former police officer, left.", "former police officer"),
    ],
)
def test_what_somebody_was_before_is_a_former_post(facts, sentence, title):
    assert [post.state for post in facts(sentence).posts if post.title == title] == ["former"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dairy Makers of Canada's chief economist, Ada Quill, left.",
        "On Monday Hirely Canada's chief economist, Ada Quill, left.",
        "Ada Quill, founder and CEO of Canada and Norway Ports, left.",
    ],
)
def test_a_company_called_like_a_country_is_not_the_country(facts, sentence):
    (post,) = facts(sentence, "Ada Quill said that it rained in Canada.").posts
    assert post.country is None


def test_who_is_called_former_once_is_so_in_what_tells_of_the_past(facts):
    (post,) = facts("Former President Ada Quill left.", "In 2019 President Ada Quill came.").posts
    assert (post.state, len(post.evidence)) == ("former", 2)


@pytest.mark.parametrize(
    "sentence",
    [
        "Diplomats fear that a President Quill might confuse allies.",
        "Ports fear a future Prime Minister Quill.",
        "It was his nominee for commerce secretary, Ada Quill, who left.",
        "It was the candidate for president Ada Quill who left.",
    ],
)
def test_what_somebody_only_might_be_is_no_post(facts, sentence):
    assert posts(facts(sentence, "Ada Quill said that it rained.")) == []


def test_a_title_that_is_the_next_subject_is_not_the_one_of_the_name_before(facts):
    found = facts("After a meeting with NATO Secretary General Jan Okafor, the US President said that it rained.")
    assert posts(found) == [("Jan Okafor", "Secretary General", "NATO")]


@pytest.mark.parametrize(
    ("sentences", "post"),
    [
        (
            ("Councilwoman Ada Quill left.", "The Harbor City Council met."),
            ("Ada Quill", "Councilwoman", "Harbor City Council"),
        ),
        (
            ("The Northern Harbor Bank grew.", "CEO Ada Quill of the Northern Harbor Bank left."),
            ("Ada Quill", "CEO", "Northern Harbor Bank"),
        ),
        (
            ("Jan Okafor is the leader of the Northern Harbor Union.", "The former leader Ada Quill left."),
            ("Ada Quill", "former leader", "Northern Harbor Union"),
        ),
        (
            ("The White House said so.", "President Ada Quill left the United States."),
            ("Ada Quill", "President", "United States"),
        ),
    ],
)
def test_a_bare_title_is_of_the_only_one_in_the_article_that_it_can_mean(facts, sentences, post):
    assert post in posts(facts(*sentences))


@pytest.mark.parametrize(
    "sentences",
    [
        ("Councilwoman Ada Quill left.", "The Harbor City Council met the Quay Town Council."),
        ("President Ada Quill left.", "Norway met the White House. Norway and the United States sent ships."),
        ("It was Northwater President Ada Quill who left.", "The White House said so to the United States."),
        ("It was a Norwegian under President Ada Quill who left.", "Ships came."),
        ("Former president Ada Quill left.", "Israeli President Jan Okafor came."),
        ("Tide's deputy chief executive Ada Quill met Northern Harbor Bank.", "Northern Harbor Bank said so."),
    ],
)
def test_a_bare_title_that_can_mean_two_stays_bare(facts, sentences):
    assert {whose for name, _, whose in posts(facts(*sentences)) if name == "Ada Quill"} == {None}


def test_what_the_article_names_elsewhere_is_evidence_too(facts):
    (post,) = facts("Councilwoman Ada Quill left.", "The Harbor City Council met.").posts
    assert [proof.exact for proof in post.evidence] == ["Councilwoman Ada Quill", "Harbor City Council"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Quill is the long-term partner of the Northern Harbor Bank.",
        "Ada Quill, a historian of the Northern Harbor Bank, left.",
        "Ada Quill, an analyst, met the Northern Harbor Bank.",
        "A reporter asked the Northern Harbor Bank. Ada Quill left.",
    ],
)
def test_a_trade_without_an_employer_is_no_post(facts, sentence):
    assert posts(facts(sentence, "Ada Quill said that it rained.")) == []
