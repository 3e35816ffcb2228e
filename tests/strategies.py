"""Hypothesis strategies: pasted pages, made of random mess around random sentences."""

from hypothesis import strategies as st

NAMES = ("Ada Quill", "Jan Okafor", "Han Seo-jin", "Ilse van der Berg", "Łukasz Żuraw", "José O’Hara")
TITLES = (
    "Norwegian Fisheries Minister",
    "President",
    "South Korean Defense Minister",
    "former French President",
    "Dr.",
)
COUNTRIES = ("Norway", "the Netherlands", "South Korea", "DPRK", "the North", "Côte d’Ivoire", "U.S.", "Danish")
BODIES = ("Northern Harbor Board (NHB)", "NHB", "UN Security Council", "Norwegian and Danish transport ministries")
PLACES = ("Oslo", "Seoul", "Coral Bay")
DAYS = ("on Tuesday", "in June", "on 10 September 2024", "last year", "in November last year")
QUOTES = ("the port is full", "We “never” left", "clear 🚢 signal", "it’s ours", "‘Treaty of the Quay’ holds")

TEMPLATES = (
    "{title} {name} told ministers of {country} that “{quote}” {day}.",
    "“{quote},” said {name}, a state secretary at the {body}.",
    "The second meeting of the {body} in {place} {day} was hosted by {country}.",
    "{name}, {title} of {country}, spoke at the summit in {place} {day}.",
    "The {body} includes {country}, Norway and Denmark, which joined the board in August.",
    "During a visit to {place} in June, {title} {name} signed the Treaty of the Quay.",
    'She said: "{quote}". Nobody in {country} answered {day}.',
    "It rained.",
)
MESS = (
    "",
    "   ",
    "Home > World > Asia",
    "Share Tweet",
    "• 기자 사진",
    "BY ADA QUILL [quill@harbor.example]",
    "Log in to comment",
    "Advertisement",
    "Read more: Ten ports to see",
    "(0/250자)",
    "Subscribe to our newsletter!",
    "Ships lie at the quay in Oslo on Tuesday. [DOCKPHOTO]",
    "Published: Sept. 10, 2024",
    "© 2024 The Harbor Dispatch",
    "\u200b\ufeff",
    "{{ad}} <script>",
    "“",
    "١٢٣ \u202eabc",
)

sentences = st.builds(
    lambda template, **words: template.format(**words),
    template=st.sampled_from(TEMPLATES),
    title=st.sampled_from(TITLES),
    name=st.sampled_from(NAMES),
    country=st.sampled_from(COUNTRIES),
    body=st.sampled_from(BODIES),
    place=st.sampled_from(PLACES),
    day=st.sampled_from(DAYS),
    quote=st.sampled_from(QUOTES),
)
paragraphs = st.lists(sentences, min_size=1, max_size=4).map(" ".join)
mess = st.one_of(st.sampled_from(MESS), st.text(max_size=30).filter(lambda text: "\0" not in text))
headlines = st.sampled_from(
    ("Harbor ministers meet in Oslo over full ports", "Norway and the North argue about ‘full’ ports")
)


@st.composite
def pages(draw) -> str:
    """A page as a reader would copy it: a headline, paragraphs, and mess anywhere."""
    lines = [*draw(st.lists(mess, max_size=4)), draw(headlines), ""]
    for paragraph in draw(st.lists(paragraphs, min_size=2, max_size=6)):
        lines += [paragraph, *draw(st.lists(mess, max_size=2)), ""]
    lines += draw(st.lists(mess, max_size=4))
    return draw(st.sampled_from(("\n", "\r\n"))).join(lines)
