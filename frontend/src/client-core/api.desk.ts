/** What agents work with beside cases: tags, canned replies, drafts. */
import type { Id, Instant } from './api.types'

export const TAG_COLORS = ['slate', 'red', 'amber', 'green', 'teal', 'blue', 'violet', 'pink'] as const
export type TagColor = (typeof TAG_COLORS)[number]

export interface Tag {
  id: Id
  name: string
  color: TagColor
  archived: boolean
}

export interface CannedReply {
  id: Id
  title: string
  shortcut: string
  text: string
  /** Of its words; empty when it suits any. */
  language: string
  /** Who sees it; null: everybody. */
  team_id: Id | null
  archived: boolean
}

export type NewCannedReply = Omit<CannedReply, 'id' | 'archived'>

export interface KeptDraft {
  case_id: Id
  mode: 'reply' | 'note'
  content: Record<string, unknown>
  written_at: Instant
}

/** What is to be kept, with the `written_at` of the words it goes on from: none that we never saw is replaced. */
export type DraftToKeep = KeptDraft & { based_on: Instant }

/** By the next deadline, by who waits longest, by what was said last. */
export const ORDERS = ['due', 'waiting', 'latest'] as const
export type Order = (typeof ORDERS)[number]
export const isOrder = (value: unknown): value is Order => ORDERS.includes(value as Order)

/** What a view asks of cases; parameters of the list of cases. */
export interface Filters {
  place?: string
  team_id?: Id
  tag_id?: Id
  /** `me`, `nobody` or an agent's id. */
  owner?: string
  channel?: string
  text?: string
  starred?: string
  /** By what they are ordered; `due` when it is not said. */
  order?: Order
}

export interface SavedView {
  id: Id
  name: string
  filters: Filters
  shared: boolean
  mine: boolean
}

export interface Star {
  subject_id: Id
  case_id: Id
  case_number: number
  contact: { id: Id; name: string }
  at: Instant
  seq: number | null
  text: string
}

export interface Mention {
  note_id: Id
  case_id: Id
  case_number: number
  contact: { id: Id; name: string }
  author: string
  text: string
  seq: number
  at: Instant
  read: boolean
}
