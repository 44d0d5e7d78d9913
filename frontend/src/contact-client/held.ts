/** What is held of one conversation, and the state that screens draw from it. */
import { MessageLog } from './log'
import { BLANK, WatchedMap, type ContactPosting, type ContactState } from './state'
import type { ContactChange, ContactFrame, Instant, Me } from './types'

const TYPING_LASTS_MS = 10_000
/** Clocks that differ by less are right. */
const SKEW_MS = 60_000

export interface Timers {
  setTimer: (run: () => void, ms: number) => unknown
  clearTimer: (timer: unknown) => void
}

export class Held {
  state: ContactState = BLANK
  readonly log = new MessageLog()
  readonly postings = new WatchedMap<ContactPosting>()
  /** Answers up to this place were seen here, whatever the server knows yet. */
  readPlace = 0
  private readonly listeners = new Set<(state: ContactState) => void>()
  private typingEnds: unknown = null
  private readonly timers: Timers

  constructor(timers: Timers) {
    this.timers = timers
    this.postings.onChange = () => this.show({})
  }

  /** Called at once and after each change. Returns how to stop it. */
  subscribe(listener: (state: ContactState) => void): () => void {
    this.listeners.add(listener)
    listener(this.state)
    return () => this.listeners.delete(listener)
  }

  /** Replace the state, with what follows from the messages. */
  show(change: Partial<ContactState>): void {
    const messages = this.log.items
    const pending = [...this.postings.values()].filter((one) => !this.log.has(one.id)).sort((a, b) => (a.id < b.id ? -1 : 1))
    const unread = messages.filter((one) => one.direction === 'out' && one.state !== 'read' && !one.deleted_at && one.place > this.readPlace)
    this.state = { ...this.state, ...change, messages, pending, unread: unread.length }
    this.listeners.forEach((listener) => listener(this.state))
  }

  /** Take in what the stream says has happened. */
  changed(change: ContactChange): void {
    if (change.type === 'message') {
      this.log.apply(change.message)
      if (change.message.direction === 'out') this.stopTyping()
      this.show({})
    } else if (change.type === 'state') {
      this.show({ with: change.with, expectation: change.expectation, visitor: change.visitor, conversation: change.conversation })
    }
  }

  /** Take in what matters only now. */
  heard(frame: ContactFrame): void {
    if (frame.expectation) this.show({ expectation: frame.expectation })
    if (frame.read) this.readByAgent(frame.read.seq)
    if (!frame.typing) return
    this.stopTyping()
    if (!frame.typing.is_typing) return
    this.show({ typing: { name: frame.typing.name } })
    this.typingEnds = this.timers.setTimer(() => this.show({ typing: null }), TYPING_LASTS_MS)
  }

  /** The server has said what time it is. */
  clockIs(at: Instant): void {
    const ahead = Date.parse(at) - Date.now()
    const skew = Math.abs(ahead) > SKEW_MS ? ahead : 0
    if (Math.abs(skew - this.state.skew) > SKEW_MS / 2) this.show({ skew })
  }

  meIs(me: Me): void {
    this.show({ visitor: me.visitor, expectation: me.expectation, with: me.with, conversation: me.conversation })
    this.clockIs(me.at)
  }

  /** Somebody else may sit here now: nothing of the last one is left. */
  clear(): void {
    this.log.clear()
    this.readPlace = 0
    this.show({ phase: 'new', visitor: null, with: null, conversation: 'none', typing: null, hasEarlier: false, isLoaded: true })
  }

  private stopTyping(): void {
    this.timers.clearTimer(this.typingEnds)
    if (this.state.typing) this.show({ typing: null })
  }

  private readByAgent(seq: number): void {
    for (const one of this.log.items) {
      if (one.direction === 'in' && one.place <= seq && one.state !== 'read') this.log.apply({ ...one, state: 'read' })
    }
    this.show({})
  }
}
