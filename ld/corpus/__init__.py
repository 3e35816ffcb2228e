"""Whole corpora: inputs cut into splits, each split converted to one partition of N-Quads by any engine.

In the order of the flow: ``splits`` divides the inputs, ``read`` yields a split's records, ``conversion`` converts a
record to an article's quads and rows, ``partition`` writes those of one split, ``run`` does this for all splits on
this machine, and ``repeats`` finds articles that occur twice. ``conversion`` needs neither files nor processes of
ours, so that other engines can call it for their own splits.
"""
