"""A value comes back as it went in, from both engines."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite

from clew.domain.facts import Facts
from clew.storage.types import (
    EPOCH,
    TICK,
    Duration,
    Id,
    Instant,
    Json,
    Words,
    clean,
    from_ticks,
    to_json,
    to_ticks,
)
from tests.builders import a_waiting_case

SQLITE: Dialect = sqlite.dialect()
POSTGRESQL: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
DIALECTS = (SQLITE, POSTGRESQL)
INSTANTS = st.timedeltas(timedelta(days=-25_000), timedelta(days=80_000)).map(
    lambda since: EPOCH + since
)


def there_and_back(kind: Any, value: Any, dialect: Dialect) -> Any:
    put = kind.bind_processor(dialect)
    get = kind.result_processor(dialect, None)
    stored = put(value) if put else value
    return get(stored) if get else stored


@given(INSTANTS)
def test_an_instant_is_kept_to_the_microsecond(at: datetime) -> None:
    assert from_ticks(to_ticks(at)) == at
    assert all(there_and_back(Instant(), at, dialect) == at for dialect in DIALECTS)


@given(st.timedeltas())
def test_a_span_of_time_is_kept_to_the_microsecond(span: timedelta) -> None:
    assert there_and_back(Duration(), span, SQLITE) == span
    assert span // TICK * TICK == span


@given(st.uuids())
def test_an_id_is_kept(value: UUID) -> None:
    assert all(there_and_back(Id(), value, dialect) == value for dialect in DIALECTS)


@pytest.mark.parametrize("kind", [Id(), Instant(), Duration(), Words(), Json()])
def test_nothing_stays_nothing(kind: Any) -> None:
    assert all(there_and_back(kind, None, dialect) is None for dialect in DIALECTS)


@given(st.text(st.characters(codec=None, categories=None), max_size=20))
def test_any_text_becomes_one_that_can_be_stored(text: str) -> None:
    """Halves of surrogate pairs and NUL come in; whatever else there is stays as it is."""
    stored = clean(text)

    assert "\x00" not in stored
    stored.encode()
    assert clean(stored) == stored
    if "\x00" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text):
        assert stored == text


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**53), 2**53)
        | st.text(st.characters(codec=None, categories=None)),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
        ),
        max_leaves=8,
    )
)
def test_any_json_becomes_one_that_can_be_stored(value: Any) -> None:
    stored = to_json(value)

    stored.encode()
    assert "\\u0000" not in stored.replace("\\\\", "")


def test_json_comes_back_in_the_shape_that_was_asked_for() -> None:
    facts = a_waiting_case().facts

    assert there_and_back(Json(Facts), facts, SQLITE) == facts
    assert there_and_back(Json(tuple[str, ...]), ("a", "b"), SQLITE) == ("a", "b")
