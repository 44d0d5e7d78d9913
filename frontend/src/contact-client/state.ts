/** What a screen needs to know, as one value that is replaced and never changed. */
import type { Posting } from '@/client-core/outbox'
import type { StreamState } from '@/client-core/stream'
import type { ContactAttachment, ContactInbox, ContactMessage, Expectation, Id, Instant, Me, SendContactMessage, Visitor } from './types'

/** A message on its way. */
export interface ContactPosting extends Posting {
  body: SendContactMessage
  attachments: ContactAttachment[]
  createdAt: Instant
}

export interface ContactState {
  inbox: ContactInbox | null
  /** new: nobody yet; in: a session; loading: finding out; refused: not from this page, or not unverified. */
  phase: 'loading' | 'new' | 'in' | 'refused'
  /** A code of the API that says why, when refused. */
  refusal: string | null
  line: StreamState
  visitor: Visitor | null
  expectation: Expectation | null
  /** Who answers. */
  with: { name: string } | null
  /** Whether a case is open. */
  conversation: Me['conversation']
  /** Somebody is writing. */
  typing: { name: string | null } | null
  messages: ContactMessage[]
  pending: ContactPosting[]
  hasEarlier: boolean
  /** The latest messages are there (or there are none). */
  isLoaded: boolean
  /** By how many milliseconds the server's clock is ahead of this device's, if that is worth knowing. */
  skew: number
  /** Answers that were not seen. */
  unread: number
}

export const BLANK: ContactState = {
  inbox: null,
  phase: 'loading',
  refusal: null,
  line: 'stopped',
  visitor: null,
  expectation: null,
  with: null,
  conversation: 'none',
  typing: null,
  messages: [],
  pending: [],
  hasEarlier: false,
  isLoaded: false,
  skew: 0,
  unread: 0,
}

/** A map that says when it changed. */
export class WatchedMap<V> extends Map<Id, V> {
  onChange: () => void = () => {}

  override set(key: Id, value: V): this {
    super.set(key, value)
    this.onChange?.()
    return this
  }

  override delete(key: Id): boolean {
    const was = super.delete(key)
    this.onChange?.()
    return was
  }
}
