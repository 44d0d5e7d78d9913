/** Letters: messages with a subject and several readers, and those that did not arrive. */
import type { Delivery, Id, Instant, Ref } from './api.types'

export interface LetterReader {
  address: string
  role: 'contact' | 'to' | 'cc' | 'bcc'
  state: 'accepted' | 'deferred' | 'refused'
  code: string
  reason: string
}

/** What a reply begins with where messages are letters. */
export interface LetterDraft {
  inbox_id: Id
  subject: string
  to: string
  cc: { address: string; name: string }[]
  attachments_max_bytes: number | null
}

/** What an agent wants of a letter; what is missing is as usual. */
export interface LetterWishes {
  subject?: string
  to?: string[]
  cc?: string[]
  bcc?: string[]
}

/** A message of ours that has not arrived, or may not have. */
export interface Undelivered {
  id: Id
  conversation_id: Id
  case_id: Id
  case_number: number
  contact: Ref
  inbox_id: Id
  inbox_name: string
  channel: string
  text: string
  author_name: string
  queued_at: Instant
  next_attempt_at: Instant
  attempts: number
  delivery: Delivery
}
