"""Documents that were written once, kept for whoever asks next."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

MOST_BYTES = 64 << 20


class Cache:
    """Documents by keys that differ whenever the documents do, at most *most_bytes* of them: the latest asked for.

    For one event loop.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._under_way: dict[str, asyncio.Future[bytes]] = {}

    async def get(self, key: str, make: Callable[[], Awaitable[bytes]]) -> bytes:
        """The document of this *key*, by *make* if it is not kept. Who asks for it meanwhile waits for the same one."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._under_way:
            making = asyncio.ensure_future(make())
            self._under_way[key] = making
            making.add_done_callback(lambda made: self._made(key, made))
        return await asyncio.shield(self._under_way[key])

    def _made(self, key: str, made: "asyncio.Future[bytes]") -> None:
        del self._under_way[key]
        if made.cancelled() or made.exception():
            return
        self._kept[key] = made.result()
        self._bytes += len(made.result())
        while self._bytes > self._most_bytes:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest)
