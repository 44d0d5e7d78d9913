"""What a program that sends no mail says."""

from __future__ import annotations

import pytest

from clew.ports.channel import MailRequest, MailServer
from clew.ports.http import NotSent
from clew.ports.mail import NoMailer


async def test_where_no_mail_can_leave_none_is_lost() -> None:
    """It stays queued, as when a server is down."""
    with pytest.raises(NotSent):
        await NoMailer().submit(MailRequest(MailServer("smtp.example.com", 465)))
