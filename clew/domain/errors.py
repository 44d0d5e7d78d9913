"""What can be refused, each with a public `code` and a sentence that says what to do."""

from datetime import datetime
from uuid import UUID

from clew.domain.faults import Fault


class ClewError(Exception):
    """Something was refused. Its text may be shown to the person who asked.

    Attributes:
        code: Stable name for programs.
        status: What HTTP would say; the web layer uses it and decides nothing itself.
    """

    code = "refused"
    status = 409

    @property
    def extra(self) -> dict[str, object]:
        """Return more facts for a program to read; JSON-able."""
        return {}


class NotFound(ClewError):
    """There is no such thing, or it is not the asker's to see."""

    code = "not_found"
    status = 404

    def __init__(self, what: str, which: UUID | str | int) -> None:
        super().__init__(f"there is no {what} {which}")


class NotAllowed(ClewError):
    """The asker's role does not include this."""

    code = "not_allowed"
    status = 403

    def __init__(self, permission: str) -> None:
        super().__init__(f"your role does not allow this ({permission}); ask an administrator")
        self.permission = permission


class InvalidInput(ClewError):
    """A value cannot be used.

    Attributes:
        field: The name of the value, as the asker sent it.
        fault: What is wrong in one word, for those who say it in another language.
        facts: What the sentence counts or names: `least`, `most`, `name`.
    """

    code = "invalid_input"
    status = 422

    def __init__(
        self, field: str, message: str, fault: Fault = Fault.UNFIT, **facts: int | str
    ) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message
        self.fault = fault
        self.facts = facts

    @property
    def extra(self) -> dict[str, object]:
        """Return the field and what is wrong with it."""
        fault = {"fault": self.fault.value, **self.facts}
        return {"errors": [{"field": self.field, "message": self.message, **fault}]}


class Conflict(ClewError):
    """Someone changed it meanwhile."""

    code = "changed_meanwhile"

    def __init__(self, what: str) -> None:
        super().__init__(f"the {what} was changed meanwhile; look at it again and retry")


class CaseIsResolved(ClewError):
    """The case has ended; reopen it first."""

    code = "case_is_resolved"

    def __init__(self) -> None:
        super().__init__("the case is resolved; reopen it first")


class CaseIsOpen(ClewError):
    """The case has not ended."""

    code = "case_is_open"

    def __init__(self) -> None:
        super().__init__("the case is open already")


class AnswerIsOwed(ClewError):
    """A case cannot be put aside while the contact waits, unless a promise covers the wait.

    Attributes:
        due_at: When the answer is due.
    """

    code = "answer_is_owed"

    def __init__(self, due_at: datetime) -> None:
        super().__init__(
            "the contact waits; answer, promise a time, or say that no reply is needed"
        )
        self.due_at = due_at

    @property
    def extra(self) -> dict[str, object]:
        """Return when the answer is due."""
        return {"due_at": self.due_at}


class CaseOwesSomething(ClewError):
    """A case cannot be resolved while an answer, a promise or a consult is open."""

    code = "case_owes_something"

    def __init__(self, debts: tuple[str, ...]) -> None:
        super().__init__(f"still owed: {', '.join(debts)}; settle it or withdraw the case")
        self.debts = debts

    @property
    def extra(self) -> dict[str, object]:
        """Return what is owed."""
        return {"debts": list(self.debts)}


class NothingIsOwed(ClewError):
    """There is no open answer to release the company from."""

    code = "nothing_is_owed"

    def __init__(self) -> None:
        super().__init__("no answer is owed in this case")


class TooManyHoldingReplies(ClewError):
    """The contact has been put off often enough; a supervisor may do it once more."""

    code = "too_many_holding_replies"

    def __init__(self, allowed: int) -> None:
        super().__init__(
            f"the contact was put off {allowed} times already; answer, or ask a supervisor"
        )
        self.allowed = allowed


class PromiseIsTooLate(ClewError):
    """A promise lies in the past or too far ahead.

    Attributes:
        latest: The latest instant that may be promised.
    """

    code = "promise_is_out_of_range"
    status = 422

    def __init__(self, latest: datetime) -> None:
        super().__init__(f"promise a time from now until {latest:%Y-%m-%d %H:%M} UTC")
        self.latest = latest

    @property
    def extra(self) -> dict[str, object]:
        """Return the latest instant that may be promised."""
        return {"latest": self.latest}


class PromiseIsNear(ClewError):
    """A department cannot answer before the promise; the contact must be told a later time first.

    Attributes:
        due_at: What the contact was told.
    """

    code = "promise_is_near"

    def __init__(self, due_at: datetime) -> None:
        super().__init__(
            "the promise is too near to ask anybody; first tell the contact a later one"
        )
        self.due_at = due_at

    @property
    def extra(self) -> dict[str, object]:
        """Return what the contact was told."""
        return {"due_at": self.due_at}


class WakeTimeIsPast(ClewError):
    """A parked case wakes in the future."""

    code = "wake_time_is_past"
    status = 422

    def __init__(self) -> None:
        super().__init__("wake_at must lie in the future")


class NotParked(ClewError):
    """Only a parked case can be woken."""

    code = "not_parked"

    def __init__(self) -> None:
        super().__init__("the case is not parked")


class AlreadySent(ClewError):
    """A message that has left cannot be taken back."""

    code = "already_sent"

    def __init__(self) -> None:
        super().__init__("the message has left already and cannot be taken back")


class CannotSend(ClewError):
    """The channel does not take this message now.

    Attributes:
        reason: A stable name of the reason.
    """

    code = "cannot_send"

    def __init__(self, reason: str, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason

    @property
    def extra(self) -> dict[str, object]:
        """Return the reason's name."""
        return {"reason": self.reason}


class NewerReplyExists(ClewError):
    """A colleague has answered since the asker last looked.

    Attributes:
        message_id: Their message.
    """

    code = "newer_reply_exists"

    def __init__(self, message_id: UUID) -> None:
        super().__init__("a colleague has just answered; look at it before you send")
        self.message_id = message_id

    @property
    def extra(self) -> dict[str, object]:
        """Return the newer message's id."""
        return {"message_id": str(self.message_id)}


class NoSuchConsult(ClewError):
    """The consult is not open in this case."""

    code = "no_such_consult"

    def __init__(self) -> None:
        super().__init__("that consult is not open")
