"""Calling providers: the one way out, and the ways in which a call can end without an answer.

What matters to whoever calls is a single question: may the request have been carried out? So a
failure says whether it was surely not (`NotSent`) or perhaps (`NoAnswer`).
"""

from collections.abc import Mapping
from typing import Protocol

from clew.domain.reasons import Reason
from clew.ports.channel import HttpRequest, HttpResponse


class CallFailed(Exception):
    """There is no answer to use. The text says why and holds no secret."""


class NotSent(CallFailed):
    """Nothing of the request left: it may be made again without harm."""


class AddressIsForbidden(NotSent):
    """The address is not one that may be called; only a change of settings helps."""


class FileIsMissing(NotSent):
    """A file that the request should carry is not here; trying again does not help."""


class NoAnswer(CallFailed):
    """The request left, or part of it, and no answer came: nobody knows what became of it."""


class AnswerIsTooLong(CallFailed):
    """There was an answer, longer than allowed; the rest of it was not read.

    Attributes:
        status, headers: What is known of it.
    """

    def __init__(self, status: int, headers: Mapping[str, str], max_bytes: int) -> None:
        super().__init__(Reason.ANSWER_TOO_LONG.said(most=max_bytes))
        self.status = status
        self.headers = headers


class Http(Protocol):
    """Performs requests."""

    async def call(self, request: HttpRequest, *, circuit: str = "") -> HttpResponse:
        """Make a request and return its answer, whatever its status.

        Args:
            request: What is asked; redirects are not followed.
            circuit: What stops being called for a while when it keeps failing, such as an
                inbox; by default the host.

        Raises:
            NotSent: It surely had no effect.
            NoAnswer: It may have had one.
            AnswerIsTooLong: It was answered at too great length.
            NoRoom: The answer could not be stored.
        """
        ...
