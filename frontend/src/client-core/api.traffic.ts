/** What travels: messages being sent, what a search finds, the frames of the stream, refusals. */
import type { Agent, Case, ChannelKey, Id, Inbox, Instant, Item, Outcome, Ref } from './api.types'
import type { ContactRef } from './people'

export interface SendMessage {
  id: Id
  case_id: Id
  text: string
  inbox_id?: Id
  attachments?: Id[]
  reply_to?: Id
  hold_seconds?: number
  send_at?: Instant
  expected_seq?: number
  promise_at?: Instant
  holding?: boolean
  template?: { name: string; language: string; parameters: Record<string, string> }
  then?: 'park' | 'resolve'
  wake_at?: Instant
  park_reason?: string
  outcome?: Outcome
  subject?: string
  to?: string[]
  cc?: string[]
  bcc?: string[]
}

export interface SendNote {
  id: Id
  case_id: Id
  text: string
  mentions?: Id[]
}

export interface SearchHit {
  message_id: Id
  seq: number
  conversation_id: Id
  case_id: Id | null
  case_number: number | null
  contact: Ref
  at: Instant
  direction: 'in' | 'out' | 'note' | 'case'
  channel: ChannelKey
  snippet: { text: string; hit: boolean }[]
  /** What the snippet is of. */
  found_in: 'text' | 'subject' | 'file'
  author_name: string
  files: string[]
}

export interface Quarantined {
  id: number
  inbox_id: Id
  inbox_name: string
  received_at: Instant
  reason: string
  why?: import('./api.types').Why[]
  attempts: number
  byte_count: number
  preview: string
}

export type Change =
  | { type: 'case'; case: Case }
  | { type: 'item'; conversation_id: Id; item: Item }
  | { type: 'contact'; contact: ContactRef }
  | { type: 'agent'; agent: Agent }
  | { type: 'inbox'; inbox: Inbox }
  /** Something beside the cases has to be read again. */
  | { type: 'outdated'; what: string }
  | { type: 'reset' }

export interface Presence {
  agent_id: Id
  case_id: Id | null
  state: 'viewing' | 'typing'
}

/** A contact who is in the web chat just now. */
export interface Guest {
  conversation_id: Id
  state: 'online' | 'typing'
}

export interface Frame {
  seq?: number
  changes?: Change[]
  now?: Instant
  ping?: Instant
  presence?: Presence[]
  guests?: Guest[]
}

/** What is wrong with one value; `fault` says it in one word, with its numbers. */
export interface FieldError {
  field: string
  message: string
  fault?: string
  least?: number
  most?: number
  name?: string
}

export interface ProblemBody {
  type?: string
  title?: string
  status?: number
  detail?: string
  code?: string
  errors?: FieldError[]
  [key: string]: unknown
}
