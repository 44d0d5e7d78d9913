/** Every refusal in the reader's language, and what to do about it: fetched when there is one. */
import type { ProblemBody } from '@/client-core/api.types'
import type { Problem } from '@/client-core/http'
import { msg } from '@/client-core/time'
import { knownReason } from './composer/reasons'
import { inWords as faultInWords } from './faults'
import { formats, speakAlso, t } from './i18n'
import { now } from './runtime'

const CODES: Record<string, string> = {
  already_one_contact: msg('refusal-already-one-contact'),
  already_sent: msg('refusal-already-sent'),
  answer_is_owed: msg('refusal-answer-is-owed'),
  bad_request: msg('refusal-misunderstood'),
  business_hours_never_open: msg('refusal-invalid'),
  cannot_be_taken_back: msg('refusal-not-taken-back'),
  cannot_send: msg('refusal-unknown'),
  case_is_open: msg('refusal-case-is-open'),
  case_is_resolved: msg('refusal-case-is-resolved'),
  case_owes_something: msg('refusal-case-owes-something'),
  changed_meanwhile: msg('refusal-conflict'),
  csrf_token_is_wrong: msg('refusal-misunderstood'),
  file_is_too_large: msg('refusal-file-too-large'),
  horizon_is_too_far: msg('refusal-hours-too-few'),
  idempotency_key_reused: msg('refusal-misunderstood'),
  identity_is_not_confirmed: msg('refusal-identity-not-confirmed'),
  inbox_is_busy: msg('refusal-inbox-is-busy'),
  internal_error: msg('refusal-our-fault'),
  invalid_business_hours: msg('refusal-invalid'),
  invalid_input: msg('refusal-invalid'),
  invalid_sla_policy: msg('refusal-invalid'),
  last_administrator: msg('refusal-last-administrator'),
  link_is_void: msg('refusal-link-void'),
  mail_is_not_set_up: msg('refusal-no-mail'),
  merge_is_undone: msg('refusal-merge-undone'),
  message_is_on_its_way: msg('refusal-message-on-its-way'),
  method_not_allowed: msg('refusal-misunderstood'),
  newer_reply_exists: msg('refusal-newer-reply'),
  no_email: msg('refusal-no-email'),
  no_room: msg('refusal-busy'),
  no_such_consult: msg('refusal-no-consult'),
  not_allowed: msg('refusal-forbidden'),
  not_found: msg('refusal-not-found'),
  not_parked: msg('refusal-not-parked'),
  not_signed_in: msg('refusal-not-signed-in'),
  nothing_is_owed: msg('refusal-nothing-is-owed'),
  promise_is_near: msg('refusal-promise-near'),
  promise_is_out_of_range: msg('refusal-promise-range'),
  proven_otherwise: msg('refusal-proven-otherwise'),
  range_not_satisfiable: msg('refusal-misunderstood'),
  refused: msg('refusal-unknown'),
  store_unavailable: msg('refusal-busy'),
  too_busy: msg('refusal-busy'),
  too_large: msg('refusal-too-large'),
  too_many_attempts: msg('refusal-too-many-attempts'),
  too_many_holding_replies: msg('refusal-too-many-holding'),
  too_many_requests: msg('refusal-rate-limited'),
  too_slow: msg('refusal-too-slow'),
  unsupported_media_type: msg('refusal-misunderstood'),
  wake_time_is_past: msg('refusal-past'),
  which_workspace: msg('refusal-which-workspace'),
  workspace_needed: msg('refusal-which-workspace'),
  wrong_credentials: msg('sign-in-wrong'),
}

/** Why something cannot be sent, where that shuts no way in the composer. */
const REASONS: Record<string, string> = {
  inbox_rests: msg('refusal-inbox-rests'),
  is_confirmed: msg('refusal-is-confirmed'),
  no_inbox: msg('refusal-no-inbox'),
  no_open_case: msg('refusal-no-case'),
  no_reactions: msg('refusal-no-reactions'),
  writes_to_nobody_first: msg('refusal-writes-first'),
}

/** The sentence for a refusal; the server's own only for what we have never heard of. */
export async function inWords({ code, body }: Problem): Promise<string> {
  const fault = body.errors?.[0]
  if (fault) return faultInWords(fault)
  const reason = code === 'cannot_send' ? String(body.reason) : ''
  const id = REASONS[reason] ?? knownReason(reason) ?? CODES[code]
  if (!id) return body.detail || body.title || t('refusal-unknown')
  await speakAlso('refusals')
  return t(id, factsOf(body))
}

/** What a sentence names: a time, a size, or how many. */
function factsOf(body: ProblemBody): Record<string, string | number> {
  const at = Date.parse(String(body.latest ?? body.due_at ?? ''))
  return {
    at: Number.isNaN(at) ? '' : formats.value.full(at, now.value),
    size: formats.value.bytes(Number(body.max_bytes ?? 0)),
    n: body.retry_after_seconds ? Math.ceil(Number(body.retry_after_seconds) / 60) : Number(body.queued ?? 0),
  }
}
