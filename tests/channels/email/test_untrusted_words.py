"""Whatever a name, subject, text or file says, no header and no address comes of it."""

from __future__ import annotations

from email import message_from_bytes
from email.header import decode_header, make_header

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.ports.channel import Correspondent
from tests.channels.email.letters import (
    ANNA,
    BELA,
    OURS,
    a_file,
    a_letter,
    read,
    rendered,
    said,
    shown,
    whole,
)

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=300)
names = st.text(max_size=60)


@given(words)
def test_every_text_comes_back_from_the_mail(text: str) -> None:
    body = read(rendered(a_letter(text))).get_body(("plain",))

    assert body is not None
    wrote = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").rstrip()
    assert said(body).startswith(wrote)


@given(words)
def test_a_mail_is_ascii_in_lines_of_sensible_length(text: str) -> None:
    raw = whole(rendered(a_letter(text, subject=text, agent_name=text, contact_name=text)))

    assert raw.isascii()
    assert b"\x00" not in raw
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert raw.replace(b"\r\n", b"").count(b"\n") == raw.replace(b"\r\n", b"").count(b"\r") == 0


@given(names, names, names, names)
def test_no_name_or_subject_brings_in_a_header(
    subject: str, agent: str, contact: str, copied: str
) -> None:
    evil = "\r\nBcc: mallory@example.com\r\n\r\nbody"
    letter = a_letter(
        subject=subject + evil,
        agent_name=agent + evil,
        contact_name=contact + evil,
        cc=(Correspondent(BELA, copied + evil),),
        signature=evil,
        answered=(f"<a@b>{evil}", evil),
    )
    request = rendered(letter)
    mail = read(request)

    assert mail["Bcc"] is None
    assert mail.defects == []
    assert shown(request, "From") == [OURS]
    assert shown(request, "To") == [ANNA]
    assert shown(request, "Cc") == [BELA]
    assert request.recipients == (ANNA, BELA)


@given(st.text(max_size=200))
def test_no_address_does_either(address: str) -> None:
    request = rendered(a_letter(cc=(Correspondent(address),), bcc=(Correspondent(address),)))

    assert all("\r" not in one and "\n" not in one for one in request.recipients)
    assert read(request)["Bcc"] is None
    assert read(request).defects == []


@pytest.mark.parametrize(
    "name",
    ["Łukasz Żółć", 'Nowak, Anna "Ania"', "анна", "安娜", "a" * 150, "🙂" * 40, "=?utf-8?q?x?="],
)
def test_names_in_every_script_survive(name: str) -> None:
    raw = message_from_bytes(whole(rendered(a_letter(contact_name=name))))["To"]

    # `decode_header` joins encoded words as programs do; the newer parser puts spaces between.
    assert str(make_header(decode_header(raw))).removesuffix(f" <{ANNA}>") in (
        name,
        '"' + name.replace('"', '\\"') + '"',
    )


@given(names)
def test_any_name_leaves_the_address_alone(name: str) -> None:
    assert shown(rendered(a_letter(contact_name=name)), "To") == [ANNA]


@given(st.text(max_size=200), st.text(max_size=60))
def test_no_file_name_or_type_harms_a_mail(name: str, media_type: str) -> None:
    file = a_file(name, media_type=media_type)
    (found,) = read(rendered(a_letter(attachments=(file,)))).iter_attachments()

    assert found.get_content_maintype() not in ("multipart", "message")
    assert "/" not in (found.get_filename() or "")
    assert found.get_payload(decode=True) == b"xxx"
