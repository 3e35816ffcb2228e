"""Documents kept after they were written once."""

import asyncio
from collections import Counter, OrderedDict
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
        self._awaited: Counter[asyncio.Future[bytes]] = Counter()

    async def get(self, key: str, make: Callable[[], Awaitable[bytes]]) -> bytes:
        """The document for this *key*, made by *make* unless cached. Concurrent requests for it wait for the same one.

        It is cancelled when nobody waits for it any longer.
        """
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        making = self._under_way.get(key)
        if making is None:
            making = self._under_way[key] = asyncio.ensure_future(make())
            making.add_done_callback(lambda made: self._made(key, made))
        self._awaited[making] += 1
        try:
            return await asyncio.shield(making)
        finally:
            self._awaited[making] -= 1
            if not self._awaited[making]:
                del self._awaited[making]
                self._give_up(key, making)

    def _give_up(self, key: str, making: "asyncio.Future[bytes]") -> None:
        if making.cancel() and self._under_way.get(key) is making:
            del self._under_way[key]  # at once: who comes now begins anew

    def _made(self, key: str, made: "asyncio.Future[bytes]") -> None:
        if self._under_way.get(key) is made:
            del self._under_way[key]
        if made.cancelled() or made.exception():
            return
        self._kept[key] = made.result()
        self._bytes += len(made.result())
        while self._bytes > self._most_bytes:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest)
