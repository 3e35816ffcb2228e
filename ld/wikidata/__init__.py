"""Wikidata itself, asked over the network: the same look-ups as a knowledge base's, off unless somebody turns it on."""

from ld.wikidata.live import Wikidata, open_wikidata

__all__ = ["Wikidata", "open_wikidata"]
