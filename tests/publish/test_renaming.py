"""Items in a store that have another IRI now."""

from fixtures_facts import DENMARK, FACTS, NORWAY, OKAFOR, OSLO, POST, URL, replaced, with_entity

from ld.facts import Link, Office
from ld.mapping import map_facts, unproved
from ld.publish import open_store, publish
from ld.publish.publication import unchecked_publication
from ld.publish.renaming import items_in, naming, rename_elsewhere, renamed, renamed_articles
from ld.terms import Iri, Literal, Triple
from ld.validate import validate
from ld.vocab import SCHEMA, WD

OLD, NEW = f"{WD}Q585", f"{WD}Q58500"
FOREIGN = "urn:x-others:people"


def moved_facts():
    return with_entity(OSLO, link=replaced(OSLO.link, qid="Q58500"))


def test_a_renamed_graph_is_that_of_renamed_facts():
    assert unchecked_publication(renamed(map_facts(FACTS), {OLD: NEW})) == unchecked_publication(
        map_facts(moved_facts())
    )


def test_an_office_and_the_statements_on_it_are_renamed_too():
    def facts(qid: str):
        office = Office(qid=qid, source="people", start="2021")
        return replaced(FACTS, posts=(replaced(POST, office=office),))

    graph = renamed(map_facts(facts("Q8")), {f"{WD}Q8": f"{WD}Q9"})
    assert unchecked_publication(graph) == unchecked_publication(map_facts(facts("Q9")))


def test_of_two_nodes_that_become_one_the_second_name_is_an_alternate_one():
    graph = renamed(map_facts(FACTS), {f"{WD}Q35": f"{WD}Q20"})
    node = Iri(f"{WD}Q20")
    assert Triple(node, SCHEMA.name, Literal(NORWAY.name)) in graph.facts
    assert Triple(node, SCHEMA.alternateName, Literal(DENMARK.name)) in graph.facts
    assert [t for t in graph.facts if t.predicate == SCHEMA.mentions and t.object == node] == []
    assert not unproved(graph)


def test_the_new_name_of_a_node_that_becomes_one_with_its_namesake_is_said_once():
    person = Link(qid="Q8", label="x", score=1.0, because="", source="people")
    twin = replaced(OKAFOR, id="person-2", link=replaced(person, qid="Q9"), mentions=OKAFOR.mentions[:1])
    facts = replaced(with_entity(OKAFOR, link=person))
    facts = replaced(facts, entities=(*facts.entities, twin))
    graph = renamed(map_facts(facts), {f"{WD}Q8": f"{WD}Q9"})
    assert {t.predicate for t in graph.facts if t.object == Literal("Jan Okafor")} == {SCHEMA.name}
    assert validate(graph).conforms()


def test_in_a_store_the_articles_are_renamed_so_that_their_facts_are_unchanged(tmp_path):
    with open_store(str(tmp_path / "store")) as store:
        publish([unchecked_publication(map_facts(FACTS))], store)
        assert OLD in items_in(store)
        named = naming(store, (OLD,))
        assert (named.articles, named.others) == ((URL,), ())
        assert publish(renamed_articles(store, named.articles, {OLD: NEW}), store).replaced == [URL]
        assert OLD not in items_in(store)
        assert publish([unchecked_publication(map_facts(moved_facts()))], store).unchanged == [URL]


def test_graphs_of_others_are_renamed_without_a_word_in_the_catalog(tmp_path):
    with open_store(str(tmp_path / "store")) as store:
        store.update(
            f'INSERT DATA {{ GRAPH <{FOREIGN}> {{ <{OLD}> <urn:p> <{OLD}> , "x" . <urn:s> <urn:p> <{OLD}> }} }}'
        )
        assert naming(store, (OLD,)).others == (FOREIGN,)
        rename_elsewhere(store, [FOREIGN], {OLD: NEW})
        assert items_in(store) == (NEW,)
        rows = store.select(f"SELECT ?s ?o {{ GRAPH <{FOREIGN}> {{ ?s ?p ?o }} }}")
        assert sorted((row["s"], row["o"]) for row in rows) == [(NEW, NEW), (NEW, "x"), ("urn:s", NEW)]
