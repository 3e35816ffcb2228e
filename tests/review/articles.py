"""Ten invented articles, and a knowledge base in which some of their names have namesakes."""

from ld.kb import Item, Position

TEXTS = {
    "pier": "New pier opens\n\nHarbour Bank paid for the pier. “It is open,” said Ada Quill, who lives in Oslo.",
    "choir": "Choir sings\n\nThe choir sang for an hour. “We loved it,” said Bo Hart after the concert.",
    "fair": "Fair ends\n\nThe fair ended on Sunday. “It rained,” said Cy Moor, a baker.",
    "gale": "Gale hits\n\nThe gale came at night. “Stay inside,” said Dan Frost, a pilot. Gale Watch was on the air.",
    "fund": "Fund grows\n\nTide Institute gave money to the school. “Good,” said Eva Lind, a teacher.",
    "race": "Race won\n\nFay Birk won the race. “What a day,” said Fay Birk. Her rival Fae Birk came second.",
    "board": "Board meets\n\nGus Holt, chair of the school board, was there. “We listen,” said Gus Holt, the chair.",
    "vote": "Vote held\n\nHarbour Bank director Hal Ness voted. “I am glad,” said Hal Ness.",
    "talk": "Talk given\n\n“The sea is rising,” said Ida Roth, a diver. The talk lasted an hour.",
    "sale": "Sale made\n\nJon Sand sold the boat. Per Sand, a fisherman, bought it. “It floats,” Sand said.",
}
"""The texts by name; each has one name or fact that needs a decision."""

URL = "https://harbour.example/"


def _person(qid, label, title, country):
    return Item(qid=qid, kind="person", label=label, positions=(Position(title=title, country=country),))


ITEMS = (
    _person("Q900001", "Ada Quill", "mayor of the harbour", "NO"),
    _person("Q900002", "Ada Quill", "surgeon", "CL"),
    _person("Q900003", "Bo Hart", "conductor", "DK"),
    _person("Q900004", "Bo Hart", "chess player", "IE"),
)
