/** Suggestions for "until when": a few times people mean most often, as instants. */
import { DAY, HOUR, msg, startOfDay, type Words } from './time'

export interface Suggestion {
  words: Words
  at: number
}

const MORNING = 9

/** `hour` o'clock, `days` after today, in the browser's zone. */
function at(now: number, days: number, hour: number): number {
  const date = new Date(startOfDay(now))
  date.setDate(date.getDate() + days)
  date.setHours(hour, 0, 0, 0)
  return date.getTime()
}

/** Days until the next `weekday` (1 = Monday), never today. */
function daysUntil(now: number, weekday: number): number {
  return ((weekday - new Date(now).getDay() + 6) % 7) + 1
}

export function wakeTimes(now: number): Suggestion[] {
  const afternoon = at(now, 0, 15)
  const made: Suggestion[] = [
    { words: { id: msg('wake-in-hours'), args: { n: 2 } }, at: roundUp(now + 2 * HOUR) },
    { words: { id: msg('wake-tomorrow') }, at: at(now, 1, MORNING) },
    { words: { id: msg('wake-in-days'), args: { n: 3 } }, at: at(now, 3, MORNING) },
    { words: { id: msg('wake-monday') }, at: at(now, daysUntil(now, 1), MORNING) },
    { words: { id: msg('wake-in-weeks'), args: { n: 2 } }, at: at(now, 14, MORNING) },
  ]
  if (afternoon - now > HOUR) made.splice(1, 0, { words: { id: msg('wake-afternoon') }, at: afternoon })
  return made.filter((one, i) => made.findIndex((other) => other.at === one.at) === i)
}

/** Up to the next quarter of an hour. */
export function roundUp(instant: number): number {
  const quarter = 15 * 60_000
  return Math.ceil(instant / quarter) * quarter
}

/** The value of a `datetime-local` field for an instant, and back. */
export function toField(instant: number): string {
  const local = new Date(instant - new Date(instant).getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

export function fromField(value: string): number | null {
  const read = value ? new Date(value).getTime() : Number.NaN
  return Number.isNaN(read) ? null : read
}

export const LONGEST_PARK_MS = 366 * DAY
