"""Documents that several clients want at once."""

import asyncio

import pytest

from ld.serve.cache import Cache


class Writer:
    """Makes documents when it is told to, and counts how often it was asked."""

    def __init__(self):
        self.asked = 0
        self.ready = asyncio.Event()

    async def __call__(self):
        self.asked += 1
        await self.ready.wait()
        return b"document"


async def asking(cache, write):
    task = asyncio.ensure_future(cache.get("key", write))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return task


async def leaving(task):
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


def test_a_document_is_made_once_for_all_who_wait_and_goes_on_when_one_leaves():
    async def ask():
        cache, write = Cache(), Writer()
        first, second = await asking(cache, write), await asking(cache, write)
        await leaving(first)
        write.ready.set()
        assert await second == b"document"
        assert await cache.get("key", write) == b"document"
        assert write.asked == 1

    asyncio.run(ask())


def test_a_document_for_which_nobody_waits_any_more_is_given_up_and_begun_anew_for_who_comes():
    async def ask():
        cache, write = Cache(), Writer()
        abandoned = await asking(cache, write)
        abandoned.cancel()
        await asyncio.sleep(0)
        awaited = await asking(cache, write)
        await leaving(abandoned)
        write.ready.set()
        assert await awaited == b"document"
        assert write.asked == 2

    asyncio.run(ask())
