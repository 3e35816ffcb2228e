"""Which addresses are public."""

from ipaddress import IPv4Address, IPv6Address

import pytest

from ld.read.public_hosts import is_public


@pytest.mark.parametrize(
    "address",
    [
        *("93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "::ffff:93.184.216.34", "2002:5db8:d822::1"),
        *("172.32.0.1", "192.0.1.1", "198.20.0.1", "2001:200::1", "3fff:1000::1", "2a00::1"),
    ],
)
def test_addresses_of_the_internet_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
        *("224.0.0.1", "255.255.255.255", "192.0.2.1", "::", "::1", "fe80::1%eth0", "fd00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1"),
    ],
)
def test_addresses_of_this_machine_and_of_private_networks_are_not(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "192.0.0.192",
            "192.0.0.9",
            "192.88.99.1",
            "198.18.0.1",
            "240.0.0.1",
            "203.0.113.9",
            "::127.0.0.1",
            "::8.8.8.8",
        ),
        *(
            "::ffff:0:127.0.0.1",
            "::ffff:0:8.8.8.8",
            "64:ff9b:1::7f00:1",
            "64:ff9b:1:ffff::808:808",
            "100::1",
            "100:0:0:1::",
        ),
        *("2001:1::1", "2001:20::1", "3fff:fff::1", "5f00::1", "fec0::1", "feff::1", "1::1", "4000::1", "c000::1"),
        *("64:ff9b::10.0.0.1", "64:ff9b::192.0.0.192", "2002:a00:1::", "2002:c0a8:1::1"),
    ],
)
def test_nor_are_those_of_the_registries_of_special_purposes(address):
    assert not is_public(address)


@pytest.mark.parametrize(("server", "client"), [("10.0.0.1", "8.8.8.8"), ("8.8.8.8", "10.0.0.1")])
def test_teredo_is_public_only_if_its_server_and_its_client_are(server, client):
    assert not is_public(teredo(server, client))
    assert is_public(teredo("8.8.8.8", "8.8.4.4"))


def teredo(server: str, client: str) -> str:
    parts = (0x20010000, int(IPv4Address(server)), 0, ~int(IPv4Address(client)) & 0xFFFFFFFF)
    return str(IPv6Address(b"".join(part.to_bytes(4) for part in parts)))


def test_what_python_itself_holds_for_public_is_asked_of_the_table_alone(monkeypatch):
    monkeypatch.setattr(IPv6Address, "is_global", True)
    monkeypatch.setattr(IPv4Address, "is_global", True)
    assert not is_public("10.0.0.1")
    assert not is_public("fd00::1")
