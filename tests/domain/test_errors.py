from __future__ import annotations

import json
from datetime import datetime
from inspect import Parameter, isclass, signature
from uuid import UUID

import pytest

from clew.domain import errors
from clew.domain.errors import ClewError
from clew.domain.faults import Fault
from tests.builders import MONDAY_NINE, an_id

SAMPLES: dict[object, object] = {
    datetime: MONDAY_NINE,
    UUID: an_id(1),
    int: 2,
    str: "the reason of it",
    tuple[str, ...]: ("answer",),
    UUID | str | int: 7,
    datetime | None: MONDAY_NINE,
    Fault: Fault.TOO_LONG,
}
ALL = [
    one
    for one in vars(errors).values()
    if isclass(one) and issubclass(one, ClewError) and one is not ClewError
]


def an_error(kind: type[ClewError]) -> ClewError:
    """Return an error of a kind, with something in every place."""
    parameters = signature(kind).parameters.values()
    given = (one for one in parameters if one.kind is not Parameter.VAR_KEYWORD)
    return kind(*(SAMPLES[parameter.annotation] for parameter in given))


@pytest.mark.parametrize("kind", ALL)
def test_an_error_is_a_sentence_with_a_code_and_a_status(kind: type[ClewError]) -> None:
    error = an_error(kind)

    assert len(str(error).split()) > 2
    assert not str(error).endswith(".")
    assert error.code == error.code.lower()
    assert 400 <= error.status < 500


@pytest.mark.parametrize("kind", ALL)
def test_what_an_error_adds_can_be_written_as_json(kind: type[ClewError]) -> None:
    written = json.dumps(an_error(kind).extra, default=str)

    assert json.loads(written) is not None


def test_no_two_errors_share_a_code() -> None:
    codes = [kind.code for kind in ALL]

    assert len(set(codes)) == len(codes)


def test_wrong_input_names_its_field() -> None:
    refused = errors.InvalidInput("reason", "say why")

    assert refused.extra == {
        "errors": [{"field": "reason", "message": "say why", "fault": "unfit"}]
    }


def test_a_word_and_its_numbers_tell_what_is_wrong_in_any_language() -> None:
    refused = errors.InvalidInput("name", "at most 5 characters", Fault.TOO_LONG, most=5)

    assert refused.extra["errors"] == [
        {"field": "name", "message": "at most 5 characters", "fault": "too_long", "most": 5}
    ]
