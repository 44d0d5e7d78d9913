/**
 * Drafts: one per case and mode, kept on this computer.
 *
 * Nothing that others do may ever touch a draft: this module takes no changes from the stream,
 * only what the person typed, here or (by `draft-sync`) at another machine. Writes are serialised, so a delete cannot land before a
 * save.
 */
import type { Attachment, Id, Instant, LetterWishes } from './api.types'

export type Mode = 'reply' | 'note'

export interface Draft {
  /** Case and mode. */
  key: string
  caseId: Id
  mode: Mode
  text: string
  attachments: Attachment[]
  replyTo: Id | null
  inboxId: Id | null
  promiseAt: Instant | null
  /** What differs from the usual subject and readers, where a reply is a letter. */
  letter?: LetterWishes | null
  updatedAt: number
  revision: number
  /** The newest words that the server is known to have: the `updatedAt` of these, or of what they go on from. */
  keptAt?: number
}

export type DraftContent = Pick<Draft, 'text' | 'attachments' | 'replyTo' | 'inboxId' | 'promiseAt' | 'letter'>

export const EMPTY: DraftContent = {
  text: '',
  attachments: [],
  replyTo: null,
  inboxId: null,
  promiseAt: null,
  letter: null,
}

/** Where drafts wait while nobody looks. */
export interface DraftKeep {
  getAll(store: 'drafts'): Promise<Draft[]>
  put(store: 'drafts', draft: Draft): Promise<unknown>
  delete(store: 'drafts', key: string): Promise<unknown>
}

export interface DraftsOptions {
  db: DraftKeep | null
  now: () => number
  /** Pause after the last change before it is written. */
  settleMs?: number
  setTimer?: (run: () => void, ms: number) => unknown
  clearTimer?: (timer: unknown) => void
  /** Holds the drafts; the workspace passes a reactive map. */
  map?: Map<string, Draft>
  /** The person changed a draft, or cleared it: then `cleared` is what it was. */
  onChange?: (key: string, draft: Draft | null, cleared?: Draft) => void
}

export const draftKey = (caseId: Id, mode: Mode): string => `${caseId}:${mode}`

const isEmpty = (content: DraftContent): boolean =>
  content.text.trim() === '' && content.attachments.length === 0 && !content.replyTo && !content.promiseAt && !content.letter

export class Drafts {
  readonly held: Map<string, Draft>
  private readonly options: DraftsOptions
  private readonly waiting = new Map<string, unknown>()
  private writes: Promise<void> = Promise.resolve()

  constructor(options: DraftsOptions) {
    this.options = options
    this.held = options.map ?? new Map()
  }

  /** Read everything kept from earlier. What was typed meanwhile goes on from it: neither is lost. */
  async load(): Promise<void> {
    const kept = (await this.options.db?.getAll('drafts').catch(() => [])) ?? []
    for (const draft of kept) {
      const typed = this.held.get(draft.key)
      this.held.set(draft.key, draft)
      if (typed) this.set(draft.caseId, draft.mode, joined(draft, typed))
    }
  }

  get(caseId: Id, mode: Mode): Draft | null {
    return this.held.get(draftKey(caseId, mode)) ?? null
  }

  /** Keep what the person has now. An empty draft is forgotten. */
  set(caseId: Id, mode: Mode, content: DraftContent): void {
    const key = draftKey(caseId, mode)
    if (isEmpty(content)) return this.clear(caseId, mode)
    const revision = (this.held.get(key)?.revision ?? 0) + 1
    const { keptAt } = this.held.get(key) ?? {}
    this.held.set(key, {
      ...plain(content),
      ...(keptAt === undefined ? {} : { keptAt }),
      key,
      caseId,
      mode,
      updatedAt: Math.max(this.options.now(), (keptAt ?? 0) + 1),
      revision,
    })
    this.schedule(key)
    this.options.onChange?.(key, this.held.get(key)!)
  }

  clear(caseId: Id, mode: Mode): void {
    const key = draftKey(caseId, mode)
    const cleared = this.held.get(key)
    this.unschedule(key)
    if (!this.held.delete(key)) return
    this.write(key)
    this.options.onChange?.(key, null, cleared)
  }

  /** Take over what the same person wrote at another machine at `updatedAt`. */
  adopt(caseId: Id, mode: Mode, content: DraftContent, updatedAt: number): Draft {
    const key = draftKey(caseId, mode)
    const revision = (this.held.get(key)?.revision ?? 0) + 1
    const draft = { ...plain(content), key, caseId, mode, updatedAt, revision, keptAt: updatedAt }
    this.held.set(key, draft)
    this.schedule(key)
    return draft
  }

  /** The server has the words that were written at `keptAt`. */
  markKept(key: string, keptAt: number): void {
    const draft = this.held.get(key)
    if (!draft) return
    this.held.set(key, { ...draft, keptAt })
    this.schedule(key)
  }

  /** Forget a draft that the same person sent or cleared at another machine. */
  drop(caseId: Id, mode: Mode): void {
    const key = draftKey(caseId, mode)
    this.unschedule(key)
    if (this.held.delete(key)) this.write(key)
  }

  /** Write what waits now (the page is about to be hidden) and wait until it is down. */
  async flush(): Promise<void> {
    for (const key of [...this.waiting.keys()]) {
      this.unschedule(key)
      this.write(key)
    }
    await this.writes
  }

  private schedule(key: string): void {
    this.unschedule(key)
    const setTimer = this.options.setTimer ?? ((run, ms) => setTimeout(run, ms))
    const timer = setTimer(() => {
      this.waiting.delete(key)
      this.write(key)
    }, this.options.settleMs ?? 300)
    this.waiting.set(key, timer)
  }

  private unschedule(key: string): void {
    const clear = this.options.clearTimer ?? ((timer) => clearTimeout(timer as number))
    if (this.waiting.has(key)) clear(this.waiting.get(key))
    this.waiting.delete(key)
  }

  /** Queue one write of whatever `key` holds when its turn comes. */
  private write(key: string): void {
    const { db } = this.options
    if (!db) return
    this.writes = this.writes
      .then(async () => {
        const draft = this.held.get(key)
        await (draft ? db.put('drafts', draft) : db.delete('drafts', key))
      })
      .catch(() => {
        // A full or forbidden disk must not stop the person from writing on.
      })
  }
}

/** One draft after another; where there can be one only, the later one's way to the contact. */
export function joined(first: DraftContent, then: DraftContent): DraftContent {
  return {
    ...first,
    ...Object.fromEntries(Object.entries(then).filter(([, value]) => value !== null)),
    text: [first.text, then.text].filter(Boolean).join('\n\n'),
    attachments: [...first.attachments, ...then.attachments],
  }
}

/** A copy without proxies: IndexedDB refuses to clone them. */
function plain(content: DraftContent): DraftContent {
  return JSON.parse(
    JSON.stringify({
      text: content.text,
      attachments: content.attachments,
      replyTo: content.replyTo,
      inboxId: content.inboxId,
      promiseAt: content.promiseAt,
      letter: content.letter,
    }),
  ) as DraftContent
}
