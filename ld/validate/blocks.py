"""Reads a JSON-LD text, a whole file or a block of a page, into quads, or refuses it with the place of the error."""

import json
import re
from typing import Any, NamedTuple

import pyoxigraph

from ld.errors import InputError
from ld.json_slips import Mended, Slip, read_mended
from ld.validate.contexts import Contexts, UnknownContextError, with_local_contexts
from ld.validate.pages import Block

TERM_TOO_LONG = "holds a term of more than 16 MB, which the parser does not take"
_LONGEST_REASON = 200  # code points: the parser quotes what it cannot read, which may be the whole file
_PLACE = re.compile(r"^Parser error at (line \d+ )?(between )?columns? \d+( and \d+)?: ")


class BlockError(InputError):
    """A JSON-LD text that cannot be read; *offset* is the place in the file, in code points, or None."""

    def __init__(self, message: str, hint: str, offset: int | None = None) -> None:
        super().__init__(message, hint)
        self.offset = offset


class Unread(NamedTuple):
    """A block of a page that cannot be read: the *offset* of the error, *why*, and what to do."""

    offset: int
    why: str
    hint: str


def quads_of(block: Block, base: str, contexts: Contexts) -> list[pyoxigraph.Quad]:
    """The quads of *block*, with relative IRIs resolved by *base*. Raises BlockError for any slip."""
    mended = _read(block)
    for slip in mended.slips:
        raise BlockError(f"invalid JSON: {slip.what}", slip.remedy, block.start + slip.offset)
    return _quads(block, mended.document, base, contexts)


def mended_quads_of(block: Block, base: str, contexts: Contexts) -> tuple[Block, list[pyoxigraph.Quad], list[Unread]]:
    """*block* with its slips mended, its quads after that, and a message for each slip.

    Raises BlockError if it cannot be mended.
    """
    document, text, slips = _read(block)
    quads = _quads(block, document, base, contexts)
    said = [Unread(block.start + slip.offset, _often(slip), slip.remedy) for slip in slips]
    return Block(text, block.start), quads, said


def _often(slip: Slip) -> str:
    return slip.what if slip.times == 1 else f"{slip.what}, and {slip.times - 1} more"


def _read(block: Block) -> Mended:
    if not block.text.strip():
        raise BlockError("it is empty", "put JSON-LD into it, or take it out")
    try:
        return read_mended(block.text)
    except json.JSONDecodeError as error:
        found = _excerpt(block.text, error.pos)
        where = f", where “{found}” stands" if found else ""
        message = f"invalid JSON: {error.msg.removesuffix(' at')}{where}"
        raise BlockError(message, "correct the syntax", block.start + error.pos) from error
    except RecursionError as error:
        raise BlockError("invalid JSON-LD: nested too deeply", "nest less, and name nodes by @id") from error


def _excerpt(text: str, at: int) -> str:
    """The text at *at*, up to the end of its line, shortened."""
    line = text[at : at + _MOST_SHOWN + 1].splitlines()
    found = line[0].strip() if line else ""
    return found if len(found) <= _MOST_SHOWN else f"{found[:_MOST_SHOWN]}…"


_MOST_SHOWN = 20


def _quads(block: Block, document: Any, base: str, contexts: Contexts) -> list[pyoxigraph.Quad]:
    try:
        text = json.dumps(with_local_contexts(document, contexts))
        return list(
            pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.JSON_LD, base_iri=base, rename_blank_nodes=True)
        )
    except SyntaxError as error:  # its line would refer to the text with its contexts filled in
        raise BlockError(f"invalid JSON-LD: {reason(error)}", "correct the syntax") from error
    except RecursionError as error:
        raise BlockError("invalid JSON-LD: nested too deeply", "nest less, and name nodes by @id") from error
    except ValueError as error:
        raise BlockError(f"invalid JSON-LD: {error}", "correct the syntax") from error
    except MemoryError as error:  # the parser's own bound
        raise BlockError(TERM_TOO_LONG, "keep long texts out of the graph") from error
    except UnknownContextError as error:
        named = block.start + max(block.text.find(f'"{error.url}"'), 0)
        raise BlockError(str(error), error.hint, named) from error


def reason(error: SyntaxError) -> str:
    """The error in the parser's words, without its position, and shortened."""
    said = _PLACE.sub("", error.msg)
    return said if len(said) <= _LONGEST_REASON else f"{said[:_LONGEST_REASON]}…"


def unread(block: Block, error: BlockError) -> Unread:
    """The message about a *block* of a page that gave this *error*."""
    return Unread(block.start if error.offset is None else error.offset, str(error), error.hint)
