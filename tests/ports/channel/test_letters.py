"""What became of a letter for each reader is kept between tries."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clew.ports.channel import Progress, ReaderResult, ReaderRole, ReaderState

results = st.builds(
    ReaderResult,
    st.text(max_size=20),
    st.sampled_from(ReaderRole),
    st.sampled_from(ReaderState),
    st.text(max_size=20),
    st.text(max_size=20),
)


@given(results)
def test_a_result_comes_back_as_it_was_stored(result: ReaderResult) -> None:
    assert ReaderResult.from_json(result.to_json()) == result


@given(st.lists(results, max_size=3).map(tuple))
def test_progress_keeps_all_of_them(found: tuple[ReaderResult, ...]) -> None:
    assert Progress.from_json(Progress(readers=found).to_json()).readers == found
