/** Honest words about when an answer comes: a time if the server knows one, and never less than that. */
import type { Args } from '@/client-core/i18n'
import { daysBetween, msg, type Formats } from '@/client-core/time'
import type { Expectation } from '@/contact-client'

export interface Said {
  id: string
  args?: Args
}

/** Whether somebody is there, in a word or two. */
export function presence(expectation: Expectation): Said {
  if (expectation.state === 'online') return { id: msg('state-online') }
  return { id: expectation.state === 'away' ? msg('state-away') : msg('state-closed') }
}

/** By when an answer comes. A time that has passed is not repeated. */
export function answerBy(expectation: Expectation, now: number, formats: Formats): Said {
  const at = expectation.answer_by ? Date.parse(expectation.answer_by) : Number.NaN
  if (expectation.words_key === 'answer-soon') return { id: msg('answer-soon') }
  if (expectation.words_key !== 'answer-by' || !(at > now)) return { id: msg('answer-unknown') }
  const days = daysBetween(now, at)
  if (days === 0) return { id: msg('answer-today'), args: { at: formats.time(at) } }
  if (days === 1) return { id: msg('answer-tomorrow'), args: { at: formats.time(at) } }
  return { id: msg('answer-day'), args: { at: formats.full(at, now) } }
}
