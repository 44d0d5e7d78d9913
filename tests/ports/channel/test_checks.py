import pytest

from clew.ports.channel import Template


@pytest.mark.parametrize(("status", "can"), [("approved", True), ("paused", False), ("", False)])
def test_only_an_approved_template_can_be_sent(status: str, can: bool) -> None:
    assert Template("t", "en", "utility", status, "Hello").can_be_sent is can


def test_values_stand_in_their_places_each_on_one_line() -> None:
    template = Template("t", "en", "marketing", "approved", "{{1}}: {{ 2 }} and {{1}}, {{3}}")

    assert template.filled({"1": "a\n  b", "2": "{{1}}"}) == "a b: {{1}} and a b, {{3}}"
    assert template.is_marketing
