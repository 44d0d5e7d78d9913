"""A mail's first writer, gravest report and kept headers are a question away."""

from __future__ import annotations

import hashlib

from clew.channels.email.mail import Address, Bounce, BounceKind, File, Mail

ANA = Address("Ana", "ana@shop.example")
BELA = Address("Béla", "bela@shop.example")


def test_the_first_writer_stands_for_several() -> None:
    assert Mail(senders=(ANA, BELA)).from_ == ANA
    assert Mail().from_ is None


def test_the_gravest_of_several_reports_is_told() -> None:
    late = Bounce("a@x.example", "4.2.2", BounceKind.SOFT)
    gone = Bounce("b@x.example", "5.1.1", BounceKind.HARD)

    assert Mail(bounces=(late, gone)).bounce == gone
    assert Mail().bounce is None


def test_headers_are_found_whatever_their_case_and_in_their_order() -> None:
    mail = Mail(headers=(("Received-SPF", "pass"), ("X-Loop", "1"), ("received-spf", "fail")))

    assert mail.header_values("RECEIVED-SPF") == ("pass", "fail")
    assert mail.header_values("List-Id") == ()


def test_a_file_knows_its_size_and_digest() -> None:
    file = File("a.txt", "text/plain", b"four")

    assert (file.size, file.sha256) == (4, hashlib.sha256(b"four").hexdigest())
