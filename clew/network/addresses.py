"""Which addresses may be called: public ones, and private ones only if the operator lists them.

An inbox's settings and a provider's answers name addresses, so whoever can write either could
otherwise make this server talk to its own machine, its network or a cloud's metadata service.
The check is made of the address that is connected to, not of the name that led there.

Source:
    IANA special-purpose address registries (RFC 6890); OWASP, "Server-side request forgery
    prevention".
"""

import re
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from yarl import URL

from clew.domain.reasons import Reason
from clew.ports.http import AddressIsForbidden

Address = IPv4Address | IPv6Address

# Programs disagree on what these mean; white space could even begin another header.
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_NOT_PUBLIC_V4 = tuple(
    IPv4Network(text)
    for text in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",  # multicast, reserved and broadcast
        "168.63.129.16/32",  # a cloud's metadata service at a public address
    )
)
# Unicast that anybody may have: all else is local, reserved or carries an IPv4 address.
_PUBLIC_V6 = IPv6Network("2000::/3")
_NOT_PUBLIC_V6 = tuple(
    IPv6Network(text)
    for text in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20")
)


def is_public(address: Address) -> bool:
    """Say whether an address is one that anybody on the internet could have."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_V4)
    return address in _PUBLIC_V6 and not any(address in network for network in _NOT_PUBLIC_V6)


@dataclass(frozen=True, slots=True)
class PrivateHosts:
    """Hosts that may have private addresses and be called without encryption.

    Attributes:
        names: In lower case, each `host` or `host:port`; an IPv6 address in brackets if a port
            follows.
    """

    names: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Iterable[str]) -> "PrivateHosts":
        """Return the hosts that an operator listed."""
        return cls(frozenset(name.strip().lower() for name in names if name.strip()))

    def allow(self, host: str, port: int | None) -> bool:
        """Say whether a host is listed, with this port or without any."""
        name = host.lower()
        bracketed = f"[{name}]" if ":" in name else name
        return not self.names.isdisjoint({name, bracketed, f"{bracketed}:{port}"})


def checked_url(text: str, private: PrivateHosts) -> URL:
    """Return an address that may be called as far as its text can tell.

    Raises:
        AddressIsForbidden: It is malformed, carries a password, is not encrypted or is private.
    """
    url = _parsed(text)
    host = url.host
    if not host or url.scheme not in ("http", "https"):
        raise AddressIsForbidden(Reason.NOT_OF_THE_WEB.said())
    if url.user is not None or url.password is not None or "@" in urlsplit(text).netloc:
        raise AddressIsForbidden(Reason.ADDRESS_HOLDS_PASSWORD.said())
    is_listed = private.allow(host, url.port)
    if url.scheme == "http" and not is_listed:
        raise AddressIsForbidden(Reason.HTTPS_ONLY.said(host=host))
    literal = as_address(host)
    if literal is not None:
        check_address(literal, host, url.port, private)
    elif is_odd_address(host):
        raise AddressIsForbidden(Reason.ODD_ADDRESS.said())
    return url


def check_address(address: Address, host: str, port: int | None, private: PrivateHosts) -> None:
    """Refuse a private address of a host that is not listed.

    Raises:
        AddressIsForbidden: It is private.
    """
    if not is_public(address) and not private.allow(host, port):
        raise AddressIsForbidden(Reason.PRIVATE_ADDRESS.said(host=host))


def as_address(host: str) -> Address | None:
    """Return the address that a host is, if it is one and not a name."""
    try:
        return ip_address(host.partition("%")[0])
    except ValueError:
        return None


def is_odd_address(host: str) -> bool:
    """Say whether a host is an IPv4 address as only old programs write it: 127.1, 0x7f000001."""
    try:
        socket.inet_aton(host)
    except (OSError, ValueError):
        return False
    return as_address(host) is None


def _parsed(text: str) -> URL:
    if _UNSAFE.search(text):
        raise AddressIsForbidden(Reason.ODD_CHARACTERS.said())
    try:
        # As it was given: signed addresses do not survive being written anew.
        url = URL(text, encoded=text.isascii())
        _ = url.port, urlsplit(text).port
    except (ValueError, TypeError):
        raise AddressIsForbidden(Reason.ADDRESS_UNREADABLE.said()) from None
    return url
