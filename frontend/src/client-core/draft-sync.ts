/**
 * Drafts on the server, so that words begun at one machine are there at another.
 *
 * What is typed here always stays here: a draft from elsewhere takes the place of one only if
 * that has not been changed since the two were last the same. Otherwise both are kept, and the
 * person chooses. Being offline delays this and loses nothing.
 */
import type { KeptDraft } from './api.desk'
import type { Attachment, Id } from './api.types'
import { wishesIn } from './mail'
import type { Draft, DraftContent, Drafts, Mode } from './drafts'

export interface DraftSyncOptions {
  drafts: Drafts
  list: () => Promise<KeptDraft[]>
  keep: (draft: KeptDraft) => Promise<KeptDraft>
  forget: (caseId: Id, mode: Mode) => Promise<unknown>
  /** Whether the person is in these words just now; nothing may change under the caret. */
  isBusy?: (draft: { caseId: Id; mode: Mode }) => boolean
  /** A draft from elsewhere took the place of the one here. */
  onAdopted?: (draft: Draft) => void
  /** Drafts from elsewhere that differ from what was typed here. */
  others?: Map<string, KeptDraft>
  settleMs?: number
  setTimer?: (run: () => void, ms: number) => unknown
  clearTimer?: (timer: unknown) => void
}

const SETTLE_MS = 2_000
const keyOf = (one: KeptDraft): string => `${one.case_id}:${one.mode}`

export class DraftSync {
  readonly others: Map<string, KeptDraft>
  private readonly options: DraftSyncOptions
  private readonly gone = new Map<string, number>()
  private readonly waiting = new Map<string, unknown>()

  constructor(options: DraftSyncOptions) {
    this.options = options
    this.others = options.others ?? new Map()
  }

  /** The person changed or cleared a draft. */
  changed(key: string, draft: Draft | null, at: number): void {
    this.unschedule(key)
    if (!draft) {
      this.gone.set(key, at)
      this.others.delete(key)
      return this.schedule(key, 0)
    }
    this.gone.delete(key)
    this.schedule(key, this.options.settleMs ?? SETTLE_MS)
  }

  /** Ask what was written elsewhere. Fails silently: the next time asks again. */
  async pull(): Promise<void> {
    let found: KeptDraft[]
    try {
      found = await this.options.list()
    } catch {
      return
    }
    for (const one of found) this.take(one)
    const there = new Set(found.map(keyOf))
    for (const draft of this.options.drafts.held.values()) {
      if (there.has(draft.key)) continue
      // Sent or cleared elsewhere, unless it was changed here since.
      if (this.isSame(draft) && !this.options.isBusy?.(draft)) this.drop(draft)
      else if (!this.isSame(draft)) this.schedule(draft.key, 0)
    }
  }

  /** Put the words from elsewhere in the place of those here. */
  useOther(key: string): void {
    const other = this.others.get(key)
    if (!other) return
    this.others.delete(key)
    this.adopt(other)
  }

  /** Stay with the words here; those from elsewhere are replaced. */
  keepMine(key: string): void {
    this.others.delete(key)
    const mine = this.options.drafts.held.get(key)
    if (mine) this.options.drafts.set(mine.caseId, mine.mode, mine)
  }

  /** Send what waits now, because the page is about to be hidden. */
  flush(): void {
    for (const key of [...this.waiting.keys()]) {
      this.unschedule(key)
      void this.push(key)
    }
  }

  private take(one: KeptDraft): void {
    const key = keyOf(one)
    const at = Date.parse(one.written_at)
    if ((this.gone.get(key) ?? 0) >= at) return this.schedule(key, 0)
    const mine = this.options.drafts.held.get(key)
    if (mine && at <= mine.updatedAt) {
      if (at < mine.updatedAt) this.schedule(key, 0)
      return
    }
    if (mine && textOf(one) === mine.text) return this.adopt(one)
    if (mine && (!this.isSame(mine) || this.options.isBusy?.(mine))) {
      this.others.set(key, one)
      return
    }
    this.adopt(one)
  }

  private adopt(one: KeptDraft): void {
    const at = Date.parse(one.written_at)
    const adopted = this.options.drafts.adopt(one.case_id, one.mode, contentOf(one), at)
    this.options.onAdopted?.(adopted)
  }

  private drop(draft: Draft): void {
    this.options.drafts.drop(draft.caseId, draft.mode)
    this.options.onAdopted?.({ ...draft, text: '', attachments: [] })
  }

  private isSame(draft: Draft): boolean {
    return draft.keptAt === draft.updatedAt
  }

  private async push(key: string): Promise<void> {
    const [caseId, mode] = key.split(':') as [Id, Mode]
    const draft = this.options.drafts.held.get(key)
    try {
      if (!draft) {
        await this.options.forget(caseId, mode)
        return
      }
      const { text, attachments, replyTo, inboxId, promiseAt, letter, updatedAt } = draft
      const stood = await this.options.keep({
        case_id: caseId,
        mode,
        content: { text, attachments: JSON.parse(JSON.stringify(attachments)), replyTo, inboxId, promiseAt, letter },
        written_at: new Date(updatedAt).toISOString(),
      })
      const at = Date.parse(stood.written_at)
      // A clock that ran ahead is set right by the server; the words are the same.
      if (at <= updatedAt || textOf(stood) === text) this.options.drafts.markKept(key, updatedAt)
      else this.take(stood)
    } catch {
      // The next change or the next pull tries again; the words are safe here.
    }
  }

  private schedule(key: string, ms: number): void {
    this.unschedule(key)
    const setTimer = this.options.setTimer ?? ((run, wait) => setTimeout(run, wait))
    const timer = setTimer(() => {
      this.waiting.delete(key)
      void this.push(key)
    }, ms)
    this.waiting.set(key, timer)
  }

  private unschedule(key: string): void {
    const clear = this.options.clearTimer ?? ((timer) => clearTimeout(timer as number))
    if (this.waiting.has(key)) clear(this.waiting.get(key))
    this.waiting.delete(key)
  }
}

const textOf = (one: KeptDraft): string => (typeof one.content.text === 'string' ? one.content.text : '')

/** What a composer on another machine wrote; whatever else it says is left out. */
function contentOf(one: KeptDraft): DraftContent {
  const { attachments, replyTo, inboxId, promiseAt, letter } = one.content
  const word = (value: unknown) => (typeof value === 'string' ? value : null)
  return {
    text: textOf(one),
    attachments: Array.isArray(attachments) ? (attachments as Attachment[]) : [],
    replyTo: word(replyTo),
    inboxId: word(inboxId),
    promiseAt: word(promiseAt),
    letter: wishesIn(letter),
  }
}
