"""A request is performed, and whatever comes of it is an outcome."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clew.channels.registry import installed_channels
from clew.ports.channel import (
    Address,
    HttpRequest,
    HttpResponse,
    InboxConfig,
    MailAnswer,
    MailRequest,
    MailResponse,
    MailServer,
    MailStage,
    Misconfigured,
    OutgoingMessage,
    Progress,
    Refused,
    Retry,
)
from clew.ports.http import AddressIsForbidden, AnswerIsTooLong, FileIsMissing, NoAnswer, NotSent
from clew.services.sending.performing import Answer, perform, read
from clew.services.sending.verdicts import Doubt
from tests.services.letters.mailing import PostOffice

ONCE = HttpRequest("POST", "https://graph.example/messages", is_repeatable=False)
FINE = MailResponse(MailStage.CONTENT, MailAnswer(250, "queued"))


class Line:
    """A line to a provider on which one thing happens."""

    def __init__(self, happens: HttpResponse | Exception) -> None:
        self.happens = happens

    async def call(self, request: HttpRequest, *, circuit: str = "") -> HttpResponse:
        if isinstance(self.happens, Exception):
            raise self.happens
        return self.happens


async def performed(request: HttpRequest, happens: HttpResponse | Exception) -> Answer:
    return await perform(
        request, Progress(tries=1), http=Line(happens), mailer=PostOffice(), circuit="one"
    )


@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (AddressIsForbidden("private"), Misconfigured),
        (FileIsMissing("gone"), Refused),
        (NotSent("down"), Retry),
        (NoAnswer("silence"), Doubt),
    ],
)
async def test_what_goes_wrong_on_the_way_is_an_outcome(failure: Exception, kind: type) -> None:
    assert isinstance(await performed(ONCE, failure), kind)


async def test_what_may_be_asked_twice_is_never_in_doubt() -> None:
    outcome = await performed(replace(ONCE, is_repeatable=True), NoAnswer("silence"))

    assert outcome == Retry("silence", Progress(tries=2))


async def test_of_an_answer_that_is_too_long_the_status_is_known() -> None:
    assert await performed(ONCE, AnswerIsTooLong(400, {}, 10)) == HttpResponse(400, {})


async def test_mails_go_by_the_mailer() -> None:
    post = PostOffice()
    post.answers = [FINE]
    request = MailRequest(MailServer("smtp.example", 25))

    answer = await perform(request, Progress(), http=Line(NotSent("no")), mailer=post, circuit="")

    assert answer == FINE


def test_the_channel_reads_its_answers_and_outcomes_stay_as_they_are() -> None:
    channel = installed_channels()["whatsapp"]
    outgoing = OutgoingMessage(id="1", to=(Address("phone", "+48600100200"),), text="Hello")
    outcome = Retry("down", Progress())
    refused = HttpResponse(400, {}, b'{"error": {"code": 131026, "message": "no"}}')

    assert read(channel, outgoing, InboxConfig(settings={}), Progress(), outcome) is outcome
    assert isinstance(
        read(channel, outgoing, InboxConfig(settings={}), Progress(), refused), Refused
    )
    with pytest.raises(TypeError):
        read(channel, outgoing, InboxConfig(settings={}), Progress(), FINE)
