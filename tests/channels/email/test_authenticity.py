import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.authenticity import proof_of
from clew.ports.channel import Proof

OURS = "mx.shop.example"


def proof(*results: str, trusted: str = OURS, domain: str = "example.com") -> Proof:
    return proof_of(results, trusted, domain)


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("dmarc=pass (p=NONE) header.from=example.com", Proof.PROVIDER),
        (
            "dmarc=fail (p=REJECT) header.from=example.com; spf=pass smtp.mailfrom=x.org",
            Proof.FORGED,
        ),
        ("dkim=pass header.d=example.com", Proof.PROVIDER),
        ("dkim=pass header.i=@example.com header.s=k", Proof.PROVIDER),
        ("spf=pass (google.com: x) smtp.mailfrom=ana@example.com", Proof.PROVIDER),
        ("dkim=pass header.d=mailer.example", Proof.NONE),
        ("dkim=pass header.d=com", Proof.NONE),
        ("dkim=pass header.d=sub.example.com", Proof.NONE),
        ("spf=fail smtp.mailfrom=ana@example.com", Proof.FORGED),
        ("spf=fail smtp.mailfrom=list.example; dkim=pass header.d=list.example", Proof.NONE),
        ("spf=softfail smtp.mailfrom=ana@example.com", Proof.NONE),
        ("dmarc=none; spf=neutral", Proof.NONE),
        ("none", Proof.NONE),
        ("dmarc = PASS", Proof.PROVIDER),
        ("dkim=fail (dmarc=pass) header.d=example.com", Proof.NONE),
    ],
)
def test_the_notes_of_our_own_server_decide(result: str, expected: Proof) -> None:
    assert proof(f"{OURS}; {result}") is expected


def test_a_mail_from_below_a_domain_is_its_owners() -> None:
    note = f"{OURS}; dkim=pass header.d=example.com"

    assert proof(note, domain="news.example.com") is Proof.PROVIDER
    assert proof(note, domain="badexample.com") is Proof.NONE


def test_notes_that_came_with_the_mail_count_nothing() -> None:
    """Anybody may write them, also in our server's name: below what our server wrote last."""
    forged = f"{OURS}; dmarc=pass"

    assert proof("evil.example; dmarc=pass") is Proof.NONE
    assert proof("evil.example; dmarc=none", forged) is Proof.NONE
    assert proof(f"{OURS}; dmarc=fail", "evil.example; x=y", forged) is Proof.FORGED


@pytest.mark.parametrize(
    ("real", "forged", "expected"),
    [
        ("dmarc=fail", "dmarc=pass", Proof.FORGED),
        ("spf=fail smtp.mailfrom=x.example; dmarc=none", "dmarc=pass", Proof.FORGED),
        ("dkim=none; spf=none", "dkim=pass header.d=example.com", Proof.NONE),
    ],
)
def test_a_note_in_our_servers_name_right_below_its_own_overrules_nothing(
    real: str, forged: str, expected: Proof
) -> None:
    """A sender puts it at the top of a mail, and our server writes above it."""
    assert proof(f"{OURS}; {real}", f"{OURS}; {forged}") is expected


def test_dmarc_counts_for_the_address_that_it_was_asked_about() -> None:
    """A From that breaks the rules may name two, and our server have read the other one."""
    assert proof(f"{OURS}; dmarc=pass header.from=evil.example") is Proof.NONE
    assert proof(f"{OURS}; dmarc=pass header.from=Example.COM.") is Proof.PROVIDER


def test_several_notes_of_our_server_are_read_together() -> None:
    assert proof(f"{OURS} 1; spf=none", f'"{OURS.upper()}."; dmarc=pass') is Proof.PROVIDER


def test_without_a_named_server_nothing_is_believed() -> None:
    assert proof(f"{OURS}; dmarc=pass", trusted="") is Proof.NONE
    assert proof(f"{OURS}; dmarc=pass", domain="") is Proof.NONE
    assert proof() is Proof.NONE


@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_text_is_judged(results: list[str]) -> None:
    assert proof(*results) is Proof.NONE
