"""How the provider can be made to misbehave, and the errors it answers with.

Source:
    WhatsApp Business Platform, "Error codes" (May 2026); the wording is the provider's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from clew.demo.asgi import Reply, json_reply


class Weather(StrEnum):
    """How the provider fares."""

    FINE = "fine"
    EXPIRED_TOKEN = "expired_token"  # noqa: S105 - a state of the weather
    RATE_LIMITED = "rate_limited"
    PAIR_LIMITED = "pair_limited"
    SLOW = "slow"
    DOWN = "down"
    ANSWERS_LOST = "answers_lost"  # takes the message, then the connection ends
    UNDELIVERABLE = "undeliverable"  # takes the message, then says that it failed


class GraphError(Exception):
    """The provider refuses a request."""

    def __init__(self, code: int, details: str = "", *, status: int = 400) -> None:
        super().__init__(f"{code}: {details}")
        self.code = code
        self.details = details
        self.status = status

    @property
    def message(self) -> str:
        """Return the provider's sentence for the code."""
        return MESSAGES.get(self.code, "An unknown error has occurred.")

    def reply(self) -> Reply:
        """Return the error as the provider words it."""
        error: dict[str, object] = {
            "message": self.message if self.code == TOKEN else f"(#{self.code}) {self.message}",
            "type": "OAuthException",
            "code": self.code,
            "fbtrace_id": "AsimulatedTrace",
        }
        if self.code == TOKEN:
            error["error_subcode"] = 463
        if self.details:
            error["error_data"] = {"messaging_product": "whatsapp", "details": self.details}
        return json_reply({"error": error}, self.status)


TOKEN = 190
PARAMETER = 100
NO_SUCH_OBJECT = 100
UNDELIVERABLE = 131026
OUTSIDE_WINDOW = 131047

MESSAGES: Mapping[int, str] = {
    2: "Service temporarily unavailable",
    PARAMETER: "Invalid parameter",
    TOKEN: "Error validating access token: Session has expired",
    130429: "Rate limit hit",
    131008: "Required parameter is missing",
    131009: "Parameter value is not valid",
    131016: "Service unavailable",
    UNDELIVERABLE: "Message undeliverable",
    OUTSIDE_WINDOW: "Re-engagement message",
    131051: "Unsupported message type",
    131053: "Media upload error",
    131056: "(Business Account, Consumer Account) pair rate limit hit",
    132000: "Number of parameters does not match the expected number of params",
    132001: "Template name does not exist in the translation",
    132015: "Template is Paused",
}

WINDOW_DETAILS = (
    "Message failed to send because more than 24 hours have passed since the customer last "
    "replied to this number."
)


@dataclass(frozen=True, slots=True)
class Refusing:
    """What is refused while the weather lasts.

    Attributes:
        everything: Any request, not only messages.
    """

    error: GraphError
    everything: bool = False


REFUSING: Mapping[Weather, Refusing] = {
    Weather.EXPIRED_TOKEN: Refusing(
        GraphError(TOKEN, "the token was withdrawn in the simulation", status=401), everything=True
    ),
    Weather.RATE_LIMITED: Refusing(GraphError(130429, "Message throughput has been reached.")),
    Weather.PAIR_LIMITED: Refusing(
        GraphError(131056, "Too many messages sent from this phone number to the same recipient.")
    ),
    Weather.DOWN: Refusing(
        GraphError(131016, "The simulation is down.", status=503), everything=True
    ),
}


def check_weather(weather: Weather, *, is_message: bool) -> None:
    """Refuse a request when the weather says so.

    Raises:
        GraphError: As the provider would.
    """
    refusing = REFUSING.get(weather)
    if refusing is not None and (is_message or refusing.everything):
        raise refusing.error
