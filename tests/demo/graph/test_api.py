from __future__ import annotations

from pathlib import Path

import pytest

from clew.channels.whatsapp.channel import CHANNEL
from clew.channels.whatsapp.settings import api_url
from clew.demo.asgi import Request
from clew.demo.graph.api import PREFIX, SLOW_SECONDS, GraphApi, read_form
from clew.demo.graph.chats import Mark, Side
from clew.demo.graph.faults import GraphError, Weather
from clew.ports.channel import HttpResponse, TemplatePage
from tests.demo.simulated import (
    ADDRESS,
    JUDIT,
    a_provider,
    a_text,
    a_written_provider,
    config_of,
    get,
    json_of,
    post,
)

FORM = (
    b'--x\r\nContent-Disposition: form-data; name="messaging_product"\r\n\r\nwhatsapp\r\n'
    b'--x\r\nContent-Disposition: form-data; name="type"\r\n\r\nimage/png\r\n'
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n'
    b"Content-Type: image/png\r\n\r\n\x89PNG\r\n--x--\r\n"
)


async def test_a_message_is_accepted_with_an_id(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)

    reply = await post(GraphApi(provider, ADDRESS), provider, "messages", a_text())

    answer = json_of(reply)
    said = provider.chat(JUDIT).last_by(Side.SHOP)
    assert said is not None
    assert reply.status == 200
    assert answer["messages"] == [{"id": said.id}]
    assert answer["contacts"] == [{"input": f"+{JUDIT}", "wa_id": JUDIT}]


async def test_a_wrong_token_is_refused(tmp_path: Path) -> None:
    api = GraphApi(a_provider(tmp_path), ADDRESS)

    reply = await api.answer(Request("GET", PREFIX, headers={"authorization": "Bearer other"}))

    assert reply.status == 401
    assert json_of(reply)["error"]["code"] == 190


async def test_reading_marks_the_contacts_message(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)
    said = provider.chat(JUDIT).said[0]
    body = {"messaging_product": "whatsapp", "status": "read", "message_id": said.id}

    reply = await post(GraphApi(provider, ADDRESS), provider, "messages", body)

    assert json_of(reply) == {"success": True}
    assert said.mark is Mark.READ


async def test_a_file_goes_up_and_down_in_two_steps(tmp_path: Path) -> None:
    provider = a_provider(tmp_path)
    api = GraphApi(provider, ADDRESS)
    line = provider.memory.line
    headers = {
        "authorization": f"Bearer {line.access_token}",
        "content-type": "multipart/form-data; boundary=x",
    }

    path = f"{PREFIX}/{line.phone_number_id}/media"
    uploaded = json_of(await api.answer(Request("POST", path, {}, headers, FORM)))
    about = json_of(await get(api, provider, f"{PREFIX}/{uploaded['id']}"))
    where = about["url"].removeprefix(ADDRESS)
    file = await get(api, provider, where)
    without_token = await api.answer(Request("GET", where))

    assert (about["mime_type"], about["file_size"]) == ("image/png", 4)
    assert (file.status, file.body) == (200, b"\x89PNG")
    assert without_token.status == 401


async def test_an_address_that_was_never_given_out_is_gone(tmp_path: Path) -> None:
    provider = a_provider(tmp_path)

    reply = await get(GraphApi(provider, ADDRESS), provider, "/graph/files/guessed")

    assert reply.status == 404


async def test_a_file_of_another_number_is_refused(tmp_path: Path) -> None:
    provider = a_provider(tmp_path)
    media = provider.keeping.add_media(b"x", "image/png", "a.png")
    api = GraphApi(provider, ADDRESS)

    reply = await get(api, provider, f"{PREFIX}/{media.id}", phone_number_id="1")

    assert json_of(reply)["error"]["code"] == 100


async def test_clew_reads_the_probe_and_the_templates(tmp_path: Path) -> None:
    provider = a_provider(tmp_path)
    api, config = GraphApi(provider, ADDRESS), config_of(provider)
    line = provider.memory.line

    number = await get(api, provider, f"{PREFIX}/{line.phone_number_id}", fields="verified_name")
    page = await get(api, provider, f"{PREFIX}/{line.waba_id}/message_templates")

    assert json_of(number) == {"verified_name": "Jan’s Shop", "id": line.phone_number_id}
    assert api_url(config) == f"{ADDRESS}{PREFIX}"
    assert CHANNEL.read_templates is not None
    read = CHANNEL.read_templates(config, HttpResponse(200, body=page.body))
    assert isinstance(read, TemplatePage)
    assert {one.name for one in read.items if one.can_be_sent} >= {"news_of_your_case"}


async def test_slow_weather_takes_its_time(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)
    provider.weather = Weather.SLOW
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    reply = await post(GraphApi(provider, ADDRESS, sleep), provider, "messages", a_text())

    assert (reply.status, slept) == (200, [SLOW_SECONDS])


async def test_a_lost_answer_comes_after_the_message_was_taken(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)
    provider.weather = Weather.ANSWERS_LOST

    reply = await post(GraphApi(provider, ADDRESS), provider, "messages", a_text())

    assert reply.is_lost
    assert provider.chat(JUDIT).last_by(Side.SHOP) is not None


async def test_what_is_not_there_is_refused_as_the_provider_does(tmp_path: Path) -> None:
    provider = a_provider(tmp_path)

    reply = await get(GraphApi(provider, ADDRESS), provider, f"{PREFIX}/me/accounts")

    assert (reply.status, json_of(reply)["error"]["code"]) == (400, 100)


def test_a_form_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(GraphError):
        read_form(Request("POST", "/", headers={"content-type": "text/plain"}, body=b"x"))
