import pytest

from clew.domain.contact import Assurance
from clew.domain.ids import ContactId
from clew.domain.joining import Claim, Proof, is_believed, may_join
from tests.builders import an_id

ANA, EVE = ContactId(an_id(1)), ContactId(an_id(2))


@pytest.mark.parametrize("proof", list(Proof))
def test_a_contact_goes_on_with_their_own_case(proof: Proof) -> None:
    """Whether it is them was judged when they were recognised."""
    assert may_join(ANA, ANA, Claim(proof))


@pytest.mark.parametrize(
    ("claim", "joins"),
    [
        (Claim(Proof.GIVEN), False),
        (Claim(Proof.GIVEN, is_signed=True), True),
        (Claim(Proof.GIVEN, was_addressed=True), True),
        (Claim(Proof.MISSING, is_signed=True), True),
        (Claim(Proof.MISSING), False),
        (Claim(Proof.REFUTED, is_signed=True, was_addressed=True), False),
    ],
)
def test_somebody_else_joins_only_as_part_of_the_exchange(claim: Claim, *, joins: bool) -> None:
    assert may_join(ANA, EVE, claim) is joins


@pytest.mark.parametrize("known", [None, *Assurance])
def test_proof_decides_whatever_was_known(known: Assurance | None) -> None:
    assert is_believed(known, Claim(Proof.GIVEN))
    assert not is_believed(known, Claim(Proof.REFUTED, is_signed=True))


@pytest.mark.parametrize(
    ("known", "is_signed", "believed"),
    [
        (None, False, True),
        (Assurance.CLAIMED, False, True),
        (Assurance.CHANNEL, False, False),
        (Assurance.VERIFIED, False, False),
        (Assurance.CHANNEL, True, True),
    ],
)
def test_an_address_that_was_proved_once_is_not_taken_on_trust_again(
    known: Assurance | None, *, is_signed: bool, believed: bool
) -> None:
    assert is_believed(known, Claim(Proof.MISSING, is_signed)) is believed
