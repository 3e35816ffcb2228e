"""Members of parties: "Labour MP NAME", "Democrats, including NAME", "the Republican governor", and leaders."""

import re
from collections.abc import Iterator, Sequence

from ld.article import Citation
from ld.extract.entities.sport import is_of_sport
from ld.extract.phrases.parties import affiliations, party_among, party_called
from ld.extract.phrases.tags import tag_behind
from ld.extract.phrases.titles import title_before
from ld.extract.roles.joining import Belonging
from ld.extract.roles.statements import written_out
from ld.facts import Post
from ld.mentions import MentionIndex
from ld.text.lexicon import word_set
from ld.text.reading import Reading
from ld.text.word_index import matches_at


def of_parties(text: Reading, names: MentionIndex, posts: Sequence[Post]) -> Iterator[Belonging]:
    """The memberships of people in parties, and in what they lead; *posts* are those of the text."""
    for found in affiliations(text, names):
        party = party_among(names, found.party)
        if party:
            tag = tag_behind(text, found.person.end)
            start, end = min(found.start, found.person.start), max(tag.end if tag else found.end, found.person.end)
            yield Belonging(start, end, party.id, found.person.entity.id, "party beside a name")
    yield from _included(text, names)
    yield from _fellows(text, names)
    yield from _described(text, names, posts)
    yield from _leaders(text, posts)
    yield from _fallen(text, names, posts)
    yield from _seated(posts, names)


def _included(text: Reading, names: MentionIndex) -> Iterator[Belonging]:
    """People named as examples of a party's members: "Democrats, including Senator NAME"."""
    for including in matches_at(_INCLUDING, text, text.words.offsets(_INCLUDING_WORDS)):
        party = names.ending_at(including.start() - 2, "organization")
        if party is None or party_called(party.mention.exact) is None or text[including.start() - 2] != ",":
            continue
        for person in names.within(including.end(), including.end() + _REACH, "person"):
            title = title_before(text, person.start)
            begin = title.start if title else person.start
            if begin > including.end() and _LIST.fullmatch(text, including.end(), begin) is None:
                break
            yield Belonging(party.start, person.end, party.entity.id, person.entity.id, "party beside a name")


_INCLUDING_WORDS = frozenset(("including", "such", "among"))
_INCLUDING = re.compile(r"(?:including|such\sas|among\sthem)\s")
_REACH = 120
_LIST = re.compile(r"(?:(?!(?:who|that|of|to|by)\b)[\w.’'-]+,?\s){0,8}and\s|[\w.’'-]+(?:\s[\w.’'-]+){0,4},\s")


def _fellows(text: Reading, names: MentionIndex) -> Iterator[Belonging]:
    """People who speak to or of others of the same party: "NAME urged fellow Republicans"."""
    for fellow in matches_at(_FELLOW, text, text.words.offsets(frozenset(("fellow",)))):
        name = party_called(fellow["party"])
        party = party_among(names, name) if name else None
        person = names.nearest(fellow.start(), "person")
        if party and person and _DID.fullmatch(text, person.end, fellow.start()) and _opens(text, person.start):
            yield Belonging(person.start, fellow.end(), party.id, person.entity.id, "party beside a name")


_FELLOW = re.compile(r"fellow\s(?P<party>[A-Z]\w+(?:\s[A-Z]\w+)?)\b")
_DID = re.compile(r"\s(?:[a-z]+ed|told|said|met|led|urges|tells)\s(?:(?!and\b|that\b|who\b)[a-z]+\s){0,3}")


def _opens(text: Reading, start: int) -> bool:
    """Whether the name at *start*, with or without a title, opens its sentence."""
    title = title_before(text, start)
    return any(sentence.start == (title.start if title else start) for sentence in text.sentences)


def _described(text: Reading, names: MentionIndex, posts: Sequence[Post]) -> Iterator[Belonging]:
    """People called by party and title alone: "the Republican governor", if just one person has that title."""
    for the in matches_at(_THE, text, text.words.offsets(frozenset(("the", "The")))):
        name = party_called(the["party"])
        party = party_among(names, name) if name else None
        holders = {
            post.holder for post in posts if post.is_held and written_out(post.title) == written_out(the["title"])
        }
        if party and len(holders) == 1:
            yield Belonging(the.start(), the.end(), party.id, holders.pop(), "party beside a name")


_THE = re.compile(
    r"""
    [Tt]he\s (?P<party>[A-Z]\w+(?:\s[A-Z]\w+)?) \s                      # the Republican
    (?P<title>governor|senator|mayor|premier|president|congressman|congresswoman|representative)   # governor
    (?=\s(?:said|says|told|added|has|had|was|is|will|wrote)\b|[,.])     # said
    """,
    re.VERBOSE,
)


def _leaders(text: Reading, posts: Sequence[Post]) -> Iterator[Belonging]:
    """Leaders as members of the organizations that they lead, and captains as members of their sides."""
    for post in posts:
        told = next((each for each in post.evidence if isinstance(each, Citation)), None)
        title = post.title.lower()
        leads = title.split()[-1] == "leader" or (title == "captain" and is_of_sport(text))
        if post.body and told and post.is_held and leads:
            yield Belonging(told.start, told.end, post.body, post.holder, "leader of an organization")


def _fallen(text: Reading, names: MentionIndex, posts: Sequence[Post]) -> Iterator[Belonging]:
    """Leaders killed, as members of the organizations that they led: "former leader NAME was killed"."""
    for post in posts:
        told = next((each for each in post.evidence if isinstance(each, Citation)), None)
        if not (post.body and told and post.state == "former" and post.title.lower().endswith("leader")):
            continue
        people = (each for each in names.entities if each.id == post.holder)
        if any(_KILLED.match(text, mention.end) for person in people for mention in person.mentions):
            yield Belonging(told.start, told.end, post.body, post.holder, "leader of an organization")


_KILLED = re.compile(r"\s(?:was|has\sbeen)\s(?:killed|assassinated)\b")


def _seated(posts: Sequence[Post], names: MentionIndex) -> Iterator[Belonging]:
    """People with a seat in a council or the like, by a title that says so: "Harbour Council member NAME"."""
    bodies = {
        each.id for each in names.entities if each.name.rsplit(None, 1)[-1] in word_set("roles/bodies_with_members")
    }
    for post in posts:
        told = next((each for each in post.evidence if isinstance(each, Citation)), None)
        if told and post.body in bodies and post.is_held and _is_seat(post.title.lower()):
            yield Belonging(told.start, told.end, post.body, post.holder, "seat in a body")


def _is_seat(title: str) -> bool:
    """Whether *title* means a seat in the body itself, and not on its board."""
    return title.rsplit(maxsplit=1)[-1] in _SEATS and "board" not in title.split()


_SEATS = frozenset(("member", "councillor", "councilor", "councilman", "councilwoman", "commissioner", "delegate"))
