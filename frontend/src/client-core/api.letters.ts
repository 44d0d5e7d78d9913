/** How far messages have come, letters above all: they have a subject and several readers. */
import type { Id, Instant, Ref } from './api.types'

export type DeliveryState =
  | 'scheduled'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'failed'
  | 'unknown'
  | 'cancelled'

/** One sentence of a reason: its code, and what it names. */
export interface Why {
  code: string
  facts: Record<string, string | number>
}

export interface Delivery {
  state: DeliveryState
  reason: string | null
  why?: Why[]
  /** Until then it can be taken back; of a scheduled one, when it goes out. */
  held_until: Instant | null
  /** The reason for programs; empty while all is well. */
  code?: string
  /** Until when it is tried again, where that may take days. */
  gives_up_at?: Instant | null
  /** Of a letter with several readers. */
  readers?: LetterReader[] | null
  /** How somebody who had left the chat was told of it. */
  reached?: '' | 'pushed' | 'mailed' | 'waits' | 'failed'
}

export interface LetterReader {
  address: string
  role: 'contact' | 'to' | 'cc' | 'bcc'
  state: 'accepted' | 'deferred' | 'refused'
  code: string
  reason: string
  why?: Why[]
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
