"""What the command line does, as tools of the Model Context Protocol: for programs that speak with language models.

Tools take texts, never paths or addresses, so that whoever asks reaches no file and no network by them.
"""
