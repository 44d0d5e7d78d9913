/**
 * Notes when somebody does something in the case that they are turned to, and tells the server, which counts.
 *
 * What is told has times before now, never which key it was. Whatever cannot be told soon is not told.
 */
import type { Id } from './api.types'

/** A time in which one was turned to a case until it is told; times are milliseconds before that. */
export interface FocusReport {
  case_id: Id
  number: number
  began: number
  words: number
  beats: number[]
}

export interface MeterOptions {
  now: () => number
  newId: () => Id
  /** False: it cannot be told now. */
  tell: (focus: Id, report: FocusReport) => Promise<boolean>
  setTimer: (run: () => void, ms: number) => unknown
  clearTimer: (timer: unknown) => void
}

interface Focus {
  id: Id
  caseId: Id
  words: () => number
  began: number
  number: number
  /** Those that the server does not know of. */
  beats: number[]
  last: number
}

const BEAT_MS = 5_000
const REPORT_MS = 60_000
/** After a beat so long may be silent thought. */
const THOUGHT_MS = 60_000
/** The server believes nothing that is older. */
const LATEST_MS = 120_000
/** Longer ones are told of as several. */
const LONGEST_MS = 25 * 60_000

export class AttentionMeter {
  private readonly options: MeterOptions
  private focus: Focus | null = null
  private timer: unknown = null

  constructor(options: MeterOptions) {
    this.options = options
  }

  /** Turn to a case, in which so many words are new, or away from all. */
  turn(caseId: Id | null, words: () => number = () => 0): void {
    if (this.focus?.caseId === caseId) return
    const left = this.focus
    this.focus = null
    this.options.clearTimer(this.timer)
    if (left) void this.tell(left)
    if (caseId !== null) this.begin(caseId, words)
  }

  /** Something was done in the case. */
  beat(): void {
    const { focus } = this
    const now = this.options.now()
    if (!focus || now - focus.last < BEAT_MS) return
    focus.last = now
    focus.beats.push(now)
  }

  private begin(caseId: Id, words: () => number): void {
    const now = this.options.now()
    this.focus = { id: this.options.newId(), caseId, words, began: now, number: 0, beats: [], last: Number.NEGATIVE_INFINITY }
    this.wait()
  }

  private wait(): void {
    this.timer = this.options.setTimer(() => {
      const { focus } = this
      if (!focus) return
      void this.tell(focus)
      if (this.options.now() - focus.began < LONGEST_MS) this.wait()
      else this.begin(focus.caseId, () => 0)
    }, REPORT_MS)
  }

  /** What was told and did not arrive is told again the next time. */
  private async tell(focus: Focus): Promise<void> {
    const now = this.options.now()
    const words = focus.number === 0 ? focus.words() : 0
    focus.beats = focus.beats.filter((beat) => now - beat <= LATEST_MS)
    const isNews = focus.beats.length > 0 || words > 0 || now - focus.last < THOUGHT_MS + REPORT_MS
    if (!isNews) return
    focus.number += 1
    const told = new Set(focus.beats)
    const report = {
      case_id: focus.caseId,
      number: focus.number,
      began: now - focus.began,
      words,
      beats: focus.beats.map((beat) => now - beat),
    }
    if (await this.options.tell(focus.id, report)) focus.beats = focus.beats.filter((beat) => !told.has(beat))
  }
}

const SEGMENTS = new Intl.Segmenter(undefined, { granularity: 'word' })

/** How many words a text has, in writing without spaces too. */
export function countWords(text: string): number {
  let count = 0
  for (const one of SEGMENTS.segment(text)) if (one.isWordLike) count += 1
  return count
}
