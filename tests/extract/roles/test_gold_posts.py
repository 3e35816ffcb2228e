"""Posts in sentences as news writes them, with invented people: how many are found, how many of those are right.

``data/posts.csv`` has a line for each post: its holder, title, body, country (ISO 3166-1), since and until when it is
held, its place and its state; a sentence without a post has a line with empty fields.
"""

import csv
from itertools import groupby
from pathlib import Path

GOLD = Path(__file__).parent / "data/posts.csv"
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.95


def stated(facts) -> set[tuple]:
    entities = {entity.id: entity for entity in facts.entities}
    return {
        (
            entities[post.holder].name,
            post.title,
            entities[post.body].name if post.body else "",
            entities[post.country].country_code if post.country else "",
            post.start.value if post.start else "",
            post.end.value if post.end else "",
            entities[post.place].name if post.place else "",
            post.state,
        )
        for post in facts.posts
    }


def test_nearly_all_posts_of_the_gold_set_are_found_and_nearly_all_found_are_right(facts):
    with GOLD.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found, expected, right, differing = 0, 0, 0, []
    for sentence, group in groupby(rows, key=lambda row: row["sentence"]):
        gold = {tuple(row[name] for name in list(row)[1:]) for row in group if row["holder"]}
        ours = stated(facts(sentence))
        found, expected, right = found + len(ours), expected + len(gold), right + len(ours & gold)
        differing += [(sentence, ours ^ gold)] if ours != gold else []
    assert len({row["sentence"] for row in rows}) >= 100
    assert right / found >= LEAST_PRECISION, differing
    assert right / expected >= LEAST_RECALL, differing
