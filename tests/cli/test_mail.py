"""Mails in files are printed, one line each, and what is no mail is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clew.channels.email import archives
from clew.channels.email.mime import limits
from tests.fixtures.command_line import Run

MAIL = b"From: ana@shop.example\nSubject: Order\n\nhello\n"


def test_each_file_is_a_line(clew: Run, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(MAIL)
    (tmp_path / "b.mbox").write_bytes((b"From x Mon Jun  3 10:00:00 2024\n" + MAIL + b"\n") * 2)

    code, out, complaint = clew("mail", "parse", f"{tmp_path}/a.eml", f"{tmp_path}/b.mbox")

    assert (code, complaint) == (0, "")
    assert [json.loads(line)["subject"] for line in out.splitlines()] == ["Order"] * 3


def test_what_is_no_mail_is_named_and_the_rest_is_printed(clew: Run, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(MAIL)
    (tmp_path / "bad.eml").write_bytes(b"\x00\x01\x02")
    names = [f"{tmp_path}/{name}" for name in ("bad.eml", "missing.eml", "a.eml")]

    code, out, complaint = clew("mail", "parse", *names)

    assert (code, out.count("\n"), complaint.count("\n")) == (1, 1, 2)
    assert "bad.eml" in complaint
    assert "missing.eml" in complaint


def test_without_a_file_standard_input_is_read(clew: Run) -> None:
    code, out, _ = clew("mail", "parse", given=MAIL.decode())

    assert code == 0
    assert json.loads(out)["from"] == {"name": "", "email": "ana@shop.example"}


def test_a_mail_that_is_too_long_is_printed_as_far_as_it_was_read(
    clew: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_MAIL_BYTES", 100)
    monkeypatch.setattr(archives, "MAX_MAIL_BYTES", 100)
    (tmp_path / "long.eml").write_bytes(MAIL + b"and so on\n" * 50)

    code, out, complaint = clew("mail", "parse", f"{tmp_path}/long.eml")

    assert (code, complaint.count("\n")) == (1, 1)
    assert "longer than 100 bytes" in complaint
    assert json.loads(out)["subject"] == "Order"
