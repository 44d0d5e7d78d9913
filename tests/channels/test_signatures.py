import pytest

from clew.channels.signatures import hmac_sha256_hex, is_same_secret, verdict_on_hmac
from clew.ports.channel import Verdict

BODY = b'{"hello": "world"}'


def test_the_right_secret_makes_it_genuine() -> None:
    assert verdict_on_hmac(BODY, hmac_sha256_hex(BODY, "old"), ["new", "old"]) is Verdict.GENUINE


@pytest.mark.parametrize("signature", ["0" * 64, "x", "\udcff", "é", hmac_sha256_hex(b"", "new")])
def test_any_other_signature_is_forged(signature: str) -> None:
    assert verdict_on_hmac(BODY, signature, ["new", "old"]) is Verdict.FORGED


def test_no_signature_is_unsigned() -> None:
    assert verdict_on_hmac(BODY, "", ["new"]) is Verdict.UNSIGNED


def test_without_a_secret_nothing_is_believed() -> None:
    """An empty secret would let anybody sign."""
    signed_with_nothing = hmac_sha256_hex(BODY, "")

    assert verdict_on_hmac(BODY, signed_with_nothing, ["", ""]) is Verdict.UNVERIFIABLE


def test_an_empty_secret_is_never_the_same() -> None:
    assert not is_same_secret("", "")
    assert is_same_secret("żółw", "żółw")
