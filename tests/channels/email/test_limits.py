"""No mail costs more than its share, whoever made it to."""

from __future__ import annotations

import base64
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clew.channels.email.parsing import parse_mail
from clew.channels.email.printed import as_printed
from clew.ports.channel import Unparsable
from tests.channels.email.mails import HEAD

DEADLINE_SECONDS = 2.0
CORPUS = [path.read_bytes() for path in sorted((Path(__file__).parent / "corpus").glob("*.eml"))]
MIXED = HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n"
FILE = MIXED + b"--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: "
BOUNCE = b"From: MAILER-DAEMON@x.example\nSubject: Undelivered\n\n"
EVENT = HEAD + b"Content-Type: text/calendar\n\nBEGIN:VEVENT\n"
SIGNED = b"-----BEGIN PGP SIGNED MESSAGE-----\n"


def nested(levels: int) -> bytes:
    lines = (
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(levels)
    )
    return HEAD + b"".join(lines)


def reports() -> bytes:
    """Return 300,000 reports without a reason beside a text that may explain them."""
    text = b"--b\n\n" + b"user exceeded over host a@b.example " * 20_000
    fields = b"Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.0.0\n\n" * 300_000
    return MIXED + text + b"\n--b\nContent-Type: message/delivery-status\n\n" + fields


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a hundred thousand fields": lambda: HEAD + b"X-A: b\n" * 100_000 + b"\nx",
    "a field of 5 MB": lambda: HEAD + b"X-A: " + b"a" * 5_000_000 + b"\n\nx",
    "a million folded lines": lambda: HEAD + b"X-A: b\n" + b" c\n" * 1_000_000 + b"\nx",
    "words that never end": lambda: b"From: a@b\nSubject: " + b"=?a?q?" * 500_000 + b"\n\nx",
    "words in false charsets": lambda: (
        b"From: a@b\nSubject: " + b"=?windows-1251?q?=80=ff=aa=bb?= x " * 50_000 + b"\n\nx"
    ),
    "brackets": lambda: b"From: " + b"(" * 1_000_000 + b"\n\nx",
    "quotation marks": lambda: b"From: " + b'"\\' * 500_000 + b"\n\nx",
    "commas": lambda: b"From: a@b\nTo: " + b"," * 1_000_000 + b"\n\nx",
    "recipients": lambda: b"From: a@b\n" + b"To: a@b.example, c@d.example\n" * 50_000 + b"\nx",
    "parameters": lambda: HEAD + b"Content-Type: text/plain" + b'; a="\\' * 300_000 + b"\n\nx",
    "references": lambda: HEAD + b"References: " + b"<a" * 500_000 + b"\n\nx",
    "a thousand levels": lambda: nested(1_000),
    "levels over 30 MB": lambda: nested(25) + b"x\n" * 15_000_000,
    "a million parts": lambda: MIXED + b"--b\n\nx\n" * 1_000_000,
    "parts in strange charsets": lambda: MIXED + b"--b\n\n\xff\xfe\xe1\xbb\xa1\xa0\n" * 300_000,
    "almost boundaries": lambda: MIXED + b"--bx\n" * 6_000_000,
    "empty lines": lambda: MIXED + b"\n" * 40_000_000,
    "a long text": lambda: HEAD + b"\n" + b"\xe1\xe9 \xff\xfe\x80\n" * 5_000_000,
    "a long page": lambda: HEAD + b"Content-Type: text/html\n\n" + b"<" * 10_000_000,
    "padding": lambda: FILE + b"base64\n\n" + b"QQ==\n" * 6_000_000,
    "soft breaks": lambda: FILE + b"quoted-printable\n\n" + b"=\n" * 15_000_000,
    "begins": lambda: HEAD + b"\n" + b"begin 644 a\n" * 2_000_000,
    "empty uuencoded lines": lambda: FILE + b"x-uuencode\n\n" + b"\n" * 30_000_000,
    "calendar lines": lambda: EVENT + b"A;" * 1_000_000,
    "signatures": lambda: HEAD + b"\n" + (SIGNED + b"a: b\n\n") * 20_000,
    "bounced addresses": lambda: BOUNCE + b"<a@b.example>: x\n" * 60_000,
    "bounce without words": lambda: BOUNCE + b"a" * 900_000,
    "reports": reports,
    "two forms": lambda: (
        MIXED + b"--b\n\nx\n--b\nContent-Type: text/html\n\n" + b"<style" * 300_000
    ),
    "zeros": lambda: b"\0" * 40_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_mail_is_read_in_time(name: str) -> None:
    raw = HOSTILE[name]()
    began = time.process_time()

    try:
        parse_mail(raw)
    except Unparsable:
        assert name == "zeros"

    assert time.process_time() - began < DEADLINE_SECONDS


def test_a_mail_of_40_mb_takes_at_most_four_times_its_memory() -> None:
    lines = base64.encodebytes(bytes(29_000_000))
    raw = FILE + b"base64\n\n" + lines + b"\n--b--\n"
    del lines

    tracemalloc.start()
    enclosed = parse_mail(raw).files[0].size
    _, more = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (len(raw) > 35_000_000, enclosed) == (True, 29_000_000)
    assert enclosed < more <= 3 * len(raw)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A mail of the corpus, cut, doubled and overwritten in places."""
    raw = draw(st.sampled_from(CORPUS or [HEAD]))[:20_000]
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(raw)))
        length = draw(st.integers(0, 60))
        raw = draw(
            st.sampled_from(
                [
                    raw[:place] + raw[place + length :],
                    raw[:place] + raw[place : place + length] * 3 + raw[place + length :],
                    raw[:place] + draw(st.binary(max_size=20)) + raw[place + length :],
                ]
            )
        )
    return raw


LINES = st.sampled_from(
    [
        *(b"From: a@b", b"Subject: =?utf-8?q?=C5", b"Content-Type: multipart/mixed; boundary=b"),
        *(
            b"Content-Type: text/html; charset=hz",
            b"Content-Type: message/rfc822",
            b"--b",
            b"--b--",
        ),
        *(
            b"Content-Transfer-Encoding: base64",
            b"Content-Transfer-Encoding: x-uuencode",
            b"",
            b" x",
        ),
        *(
            b"Content-Type: message/delivery-status",
            b"Final-Recipient: rfc822;a@b",
            b"Action: failed",
        ),
        *(
            b"Content-Type: text/calendar; method=REPLY",
            b"BEGIN:VEVENT",
            b"begin 644 a",
            b"#0V%T",
            b"end",
        ),
        *(
            b"Content-Disposition: attachment; filename*0*=utf-8''%",
            b"Date: Mon, 99 Foo",
            b"<p>\0\xff",
        ),
        *(
            b"Content-Type: application/ms-tnef",
            b"\x78\x9f\x3e\x22\0\0",
            b"Content-Type: text/plain; format=flowed",
        ),
    ]
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=2_000)
@given(damaged() | st.lists(LINES, max_size=40).map(b"\n".join) | st.binary(max_size=300))
def test_any_bytes_are_a_mail_or_none(raw: bytes) -> None:
    try:
        mail = parse_mail(raw)
    except Unparsable:
        return

    assert str(as_printed(mail)).encode()
    assert "\0" not in mail.text + mail.subject + "".join(file.filename for file in mail.files)
