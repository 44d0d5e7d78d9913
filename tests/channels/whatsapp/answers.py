"""Answers of a made-up Graph API, for tests."""

import json
from typing import Any

from clew.ports.channel import HttpResponse, SavedFile


def an_answer(status: int = 200, **document: Any) -> HttpResponse:
    return HttpResponse(status, {"content-type": "application/json"}, json.dumps(document).encode())


def accepted(provider_id: str) -> HttpResponse:
    return an_answer(messaging_product="whatsapp", messages=[{"id": provider_id}])


def an_error(code: int, message: str = "It did not work", status: int = 400) -> HttpResponse:
    return an_answer(status, error={"code": code, "message": message})


def a_file(digest: str, size: int = 9) -> HttpResponse:
    return HttpResponse(200, {}, b"", SavedFile("blob/1", size, digest))
