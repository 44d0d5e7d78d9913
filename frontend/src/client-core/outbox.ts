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
  /** How often it may have reached the server, for all we know. */
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
  get(store: 'outbox', id: Id): Promise<E | undefined>
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
  /** Whether a request could leave this machine at all. */
  isOnline?: () => boolean
  map?: Map<Id, E>
}

export class Outbox<E extends Posting = OutboxEntry> {
  readonly entries: Map<Id, E>
  private readonly options: Required<Omit<OutboxOptions<E>, 'map'>>
  private readonly running = new Set<Id>()
  /** Conversations in which there was something new to do while they were at it. */
  private readonly wanted = new Set<Id>()
  /** Entries that lie on the disk, where other tabs of the same person see them too. */
  private readonly kept = new Set<Id>()
  private readonly done = new Set<Id>()
  private readonly timers = new Map<Id, unknown>()
  private readonly failures = new Map<Id, number>()

  constructor(options: OutboxOptions<E>) {
    this.options = {
      random: Math.random,
      setTimer: (run, ms) => setTimeout(run, ms),
      clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
      alone: (_, work) => work(),
      isOnline: () => true,
      ...options,
    }
    this.entries = options.map ?? new Map()
  }

  /** Take up what an earlier visit or another tab left behind, and send it. */
  async load(): Promise<void> {
    await this.takeUp()
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
    this.done.delete(entry.id)
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
    this.entries.delete(id)
    this.done.add(id)
    let newest = await this.onDisk(entry)
    if (newest?.state === 'sending') {
      // Another tab is at it: what comes of that decides.
      await this.options.alone(entry.conversationId, async () => {
        newest = await this.onDisk(entry)
      })
    }
    await this.forget(id)
    void this.run(entry.conversationId)
    return newest
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
      // Who comes back to a network that needs a moment more shall not wait as long as they were gone.
      this.failures.delete(id)
      void this.run(id)
    }
  }

  private async takeUp(): Promise<void> {
    const before = [...this.kept]
    const found = await this.options.db?.getAll('outbox').catch(() => null)
    if (!found) return
    const there = new Set(found.map((entry) => entry.id))
    for (const id of before) {
      const isWaiting = !['sending', 'accepted'].includes(this.entries.get(id)?.state ?? '')
      if (!there.has(id) && isWaiting) this.entries.delete(id)
    }
    for (const entry of found) {
      if (this.entries.has(entry.id) || this.done.has(entry.id)) continue
      this.kept.add(entry.id)
      this.entries.set(entry.id, { ...entry, state: entry.state === 'sending' ? 'queued' : entry.state })
    }
  }

  private async run(conversationId: Id): Promise<void> {
    if (this.timers.has(conversationId)) return
    if (this.running.has(conversationId)) return void this.wanted.add(conversationId)
    this.running.add(conversationId)
    try {
      await this.options.alone(conversationId, () => this.drain(conversationId))
    } finally {
      this.running.delete(conversationId)
    }
    // What came after the last look at the queue, and before the end.
    if (this.wanted.delete(conversationId)) void this.run(conversationId)
  }

  private async drain(conversationId: Id): Promise<void> {
    for (;;) {
      const next = this.pending(conversationId).find((entry) => entry.state !== 'accepted')
      if (!next || next.state !== 'queued') return
      if (!(await this.send(next))) return
    }
  }

  /** Send one. Returns whether the next may follow. */
  private async send(held: E): Promise<boolean> {
    const entry = await this.onDisk(held)
    if (!entry || !this.entries.has(held.id)) {
      // Another tab has sent it or given it up, or it was just withdrawn here.
      this.entries.delete(held.id)
      return true
    }
    if (entry.state === 'refused' || entry.state === 'conflict') {
      this.entries.set(entry.id, entry)
      return false
    }
    const attempts = entry.attempts + (this.options.isOnline() ? 1 : 0)
    const sending = { ...entry, state: 'sending' as const, attempts }
    this.entries.set(entry.id, sending)
    await this.save(sending)
    try {
      await this.options.post(sending)
    } catch (error) {
      if (this.entries.has(entry.id)) return this.failed(sending, error)
      // Its echo has come although the answer has not; or whoever wrote it has left meanwhile.
    }
    this.failures.delete(entry.conversationId)
    // The row stays visible until the stream brings the server's own.
    if (this.entries.has(entry.id)) this.entries.set(entry.id, { ...sending, state: 'accepted' })
    await this.forget(entry.id, { isShown: true })
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
    const waiting = { ...entry, state: 'queued' as const, problem: error instanceof Problem ? error.body : null }
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

  /** The entry as any tab has left it; null if it is not to be sent any more. */
  private async onDisk(entry: E): Promise<E | null> {
    if (!this.options.db || !this.kept.has(entry.id)) return entry
    return this.options.db.get('outbox', entry.id).then(
      (found) => found ?? null,
      () => entry,
    )
  }

  private async save(entry: E): Promise<void> {
    const copy = JSON.parse(JSON.stringify(entry)) as E
    await this.options.db?.put('outbox', copy).then(
      () => this.kept.add(entry.id),
      // A full or forbidden disk must not stop it from being sent.
      () => {},
    )
  }

  private async forget(id: Id, { isShown = false } = {}): Promise<void> {
    if (!isShown) this.entries.delete(id)
    this.done.add(id)
    this.kept.delete(id)
    await this.options.db?.delete('outbox', id).catch(() => {})
  }
}
