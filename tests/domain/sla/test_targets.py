from datetime import timedelta

import pytest

from clew.domain.sla.targets import MAX_TARGET, InvalidPolicy, ReplyTargets

HOUR = timedelta(hours=1)


def test_the_defaults_make_sense_together() -> None:
    targets = ReplyTargets()

    assert targets.acknowledge == timedelta(minutes=10)
    assert targets.reserve < targets.promise == 4 * HOUR <= targets.max_promise


@pytest.mark.parametrize(
    ("field", "length"),
    [
        ("first", timedelta(0)),
        ("next", -HOUR),
        ("acknowledge", timedelta(0)),
        ("finish", MAX_TARGET + HOUR),
        ("reserve", -HOUR),
        ("reserve", 4 * HOUR),
        ("promise", 41 * HOUR),
        ("max_promise", timedelta.max),
    ],
)
def test_a_target_that_makes_no_sense_is_refused_by_name(field: str, length: timedelta) -> None:
    with pytest.raises(InvalidPolicy) as refused:
        ReplyTargets(**{field: length})

    assert refused.value.field == field


def test_a_team_may_do_without_a_reserve() -> None:
    assert ReplyTargets(reserve=timedelta(0)).reserve == timedelta(0)
