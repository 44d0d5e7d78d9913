"""What visitors can be refused; the sentences may be shown to them."""

from clew.domain.errors import ClewError


class NoSession(ClewError):
    """The visitor token is missing, void or expired."""

    code = "no_session"
    status = 401

    def __init__(self) -> None:
        super().__init__("begin a session first")


class TokenIsWrong(ClewError):
    """The host site's word cannot be believed.

    Attributes:
        why: For the site's developers: what is wrong with it, never a part of it.
    """

    code = "token_is_wrong"
    status = 401

    def __init__(self, why: str) -> None:
        super().__init__(f"the site's token cannot be taken: {why}")
        self.why = why


class LinkIsUsed(ClewError):
    """A one-time link was used, has expired, or never was."""

    code = "link_is_used"
    status = 401

    def __init__(self) -> None:
        super().__init__("this link has been used or has expired; ask for a new one")


class OriginIsNotAllowed(ClewError):
    """The page is not one of the inbox's sites."""

    code = "origin_is_not_allowed"
    status = 403

    def __init__(self) -> None:
        super().__init__("this page is not among the sites of the chat")


class OnlyVerifiedMayWrite(ClewError):
    """The inbox takes only people whom the host site vouches for."""

    code = "only_verified_may_write"
    status = 403

    def __init__(self) -> None:
        super().__init__("sign in at the site first")


class TooManyRequests(ClewError):
    """More than anybody needs.

    Attributes:
        retry_after_seconds: How long to wait.
    """

    code = "too_many_requests"
    status = 429

    def __init__(self, retry_after_seconds: int) -> None:
        super().__init__("too many requests; wait a little")
        self.retry_after_seconds = retry_after_seconds


class NoEmail(ClewError):
    """There is no address to send to."""

    code = "no_email"

    def __init__(self) -> None:
        super().__init__("say first at which e-mail address you are")


class MailIsNotSetUp(ClewError):
    """This server cannot send e-mail."""

    code = "mail_is_not_set_up"
    status = 503

    def __init__(self) -> None:
        super().__init__("this server does not send e-mail")


class CodeIsWrong(ClewError):
    """The digits are not those that were sent."""

    code = "code_is_wrong"
    status = 422

    def __init__(self) -> None:
        super().__init__("this is not the code that was sent")


class CodeHasExpired(ClewError):
    """The code is too old, was tried too often, or never was."""

    code = "code_has_expired"
    status = 422

    def __init__(self) -> None:
        super().__init__("ask for a new code")
