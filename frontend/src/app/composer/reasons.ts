/** Why a channel cannot be written to, as ids of the catalogue. */
import { msg } from '@/client-core/time'

const REASONS: Record<string, string> = {
  window_closed: msg('cannot-window'),
  template_required: msg('cannot-window'),
  no_templates: msg('cannot-window'),
  no_address: msg('cannot-no-address'),
  address_failed: msg('cannot-address-failed'),
  opted_out: msg('cannot-opted-out'),
  no_marketing: msg('cannot-marketing'),
  template_unknown: msg('cannot-template'),
  replies_used_up: msg('cannot-quota'),
  inbox_disabled: msg('cannot-disabled'),
  inbox_gone: msg('cannot-gone'),
  no_attachments: msg('cannot-attachments'),
  attachment_too_large: msg('cannot-attachment-size'),
  attachments_too_large: msg('cannot-attachments-size'),
  too_many_choices: msg('cannot-choices'),
  empty: msg('cannot-empty'),
}

/** Why a reply that was to go out later did not. */
export const HELD_BACK: Record<string, string> = {
  contact_wrote: msg('later-contact-wrote'),
  colleague_answered: msg('later-colleague-answered'),
  author_left: msg('later-author-left'),
  case_was_cancelled: msg('later-case-cancelled'),
}

export function cannotSend(reason: string | null): string {
  return REASONS[reason ?? ''] ?? msg('cannot-other')
}

/** The same for a refusal or a delivery that failed, whose reason may be another's. */
export function knownReason(reason: unknown): string | null {
  return REASONS[String(reason)] ?? null
}
