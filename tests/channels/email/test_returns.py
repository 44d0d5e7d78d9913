import pytest

from clew.channels.email.mail import Bounce, BounceKind, Mail
from clew.channels.email.returns import receipts_of
from clew.channels.email.tokens import message_id
from clew.ports.channel import Receipt, RefusalCause
from tests.builders import an_id
from tests.channels.email.letters import CONFIG, KEY, OURS
from tests.channels.email.sample import NOON, raw

NAME = message_id(an_id(5), OURS, KEY)


def receipts(bounce: Bounce, **more: tuple[str, ...]) -> tuple[Receipt, ...]:
    return receipts_of(Mail(bounces=(bounce,), **more), raw(b""), CONFIG)  # type: ignore[arg-type]


def test_a_returned_mail_is_a_failure_with_the_servers_reason() -> None:
    bounce = Bounce("Ana@example.com", "5.1.1", BounceKind.HARD, "no such user", NAME)

    (receipt,) = receipts(bounce)

    assert (receipt.provider_id, receipt.our_id) == (NAME, str(an_id(5)))
    assert (receipt.state, receipt.at, receipt.participant) == ("failed", NOON, "ana@example.com")
    assert receipt.refusal is not None
    assert (receipt.refusal.code, receipt.refusal.reason) == ("5.1.1", "no such user")
    assert receipt.refusal.cause is RefusalCause.UNDELIVERABLE


@pytest.mark.parametrize(
    ("status", "kind", "is_failure"),
    [
        ("4.4.1", BounceKind.SOFT, False),
        ("4.4.7", BounceKind.SOFT, True),
        ("5.2.2", BounceKind.SOFT, True),
        ("", BounceKind.SOFT, True),
        ("5.7.1", BounceKind.POLICY, True),
        ("", BounceKind.HARD, True),
    ],
)
def test_a_mail_that_is_late_has_not_failed(
    status: str, kind: BounceKind, *, is_failure: bool
) -> None:
    assert bool(receipts(Bounce("a@x.org", status, kind, "", NAME))) is is_failure


def test_a_report_may_name_our_mail_elsewhere() -> None:
    (receipt,) = receipts(Bounce("", "", BounceKind.HARD), in_reply_to=(NAME,))
    assert (receipt.provider_id, receipt.our_id, receipt.recipient) == (NAME, str(an_id(5)), ())

    headers = (("References", NAME),)
    (receipt,) = receipts(Bounce("", "", BounceKind.HARD, original_headers=headers))
    assert receipt.our_id == str(an_id(5))


def test_a_report_of_a_mail_that_is_not_named_is_no_receipt() -> None:
    assert receipts(Bounce("a@x.org", "5.1.1", BounceKind.HARD)) == ()


def test_a_mail_sent_by_others_is_known_by_its_name_alone() -> None:
    (receipt,) = receipts(Bounce("a@x.org", "5.1.1", BounceKind.HARD, "", "<them@x.org>"))

    assert (receipt.provider_id, receipt.our_id) == ("<them@x.org>", None)
