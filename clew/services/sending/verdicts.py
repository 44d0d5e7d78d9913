"""What an outcome makes of a delivery: one pure function, every outcome exactly one state."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from clew.domain.message import Delivery, DeliveryState
from clew.ports.channel import (
    Misconfigured,
    OptedOut,
    Patience,
    Progress,
    RefusalCause,
    Refused,
    Retry,
    Sent,
    Throttled,
)
from clew.services.sending.letters import TEMPLATE_REQUIRED, Barred, Held, progress_of
from clew.services.sending.pauses import pause_after

LONGEST_REASON = 500
GAVE_UP = "gave_up"
OPTED_OUT = "opted_out"
NOT_KNOWN = "not_known"
RETRYING = "retrying"
# The codes of ours by which people know what to do next; for the rest the provider's code.
CODES: Mapping[RefusalCause, str] = {
    RefusalCause.NEED_TEMPLATE: TEMPLATE_REQUIRED,
    RefusalCause.OPTED_OUT: OPTED_OUT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """It left, and nobody knows whether it arrived."""

    reason: str
    progress: Progress


Ending: TypeAlias = (
    Sent | Throttled | Retry | Refused | OptedOut | Misconfigured | Barred | Held | Doubt
)


def judge(
    delivery: Delivery,
    ending: Ending,
    now: datetime,
    chance: float,
    patience: Patience | None = None,
) -> Delivery:
    """Return a delivery that was being sent as it stands after `ending`."""
    match ending:
        case Sent(provider_ids=names, readers=readers):
            return _arrived(delivery, Progress(names, readers=readers))
        case Retry(is_maybe_sent=False):
            return _again(delivery, ending, now, chance, patience)
        case Retry(progress=progress) | Doubt(progress=progress) if progress.has_reached_contact:
            # What is in doubt is whether others have it as well.
            return _arrived(delivery, progress)
        case Throttled() | Held() | Misconfigured():
            return _wait(delivery, ending, now)
        case _:
            return _lost(delivery, ending)


def _wait(delivery: Delivery, ending: Throttled | Held | Misconfigured, now: datetime) -> Delivery:
    """Return a delivery that waits through no fault of its own: this was no attempt."""
    progress = progress_of(delivery)
    match ending:
        case Throttled():
            at, reason, progress = now + ending.after, ending.reason, ending.progress
        case Held():
            at, reason = ending.until, ""
        case Misconfigured():
            at, reason = now, ending.reason
    attempts = max(delivery.attempts - 1, 0)
    return _queued(replace(delivery, attempts=attempts), at, reason, progress)


def _arrived(delivery: Delivery, progress: Progress) -> Delivery:
    done = replace(
        delivery,
        state=DeliveryState.SENT,
        reason="",
        reason_code="",
        undo=None,
        gives_up_at=None,
    )
    return _released(done, progress)


def _again(
    delivery: Delivery, retry: Retry, now: datetime, chance: float, patience: Patience | None
) -> Delivery:
    pause = pause_after(delivery.attempts, chance, patience)
    until = delivery.queued_at + patience.lasts if patience else None
    if pause is None or (until is not None and now >= until):
        if retry.progress.has_reached_contact:
            return _arrived(delivery, retry.progress)
        given_up = with_progress(delivery, retry.progress)
        return _lost(given_up, Barred(code=GAVE_UP, reason=retry.reason))
    at = now + pause if until is None else min(now + pause, until)
    waiting = replace(delivery, gives_up_at=until)
    return _queued(waiting, at, retry.reason, retry.progress)


def _queued(delivery: Delivery, at: datetime, reason: str, progress: Progress) -> Delivery:
    queued = replace(
        delivery,
        state=DeliveryState.QUEUED,
        next_attempt_at=at,
        reason=reason[:LONGEST_REASON],
        reason_code=RETRYING if reason else "",
    )
    return _released(queued, progress)


def _lost(delivery: Delivery, ending: Retry | Doubt | Refused | OptedOut | Barred) -> Delivery:
    state, progress = DeliveryState.FAILED, progress_of(delivery)
    match ending:
        case Retry() | Doubt():
            state, code, reason = DeliveryState.UNKNOWN, NOT_KNOWN, ending.reason
            progress = ending.progress
        case Refused(refusal=refusal, readers=readers):
            progress = replace(progress, readers=readers or progress.readers)
            code, reason = CODES.get(refusal.cause, refusal.code), refusal.reason
        case OptedOut():
            code, reason = OPTED_OUT, ending.reason
        case Barred():
            code, reason = ending.code, ending.reason
    lost = replace(
        delivery,
        state=state,
        reason_code=code[:100],
        reason=reason[:LONGEST_REASON],
        undo=None,
        gives_up_at=None,
    )
    return _released(lost, progress)


def _released(delivery: Delivery, progress: Progress) -> Delivery:
    return with_progress(replace(delivery, lease_until=None), replace(progress, is_asking=False))


def with_progress(delivery: Delivery, progress: Progress) -> Delivery:
    """Return a delivery that has come so far; the provider's names for it are kept in order."""
    names = dict.fromkeys((*delivery.provider_ids, *progress.sent))
    return replace(delivery, progress=progress, provider_ids=tuple(names))
