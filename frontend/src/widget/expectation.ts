/** Honest words about when an answer comes: a time if the server knows one, and never less than that. */
import type { Args } from '@/client-core/i18n'
import { daysBetween, msg, type Formats } from '@/client-core/time'
import type { ContactState, Expectation } from '@/contact-client'

/** Today, tomorrow, later. */
const BY_US = [msg('answer-today'), msg('answer-tomorrow'), msg('answer-day')]
const BY_NAME = [msg('answers-today'), msg('answers-tomorrow'), msg('answers-day')]
/** Who answered that lately is still there, whatever the hour. */
const LATELY_MS = 15 * 60_000

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
export function answerBy(expectation: Expectation, now: number, formats: Formats, name = ''): Said {
  const at = expectation.answer_by ? Date.parse(expectation.answer_by) : Number.NaN
  if (expectation.words_key === 'answer-soon') return { id: msg('answer-soon') }
  if (expectation.words_key !== 'answer-by' || !(at > now)) return { id: msg('answer-unknown') }
  const days = daysBetween(now, at)
  const when = days > 1 ? formats.full(at, now) : formats.time(at)
  const ids = name ? BY_NAME : BY_US
  return { id: ids[Math.max(0, Math.min(days, 2))]!, args: name ? { at: when, name } : { at: when } }
}

/** The line under the name: who talks, or whether somebody is there and by when an answer comes. */
export function about({ expectation, with: person, messages }: ContactState, now: number, formats: Formats): Said[] {
  if (!expectation) return []
  const last = messages.at(-1)
  const isOurs = last?.direction === 'in'
  const talks = { id: msg('talking-with'), args: { name: person?.name ?? '' } }
  const there = presence(expectation)
  if (person && isOurs) {
    const by = answerBy(expectation, now, formats, person.name)
    if (expectation.state !== 'online') return [there, by]
    return by.id.startsWith('answers-') ? [by] : [talks, by]
  }
  const isLate = !last || now - Date.parse(last.at) > LATELY_MS
  if (person && (expectation.state === 'online' || !isLate)) return [talks]
  return [there, answerBy(expectation, now, formats)]
}
