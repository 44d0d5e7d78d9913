/**
 * What was written here and has not safely arrived: kept on disk, sent in order, exactly once.
 *
 * Each entry has the id its message will have, minted here, so sending twice is the same as
 * sending once. Per conversation one entry goes at a time; one that is refused stops the rest
 * of its conversation, because an answer must not overtake the one it follows.
 */
import type { Id, Instant, ProblemBody, SendMessage, SendNote } from './api.types'
import { backoff } from './backoff'
import type { DraftContent } from './drafts'
import { Problem, Unreachable } from './http'

export type OutboxState = 'queued' | 'sending' | 'accepted' | 'refused' | 'conflict'

/** What the outbox itself needs to know of an entry. */
export interface Posting {
  id: Id
  conversationId: Id
  attempts: number
  state: OutboxState
  problem: ProblemBody | null
}

interface EntryBase extends Posting {
  caseId: Id
  /** What to give back to the composer if it is not sent after all. */
  draft: DraftContent
  createdAt: Instant
}

export interface MessageEntry extends EntryBase {
  kind: 'message'
  body: SendMessage
  authorId: Id
  channel: string
}

export interface NoteEntry extends EntryBase {
  kind: 'note'
  body: SendNote
}

export type OutboxEntry = MessageEntry | NoteEntry

/** Where entries wait while nobody looks: the browser's database, or anything like it. */
export interface OutboxKeep<E> {
  getAll(store: 'outbox'): Promise<E[]>
  put(store: 'outbox', entry: E): Promise<unknown>
  delete(store: 'outbox', id: Id): Promise<unknown>
}

export interface OutboxOptions<E extends Posting = OutboxEntry> {
  db: OutboxKeep<E> | null
  post: (entry: E) => Promise<void>
  random?: () => number
  setTimer?: (run: () => void, ms: number) => unknown
  clearTimer?: (timer: unknown) => void
  /** Runs `work` while no other tab works on the same conversation. */
  alone?: (conversationId: Id, work: () => Promise<void>) => Promise<void>
  map?: Map<Id, E>
}

export class Outbox<E extends Posting = OutboxEntry> {
  readonly entries: Map<Id, E>
  private readonly options: Required<Omit<OutboxOptions<E>, 'map'>>
  private readonly running = new Set<Id>()
  private readonly timers = new Map<Id, unknown>()
  private readonly failures = new Map<Id, number>()

  constructor(options: OutboxOptions<E>) {
    this.options = {
      random: Math.random,
      setTimer: (run, ms) => setTimeout(run, ms),
      clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
      alone: (_, work) => work(),
      ...options,
    }
    this.entries = options.map ?? new Map()
  }

  /** Take up what an earlier visit left behind, and send it. */
  async load(): Promise<void> {
    const kept = (await this.options.db?.getAll('outbox')) ?? []
    for (const entry of kept) {
      const state = entry.state === 'sending' ? 'queued' : entry.state
      if (!this.entries.has(entry.id)) this.entries.set(entry.id, { ...entry, state })
    }
    this.hurry()
  }

  /** Entries of a conversation that the server has not accepted, oldest first. */
  pending(conversationId: Id): E[] {
    return [...this.entries.values()]
      .filter((entry) => entry.conversationId === conversationId)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  get unsent(): number {
    return [...this.entries.values()].filter((entry) => entry.state !== 'accepted').length
  }

  /** Keep an entry and send it. Resolves when it is safe on disk. */
  async add(entry: E): Promise<void> {
    this.entries.set(entry.id, entry)
    await this.save(entry)
    // Whoever writes now wants to know now; a pause after earlier failures ends here.
    this.options.clearTimer(this.timers.get(entry.conversationId))
    this.timers.delete(entry.conversationId)
    void this.run(entry.conversationId)
  }

  /** Send a refused or conflicting one again, perhaps changed. */
  async retry(id: Id, change: (entry: E) => E = (entry) => entry): Promise<void> {
    const entry = this.entries.get(id)
    if (!entry) return
    await this.add({ ...change(entry), state: 'queued', problem: null })
  }

  /** Give up on an entry that has not been accepted. Returns it, or null if it is already out. */
  async withdraw(id: Id): Promise<E | null> {
    const entry = this.entries.get(id)
    if (!entry || entry.state === 'accepted' || entry.state === 'sending') return null
    await this.forget(id)
    void this.run(entry.conversationId)
    return entry
  }

  /** The server's own row has arrived; ours has done its work. */
  settle(id: Id): void {
    if (this.entries.get(id)?.state === 'accepted') this.entries.delete(id)
  }

  /** Try everything now: online again, signed in again, page visible again. */
  hurry(): void {
    const conversations = new Set([...this.entries.values()].map((entry) => entry.conversationId))
    for (const id of conversations) {
      this.options.clearTimer(this.timers.get(id))
      this.timers.delete(id)
      void this.run(id)
    }
  }

  private async run(conversationId: Id): Promise<void> {
    if (this.running.has(conversationId) || this.timers.has(conversationId)) return
    this.running.add(conversationId)
    try {
      await this.options.alone(conversationId, () => this.drain(conversationId))
    } finally {
      this.running.delete(conversationId)
    }
  }

  private async drain(conversationId: Id): Promise<void> {
    for (;;) {
      const next = this.pending(conversationId).find((entry) => entry.state !== 'accepted')
      if (!next || next.state !== 'queued') return
      if (!(await this.send(next))) return
    }
  }

  /** Send one. Returns whether the next may follow. */
  private async send(entry: E): Promise<boolean> {
    const sending = { ...entry, state: 'sending' as const, attempts: entry.attempts + 1 }
    this.entries.set(entry.id, sending)
    await this.save(sending)
    try {
      await this.options.post(sending)
    } catch (error) {
      // Whoever wrote it has left meanwhile: it must not go out in the name of the next one here.
      if (!this.entries.has(entry.id)) return false
      return this.failed(sending, error)
    }
    this.failures.delete(entry.conversationId)
    // The row stays visible until the stream brings the server's own.
    if (this.entries.has(entry.id)) this.entries.set(entry.id, { ...sending, state: 'accepted' })
    await this.options.db?.delete('outbox', entry.id).catch(() => {})
    return true
  }

  private async failed(entry: E, error: unknown): Promise<boolean> {
    const refused = error instanceof Problem && !error.isPassing && error.status !== 401
    if (refused) {
      const state = error.code === 'newer_reply_exists' ? 'conflict' : 'refused'
      const kept = { ...entry, state, problem: error.body } as E
      this.entries.set(entry.id, kept)
      await this.save(kept)
      return false
    }
    if (!(error instanceof Problem) && !(error instanceof Unreachable)) console.error(error)
    const waiting = { ...entry, state: 'queued' as const }
    this.entries.set(entry.id, waiting)
    await this.save(waiting)
    const isSignedOut = error instanceof Problem && error.status === 401
    if (!isSignedOut) this.later(entry.conversationId)
    return false
  }

  private later(conversationId: Id): void {
    const attempt = this.failures.get(conversationId) ?? 0
    this.failures.set(conversationId, attempt + 1)
    const timer = this.options.setTimer(
      () => {
        this.timers.delete(conversationId)
        void this.run(conversationId)
      },
      backoff(attempt, this.options.random),
    )
    this.timers.set(conversationId, timer)
  }

  private async save(entry: E): Promise<void> {
    const copy = JSON.parse(JSON.stringify(entry)) as E
    await this.options.db?.put('outbox', copy).catch(() => {})
  }

  private async forget(id: Id): Promise<void> {
    this.entries.delete(id)
    await this.options.db?.delete('outbox', id).catch(() => {})
  }
}
