"""The last frames, kept for those who come back."""

from datetime import UTC, datetime

from clew.realtime.frames import make_frame
from clew.realtime.history import MAX_FRAMES, History

NOW = datetime(2026, 7, 6, tzinfo=UTC)
ANN, BEN = "ann", "ben"


def frame(after: int, seq: int, size: int = 0) -> object:
    text = b'"%d-%d%b"' % (after, seq, b"x" * size)
    return make_frame(after, seq, [text], NOW)


def a_history(*stretches: tuple[int, int]) -> History:
    history = History()
    for after, seq in stretches:
        history.append(frame(after, seq))  # type: ignore[arg-type]
    return history


def test_what_came_after_a_number_is_given() -> None:
    history = a_history((0, 2), (2, 5), (5, 6))

    assert history.since(2, ANN) == b'"2-5","5-6"'
    assert history.since(6, ANN) == b""


def test_a_number_within_a_frame_gives_the_whole_frame() -> None:
    assert a_history((0, 2), (2, 5)).since(3, ANN) == b'"2-5"'


def test_what_lies_too_far_back_is_not_known() -> None:
    assert a_history((4, 6)).since(3, ANN) is None
    assert History().since(0, ANN) is None


def test_a_gap_forgets_what_came_before_it() -> None:
    history = a_history((0, 2), (5, 6))

    assert history.since(1, ANN) is None
    assert history.since(5, ANN) == b'"5-6"'


def test_the_oldest_go_first() -> None:
    history = a_history(*((number, number + 1) for number in range(MAX_FRAMES + 10)))

    assert history.since(9, ANN) is None
    assert history.since(10, ANN) is not None


def test_what_was_read_back_is_kept_for_the_next() -> None:
    history = a_history((5, 6))

    history.prepend(frame(1, 6))  # type: ignore[arg-type]

    assert history.since(1, ANN) == b'"1-6","5-6"'


def test_what_leaves_a_gap_is_not_put_in_front() -> None:
    history = a_history((5, 6))

    history.prepend(frame(1, 4))  # type: ignore[arg-type]

    assert history.since(1, ANN) is None


def test_what_is_one_agents_own_is_given_to_them_only() -> None:
    history = a_history((0, 2))
    history.append(make_frame(2, 3, [], NOW, {ANN: [b'"own"']}))

    assert history.since(0, ANN) == b'"0-2","own"'
    assert history.since(2, ANN) == b'"own"'
    assert history.since(0, BEN) == b'"0-2"'
    assert history.since(2, BEN) == b""
