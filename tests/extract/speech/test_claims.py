"""What is an indirect statement, where its words stand, and whose it is."""

import pytest

QUILL = "Minister Ada Quill came to the port."


def claimed(facts) -> list[tuple]:
    return [
        (claim.text, [facts.entity(s.entity).name for s in claim.speakers] or (claim.credit and claim.credit.value))
        for claim in facts.claims
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ada Quill said that the port is full.",
        "Minister Ada Quill said the port is full.",
        "Minister Ada Quill said last year that the port is full.",
        "Minister Ada Quill said in a statement on Monday that the port is full.",
        "Minister Ada Quill told reporters that the port is full.",
        "Minister Ada Quill told reporters on Tuesday the port is full.",
        "According to Minister Ada Quill, the port is full.",
        "But according to Minister Ada Quill, the port is full.",
        "The port is full, according to Minister Ada Quill.",
        "The port is full, Minister Ada Quill said.",
        "The port is full, said Minister Ada Quill.",
        "OSLO, Norway (AP) — The port is full, Minister Ada Quill said.",
        "OSLO, Norway (AP)_ The port is full, Minister Ada Quill said.",
        "The port is full, Minister Ada Quill said, adding nothing.",
        "Minister Ada Quill argued that the port is full, and Norway said so too.",
        "Minister Ada Quill said the port is full, adding that ships must wait.",
    ],
)
def test_words_that_a_verb_of_stating_reports_are_a_claim_of_its_subject(facts, sentence):
    words, speakers = claimed(facts(sentence))[0]
    assert (words.lower(), speakers) == ("the port is full", ["Ada Quill"])


def test_a_claim_cites_its_words_and_those_that_name_its_speaker(facts):
    (claim,) = facts("Minister Ada Quill said that the port is full.").claims
    assert [words.exact for words in claim.evidence] == ["the port is full"]
    assert [words.exact for words in claim.speaker_evidence] == ["Ada Quill said"]


def test_words_around_an_inserted_verb_are_one_claim_of_two_pieces(facts):
    found = facts("In recent days, Minister Ada Quill said, the port was full.")
    assert claimed(found) == [("In recent days the port was full", ["Ada Quill"])]
    assert [words.exact for words in found.claims[0].evidence] == ["In recent days", "the port was full"]


def test_words_around_an_inserted_source_are_one_claim_of_two_pieces(facts):
    found = facts("The port, according to Minister Ada Quill, is full.")
    assert claimed(found) == [("The port is full", ["Ada Quill"])]


def test_what_goes_on_around_according_to_goes_on_at_the_end_of_the_text_too(facts):
    found = facts("The ports of the bay, according to Minister Ada Quill, lie idle.")
    assert claimed(found) == [("The ports of the bay lie idle", ["Ada Quill"])]


@pytest.mark.parametrize(
    ("sentence", "credit"),
    [
        ("A port official said that the quay is closed.", "A port official"),
        ("The quay is closed, according to a port official.", "a port official"),
        ("The quay is closed, a spokesman for the pilots said.", "a spokesman for the pilots"),
        ("Advisers to the mayor said the quay is closed.", "Advisers to the mayor"),
        ("A new study found that the quay is sinking.", "A new study"),
        ("The quay is sinking, the survey showed.", "the survey"),
    ],
)
def test_who_is_no_known_entity_is_credited_in_the_words_of_the_article(facts, sentence, credit):
    ((_, found),) = claimed(facts(sentence))
    assert found == credit


def test_a_body_may_claim(facts):
    found = facts("The Northern Harbor Board announced that the quay will close.")
    assert claimed(found) == [("the quay will close", ["Northern Harbor Board"])]


def test_who_spoke_in_the_sentence_before_goes_on_as_a_pronoun(facts):
    found = facts("Minister Ada Quill said President Jan Okafor was late. She said that the port is full.")
    assert claimed(found)[1] == ("the port is full", ["Ada Quill"])
    assert [words.exact for words in found.claims[1].speaker_evidence] == ["Ada Quill said", "She said"]


def test_a_pronoun_of_the_other_sex_does_not_go_on(facts):
    found = facts("Mrs. Ada Quill said President Jan Okafor was late. He said that the port is full.")
    assert len(claimed(found)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ada Quill did not say that the port is full.",
        "Minister Ada Quill is expected to announce that the port is full.",
        "Minister Ada Quill may say that the port is full.",
        "If Minister Ada Quill says the port is full, ships leave.",
        "Pilots who say that the port is full are leaving.",
    ],
)
def test_what_nobody_has_said_is_no_claim(facts, sentence):
    assert claimed(facts(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ada Quill said yes.",
        "Minister Ada Quill spoke in Oslo on Tuesday.",
        "Minister Ada Quill announced a new quay.",
        "Minister Ada Quill has read the reports that track the ships.",
        "As Minister Ada Quill said, ships leave.",
        "It said that the port is full.",
    ],
)
def test_what_is_no_statement_of_somebody_is_no_claim(facts, sentence):
    assert claimed(facts(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ada Quill said that “the port is full of herring.”",
        "“The port is full,” Minister Ada Quill said at the quay on Monday.",
        "“The port is full,” Minister Ada Quill told the Northern Harbor Board.",
    ],
)
def test_what_a_quotation_tells_is_not_claimed_again(facts, sentence):
    found = facts(sentence)
    assert (len(found.quotations), claimed(found)) == (1, [])


def test_only_paragraphs_claim(facts):
    found = facts(QUILL, headline="Ada Quill says the port is full", captions=["Ada Quill said the port is full."])
    assert claimed(found) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Minister Ada Quill said that the port is “full of herring.”", "the port is “full of herring.”"),
        ("Minister Ada Quill said she would “gladly” open the port.", "she would “gladly” open the port"),
    ],
)
def test_a_statement_with_a_fragment_of_the_speakers_words_is_a_claim_besides(facts, sentence, words):
    found = facts(sentence)
    assert (len(found.quotations), claimed(found)) == (1, [(words, ["Ada Quill"])])


@pytest.mark.parametrize(
    ("sentence", "words", "stance"),
    [
        ("When called, Minister Ada Quill denied all the charges.", "all the charges", "denies"),
        ("Minister Ada Quill denied that the port is full.", "the port is full", "denies"),
        ("Minister Ada Quill vowed to open the port.", "to open the port", "promises"),
        ("Minister Ada Quill urged ships to wait for the tide.", "ships to wait for the tide", "demands"),
        ("Minister Ada Quill called for an inquiry into the delay.", "an inquiry into the delay", "demands"),
        ("Minister Ada Quill accused the pilots of haste.", "accused the pilots of haste", "accuses"),
        ("Minister Ada Quill warned that the port is full.", "the port is full", "warns"),
        ("Minister Ada Quill said that the port is full.", "the port is full", None),
    ],
)
def test_the_verb_tells_how_a_claim_is_held(facts, sentence, words, stance):
    (claim,) = facts(sentence).claims
    assert (claim.text, claim.stance) == (words, stance)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway maintains a daily patrol around the port and has sent two ships.",
        "Minister Ada Quill added a second seven minutes later.",
        "Norway declared war after pilots stormed the port.",
    ],
)
def test_a_verb_with_a_noun_as_its_object_claims_nothing(facts, sentence):
    assert claimed(facts(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("She spoke, and Minister Ada Quill said the port was full and calling it a shame.", "the port was full"),
        ("The port was full, Minister Ada Quill said Sunday, marking the third time.", "The port was full"),
        ("Minister Ada Quill said the port was full, but ships still sail.", "the port was full"),
    ],
)
def test_a_claim_ends_with_its_clause(facts, sentence, words):
    ((found, _),) = claimed(facts(sentence))
    assert found == words


def test_a_body_goes_on_as_it(facts):
    found = facts("The Northern Harbor Board said the port was full. It said that ships must wait.")
    assert claimed(found)[1] == ("ships must wait", ["Northern Harbor Board"])


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Ada Quill accused the pilots of haste and has threatened to sail.", "accused the pilots of haste"),
        ("Ada Quill acknowledged the port was hers, and was released on bail.", "the port was hers"),
        ("Ada Quill said last night the port was full.", "the port was full"),
        ("The sea is calm, but, according to Ada Quill, the port is full.", "the port is full"),
        ("Ada Quill said no one was hurt.", "no one was hurt"),
        ("Ada Quill said over 100 ships had sailed.", "over 100 ships had sailed"),
        ("Ada Quill claims she was told.", "she was told"),
        ("Ada Quill claims the port of Norvik was full.", "the port of Norvik was full"),
        ("Ada Quill was quoted by army radio on Tuesday as saying the port was full.", "the port was full"),
        ("Army radio quoted Ada Quill as saying the port was full.", "the port was full"),
        ("In her report, the coroner, Ada Quill, said the port was full.", "the port was full"),
        ("Labor's spokesman on Home Affairs, Ada Quill, said the port was full.", "the port was full"),
        ("Ada Quill has told Channel Nine, the port was full.", "the port was full"),
        ("Ada Quill told Harbour pilots the port was full.", "the port was full"),
        ("Ada Quill promised to round up ships before but few have sailed.", "to round up ships before"),
        (
            "Minister Ada Quill left. Mr Okafor met her. Army radio quoted Ada Quill as saying it was late.",
            "it was late",
        ),
    ],
)
def test_a_claim_is_one_clause_of_who_says_it(facts, sentence, words):
    assert claimed(facts(sentence)) == [(words, ["Ada Quill"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Quill acknowledged over the years how hard it was.",
        "Ada Quill says no to war.",
        "Ada Quill rejected claims the port was full.",
        "Police hunt Ada Quill, the number one suspect in the raid.",
        "The paper quoted her as saying the port was full.",
        "Norway claims the island.",
        "Ada Quill told the pilots to prepare for the tide.",
        "Ada Quill says that depends on the tide.",
        "It is with the Harbour Board, where ships brought a paper which says the port was full.",
    ],
)
def test_what_is_no_clause_of_somebody_is_no_claim(facts, sentence):
    assert not facts(sentence).claims


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ada Quill said the port was full, complained of its dirt and left.",
        "Minister Ada Quill said the port was full, Harbour Radio reported.",
        "Minister Ada Quill said the port was full and has nominated Bo Dale.",
        "Minister Ada Quill said the port was full but she won’t reveal a number.",
        "Minister Ada Quill said the port was full, however Bo Dale disagrees.",
        "Years after Minister Ada Quill said the port was full, ships were turned away.",
        "Minister Ada Quill said the port was full, a worrisome sign that ships will wait.",
        "Minister Ada Quill said the port was full, however.",
        "Minister Ada Quill said a month ago that the port was full.",
        "Minister Ada Quill said officially that the port was full.",
        "Minister Ada Quill said, however, that the port was full.",
    ],
)
def test_a_claim_ends_where_the_article_goes_on_in_its_own_words(facts, sentence):
    assert claimed(facts(sentence)) == [("the port was full", ["Ada Quill"])]


def test_one_speaker_may_make_two_claims_in_a_sentence(facts):
    sentence = "Minister Ada Quill says the port is full and she says the ships are late."
    assert [words for words, _ in claimed(facts(sentence))] == ["the port is full", "the ships are late"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Neither Minister Ada Quill nor Bo Dale said the port is full.",
        "Minister Ada Quill might well conclude that the port is full.",
        "Minister Ada Quill announced new rules designed to change the way ships are moved.",
        "The share of voters saying the port is full is high.",
        "The plan has a flaw. Minister Ada Quill closed the port, another sign officials fear a flood.",
        "Minister Ada Quill outlined a plan. Bo Dale says that plan is late.",
        "Minister Ada Quill told a man who suggested that the port was full to leave.",
    ],
)
def test_words_that_only_look_reported_are_no_claim(facts, sentence):
    assert claimed(facts(sentence)) == []


def test_a_demand_ends_before_the_reason_that_the_article_gives(facts):
    assert [claim.text for claim in facts("Norway demanded a new vote, after the board objected to it.").claims] == [
        "a new vote"
    ]
