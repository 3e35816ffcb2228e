"""HTTP sessions that connect only to public addresses, so that no page can lead into our own network."""

import functools
import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.request import getproxies

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection

from ld.errors import InputError
from ld.exchange import WatchedAdapter, WatchedHTTPConnection, WatchedHTTPSConnection, WatchedSession
from ld.read.vocabulary import phrases

_NAT64 = IPv6Network("64:ff9b::/96")


def session_for(*, allow_private: bool) -> WatchedSession:
    """A session without the user's cookies and credentials.

    It raises InputError for hosts that are not public, unless *allow_private*; proxies from the environment are used
    only then.
    """
    session = WatchedSession()
    session.trust_env = False
    if allow_private:
        session.proxies.update(getproxies())
    else:
        session.mount("http://", _PublicAdapter())
        session.mount("https://", _PublicAdapter())
    return session


def is_public(address: str) -> bool:
    """Whether an IP *address* is public: outside all networks of ``special-addresses.txt``.

    One that embeds an IPv4 address (mapped, 6to4, Teredo, the well-known prefix of NAT64) is public if that one is.
    """
    ip = ip_address(address.partition("%")[0])
    held = _held(ip) if isinstance(ip, IPv6Address) else ()
    return not any(_is_special(each) for each in held or (ip,))


def _held(ip: IPv6Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses to which packets for *ip* may go; for Teredo, those of its server and its client."""
    if ip in _NAT64:
        return (IPv4Address(int(ip) & 0xFFFFFFFF),)
    one = ip.ipv4_mapped or ip.sixtofour
    return (one,) if one else ip.teredo or ()


def _is_special(ip: IPv4Address | IPv6Address) -> bool:
    return any(ip in network for network in _special() if network.version == ip.version)


@functools.cache
def _special() -> tuple[IPv4Network | IPv6Network, ...]:
    return tuple(ip_network(line.split()[0]) for line in phrases("special-addresses"))


class _PublicHTTPConnection(WatchedHTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _connected(self, super()._new_conn)


class _PublicHTTPSConnection(WatchedHTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _connected(self, super()._new_conn)


class _PublicHTTPPool(HTTPConnectionPool):
    ConnectionCls = _PublicHTTPConnection


class _PublicHTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _PublicHTTPSConnection


class _PublicAdapter(WatchedAdapter):
    """An adapter of requests whose connections are public."""

    pools = {"http": _PublicHTTPPool, "https": _PublicHTTPSPool}  # noqa: RUF012 - it is never changed


def _connected(connection: HTTPConnection, connect: Callable[[], socket.socket]) -> socket.socket:
    """The socket that *connect* opens; the host's addresses are checked first, its own before anything is sent.

    The second check is for names that resolve to another address the second time.
    """
    for *_, place in socket.getaddrinfo(connection.host, connection.port, type=socket.SOCK_STREAM):
        _refuse_private(connection.host, str(place[0]))
    connected = connect()
    try:
        _refuse_private(connection.host, str(connected.getpeername()[0]))
    except BaseException:
        connected.close()
        raise
    return connected


def _refuse_private(host: str, address: str) -> None:
    if not is_public(address):
        hint = "--allow-private reads pages of your own network"
        raise InputError(f"{host} is at {address}, which is not a public address", hint)
