"""What sending needs beside what all services need."""

from collections.abc import Callable
from dataclasses import dataclass, field

from clew.ports.http import Http
from clew.ports.mail import Mailer, NoMailer
from clew.services.deps import Deps
from clew.services.sending.pacing import Pacing


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """One process's sender: there may be others.

    Attributes:
        chance: Draws a number from 0 to 1.
    """

    deps: Deps
    http: Http
    chance: Callable[[], float]
    mailer: Mailer = field(default_factory=NoMailer)
    pacing: Pacing = field(default_factory=Pacing)
