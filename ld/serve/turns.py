"""A queue in which many clients take turns."""

import ipaddress
import threading
from collections import OrderedDict, deque
from typing import Generic, TypeVar

from ld.errors import StoreUnavailableError

MOST_WAITING = 2000
"""The most jobs that may wait. Further clients are asked to come again."""
MOST_OF_ONE_CLIENT = 250
"""How many of them may be one client's."""

_SITE = 64
"""Bits of an IPv6 address that name the network of a client, who may choose all others."""
_Item = TypeVar("_Item")


class Turns(Generic[_Item]):
    """A queue in which each client has its turn, however much the others wait for. Any thread may use it."""

    def __init__(self) -> None:
        self._clients: OrderedDict[str, deque[_Item]] = OrderedDict()
        self._waiting = 0
        self._changed = threading.Condition()
        self._is_closed = False

    def put(self, client: str, item: _Item) -> None:
        """Let *item* wait. Raises StoreUnavailableError if too much waits, of all or of this *client*."""
        with self._changed:
            if self._is_closed:
                raise StoreUnavailableError("the server is being stopped", "try again later")
            if self._waiting >= MOST_WAITING:
                raise StoreUnavailableError("too many requests wait for an answer", "try again later")
            if len(self._clients.get(client, ())) >= MOST_OF_ONE_CLIENT:
                raise StoreUnavailableError("too many of your requests wait for an answer", "try again later")
            self._clients.setdefault(client, deque()).append(item)
            self._waiting += 1
            self._changed.notify()

    def take(self) -> _Item | None:
        """The next item, as soon as there is one; None once the queue is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._is_closed)
            if self._is_closed:
                return None
            client, items = self._clients.popitem(last=False)
            item = items.popleft()
            if items:
                self._clients[client] = items
            self._waiting -= 1
            return item

    def withdraw(self, client: str, item: _Item) -> None:
        """Let *item* no longer wait, if it still does."""
        with self._changed:
            items = self._clients.get(client, deque())
            if item in items:
                items.remove(item)
                self._waiting -= 1
            if not items:
                self._clients.pop(client, None)

    def close(self) -> list[_Item]:
        """Give nothing more out; what still waits is returned."""
        with self._changed:
            self._is_closed = True
            left = [item for items in self._clients.values() for item in items]
            self._clients.clear()
            self._waiting = 0
            self._changed.notify_all()
            return left


def client_at(host: str) -> str:
    """The client at *host*: an address, or the network of 64 bits that an IPv6 address is in; else *host* itself."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.version == 4:  # noqa: PLR2004 - of the Internet Protocol
        return str(address)
    mapped = address.ipv4_mapped
    return str(mapped or ipaddress.ip_network((int(address), _SITE), strict=False))
