"""A simulated provider for tests: a folder of its own, a clock that is put where it is wanted."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from clew.channels.whatsapp.inbound import parse
from clew.demo.asgi import Reply, Request
from clew.demo.clock import ScriptedClock
from clew.demo.graph.api import PREFIX, GraphApi
from clew.demo.graph.keeping import Keeping
from clew.demo.graph.provider import Provider, Writing
from clew.demo.graph.webhooks import envelope, signature
from clew.ports.channel import InboxConfig, Incoming, RawEvent

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
ADDRESS = "http://127.0.0.1:8080/simulation"
JUDIT = "36205550111"
A_DAY = timedelta(days=1)


def a_provider(folder: Path) -> Provider:
    """Return a provider with one person, Judit, who has not written yet."""
    provider = Provider(Keeping(folder), ScriptedClock(NOON))
    provider.add_person("Judit Kis", f"+{JUDIT}")
    return provider


def a_written_provider(folder: Path) -> Provider:
    """Return a provider to whom Judit has written at noon; Clew has been told."""
    provider = a_provider(folder)
    provider.write(JUDIT, Writing(text="Is my parcel on its way?"))
    provider.take_changes()
    return provider


def move(provider: Provider, by: timedelta) -> None:
    assert isinstance(provider.clock, ScriptedClock)
    provider.clock.at += by


def config_of(provider: Provider) -> InboxConfig:
    """Return the settings of an inbox that is pointed at the provider."""
    line = provider.memory.line
    return InboxConfig(
        settings={
            "phone_number_id": line.phone_number_id,
            "waba_id": line.waba_id,
            "api_base_url": f"{ADDRESS}{PREFIX}",
        },
        secrets={
            "access_token": line.access_token,
            "app_secret": line.app_secret,
            "verify_token": line.verify_token,
        },
    )


def raw_of(provider: Provider) -> RawEvent:
    """Return all that the provider has to tell, as one signed webhook."""
    line = provider.memory.line
    body = envelope(line, provider.take_changes(), NOON)
    headers = {"x-hub-signature-256": signature(body, line.app_secret)}
    return RawEvent("POST", headers, {}, body, NOON)


def heard(provider: Provider) -> tuple[Incoming, ...]:
    """Return all that the provider has to tell, as Clew's channel reads it."""
    return parse(raw_of(provider), config_of(provider))


async def post(api: GraphApi, provider: Provider, path: str, body: dict[str, Any]) -> Reply:
    line = provider.memory.line
    headers = {"authorization": f"Bearer {line.access_token}", "content-type": "application/json"}
    where = f"{PREFIX}/{line.phone_number_id}/{path}"
    return await api.answer(Request("POST", where, {}, headers, json.dumps(body).encode()))


async def get(api: GraphApi, provider: Provider, path: str, **query: str) -> Reply:
    headers = {"authorization": f"Bearer {provider.memory.line.access_token}"}
    return await api.answer(Request("GET", path, query, headers))


def a_text(to: str = f"+{JUDIT}", **changes: Any) -> dict[str, Any]:
    return {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": to,
        "type": "text",
        "text": {"body": "It left this morning."},
    } | changes


def json_of(reply: Reply) -> Any:
    return json.loads(reply.body)
