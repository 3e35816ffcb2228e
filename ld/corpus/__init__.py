"""Whole corpora: inputs cut into splits, each split made into one partition of N-Quads, whoever does the work.

What lies here, in the order of the flow: ``splits`` cuts the inputs, ``read`` gives a split's records,
``conversion`` makes a record into an article's quads and rows, ``partition`` writes those of one split,
``run`` does that for all splits on this machine, ``repeats`` finds articles that are there twice.
``conversion`` needs neither files nor processes of ours: other engines call it for a split of their own.
"""
