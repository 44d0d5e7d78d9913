"""What every controller of the contact API has at hand."""

from dataclasses import dataclass, field

from litestar.di import NamedDependency

from clew.domain.errors import NotFound
from clew.domain.ids import InboxId
from clew.ports.mail import NoMailer
from clew.services.deps import Deps
from clew.services.visitors.expecting import Expectations
from clew.services.visitors.letters import Post
from clew.services.visitors.limits import Fence
from clew.services.visitors.presence import Presence
from clew.services.visitors.rooms import Room, room
from clew.services.visitors.visiting import Visiting, Visits


@dataclass(frozen=True, slots=True, kw_only=True)
class Lobby:
    """Where visitors are received.

    Attributes:
        is_simulated: The contacts are made up; the widget says so.
    """

    deps: Deps
    visits: Visits
    fence: Fence
    expectations: Expectations
    presence: Presence
    post: Post
    is_simulated: bool = False

    async def sites_of(self, inbox_id: InboxId) -> tuple[str, ...]:
        """Return the origins whose pages may show an inbox; none, if there is no such chat."""
        try:
            return (await room(inbox_id, deps=self.deps)).site.allowed_sites
        except NotFound:
            return ()


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, from where.

    Attributes:
        address: Of the network.
        origin: Of the page, None for programs and for our own pages.
    """

    visiting: Visiting
    room: Room
    address: str = field(repr=False)


AtLobby = NamedDependency[Lobby]
CalledBy = NamedDependency[Caller]


def make_lobby(
    deps: Deps,
    *,
    presence: Presence | None = None,
    post: Post | None = None,
    is_simulated: bool = False,
) -> Lobby:
    """Return a lobby over `deps`."""
    return Lobby(
        deps=deps,
        visits=Visits(deps.store, deps.clock),
        fence=Fence(deps.clock),
        expectations=Expectations(deps),
        presence=presence or Presence(),
        post=post or Post(mailer=NoMailer()),
        is_simulated=is_simulated,
    )
