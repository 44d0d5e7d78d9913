"""Business hours and changes of the clock that several tests use."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import strategies as st

from clew.domain.business_hours import BusinessHours, DayException, Span

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
HOLIDAYS = ("2026-05-01", "2026-05-03", "2026-06-04", "2026-11-11")
WARSAW = BusinessHours.from_data(
    {
        "zone": "Europe/Warsaw",
        "weekly": {day: ["08:00-18:00"] for day in WEEKDAYS},
        "exceptions": {day: [] for day in HOLIDAYS},
    }
)
ALWAYS = BusinessHours.always_open("Europe/Warsaw")

# Where clocks did something that a naive calendar gets wrong, and when.
CHANGES = (
    ("Europe/Warsaw", datetime(2026, 3, 29, 1, tzinfo=UTC)),
    ("Europe/Warsaw", datetime(2026, 10, 25, 1, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2026, 4, 4, 15, tzinfo=UTC)),  # half an hour
    ("Australia/Lord_Howe", datetime(2026, 10, 3, 15, 30, tzinfo=UTC)),
    ("Pacific/Apia", datetime(2011, 12, 30, 10, tzinfo=UTC)),  # there was no Friday the 30th
    ("Pacific/Kwajalein", datetime(1993, 8, 21, 12, tzinfo=UTC)),  # nor this Saturday
    ("America/St_Johns", datetime(2006, 10, 29, 2, 31, tzinfo=UTC)),  # back over midnight
    ("America/Havana", datetime(2026, 11, 1, 5, tzinfo=UTC)),  # midnight came twice
    ("America/Sao_Paulo", datetime(2018, 11, 4, 3, tzinfo=UTC)),  # there was no midnight
    ("Antarctica/Troll", datetime(2026, 3, 29, 1, tzinfo=UTC)),  # two hours
    ("Africa/Monrovia", datetime(1972, 1, 7, 0, 44, 30, tzinfo=UTC)),  # an offset with seconds
    ("Asia/Kathmandu", datetime(2026, 1, 1, tzinfo=UTC)),  # 5:45, and no change at all
)


def spans_of_a_day() -> st.SearchStrategy[tuple[Span, ...]]:
    """Up to three spans on quarters of an hour; some touch each other or midnight."""
    quarters = st.lists(st.integers(0, 96), max_size=6).map(sorted)
    return quarters.map(
        lambda edges: tuple(
            Span(timedelta(minutes=15 * opens), timedelta(minutes=15 * closes))
            for opens, closes in list(pairwise(edges))[::2]
            if opens < closes
        )
    )


def weeks() -> st.SearchStrategy[tuple[tuple[Span, ...], ...]]:
    """Seven days that repeat up to three different ones, of which one at least opens."""
    days = st.lists(spans_of_a_day(), min_size=1, max_size=3).filter(any)
    return days.map(lambda some: tuple(some[weekday % len(some)] for weekday in range(7)))


def exceptions_around(day: date) -> st.SearchStrategy[tuple[DayException, ...]]:
    days = st.integers(-4, 4).map(lambda offset: day + timedelta(days=offset))
    return st.dictionaries(days, spans_of_a_day(), max_size=3).map(
        lambda special: tuple(DayException(on, spans) for on, spans in special.items())
    )


@st.composite
def hours_and_instants(draw: st.DrawFn, count: int = 1) -> tuple[BusinessHours, list[datetime]]:
    """Hours in a zone whose clock changes, and ascending instants within days of the change."""
    zone, change = draw(st.sampled_from(CHANGES))
    if draw(st.integers(0, 9)) == 0:
        hours = BusinessHours.always_open(zone)
    else:
        hours = BusinessHours(zone, draw(weeks()), draw(exceptions_around(change.date())))
    near = st.timedeltas(timedelta(days=-5), timedelta(days=5))
    return hours, sorted(change + draw(near) for _ in range(count))


def durations(longest: timedelta = timedelta(hours=20)) -> st.SearchStrategy[timedelta]:
    return st.one_of(
        st.timedeltas(timedelta(0), longest),
        st.integers(0, int(longest.total_seconds() // 900)).map(
            lambda quarters: timedelta(minutes=15 * quarters)  # lands on edges
        ),
    )
