"""Does an inbox work? Asked by an administrator, and answered at once."""

from clew.domain.access import Permission, require
from clew.domain.errors import NotFound
from clew.domain.ids import InboxId
from clew.ports.channel import ProbeOutcome, Unavailable
from clew.ports.http import Http
from clew.ports.mail import Mailer
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.templates import probe_inbox


async def check_connection(
    inbox_id: InboxId, *, asker: Asker, deps: Deps, http: Http | None, mailer: Mailer | None
) -> ProbeOutcome:
    """Ask the provider of an inbox, and set its traffic light by the answer.

    Raises:
        NotAllowed: Only who manages inboxes may.
        NotFound: There is no such inbox here.
    """
    require(asker.agent.role, Permission.MANAGE_INBOXES)
    workplace = await deps.directory.workplace(asker.workspace_id)
    if inbox_id not in workplace.inboxes:
        raise NotFound("inbox", inbox_id)
    if http is None or mailer is None:
        return Unavailable("no provider can be asked from here")
    return await probe_inbox(inbox_id, deps=deps, http=http, mailer=mailer)
