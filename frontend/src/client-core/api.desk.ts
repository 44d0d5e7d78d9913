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
