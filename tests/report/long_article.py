"""A generated article of any length, with its facts: two mentions and a few facts in each sentence or two."""

from itertools import count

from ld.article import Article, Citation, Given, Part, Stated
from ld.facts import Entity, Facts, Link, Mention, Nil, Post, Quotation, Reference
from ld.validate import Report

FIRST = ("Ada", "Jan", "Ilse", "Nuno", "Mira", "Tomas", "Wanda", "Olof", "Petra", "Hugo")
LAST = ("Quill", "Okafor", "Bergen", "Zuraw", "Calder", "Lindt", "Moreau", "Sato", "Vance", "Ruiz")
COUNTRIES = (("NO", "Q20", "Norway"), ("DK", "Q35", "Denmark"), ("CL", "Q298", "Chile"), ("JP", "Q17", "Japan"))
FILLER = "The quay was full of ships that week and the crews waited for the pilots until late in the evening."
CONFORMS = Report(article="the article", results=(), focus_nodes=1, unmatched_shapes=())


def long_facts(words: int) -> Facts:
    """The facts of an article of about this many words."""
    parts, posts, quotations, texts = [], [], [], []
    mentions: dict[str, list[Mention]] = {}
    at = 0

    def put(kind: str, text: str) -> int:
        nonlocal at
        start = at
        parts.append(Part(kind=kind, start=start, end=start + len(text), source_start=start))
        texts.append(text)
        at += len(text) + 2
        return start

    headline = "Ports of four countries agree on a very long treaty"
    put("headline", headline)
    for number in count():
        if sum(len(text) for text in texts) / 5.6 >= words:
            break
        name = f"{FIRST[number % 10]} {LAST[number // 10 % 10]}"
        country = COUNTRIES[number % 4]
        opening = f"{country[2]} Port Minister {name}"
        quoted = "the harbor is open to everybody"
        text = f"{opening} said “{quoted}” on Tuesday. {FILLER} {FILLER}"
        start = put("paragraph", text)
        person = f"person-{name.lower().replace(' ', '-')}"
        name_at = start + opening.index(name)
        quote_at = start + text.index(quoted)
        mentions.setdefault(f"country-{country[0].lower()}", []).append(
            Mention(start=start, end=start + len(country[2]), exact=country[2])
        )
        mentions.setdefault(person, []).append(Mention(start=name_at, end=name_at + len(name), exact=name))
        if number < 100:
            proof = Citation(start=start, end=start + len(opening), exact=opening, rule="title before a name")
            posts.append(Post(id=f"post-{number}", holder=person, title="Port Minister", evidence=(proof,)))
        said = Citation(start=quote_at, end=quote_at + len(quoted), exact=quoted, rule="quotation marks")
        quotations.append(
            Quotation(
                id=f"quotation-{number}",
                text=quoted,
                speakers=(Reference(entity=person, evidence=(said,)),),
                evidence=(said,),
            )
        )
    return Facts(
        version=1,
        article=Article(
            text="\n\n".join(texts),
            parts=tuple(parts),
            headline=Stated(
                value=headline, evidence=(Citation(start=0, end=len(headline), exact=headline, rule="headline"),)
            ),
            language=Stated(value="en", evidence=(Given(option="--lang", value="en"),)),
        ),
        entities=tuple(_entity(identifier, tuple(found)) for identifier, found in mentions.items()),
        posts=tuple(posts),
        quotations=tuple(quotations),
    )


def _entity(identifier: str, mentions: tuple[Mention, ...]) -> Entity:
    name = mentions[0].exact
    if identifier.startswith("person"):
        return Entity(id=identifier, kind="person", name=name, mentions=mentions, link=Nil(because="nobody knows"))
    code, qid, label = next(country for country in COUNTRIES if country[2] == name)
    link = Link(qid=qid, label=label, score=1.0, because=f"ISO code {code}", source="countries: table 1")
    return Entity(id=identifier, kind="country", name=name, mentions=mentions, country_code=code, link=link)
