/**
 * The shapes of Clew's HTTP API as the workspace reads them.
 *
 * Written by hand against the contract; `openapi-typescript` may replace the file one day, so
 * nothing but types stands here. Instants are ISO 8601 in UTC, ids are UUID strings.
 */

import type { Delivery, Why } from './api.letters'

export type Instant = string
export type Id = string

export type Role = 'admin' | 'supervisor' | 'agent'
export type Availability = 'available' | 'away'
export type ChannelKey = string
export type Place = 'mine' | 'team' | 'waiting' | 'parked' | 'resolved' | 'open' | 'all'
/** How a person ends a case. */
export type Outcome = 'solved' | 'unsolved' | 'withdrawn' | 'duplicate' | 'spam'
/** Also how it ends by itself. */
export type AnyOutcome = Outcome | 'no_reply'

export interface Ref {
  id: Id
  name: string
}

export interface Agent extends Ref {
  email: string
  role: Role
  availability: Availability
  team_ids: Id[]
  disabled: boolean
}

export interface Team extends Ref {
  business_hours_id: Id | null
  first_reply_minutes: number | null
  next_reply_minutes: number | null
  agent_ids: Id[]
  signature?: string
  reminder?: string
  farewell?: string
}

export interface Preferences {
  language?: string
  theme?: 'light' | 'dark' | 'system'
  density?: 'comfortable' | 'compact'
  single_keys?: boolean
  /** Keys that were changed: see `key-names.ts`. */
  keys?: Record<string, string>
  /** What the main button does where nobody has chosen for that kind of case. */
  main_action?: SendAction
  /** By kind of case, the latest choice first; see `main-action`. */
  main_actions?: [kind: string, action: SendAction][]
  [key: string]: unknown
}

export type SendAction = 'send' | 'park' | 'done'
/** Those, and one that is never the main one: at a time to be chosen. */
export type SendChoice = SendAction | 'later'

export interface Me {
  agent: Agent
  workspace: Ref
  csrf_token: string
  seq: number
  now: Instant
  preferences: Preferences
  undo_seconds: number
  simulated: boolean
}

export type HealthState = 'green' | 'amber' | 'red'

export interface Inbox extends Ref {
  channel: ChannelKey
  team_id: Id | null
  webhook_path: string
  settings: Record<string, unknown>
  health: {
    state: HealthState
    reason: string | null
    why?: Why[]
    last_received_at: Instant | null
    last_sent_at: Instant | null
    last_error_at: Instant | null
    queued: number
    shown_at?: Instant | null
    shown_on?: string
  }
  stage?: 'active' | 'paused' | 'archived'
  /** Names of the secrets that are set. */
  secrets?: string[]
}

export interface Template {
  name: string
  language: string
  category: string
  status: string
  body: string
  parameters: string[]
}

export type Holder = 'agent' | 'team' | 'department' | 'bot' | 'timer' | 'contact'

export interface Move {
  holder: Holder
  holder_id: Id | null
  kind: string
  due_at: Instant
  opened_at: Instant
  level: number
}

export interface LastMessage {
  text: string
  direction: 'in' | 'out'
  at: Instant
  channel: ChannelKey
  author_name: string | null
}

export interface Case {
  id: Id
  conversation_id: Id
  contact: import('./people').ContactRef
  number: number
  status: 'open' | 'resolved'
  subject: string | null
  owner: Ref | null
  team: Ref | null
  next_move: Move | null
  last_message: LastMessage | null
  promise_at: Instant | null
  answer: { opened_at: Instant; due_at: Instant | null } | null
  park: { wake_at: Instant; reason: string; set_by: Id | Ref | null } | null
  /** Back from parking since then, and nobody has dealt yet with what it was for. */
  woken: { at: Instant; reason: string } | null
  resolution: { outcome: AnyOutcome; at: Instant; by: Id | Ref | null } | null
  opened_at: Instant
  previous_case_id: Id | null
  channel: ChannelKey
  unread: boolean
  delivery_failed: boolean
  /** When the case ends if the contact says nothing more. */
  silence_closes_at?: Instant | null
  /** When the next reply that waits for its time goes out. */
  sends_at: Instant | null
  tags?: Id[]
  v: number
}

export interface Counts {
  mine: number
  team: number
  waiting: number
  parked: number
  over: number
  within_hour: number
  /** Which queues make up `team`. */
  teams: { id: Id; count: number }[]
}

export interface Attachment {
  id: Id
  name: string
  media_type: string
  bytes: number
  state: 'pending' | 'ready' | 'failed'
  url: string | null
  thumbnail_url: string | null
  width: number | null
  height: number | null
}

export interface Author {
  kind: 'contact' | 'agent' | 'bot' | 'system'
  id: Id | null
  name: string
}

interface ItemBase {
  id: Id
  seq: number
  v: number
  at: Instant
  case_id: Id | null
}

export interface MessageItem extends ItemBase {
  kind: 'message'
  direction: 'in' | 'out'
  channel: ChannelKey
  inbox_id: Id | null
  text: string | null
  content: Record<string, unknown> | null
  attachments: Attachment[]
  reply_to: { id: Id; text: string | null; author_name: string | null } | null
  delivery: Delivery | null
  provider_id: string | null
  author: Author
  sent_at: Instant | null
  reactions: { emoji: string; by: string }[]
  edited_at: Instant | null
  deleted_at: Instant | null
  holding: boolean
}

export interface NoteItem extends ItemBase {
  kind: 'note'
  text: string
  mentions?: Id[]
  author: Author
}

export interface EventItem extends ItemBase {
  kind: 'event'
  event: string
  data: Record<string, unknown>
  actor: Author | null
}

export type Item = MessageItem | NoteItem | EventItem

export interface TimelinePage {
  items: Item[]
  has_more_before: boolean
  has_more_after: boolean
  next_cursor: string | null
}

export interface Page<T> {
  items: T[]
  next_cursor: string | null
}

export type Assurance = 'claimed' | 'channel' | 'verified'

export interface Identity {
  id: Id
  channel: ChannelKey
  /** What the address is: a phone number, a provider's own id… */
  kind?: string
  address: string
  display: string | null
  assurance: Assurance
}

export interface Contact extends Ref {
  /** How sure we are who this is. */
  confidence?: import('./people').Confidence
  identities: Identity[]
  conversation_id: Id | null
  cases: Partial<Case>[]
  created_at: Instant
}

export interface ReplyInbox extends Ref {
  channel: ChannelKey
  can_send: boolean
  reason: string | null
  template_required: boolean
  window_closes_at: Instant | null
  is_default: boolean
  address: string | null
  assurance: Assurance | null
  is_connected: boolean
  last_inbound_at: Instant | null
  /** When they last read there what we sent, where that can be known. */
  last_read_at: Instant | null
  /** How an answer comes to somebody who is not in the chat; null for all other channels. */
  reaches: 'mailed' | 'pushed' | 'waits' | null
  /** The contact has not said no to advertising there. */
  takes_marketing: boolean
}

export interface Conversation {
  id: Id
  contact: Contact
  case_ids: Id[]
  inboxes: ReplyInbox[]
}

export type * from './api.letters'
export type * from './api.traffic'
export type * from './api.desk'
