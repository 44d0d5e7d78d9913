import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.whatsapp.capabilities import CAPABILITIES, MEGABYTE
from clew.channels.whatsapp.payloads import family_of, file_name, parts_of
from clew.ports.channel import (
    Choice,
    MediaFamily,
    OutgoingReaction,
    Refusal,
    RefusalCause,
)
from tests.channels.whatsapp.sends import OURS, TO_JUDIT, a_picture, a_reply, bodies

YES, NO = Choice("y", "Yes"), Choice("n", "No")


def test_a_text_is_one_message() -> None:
    (body,) = bodies(a_reply("It left on Monday."))

    assert body["type"] == "text"
    assert body["text"] == {"body": "It left on Monday.", "preview_url": False}


def test_a_long_text_is_split_and_not_cut() -> None:
    text = "A sentence of some length, again. " * 300

    pieces = [body["text"]["body"] for body in bodies(a_reply(text))]

    assert len(pieces) == 3
    assert all(piece.endswith("again.") for piece in pieces)
    assert " ".join(pieces) == text.strip()


def test_only_the_first_part_quotes() -> None:
    sent = bodies(a_reply("word " * 2_000, reply_to_provider_id="wamid.JUDIT1"))

    assert [body.get("context") for body in sent] == [{"message_id": "wamid.JUDIT1"}, None, None]


def test_a_short_text_goes_beside_the_first_file() -> None:
    files = (a_picture(), a_picture(id="att-2", name="b.pdf", media_type="application/pdf"))

    first, second = bodies(a_reply("Your label", attachments=files))

    assert first["image"]["caption"] == "Your label"
    assert second["document"]["filename"] == "b.pdf"
    assert "caption" not in second["document"]


def test_a_text_too_long_for_a_caption_goes_first_by_itself() -> None:
    text = "a" * 1_025

    first, second = bodies(a_reply(text, attachments=(a_picture(),)))

    assert first["text"]["body"] == text
    assert "caption" not in second["image"]


def test_an_emoji_counts_as_the_provider_counts_it() -> None:
    text = "\N{GRINNING FACE}" * 513  # 1,026 units

    assert len(bodies(a_reply(text, attachments=(a_picture(),)))) == 2


def test_sound_cannot_have_a_caption() -> None:
    voice = a_picture(name="a.ogg", media_type="audio/ogg; codecs=opus")

    first, second = bodies(a_reply("Listen", attachments=(voice,)))

    assert (first["type"], second["type"]) == ("text", "audio")
    assert set(second["audio"]) == {"id"}


@pytest.mark.parametrize(
    ("media_type", "size", "family"),
    [
        ("image/jpeg", 5 * MEGABYTE, MediaFamily.IMAGE),
        ("image/jpeg", 5 * MEGABYTE + 1, MediaFamily.DOCUMENT),
        ("image/webp", 10, MediaFamily.DOCUMENT),
        ("IMAGE/PNG", 10, MediaFamily.IMAGE),
        ("audio/ogg; codecs=opus", 10, MediaFamily.AUDIO),
        ("video/mp4", 16 * MEGABYTE, MediaFamily.VIDEO),
        ("video/mp4", 17 * MEGABYTE, MediaFamily.DOCUMENT),
        ("application/pdf", 99 * MEGABYTE, MediaFamily.DOCUMENT),
        ("", 10, MediaFamily.DOCUMENT),
    ],
)
def test_a_file_goes_as_what_fits(media_type: str, size: int, family: MediaFamily) -> None:
    assert family_of(a_picture(media_type=media_type, size_bytes=size)) is family


def test_a_file_that_is_too_large_for_anything_is_refused() -> None:
    huge = a_picture(size_bytes=101 * MEGABYTE)

    refusal = parts_of(a_reply("", attachments=(huge,)))

    assert isinstance(refusal, Refusal)
    assert refusal.cause is RefusalCause.MEDIA


@pytest.mark.parametrize(
    ("name", "shown"),
    [("a\r\nb.pdf", "ab.pdf"), ("", "file"), ("\x00", "file"), ("Számla.pdf", "Számla.pdf")],
)
def test_a_files_name_is_safe_to_send(name: str, shown: str) -> None:
    assert file_name(a_picture(name=name)) == shown


@pytest.mark.parametrize("text", ["", " \n "])
def test_nothing_is_not_sent(text: str) -> None:
    assert isinstance(parts_of(a_reply(text)), Refusal)


def test_few_choices_are_buttons() -> None:
    (body,) = bodies(a_reply("Did it arrive?", choices=(YES, NO)))

    assert body["interactive"] == {
        "type": "button",
        "body": {"text": "Did it arrive?"},
        "action": {
            "buttons": [
                {"type": "reply", "reply": {"id": "y", "title": "Yes"}},
                {"type": "reply", "reply": {"id": "n", "title": "No"}},
            ]
        },
    }


@pytest.mark.parametrize(
    "choices",
    [
        tuple(Choice(str(n), f"Branch {n}") for n in range(10)),
        (Choice("1", "Yes", "it did arrive"), NO),
        (Choice("1", "A title of 22 letters."), NO),
    ],
)
def test_more_than_buttons_can_hold_is_a_list(choices: tuple[Choice, ...]) -> None:
    (body,) = bodies(a_reply("Which?", choices=choices, choices_label="Show"))

    action = body["interactive"]["action"]
    assert body["interactive"]["type"] == "list"
    assert action["button"] == "Show"
    assert [row["id"] for row in action["sections"][0]["rows"]] == [c.id for c in choices]


def test_a_long_question_is_split_before_its_choices() -> None:
    *before, last = bodies(a_reply("word " * 300, choices=(YES, NO)))

    assert [body["type"] for body in before] == ["text"]
    assert 0 < len(last["interactive"]["body"]["text"]) <= 1_024


@pytest.mark.parametrize(
    "choices",
    [
        tuple(Choice(str(n), str(n)) for n in range(11)),
        (Choice("1", ""),),
        (Choice("1", "x" * 25),),
        (Choice("1", "x", "y" * 73),),
    ],
)
def test_choices_that_would_have_to_be_cut_are_refused(choices: tuple[Choice, ...]) -> None:
    refusal = parts_of(a_reply("Which?", choices=choices))

    assert isinstance(refusal, Refusal)
    assert refusal.cause is RefusalCause.INVALID


def test_choices_without_a_question_are_refused() -> None:
    assert isinstance(parts_of(a_reply("", attachments=(a_picture(),), choices=(YES,))), Refusal)


@pytest.mark.parametrize(
    ("emoji", "sent"), [("\N{THUMBS UP SIGN}", "\N{THUMBS UP SIGN}"), (None, "")]
)
def test_a_reaction_names_its_message(emoji: str | None, sent: str) -> None:
    (body,) = bodies(OutgoingReaction(OURS, TO_JUDIT, "wamid.JUDIT1", emoji))

    assert body["reaction"] == {"message_id": "wamid.JUDIT1", "emoji": sent}


@given(st.text(max_size=6_000).filter(lambda text: bool(text.strip())))
def test_every_text_has_parts_within_the_limit(text: str) -> None:
    parts = parts_of(a_reply(text))

    assert not isinstance(parts, Refusal)
    for part in parts:
        body = part.payload["text"]["body"]
        assert 0 < CAPABILITIES.measure(body) <= 4_096
        assert body.encode()
