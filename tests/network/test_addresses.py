from __future__ import annotations

from ipaddress import ip_address

import pytest

from clew.network.addresses import PrivateHosts, checked_url, is_odd_address, is_public
from clew.ports.http import AddressIsForbidden

NONE_LISTED = PrivateHosts()


@pytest.mark.parametrize(
    "text",
    [
        "0.0.0.0",  # noqa: S104 - to be refused
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.168.1.1",
        "198.18.0.1",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "168.63.129.16",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "::ffff:0:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
    ],
)
def test_what_is_not_everybodys_is_not_public(text: str) -> None:
    assert not is_public(ip_address(text))


@pytest.mark.parametrize(
    "text", ["8.8.8.8", "1.1.1.1", "172.32.0.1", "157.240.1.1", "2a03:2880:f12f::1", "2600::1"]
)
def test_what_anybody_could_have_is_public(text: str) -> None:
    assert is_public(ip_address(text))


@pytest.mark.parametrize(
    "url",
    [
        "",
        "graph.example",
        "/relative",
        "ftp://graph.example/",
        "file:///etc/passwd",
        "gopher://graph.example/",
        "https://",
        "https:///path",
        "http://graph.example/",
        "https://name@graph.example/",
        "https://name:word@graph.example/",
        "https://:word@graph.example/",
        "https://@graph.example/",
        "https://graph.example\\@127.0.0.1/",
        "https://graph.example /",
        "https://graph.example/\r\nHost: evil",
        "https://graph.example/\x00",
        "https://graph.example:99999/",
        "https://graph.example:port/",
        "https://[::1",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[fe80::1%25eth0]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://10.0.0.1:8443/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://0177.0.0.1/",
        "https://0/",
    ],
)
def test_an_address_that_must_not_be_called_is_refused(url: str) -> None:
    with pytest.raises(AddressIsForbidden) as refused:
        checked_url(url, NONE_LISTED)

    assert "word" not in str(refused.value).replace("a password", "")


@pytest.mark.parametrize(
    "url",
    [
        "https://graph.example/v25.0/1/messages",
        "https://graph.example:8443/",
        "https://8.8.8.8/",
        "https://[2600::1]/",
    ],
)
def test_an_address_of_everybodys_internet_passes_as_it_is(url: str) -> None:
    assert str(checked_url(url, NONE_LISTED)) == url


def test_a_signed_address_is_not_written_anew() -> None:
    url = "https://cdn.example/a%2Fb?hash=%7Eabc%2B&ext=1+2"

    assert str(checked_url(url, NONE_LISTED)) == url


@pytest.mark.parametrize(
    ("listed", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:9000/"),
        ("127.0.0.1:9000", "http://127.0.0.1:9000/"),
        ("LocalHost", "http://localhost/"),
        ("graph.internal", "http://GRAPH.internal:1/"),
        ("graph.internal:80", "http://graph.internal/"),
        ("[::1]:9000", "http://[::1]:9000/"),
        ("::1", "https://[::1]:9000/"),
        ("10.0.0.7", "https://10.0.0.7/"),
    ],
)
def test_a_listed_host_may_be_private_and_without_encryption(listed: str, url: str) -> None:
    checked_url(url, PrivateHosts.of([listed]))


@pytest.mark.parametrize(
    ("listed", "url"),
    [
        ("127.0.0.1:9000", "http://127.0.0.1:9001/"),
        ("127.0.0.1", "http://127.0.0.2/"),
        ("127.0.0.1", "http://127.1/"),
        ("graph.internal", "http://evil.graph.internal/"),
        ("graph.internal", "http://graph.internal.evil.example/"),
        ("", "http://127.0.0.1/"),
    ],
)
def test_only_what_is_listed_may(listed: str, url: str) -> None:
    with pytest.raises(AddressIsForbidden):
        checked_url(url, PrivateHosts.of([listed]))


@pytest.mark.parametrize(
    ("host", "is_odd"),
    [("127.1", True), ("0x7f.1", True), ("1.2.3.4", False), ("a.example", False)],
)
def test_old_ways_of_writing_an_address_are_known(host: str, is_odd: bool) -> None:
    assert is_odd_address(host) is is_odd
