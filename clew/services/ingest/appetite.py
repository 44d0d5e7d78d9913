"""How many events the next batch looks at: more are not even read than can be taken in."""

LARGEST = 500
SMALLEST = 50


class Appetite:
    """The size of the next batch, by that of the last one."""

    def __init__(self) -> None:
        self.limit = LARGEST

    def took(self, taken: int) -> None:
        """Note how many events there was time for."""
        self.limit = min(LARGEST, max(SMALLEST, 2 * taken))
