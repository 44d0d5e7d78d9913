/** By when a case wants something, and how the server came to it. */
import type { Instant } from './api.types'
import { msg, workLength, type Formats, type Words } from './time'

export interface Deadline {
  kind: 'answer' | 'promise' | 'waking' | 'closing' | 'sending'
  due_at: Instant
  /** Null for a time that somebody chose. */
  counted_from: Instant | null
  open_seconds: number | null
  /** Days with other hours than their weekday's, such as `2026-11-19`. */
  special_days: string[]
}

export const DEADLINES: Record<Deadline['kind'], string> = {
  answer: msg('deadline-answer'),
  promise: msg('deadline-promise'),
  waking: msg('deadline-waking'),
  closing: msg('deadline-closing'),
  sending: msg('deadline-sending'),
}

/** "8 h of work time from Wed 18 Nov, 16:42; other hours on 19 Nov"; nothing of a chosen time. */
export function accountOf(one: Deadline, formats: Formats, now: number, say: (words: Words) => string): string {
  if (one.counted_from === null || one.open_seconds === null) return ''
  const work = say(workLength(one.open_seconds * 1000))
  const account = say({ id: msg('deadline-account'), args: { work, from: formats.full(Date.parse(one.counted_from), now) } })
  if (one.special_days.length === 0) return account
  // Midday of a day is that day on every clock that reads it.
  const days = one.special_days.map((day) => formats.date(Date.parse(`${day}T12:00:00`), now)).join(', ')
  return say({ id: msg('deadline-special'), args: { account, days } })
}
