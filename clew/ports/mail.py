"""Submitting mails: the one way out by SMTP, with the failures of `clew.ports.http`."""

from typing import Protocol

from clew.domain.reasons import Reason
from clew.ports.channel import MailRequest, MailResponse
from clew.ports.http import NotSent


class Mailer(Protocol):
    """Submits mails."""

    async def submit(self, request: MailRequest) -> MailResponse:
        """Hand a mail to its server and return what was answered, whatever that was.

        Raises:
            NotSent: It surely was not taken.
            AddressIsForbidden: The server is not one that may be called.
            FileIsMissing: A file of the mail is not here.
            NoAnswer: The whole mail left, and nobody knows whether it was taken.
        """
        ...


class NoMailer:
    """For programs that send no mail."""

    async def submit(self, request: MailRequest) -> MailResponse:
        """Refuse.

        Raises:
            NotSent: Always.
        """
        raise NotSent(Reason.NO_MAIL_FROM_HERE.said())
