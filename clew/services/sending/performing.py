"""One step of sending: a request is performed, and the channel says what its answer means.

Used for replies, which write down every step, and for trials, which write down nothing.
"""

from dataclasses import replace
from typing import TypeAlias

from clew.ports.channel import (
    Channel,
    HttpResponse,
    InboxConfig,
    MailRequest,
    MailResponse,
    Misconfigured,
    Outcome,
    OutgoingMessage,
    Progress,
    Refusal,
    RefusalCause,
    Refused,
    Request,
    Retry,
)
from clew.ports.http import (
    AddressIsForbidden,
    AnswerIsTooLong,
    FileIsMissing,
    Http,
    NoAnswer,
    NotSent,
)
from clew.ports.mail import Mailer
from clew.services.sending.verdicts import Doubt

Answer: TypeAlias = HttpResponse | MailResponse | Retry | Refused | Misconfigured | Doubt


async def perform(
    request: Request, progress: Progress, *, http: Http, mailer: Mailer, circuit: str
) -> Answer:
    """Perform a request; what went wrong on the way is an outcome like any other."""
    again = replace(progress, tries=progress.tries + 1)
    try:
        if isinstance(request, MailRequest):
            return await mailer.submit(request)
        return await http.call(request, circuit=circuit)
    except AddressIsForbidden as failure:
        return Misconfigured(str(failure), "address_forbidden")
    except FileIsMissing as failure:
        return Refused(Refusal("file_missing", str(failure), RefusalCause.MEDIA))
    except NotSent as failure:
        return Retry(str(failure), again)
    except NoAnswer as failure:
        if request.is_repeatable:
            return Retry(str(failure), again)
        return Doubt(reason=str(failure), progress=again)
    except AnswerIsTooLong as failure:
        # The status still says what became of it.
        return HttpResponse(failure.status, failure.headers)


def read(
    channel: Channel,
    outgoing: OutgoingMessage,
    config: InboxConfig,
    progress: Progress,
    answer: Answer,
) -> Outcome | Doubt:
    """Let the channel say what an answer means; what is no answer is an outcome already."""
    if isinstance(answer, HttpResponse):
        return channel.read_response(outgoing, config, progress, answer)
    if not isinstance(answer, MailResponse):
        return answer
    if channel.read_mail_response is None:
        raise TypeError(f"{channel.key} asks for mails and cannot read what is answered")
    return channel.read_mail_response(outgoing, config, progress, answer)
