"""The server that offers the tools, over standard input and output."""

from mcp.server import MCPServer
from mcp.types import ToolAnnotations

from ld import __version__
from ld.mcp.tools import Tools

_INSTRUCTIONS = (
    "Turns news articles into linked data whose facts cite their words. Never add a Wikidata ID that link or build "
    "leaves out: an unknown name stays unknown. Positions are code points of the text of the article in facts."
)
_READ_ONLY = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)


def server_of(tools: Tools) -> MCPServer:
    """The server that offers *tools*."""
    server: MCPServer = MCPServer("article-ld", instructions=_INSTRUCTIONS, version=__version__, log_level="WARNING")
    for tool in tools.all():
        server.add_tool(tool, annotations=_READ_ONLY)
    return server
