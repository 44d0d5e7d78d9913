from __future__ import annotations

import pytest

from clew.channels.whatsapp.answers import failure
from clew.demo.graph.faults import GraphError, Weather, check_weather
from clew.ports.channel import HttpResponse, InboxConfig, Misconfigured, Progress, Retry, Throttled


@pytest.mark.parametrize(
    ("weather", "outcome"),
    [
        (Weather.EXPIRED_TOKEN, Misconfigured),
        (Weather.RATE_LIMITED, Throttled),
        (Weather.PAIR_LIMITED, Throttled),
        (Weather.DOWN, Retry),
    ],
)
def test_clew_understands_what_the_weather_brings(weather: Weather, outcome: type) -> None:
    with pytest.raises(GraphError) as refused:
        check_weather(weather, is_message=True)

    reply = refused.value.reply()
    understood = failure(InboxConfig(), Progress(), HttpResponse(reply.status, body=reply.body))

    assert isinstance(understood, outcome)


def test_limits_of_messages_do_not_refuse_anything_else() -> None:
    check_weather(Weather.RATE_LIMITED, is_message=False)
    check_weather(Weather.FINE, is_message=True)
    with pytest.raises(GraphError):
        check_weather(Weather.EXPIRED_TOKEN, is_message=False)
