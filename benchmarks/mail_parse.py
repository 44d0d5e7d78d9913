"""Reading mails: how many a second from raw bytes to what a person sees, and what 40 MB take.

Mails are of the kinds that come: short plain ones, HTML with quotations as web mail writes it, some
with files. Each differs, so that nothing is remembered.
"""

from __future__ import annotations

import argparse
import base64
import random
import time
import tracemalloc

from benchmarks.report import line, percentiles
from clew.channels.email.parsing import parse_mail
from clew.channels.email.reading import read

_SAID = (
    "order parcel invoice please where when delivery refund zamówienie paczka proszę gdzie faktura"
    " заказ посылка пожалуйста возврат csomag rendelés kérem számla"
)
WORDS = _SAID.split()
KINDS = ("plain", "plain", "html", "html", "html", "attachments")
LARGE_BYTES = 40_000_000
GOAL_PER_SECOND = 300.0


def said(chance: random.Random, words: int) -> str:
    """Return so many words in lines."""
    chosen = chance.choices(WORDS, k=words)
    return "\n".join(" ".join(chosen[place : place + 12]) for place in range(0, words, 12))


def a_mail(chance: random.Random, kind: str) -> bytes:
    """Return a mail of a kind."""
    number = chance.randrange(10**9)
    head = (
        f"Received: from mx{number} by mx.clew.example; Mon, 3 Jun 2024 10:00:00 +0200\n"
        f"From: =?utf-8?Q?=C5=81ukasz_Nowak?= <l{number}@x.example>\n"
        f"To: Help <help@clew.example>\nSubject: =?utf-8?Q?Zam=C3=B3wienie_{number}?=\n"
        f"Message-ID: <{number}@x.example>\nReferences: <a@clew.example> <b@clew.example>\n"
        "Date: Mon, 3 Jun 2024 10:00:00 +0200\nMIME-Version: 1.0\n"
    )
    text = said(chance, 80)
    quoted = "\n".join(f"> {quoted}" for quoted in said(chance, 150).split("\n"))
    plain = f"{text}\n\nOn Mon, 3 Jun 2024 at 09:00, Help <help@clew.example> wrote:\n{quoted}\n"
    encoded = base64.encodebytes(plain.encode()).decode()
    leaf = (
        f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{encoded}"
    )
    if kind == "plain":
        return (head + leaf).encode()
    page = "".join(f'<p class="x" style="margin:0">{row}</p>' for row in plain.split("\n"))
    rows = f"<table><tr><td><a href='https://x.example/{number}'>see</a></td></tr></table>" * 20
    html = f"<html><body><div dir=ltr>{page}{rows}</div></body></html>"
    encoded = base64.encodebytes(html.encode()).decode()
    other = (
        f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{encoded}"
    )
    both = (
        f"Content-Type: multipart/alternative; boundary=in\n\n--in\n{leaf}\n--in\n{other}\n--in--\n"
    )
    if kind == "html":
        return (head + both).encode()
    file = base64.encodebytes(chance.randbytes(200_000)).decode()
    return (
        head
        + f"Content-Type: multipart/mixed; boundary=out\n\n--out\n{both}\n--out\n"
        + "Content-Type: application/pdf; name=a.pdf\n"
        + f"Content-Transfer-Encoding: base64\n\n{file}\n--out--\n"
    ).encode()


def measure(name: str, mails: list[bytes]) -> None:
    """Read mails and print how fast."""
    seconds: list[float] = []
    began, worked = time.perf_counter(), time.process_time()
    for raw in mails:
        before = time.perf_counter()
        mail = parse_mail(raw)
        assert read(mail.text, mail.html).reply.strip()
        seconds.append(time.perf_counter() - before)
    took, processor = time.perf_counter() - began, time.process_time() - worked
    size = sum(map(len, mails)) / len(mails) / 1000
    line(
        f"{name} ({size:,.0f} kB)",
        f"{len(mails) / took:,.0f} a second; processor {processor / len(mails) * 1e6:,.0f} µs;"
        f" ms {percentiles(seconds)}",
    )


def large() -> None:
    """Read one mail of 40 MB and print what it took."""
    lines = base64.encodebytes(random.Random(1).randbytes(LARGE_BYTES * 3 // 4 * 76 // 77))
    raw = a_mail_with(lines)
    del lines
    began = time.perf_counter()
    parse_mail(raw)
    took = time.perf_counter() - began
    tracemalloc.start()
    mail = parse_mail(raw)
    held = len(raw) + tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert mail.files[0].size > LARGE_BYTES * 0.7
    line(
        f"one of {len(raw) / 1e6:,.0f} MB",
        f"{took:,.2f} s; {held / 1e6:,.0f} MB with itself, {held / len(raw):.1f} times it",
    )


def a_mail_with(lines: bytes) -> bytes:
    """Return a mail with a file that is encoded already."""
    return (
        b"From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\n"
        b"Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n" + lines + b"--b--"
    )


def main(count: int) -> None:
    """Make mails, read them, and print."""
    chance = random.Random(1)
    mixed = [a_mail(chance, chance.choice(KINDS)) for _ in range(count)]
    measure(f"mixed, goal {GOAL_PER_SECOND:,.0f} a second", mixed)
    for kind in dict.fromkeys(KINDS):
        measure(kind, [a_mail(chance, kind) for _ in range(count // 4)])
    large()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mails", type=int, default=2_000)
    main(parser.parse_args().mails)
