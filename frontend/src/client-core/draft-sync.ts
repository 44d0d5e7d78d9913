/**
 * Drafts on the server, so that words begun at one machine are there at another.
 *
 * What is typed here always stays here: a draft from elsewhere takes the place of one only if
 * that has not been changed since the two were last the same. Nor does one from here take the
 * place of words that were never seen here. Otherwise both are kept, and the person chooses. Being offline delays this and loses nothing.
 */
import type { DraftToKeep, KeptDraft } from './api.desk'
import type { Attachment, Id } from './api.types'
import { wishesIn } from './mail'
import type { Draft, DraftContent, Drafts, Mode } from './drafts'

export interface DraftSyncOptions {
  drafts: Drafts
  list: () => Promise<KeptDraft[]>
  keep: (draft: DraftToKeep) => Promise<KeptDraft>
  /** Forget what was not written after an instant. */
  forget: (caseId: Id, mode: Mode, upTo: string) => Promise<unknown>
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
const iso = (at: number): string => new Date(Math.max(at, 1)).toISOString()

export class DraftSync {
  readonly others: Map<string, KeptDraft>
  private readonly options: DraftSyncOptions
  /** Up to when what the server may have was cleared here. */
  private readonly cleared = new Map<string, number>()
  /** Instants of words that were sent to the server from here, and may have arrived for all we know. */
  private readonly sent = new Map<string, Set<number>>()
  private readonly waiting = new Map<string, unknown>()
  /** One request after the other for each draft: what was cleared is not overtaken by what was kept. */
  private readonly turns = new Map<string, Promise<void>>()

  constructor(options: DraftSyncOptions) {
    this.options = options
    this.others = options.others ?? new Map()
    // An earlier visit may have sent them, and ended before the answer.
    for (const draft of options.drafts.held.values()) this.note(draft.key, draft.updatedAt)
  }

  /** The person changed a draft, or cleared it. */
  changed(key: string, draft: Draft | null, cleared?: Draft): void {
    if (!draft) {
      this.learn(key, cleared?.keptAt ?? 0)
      this.others.delete(key)
      return this.schedule(key, 0)
    }
    this.schedule(key, this.options.settleMs ?? SETTLE_MS)
  }

  /** Ask what was written elsewhere. Fails silently: the next time asks again. */
  async pull(): Promise<void> {
    const { held } = this.options.drafts
    const before = new Map([...held.values()].filter((draft) => this.isSame(draft)).map((draft) => [draft.key, draft.updatedAt]))
    let found: KeptDraft[]
    try {
      found = await this.options.list()
    } catch {
      return
    }
    for (const one of found) this.take(one)
    const there = new Set(found.map(keyOf))
    for (const draft of held.values()) {
      if (there.has(draft.key)) continue
      if (!this.isSame(draft)) this.schedule(draft.key, 0)
      // Sent or cleared elsewhere, if the server had it already when it was asked.
      else if (before.get(draft.key) === draft.updatedAt && !this.options.isBusy?.(draft)) this.drop(draft)
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
    const other = this.others.get(key)
    this.others.delete(key)
    if (other) this.learn(key, Date.parse(other.written_at))
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
    if (this.sent.get(key)?.has(at)) this.learn(key, at)
    const mine = this.options.drafts.held.get(key)
    if (at <= this.known(key)) {
      // Nothing that we did not know; ours is newer, or was cleared.
      if (!mine || !this.isSame(mine)) this.schedule(key, 0)
      return
    }
    const isFree = !mine || (this.isSame(mine) && !this.options.isBusy?.(mine))
    if (isFree || isAlike(one, mine)) this.adopt(one)
    else this.others.set(key, one)
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

  /** The newest words on the server that we know of, or cleared. */
  private known(key: string): number {
    return Math.max(this.options.drafts.held.get(key)?.keptAt ?? 0, this.cleared.get(key) ?? 0)
  }

  /** The server has, or had, the words of this instant, and so do we. */
  private learn(key: string, at: number): void {
    if (at <= this.known(key)) return
    if (this.options.drafts.held.has(key)) this.options.drafts.markKept(key, at)
    else this.cleared.set(key, at)
  }

  private note(key: string, at: number): void {
    this.sent.set(key, (this.sent.get(key) ?? new Set()).add(at))
  }

  private push(key: string): Promise<void> {
    // The next change or the next pull tries again; the words are safe here.
    const turn = (this.turns.get(key) ?? Promise.resolve()).then(() => this.tell(key)).catch(() => {})
    this.turns.set(key, turn)
    return turn
  }

  private async tell(key: string): Promise<void> {
    const [caseId, mode] = key.split(':') as [Id, Mode]
    const draft = this.options.drafts.held.get(key)
    if (!draft) {
      await this.options.forget(caseId, mode, iso(Math.max(this.known(key), ...(this.sent.get(key) ?? []))))
      return
    }
    const { text, attachments, replyTo, inboxId, promiseAt, letter, updatedAt } = draft
    const basedOn = this.known(key)
    this.note(key, updatedAt)
    const stood = await this.options.keep({
      case_id: caseId,
      mode,
      content: { text, attachments: JSON.parse(JSON.stringify(attachments)), replyTo, inboxId, promiseAt, letter },
      written_at: iso(updatedAt),
      based_on: iso(basedOn),
    })
    // A clock that ran ahead is set right by the server; the words are the same.
    if (Date.parse(stood.written_at) === updatedAt || isAlike(stood, draft)) this.learn(key, updatedAt)
    else this.take(stood)
    this.sent.delete(key)
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

/** Whether the words and files are the same. */
function isAlike(one: KeptDraft, draft: DraftContent): boolean {
  const other = contentOf(one)
  const files = (content: DraftContent) => content.attachments.map(({ id }) => id).join()
  return other.text === draft.text && files(other) === files(draft)
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
