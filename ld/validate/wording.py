"""The words of a report on one article's graph: for the article, for its nodes, and those that state a fault."""

from ld.terms import BlankNode, Iri, Term
from ld.validate.finding import Finding
from ld.validate.index import Index
from ld.validate.node_labels import describe
from ld.validate.node_names import name_of
from ld.validate.proving_words import words_of
from ld.vocab import RDF, SCHEMA


class Wording:
    """The words for the nodes of one article's graph, facts and evidence together."""

    def __init__(self, data: Index, name: str) -> None:
        self._data = data
        article = min(data.subjects(RDF.type, SCHEMA.NewsArticle), key=str, default=Iri(name))
        self._headline = name_of(data, article)
        iri = name if isinstance(article, BlankNode) else article
        self.article = f"“{self._headline}” <{iri}>" if self._headline else f"<{iri}>"

    def describe(self, node: Term) -> str:
        """A description of *node*: evidence by the fact that it proves, everything else by its kind and name."""
        return describe(self._data, node)

    def words(self, finding: Finding) -> str:
        """The words of the article that *finding* is about.

        Those that prove the faulty statement, else those that prove the node, else the node's name, else the headline.
        For a value that came from an option, the option's name and value.
        """
        return words_of(self._data, finding) or name_of(self._data, finding.focus_node) or self._headline
