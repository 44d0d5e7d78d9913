from uuid import UUID

from clew.channels.email.parsing import parse_mail
from clew.channels.email.references import bounced_messages, references_of
from clew.channels.email.tokens import Named, Token, marker, message_id, reply_address, signed
from clew.ports.channel import InboxConfig, References
from tests.builders import an_id
from tests.channels.email.letters import CONFIG, KEY, OURS
from tests.channels.email.mails import a_mail

CASE, OTHER_CASE = an_id(1), an_id(2)


def references(*fields: str, body: str = "hello\n", recipient: str = "") -> References:
    return references_of(parse_mail(a_mail(*fields, body=body)), CONFIG, recipient)


def ours(number: int, key: str = KEY) -> str:
    return message_id(an_id(number), OURS, key)


def to(case: UUID, key: str = KEY) -> str:
    address = reply_address(OURS, Token(Named.CASE, case), key)
    assert address
    return address


def test_the_names_of_earlier_mails_are_tried_from_the_last_to_the_first() -> None:
    found = references("In-Reply-To: <c@x>", "References: <a@x> <b@x> <c@x>")

    assert found == References(provider_ids=("<c@x>", "<b@x>", "<a@x>"))


def test_our_own_messages_are_known_by_their_signatures() -> None:
    found = references(f"References: {ours(5)} <x@y> {ours(6)}", f"In-Reply-To: {ours(6)}")

    assert found.messages == (an_id(6), an_id(5))
    assert references(f"In-Reply-To: {ours(5, 'another key')}").messages == ()


def test_the_address_that_was_written_to_names_the_case() -> None:
    assert references(f"Cc: Shop <{to(CASE).upper()}>").cases == (CASE,)
    assert references(f"Delivered-To: {to(CASE)}").cases == (CASE,)
    assert references(recipient=to(CASE)).cases == (CASE,)
    assert references(f"Cc: {to(CASE, 'another key')}").cases == ()


def test_a_marker_in_subject_or_body_is_the_last_resort() -> None:
    mark = marker(Token(Named.CASE, CASE), KEY)
    other = marker(Token(Named.CASE, OTHER_CASE), KEY)

    assert references(body=f"> {other}\nyes\n> {mark}\n").cases == (CASE, OTHER_CASE)
    assert references(f"Cc: {to(OTHER_CASE)}", body=mark).cases == (OTHER_CASE, CASE)
    assert references(f"Comments: {mark}", body="ref:" + "a" * 40).cases == ()


def test_a_number_alone_leads_nowhere() -> None:
    assert references("Subject: Re: [#12345] case 12345", body="#12345") == References()


def test_an_inbox_without_a_key_knows_names_only() -> None:
    mail = parse_mail(a_mail(f"In-Reply-To: {ours(5)}", f"Cc: {to(CASE)}"))

    assert references_of(mail, InboxConfig()) == References(provider_ids=(ours(5),))


def test_a_hostile_mail_costs_no_more_than_a_few() -> None:
    many = " ".join(f"<{number}@x>" for number in range(1_000))
    marks = "\n".join("ref:" + signed(Token(Named.CASE, an_id(n)), KEY) for n in range(300))

    found = references(f"References: {many}", body=marks)

    assert len(found.provider_ids) <= 30
    assert len(found.cases) <= 20


def test_a_returned_mail_of_ours_is_known() -> None:
    assert bounced_messages(f"{ours(7)} <x@y>", CONFIG) == (an_id(7),)
