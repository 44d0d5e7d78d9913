"""What e-mail tells services of its addresses."""

from clew.channels.email.letters import LETTERS, typed_address
from clew.ports.channel import Address


def test_the_rules_are_those_of_mail() -> None:
    assert LETTERS.usable_address("Anna@Example.com") == "Anna@example.com"
    assert LETTERS.folded_address("Anna@Example.com") == "anna@example.com"
    assert LETTERS.is_machine("no-reply@example.com")
    assert LETTERS.answering("Odp: x") == "Re: x"


def test_an_address_may_be_typed_as_people_write_it() -> None:
    assert typed_address(" Anna@Example.com ") == Address("email", "Anna@example.com")
    assert typed_address("anna") is None
