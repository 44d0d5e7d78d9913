"""No more events are looked at than there is time for."""

from clew.services.ingest.appetite import LARGEST, SMALLEST, Appetite


def test_what_takes_long_is_looked_at_in_smaller_batches() -> None:
    appetite = Appetite()
    sizes = [appetite.limit]
    for taken in (60, 100, 0, 400):
        appetite.took(taken)
        sizes.append(appetite.limit)

    assert sizes == [LARGEST, 120, 200, SMALLEST, LARGEST]
