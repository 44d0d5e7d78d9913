import pytest

from clew.ports.channel import Template


@pytest.mark.parametrize(("status", "can"), [("approved", True), ("paused", False), ("", False)])
def test_only_an_approved_template_can_be_sent(status: str, can: bool) -> None:
    assert Template("t", "en", "utility", status, "Hello").can_be_sent is can
