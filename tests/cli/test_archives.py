"""Archives of mail come in once, with their dates, whatever was there before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.cli.archives import (
    BATCH_BYTES,
    BATCH_MAILS,
    BEGINNING,
    Source,
    batches,
    mails_of,
    sources_in,
)
from tests.fixtures.command_line import Run, init


def a_mail(number: int, sender: str = "anna@example.com") -> str:
    return (
        f"From: {sender}\nTo: help@shop.example\nSubject: Letter {number}\n"
        f"Message-ID: <{number}@example.com>\nDate: {number % 28 + 1} Mar 2019 10:00:00 +0000\n"
        f"\nLetter {number}\n"
    )


def an_mbox(*mails: str) -> str:
    return "\n".join(f"From anna@example.com Mon Mar  4 10:00:00 2019\n{mail}" for mail in mails)


@pytest.fixture
def inbox(clew: Run) -> str:
    init(clew)
    settings = ("--set", "address=help@shop.example", "--set", "smtp_host=smtp.example.com")
    code, out, complaint = clew("inbox", "add", "email", "--name", "Help", *settings)
    assert code == 0, complaint
    return str(json.loads(out)["inbox_id"])


def test_archives_of_every_kind_come_in_once(clew: Run, inbox: str, tmp_path: Path) -> None:
    (tmp_path / "old.mbox").write_text(an_mbox(*(a_mail(number) for number in range(150))))
    maildir = tmp_path / "Maildir"
    (maildir / "cur").mkdir(parents=True)
    (maildir / "cur" / "1.host:2,S").write_text(a_mail(500, "bela@example.com"))
    (tmp_path / "one.eml").write_text(a_mail(600))
    (tmp_path / "ours.eml").write_text(a_mail(700, "help@shop.example"))
    files = [str(tmp_path / name) for name in ("old.mbox", "Maildir", "one.eml", "ours.eml")]

    code, out, complaint = clew("mail", "import", *files, "--inbox", inbox)

    assert (code, out) == (0, "153 mails: 152 brought in, 0 were here already, 1 left out\n"), (
        complaint
    )
    assert f"left out {tmp_path / 'ours.eml'}: from an address of ours" in complaint
    again = clew("mail", "import", *files, "--inbox", inbox)
    assert again[1] == "153 mails: 0 brought in, 152 were here already, 1 left out\n"
    assert clew("audit")[0] == 0


def test_what_cannot_be_found_is_said(clew: Run, inbox: str, tmp_path: Path) -> None:
    nobody = "00000000-0000-7000-8000-000000000000"
    (tmp_path / "one.eml").write_text(a_mail(1))

    missing = clew("mail", "import", str(tmp_path / "none"), "--inbox", inbox)
    unknown = clew("mail", "import", str(tmp_path / "one.eml"), "--inbox", nobody)

    assert (missing[0], unknown[0]) == (2, 2)
    assert "there is no inbox" in unknown[2]


def test_mails_come_by_their_date_whatever_file_they_are_in(tmp_path: Path) -> None:
    """So the case of an archive that nobody sorted begins with the first mail of it."""
    for number in (3, 1):
        (tmp_path / f"{9 - number}.eml").write_text(a_mail(number))
    (tmp_path / "old.mbox").write_text(an_mbox(a_mail(4), a_mail(2), a_mail(0)))

    sources = sources_in([tmp_path])

    assert [mail.strip() for mail in mails_of(sources)] == [
        a_mail(number).strip().encode() for number in (0, 1, 2, 3, 4)
    ]
    assert str(sources[2]) == f"{tmp_path / 'old.mbox'}, mail 2"


@given(st.lists(st.integers(0, BATCH_BYTES), max_size=250))
def test_groups_hold_every_mail_in_order_and_are_bounded(sizes: list[int]) -> None:
    mails = [Source(Path("a"), 0, number, size, BEGINNING) for number, size in enumerate(sizes)]

    made = list(batches(mails))

    assert [mail for batch in made for mail in batch] == mails
    assert all(len(batch) <= BATCH_MAILS for batch in made)
