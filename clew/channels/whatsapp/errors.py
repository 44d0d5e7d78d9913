"""The provider's error codes, and what each means for the message and for the inbox.

The same codes come as an answer to a request and, later, inside a receipt.

Source:
    WhatsApp Business Platform, "Error codes" and "Messaging limits" (May 2026).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from clew.channels.json_documents import number_in, object_in, text_in
from clew.domain.reasons import Reason
from clew.ports.channel import InboxConfig, JsonObject, OptScope, Refusal, RefusalCause

LONGEST_REASON = 500
# What contacts can stop at the provider's; whom they block is not told to us (131026 may be that).
STOPPED = OptScope.MARKETING


class Effect(Enum):
    """What an error means for the request that got it."""

    STOP = "stop"  # the inbox cannot send until somebody acts
    SLOW_PAIR = "slow_pair"  # too much for this contact
    SLOW_NUMBER = "slow_number"  # too much for our number: seconds
    SLOW_APP = "slow_app"  # too many calls: minutes
    RETRY = "retry"
    RETRY_TWICE = "retry_twice"
    REFUSE = "refuse"
    OPT_OUT = "opt_out"


@dataclass(frozen=True, slots=True)
class Rule:
    """What an error means now, and for the message if it comes in a receipt."""

    effect: Effect
    cause: RefusalCause
    retry_after: timedelta | None = None


_STOP = Rule(Effect.STOP, RefusalCause.INBOX)
_RETRY = Rule(Effect.RETRY, RefusalCause.TEMPORARY)
_INVALID = Rule(Effect.REFUSE, RefusalCause.INVALID)
_TEMPLATE = Rule(Effect.REFUSE, RefusalCause.TEMPLATE)
_UNDELIVERABLE = Rule(Effect.REFUSE, RefusalCause.UNDELIVERABLE)

RULES: Mapping[int, Rule] = {
    # Token and permissions; 200 to 299 are added below.
    **dict.fromkeys((0, 3, 10, 190, 131005), _STOP),
    **dict.fromkeys(range(200, 300), _STOP),
    # Account, payment, registration; 131048 is a restriction because contacts reported us.
    **dict.fromkeys((33, 368, 130497, 131031, 131037, 131042, 131045, 131048, 133010), _STOP),
    # Pace.
    **dict.fromkeys((4, 80007), Rule(Effect.SLOW_APP, RefusalCause.LIMITED)),
    130429: Rule(Effect.SLOW_NUMBER, RefusalCause.LIMITED),
    131056: Rule(Effect.SLOW_PAIR, RefusalCause.LIMITED),
    # Passing.
    **dict.fromkeys((1, 2, 131000, 131016, 131057, 133004, 135000), _RETRY),
    # This message or this contact.
    131047: Rule(Effect.REFUSE, RefusalCause.NEED_TEMPLATE),
    **dict.fromkeys((131026, 130472), _UNDELIVERABLE),
    131049: Rule(Effect.REFUSE, RefusalCause.LIMITED, timedelta(hours=24)),
    131050: Rule(Effect.OPT_OUT, RefusalCause.OPTED_OUT),
    131053: Rule(Effect.RETRY_TWICE, RefusalCause.MEDIA),
    131052: Rule(Effect.REFUSE, RefusalCause.MEDIA),
    **dict.fromkeys((100, 131008, 131009, 131021, 131051, 131062), _INVALID),
    **dict.fromkeys(range(132000, 132100), _TEMPLATE),
}
# Code 100 with this subcode is "object does not exist, cannot be loaded due to missing
# permissions": a wrong number id.
PARAMETER_ERROR = 100
NO_SUCH_OBJECT = 33


def rule_for(error: JsonObject) -> Rule | None:
    """Return the rule for an error of the provider, or None for a code we do not know."""
    code = _code(error)
    if code is None:
        return None
    if code == PARAMETER_ERROR and number_in(error, "error_subcode") == NO_SUCH_OBJECT:
        return _STOP
    rule = RULES.get(code)
    if rule is None and error.get("is_transient") is True:
        return _RETRY
    return rule


def refusal_of(error: JsonObject, config: InboxConfig) -> Refusal:
    """Return why a message failed, in the provider's words."""
    rule = rule_for(error) or _UNDELIVERABLE
    code = text_in(error, "code")
    reason = reason_in(error, config)
    return Refusal(code, reason, rule.cause, rule.retry_after, scope=STOPPED)


def reason_in(error: JsonObject, config: InboxConfig) -> str:
    """Return the provider's reason, without secrets and not too long."""
    message = text_in(error, "message") or text_in(error, "title")
    details = text_in(object_in(error, "error_data"), "details")
    said = f"{message}: {details}" if details and details not in message else message
    return config.redact(said)[:LONGEST_REASON] or Reason.NO_REASON_GIVEN.said()


def _code(error: JsonObject) -> int | None:
    number = number_in(error, "code")
    return int(number) if number is not None else None
