"""What became of the events that came in, for the tests of taking them in."""

from clew.ports.store import IntakeState
from tests.fixtures.workplace import Shop


async def states(shop: Shop) -> list[tuple[str, str]]:
    """Return the state and reason of every event, the oldest first."""
    found = await shop.deps.store.intake.find(list(IntakeState), 1_000)
    return [(one.state.value, one.reason) for one in reversed(found)]
