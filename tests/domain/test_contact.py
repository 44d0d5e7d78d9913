"""Names do no harm to what stands beside them, and erased addresses are nobody's."""

from __future__ import annotations

import pytest

from clew.domain.contact import Assurance, Identity, plain_name
from clew.domain.ids import IdentityId
from tests.builders import CONTACT, MONDAY_NINE, WORKSPACE, an_id


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Vera Lind", "Vera Lind"),
        ("  Vera\n\tLind ", "Vera Lind"),
        ("\u202eevil\u202c", "evil"),
        ("\u2067\u2066", ""),
        ("a\x00b\x1bc", "abc"),
        ("يوسف", "يوسف"),
        ("👩\u200d💻 Ana", "👩\u200d💻 Ana"),
    ],
)
def test_a_name_is_one_line_that_turns_nothing_around(given: str, kept: str) -> None:
    assert plain_name(given) == kept


def test_an_erased_address_says_nothing_of_whose_it_was() -> None:
    address = Identity(
        id=IdentityId(an_id(50)),
        workspace_id=WORKSPACE,
        contact_id=CONTACT,
        channel="email",
        scope="email",
        kind="email",
        address="vera@example.com",
        display="Vera <vera@example.com>",
        assurance=Assurance.VERIFIED,
        created_at=MONDAY_NINE,
    )

    gone = address.erased()

    assert (address.is_erased, gone.is_erased) == (False, True)
    assert "vera" not in repr(gone).lower()
    assert gone.assurance is Assurance.CLAIMED
