"""What the extractor understands of single sentences: people, posts, bodies, quotations, memberships, events."""

import pytest

from ld.extract import extract

DAY = "2024-09-11"  # a Wednesday


@pytest.fixture
def facts(make_article):
    def of(*paragraphs: str, **options):
        return extract(make_article(*paragraphs, date=DAY, **options))

    return of


def names(facts, kind: str) -> list[str]:
    return [entity.name for entity in facts.of_kind(kind)]


def posts(facts) -> list[tuple]:
    name = {entity.id: entity.name for entity in facts.entities}
    return [(name[p.holder], p.title, name.get(p.body or p.country)) for p in facts.posts]


def spoken(facts) -> list[tuple]:
    return [(q.text, [facts.entity(s.entity).name for s in q.speakers]) for q in facts.quotations]


class TestPeople:
    @pytest.mark.parametrize(
        ("sentence", "name"),
        [
            ("Canadian Defense Minister Ada Quill left early.", "Ada Quill"),
            ("It was opened by President Ilse van der Berg.", "Ilse van der Berg"),
            ("Jan Okafor, a harbor pilot and director of the port, left early.", "Jan Okafor"),
            ("Jan Okafor said the port was full.", "Jan Okafor"),
            ("The port is full, said Jan Okafor.", "Jan Okafor"),
            ("Mr. Jan Okafor left early.", "Jan Okafor"),
            ("Jan Okafor, 45, left early.", "Jan Okafor"),
        ],
    )
    def test_a_full_name_is_a_person_by_the_words_beside_it(self, facts, sentence, name):
        assert names(facts(sentence), "person") == [name]

    @pytest.mark.parametrize(
        "sentence",
        [
            "The Northern Harbor Board said it was full.",
            "In Coral Bay the port was full.",
            "The Daily Anchor said it was full.",
            "On Monday Morning Live the port was shown.",
        ],
    )
    def test_other_capitalised_words_are_nobody(self, facts, sentence):
        assert names(facts(sentence), "person") == []

    def test_a_surname_later_is_the_same_person(self, facts):
        (person,) = facts("Minister Ada Quill left early.", "Nobody saw Quill go.").of_kind("person")
        assert [mention.exact for mention in person.mentions] == ["Ada Quill", "Quill"]

    def test_a_korean_family_name_comes_first(self, facts):
        (person,) = facts("Minister Han Seo-jin left early.", "Nobody saw Han go.").of_kind("person")
        assert [mention.exact for mention in person.mentions] == ["Han Seo-jin", "Han"]

    def test_of_two_with_one_surname_the_title_tells_who_is_meant(self, facts):
        found = facts(
            "Defense Minister Han Seo-jin met opposition leader Han Do-yun.", "Later Minister Han left the room."
        )
        mentions = {person.name: len(person.mentions) for person in found.of_kind("person")}
        assert mentions == {"Han Seo-jin": 2, "Han Do-yun": 1}

    def test_of_two_with_one_surname_the_one_named_last_is_meant(self, facts):
        found = facts("Minister Han Seo-jin met leader Han Do-yun.", "Minister Han Seo-jin spoke. Then Han left.")
        mentions = {person.name: len(person.mentions) for person in found.of_kind("person")}
        assert mentions == {"Han Seo-jin": 3, "Han Do-yun": 1}


class TestPosts:
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
                "Ada Quill, director of the Northern Harbor Board, left.",
                ("Ada Quill", "director", "Northern Harbor Board"),
            ),
        ],
    )
    def test_a_post_has_its_title_and_whose_it_is(self, facts, sentence, post):
        found = posts(facts(sentence, "Canada, Norway and France sent ships."))
        assert found == [post]

    def test_the_same_post_stated_twice_is_one_with_two_proofs(self, facts):
        (post,) = facts("Canadian Defense Minister Ada Quill left.", "Defense Minister Ada Quill came back.").posts
        assert len(post.evidence) == 2

    def test_a_bare_president_belongs_to_the_government_that_the_sentence_names(self, facts):
        found = facts("President Ada Quill said that Oslo would seek a port for Norway.")
        assert posts(found) == [("Ada Quill", "President", "Norway")]


class TestOrganizations:
    def test_an_acronym_in_brackets_names_the_body_from_then_on(self, facts):
        (board,) = facts("The Northern Harbor Board (NHB) met.", "The NHB left.").of_kind("organization")
        assert [mention.exact for mention in board.mentions] == ["Northern Harbor Board", "NHB", "NHB"]

    def test_two_ministries_may_share_one_word(self, facts):
        found = facts("It was paid by the Norwegian and Danish transport ministries.")
        assert names(found, "organization") == ["Norwegian transport ministry", "Danish transport ministry"]

    def test_a_ministry_is_the_same_in_either_order_of_words(self, facts):
        (ministry,) = facts("The German Defense Ministry left.", "The German Ministry of Defence came.").of_kind(
            "organization"
        )
        assert len(ministry.mentions) == 2

    def test_the_board_is_the_only_board_named(self, facts):
        (board,) = facts("The Northern Harbor Board met.", "Later the board left.").of_kind("organization")
        assert [mention.exact for mention in board.mentions] == ["Northern Harbor Board", "the board"]


class TestQuotations:
    @pytest.mark.parametrize(
        "sentence",
        [
            "“The port is full,” Minister Ada Quill said.",
            "“The port is full,” said Minister Ada Quill.",
            'Minister Ada Quill said: "The port is full".',
            "Minister Ada Quill said: “The port is full,” and left.",
            "It was closed by Minister Ada Quill, who called: “The port is full.”",
            "In a speech on Tuesday, Minister Ada Quill said “The port is full,” adding nothing.",
        ],
    )
    def test_the_subject_of_the_verb_of_saying_is_the_speaker(self, facts, sentence):
        ((words, speakers),) = spoken(facts(sentence))
        assert (words.rstrip("."), speakers) == ("The port is full", ["Ada Quill"])

    def test_a_pronoun_is_the_one_person_named_before(self, facts):
        found = facts("Minister Ada Quill came to the port. “The port is full,” she said.")
        assert spoken(found) == [("The port is full", ["Ada Quill"])]

    def test_a_pronoun_that_could_be_two_people_is_nobody(self, facts):
        found = facts("Minister Ada Quill met President Jan Okafor. “The port is full,” he said.")
        assert spoken(found) == []

    def test_a_group_may_speak(self, facts):
        found = facts("Ministers of the Northern Harbor Board members urged all to “clear the port at once.”")
        assert [text for text, _ in spoken(found)] == ["clear the port at once"]

    def test_two_who_call_together_both_speak(self, facts):
        found = facts("Norway and Denmark called on all to “clear the port at once.”")
        assert spoken(found) == [("clear the port at once", ["Norway", "Denmark"])]

    @pytest.mark.parametrize(
        "sentence",
        [
            "The film “Gone with the Tide” was shown in the port.",
            "The so-called “ghost port” is empty.",
            "It is “the port of ports.”",
        ],
    )
    def test_words_in_quotation_marks_that_nobody_speaks_are_no_quotation(self, facts, sentence):
        assert spoken(facts(sentence)) == []


class TestMemberships:
    def test_a_list_of_members_makes_each_a_member(self, facts):
        found = facts("The Northern Harbor Board includes Norway, Denmark and the Netherlands.")
        assert [found.entity(m.member).name for m in found.memberships] == ["Norway", "Denmark", "Netherlands"]

    def test_joining_gives_the_date(self, facts):
        (membership,) = facts(
            "The Northern Harbor Board met.", "Norway, which joined the board in August, left."
        ).memberships
        assert membership.start.value == "2024-08"

    def test_being_named_beside_a_body_is_no_membership(self, facts):
        assert facts("The Northern Harbor Board thanked Norway, Denmark and France.").memberships == ()


class TestEvents:
    def test_a_meeting_has_its_place_and_day_from_its_own_clause(self, facts):
        (event,) = facts("Ships of Norway came to the port board's second meeting in Oslo on Tuesday.").events
        assert (event.name, event.start.value) == ("second meeting", "2024-09-10")
        assert len(event.places) == 1

    def test_a_date_of_another_clause_is_not_the_meeting_s(self, facts):
        (event,) = facts("The summit was held in Oslo, and Norway sold its ships last year.").events
        assert event.start is None

    def test_the_first_and_the_second_meeting_are_two(self, facts):
        found = facts("The second summit was held in Oslo on Tuesday. The first summit was held in Oslo in May.")
        assert [event.start.value for event in found.events] == ["2024-09-10", "2024-05"]

    def test_who_speaks_at_a_meeting_attended_it(self, facts):
        (event,) = facts("Minister Ada Quill spoke at the summit in Oslo on Tuesday.").events
        assert [reference.entity for reference in event.attendees] == ["person-ada-quill"]

    def test_who_is_only_mentioned_did_not_attend(self, facts):
        (event,) = facts("The summit in Oslo on Tuesday praised Minister Ada Quill.").events
        assert event.attendees == ()

    def test_meetings_in_general_are_no_event(self, facts):
        assert facts("They want regular meetings of ministers in Oslo.").events == ()

    def test_the_host_is_an_organizer(self, facts):
        (event,) = facts("The summit in Oslo was hosted by the Norwegian transport ministry.").events
        assert [reference.entity for reference in event.organizers] == ["organization-norwegian-transport-ministry"]

    def test_what_was_held_between_commas_has_the_date(self, facts):
        (event,) = facts("The first meeting, held in November last year, was short.").events
        assert event.start.value == "2023-11"
