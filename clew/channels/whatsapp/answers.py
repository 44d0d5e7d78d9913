"""What the provider's answer to a request means: every answer is exactly one outcome."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from clew.channels.json_documents import decode_object_or_empty, number_in, object_in, text_in
from clew.channels.whatsapp.errors import STOPPED, Effect, Rule, reason_in, rule_for
from clew.domain.reasons import Reason
from clew.ports.channel import (
    HttpResponse,
    InboxConfig,
    JsonObject,
    Misconfigured,
    OptedOut,
    Progress,
    Refusal,
    RefusalCause,
    Refused,
    Retry,
    Throttled,
    ThrottleScope,
    Unavailable,
)

LONGEST_WAIT = timedelta(hours=1)
MOST_TRIES = 10  # of which the pauses grow; the sender decides when to give up
UPLOAD_TRIES = 2
USAGE_HEADER = "x-business-use-case-usage"

# Answers with a status but without an error of the provider's own: a proxy's, or a crash.
_STOP = Rule(Effect.STOP, RefusalCause.INBOX)
_RETRY = Rule(Effect.RETRY, RefusalCause.TEMPORARY)
STATUS_RULES: Mapping[int, Rule] = {
    401: _STOP,
    403: _STOP,
    404: _STOP,
    405: _STOP,
    407: _STOP,
    408: _RETRY,
    413: Rule(Effect.REFUSE, RefusalCause.MEDIA),
    425: _RETRY,
    429: Rule(Effect.SLOW_NUMBER, RefusalCause.LIMITED),
}
_REFUSED = Rule(Effect.REFUSE, RefusalCause.INVALID)
# After these nobody knows whether the request was carried out.
AMBIGUOUS = frozenset({408, 502, 504})

Failure = Throttled | Retry | Refused | OptedOut | Misconfigured


@dataclass(frozen=True, slots=True)
class _Answer:
    """A failed answer, taken apart."""

    reason: str
    code: str
    rule: Rule
    progress: Progress
    response: HttpResponse
    is_ambiguous: bool


def error_in(response: HttpResponse) -> JsonObject:
    """Return the provider's error, or an empty one if it did not give any."""
    return object_in(decode_object_or_empty(response.body), "error")


def failure(config: InboxConfig, progress: Progress, response: HttpResponse) -> Failure:
    """Return what a failed request means; a success must not come here."""
    error = error_in(response)
    rule = rule_for(error) or _rule_for_status(response.status)
    said = (
        reason_in(error, config) if error else Reason.ANSWERED_STATUS.said(status=response.status)
    )
    answer = _Answer(
        reason=said,
        code=text_in(error, "code") or str(response.status),
        rule=rule,
        progress=replace(progress, tries=progress.tries + 1),
        response=response,
        is_ambiguous=not error and response.status in AMBIGUOUS,
    )
    return EFFECTS[rule.effect](answer)


def as_check_failure(
    config: InboxConfig, response: HttpResponse, document: JsonObject
) -> Misconfigured | Unavailable:
    """Return why something that was asked about the inbox has no answer."""
    if 200 <= response.status < 300 and "error" not in document:
        return Misconfigured(Reason.ANSWER_UNEXPECTED.said(), "unexpected_answer")
    outcome = failure(config, Progress(), response)
    if isinstance(outcome, Throttled | Retry):
        return Unavailable(outcome.reason)
    if isinstance(outcome, Refused):
        return Misconfigured(outcome.refusal.reason, outcome.refusal.code)
    return outcome if isinstance(outcome, Misconfigured) else Misconfigured(outcome.reason)


def _rule_for_status(status: int) -> Rule:
    if status >= 500:
        return _RETRY
    if 300 <= status < 400:
        return _STOP  # redirects are not followed: the address is wrong
    return STATUS_RULES.get(status, _REFUSED)


def _stop(answer: _Answer) -> Failure:
    return Misconfigured(answer.reason, answer.code)


def _slow_pair(answer: _Answer) -> Failure:
    """Wait 1, 4, 16, 64... seconds, as the provider asks for."""
    wait = timedelta(seconds=4 ** (min(answer.progress.tries, MOST_TRIES) - 1))
    return _throttled(answer, wait, ThrottleScope.RECIPIENT)


def _slow_number(answer: _Answer) -> Failure:
    wait = timedelta(seconds=2 ** min(answer.progress.tries, MOST_TRIES))
    return _throttled(answer, max(wait, _asked_for(answer.response)), ThrottleScope.INBOX)


def _slow_app(answer: _Answer) -> Failure:
    wait = timedelta(minutes=2 ** min(answer.progress.tries, MOST_TRIES))
    return _throttled(answer, max(wait, _asked_for(answer.response)), ThrottleScope.INBOX)


def _throttled(answer: _Answer, wait: timedelta, scope: ThrottleScope) -> Throttled:
    return Throttled(min(wait, LONGEST_WAIT), answer.reason, answer.progress, scope)


def _asked_for(response: HttpResponse) -> timedelta:
    """Return how long the provider wants us to wait, as far as it says."""
    seconds = number_in({"after": response.headers.get("retry-after", "")}, "after") or 0
    usage = decode_object_or_empty(response.headers.get(USAGE_HEADER, ""))
    entries = [entry for value in usage.values() if isinstance(value, list) for entry in value]
    minutes = [
        number_in(entry, "estimated_time_to_regain_access") or 0
        for entry in entries
        if isinstance(entry, dict)
    ]
    longest = max(seconds, 60 * max(minutes, default=0), 0)
    return timedelta(seconds=min(longest, LONGEST_WAIT.total_seconds()))


def _retry(answer: _Answer) -> Failure:
    return Retry(answer.reason, answer.progress, is_maybe_sent=answer.is_ambiguous)


def _retry_twice(answer: _Answer) -> Failure:
    return _refuse(answer) if answer.progress.tries > UPLOAD_TRIES else _retry(answer)


def _refuse(answer: _Answer) -> Failure:
    rule = answer.rule
    return Refused(Refusal(answer.code, answer.reason, rule.cause, rule.retry_after))


def _opt_out(answer: _Answer) -> Failure:
    return OptedOut(answer.reason, STOPPED)


EFFECTS: Mapping[Effect, Callable[[_Answer], Failure]] = {
    Effect.STOP: _stop,
    Effect.SLOW_PAIR: _slow_pair,
    Effect.SLOW_NUMBER: _slow_number,
    Effect.SLOW_APP: _slow_app,
    Effect.RETRY: _retry,
    Effect.RETRY_TWICE: _retry_twice,
    Effect.REFUSE: _refuse,
    Effect.OPT_OUT: _opt_out,
}
