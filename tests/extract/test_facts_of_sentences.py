"""What the extractor understands of single sentences: bodies, memberships, events."""


def names(facts, kind: str) -> list[str]:
    return [entity.name for entity in facts.of_kind(kind)]


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
