"""What an operator may decide about the web layer; the composition root fills it in."""

from dataclasses import dataclass, field
from pathlib import Path

from clew.ports.mail import NoMailer
from clew.services.attempts import Attempts
from clew.services.connections import WaysOut
from clew.services.deps import Deps
from clew.services.passwords import Passwords
from clew.services.sessions import Sessions
from clew.services.visitors.letters import Post

WORKSPACE_FOLDER = Path(__file__).parent.parent / "static" / "workspace"
WIDGET_FOLDER = Path(__file__).parent.parent / "static" / "widget"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOptions:
    """Numbers and switches.

    Attributes:
        public_origins: Where browsers reach us, such as `https://clew.example.org`, when that is
            not what the `Host` header says; requests of other origins are refused.
        is_https: Cookies are marked `Secure` even if the last hop to us is plain.
        is_simulated: The contacts are made up; the workspace says so.
        shows_metrics_to_all: Answer `/metrics` to other machines as well.
        workspace_folder, widget_folder: Where the built front ends are.
    """

    public_origins: tuple[str, ...] = ()
    is_https: bool = False
    is_simulated: bool = False
    shows_metrics_to_all: bool = False
    workspace_folder: Path = WORKSPACE_FOLDER
    widget_folder: Path = WIDGET_FOLDER


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every controller has at hand; without ways out, no provider is asked from here.

    Attributes:
        post: How this server itself writes to people.
    """

    deps: Deps
    sessions: Sessions
    passwords: Passwords
    attempts: Attempts
    options: WebOptions = WebOptions()
    outside: WaysOut | None = None
    post: Post = field(default_factory=lambda: Post(mailer=NoMailer()))


def make_desk(
    deps: Deps,
    options: WebOptions | None = None,
    outside: WaysOut | None = None,
    post: Post | None = None,
) -> Desk:
    """Return a desk over `deps`, with everything that is not given as it usually is."""
    return Desk(
        deps=deps,
        sessions=Sessions(deps.store, deps.clock),
        passwords=Passwords(),
        attempts=Attempts(deps.store, deps.clock),
        options=options or WebOptions(),
        outside=outside,
        post=post or Post(mailer=NoMailer()),
    )
