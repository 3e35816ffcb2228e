"""What the text says of a post at one mention of its holder, before statements of the same post are merged."""

from typing import NamedTuple

from ld.article import Citation
from ld.extract.dates.mentions import DateMention
from ld.facts import PostState
from ld.text.lexicon import word_set


class Term(NamedTuple):
    """The term of a post, as far as the text states it, and the offset at which its words end."""

    end_of_words: int
    start: DateMention | None = None
    end: DateMention | None = None


class PostStatement(NamedTuple):
    """A title beside one mention of its holder. *country*, *body* and *place* are ids of entities."""

    holder: str
    title: str
    country: str | None
    body: str | None
    evidence: tuple[Citation, ...]
    term: Term | None = None
    place: str | None = None
    state: PostState = "current"

    @property
    def is_bare(self) -> bool:
        """Whether it does not say for whom the post is held."""
        return self.body is None and self.country is None and self.place is None

    def same_post(self, other: "PostStatement") -> bool:
        """Whether *other* is about this post, perhaps without its country, body, place or term."""
        return (
            self.holder == other.holder
            and (_is_same_title(self.title, other.title) or _was(self, other) or _was(other, self))
            and other.country in {None, self.country}
            and other.body in {None, self.body}
            and other.place in {None, self.place}
            and (other.term is None or self.term is None or self.term[1:] == other.term[1:])
        )

    def precedes(self, other: "PostStatement") -> bool:
        """Whether this is a former post that somebody else has with the same title and a body."""
        return other.body is not None and other.holder != self.holder and _was(self, other)

    def with_evidence(self, other: "PostStatement") -> "PostStatement":
        """The post with the evidence of *other* added, and the fuller of the two titles."""
        fuller = len(written_out(other.title)) > len(written_out(self.title))
        return self._replace(
            title=other.title if fuller else self.title,
            evidence=(*self.evidence, *other.evidence),
            term=self.term or other.term,
            state=other.state if self.state == "current" else self.state,
        )


def _was(one: PostStatement, other: PostStatement) -> bool:
    """Whether *one* is the post of *other* as a former one: "President NAME" in a report on her term."""
    return one.state == "former" and written_out(one.title)[1:] == written_out(other.title)


def _is_same_title(one: str, other: str) -> bool:
    """Whether the titles are of one post: the same, or one ends with the other, "District Judge" and "judge"."""
    short, long = sorted((written_out(one), written_out(other)), key=lambda words: (len(words), words))
    if "of" in long and "of" not in short:
        long = long[: long.index("of")]
        short, long = sorted((short, long), key=len)
    extra = long[: len(long) - len(short)]
    return long[len(extra) :] == short and word_set("phrases/title_limits").isdisjoint(extra)


def written_out(title: str) -> tuple[str, ...]:
    """The words of *title* in lower case, with abbreviations expanded: "Gov." is a governor."""
    return tuple(_ABBREVIATIONS.get(word, word) for word in title.casefold().replace("-", " ").split())


_ABBREVIATIONS = {"sen.": "senator", "rep.": "representative", "gov.": "governor"}
