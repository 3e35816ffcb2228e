"""The functions of the command line as tools of the Model Context Protocol, for programs that use language models.

Tools take texts, never paths or addresses, so that they give access to no file and no network.
"""
