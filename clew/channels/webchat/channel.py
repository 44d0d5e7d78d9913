"""Web chat and mobile apps: our own client on the other side, so there is no provider.

Visitors write through the contact API, not through a webhook, and an answer has left as soon as
it is durable: the visitor's stream and their read marks tell the rest.
"""

from clew.channels.webchat.capabilities import CAPABILITIES
from clew.channels.webchat.settings import SETTINGS, chat_site
from clew.domain.reasons import Reason
from clew.ports.channel import (
    CHAT,
    Channel,
    Connected,
    HttpRequest,
    HttpResponse,
    InboxConfig,
    Incoming,
    Outcome,
    Outgoing,
    OutgoingMessage,
    ProbeOutcome,
    Progress,
    RawEvent,
    Refusal,
    RefusalCause,
    Refused,
    Sent,
    Unparsable,
    Verdict,
)

NO_PROVIDER = Reason.NO_PROVIDER.said()


def verify(_event: RawEvent, _config: InboxConfig) -> Verdict:
    """Believe no webhook: nobody has a reason to send one."""
    return Verdict.UNVERIFIABLE


def parse(_event: RawEvent, _config: InboxConfig) -> tuple[Incoming, ...]:
    """Refuse to read any webhook.

    Raises:
        Unparsable: Always.
    """
    raise Unparsable(Reason.NO_WEBHOOKS.said())


def render(outgoing: Outgoing, _config: InboxConfig, _progress: Progress) -> Sent | Refused:
    """Say that it has left: the visitor's stream reads it from where it is."""
    if isinstance(outgoing, OutgoingMessage) and outgoing.template is not None:
        return Refused(Refusal("no_templates", Reason.NO_TEMPLATES.said(), RefusalCause.INVALID))
    return Sent((outgoing.id,))


def read_response(
    _outgoing: Outgoing, _config: InboxConfig, _progress: Progress, _answer: HttpResponse
) -> Outcome:
    """Refuse an answer that nobody was asked for."""
    return Refused(Refusal("no_provider", NO_PROVIDER, RefusalCause.INVALID))


def probe(_config: InboxConfig) -> HttpRequest | Connected:
    """Say that there is nobody to ask."""
    return Connected("this server")


def read_probe(_config: InboxConfig, _answer: HttpResponse) -> ProbeOutcome:
    """Say that there was nobody to ask."""
    return Connected("this server")


CHANNEL = Channel(
    key=CHAT,
    name="Web chat",
    capabilities=CAPABILITIES,
    settings=SETTINGS,
    kept_headers=frozenset(),
    verify=verify,
    parse=parse,
    render=render,
    read_response=read_response,
    probe=probe,
    read_probe=read_probe,
    chat=chat_site,
)
