"""Wikidata over the network: the look-ups of a knowledge base, off unless the user turns them on."""

from ld.wikidata.live import Wikidata, open_wikidata

__all__ = ["Wikidata", "open_wikidata"]
