"""Which addresses are of the public internet, and how the addresses of a host are found."""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network

Address = IPv4Address | IPv6Address
Policy = Callable[[Address], bool]
#: The addresses of a host, in the order in which they are to be tried.
Resolver = Callable[[str, int], list[str]]

_UNICAST = IPv6Network("2000::/3")
_TRANSLATED = IPv6Network("64:ff9b::/96")
#: Tunnels to addresses of IPv4, and one for documentation that older Pythons do not know.
_OTHERS = (IPv6Network("2001::/32"), IPv6Network("2002::/16"), IPv6Network("3fff::/20"))
_RELAYS = range(int(IPv4Address("192.88.99.0")), int(IPv4Address("192.88.100.0")))


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet, in whatever form it is written."""
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast and int(address) not in _RELAYS
    if address.ipv4_mapped:
        return is_public(address.ipv4_mapped)
    if address in _TRANSLATED:  # how a network without IPv4 writes the addresses that have it
        return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
    return address in _UNICAST and address.is_global and not any(address in other for other in _OTHERS)


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, as this machine finds them."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
