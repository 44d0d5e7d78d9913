/**
 * Instants as people say them: days, deadlines, groups. Pure; the zone is the browser's own.
 *
 * Words are chosen here as message ids and arguments; the catalogue has the sentences.
 */
import type { Args } from './i18n'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** A message id of the catalogue and what it needs. */
export interface Words {
  id: string
  args?: Args
}

/** Marks a literal as a message id, so that the catalogue check finds it. */
export const msg = <T extends string>(id: T): T => id

export type Group = 'over' | 'hour' | 'today' | 'tomorrow' | 'later'
export const GROUPS: readonly Group[] = ['over', 'hour', 'today', 'tomorrow', 'later']

/** Midnight before `at`. */
export function startOfDay(at: number): number {
  const date = new Date(at)
  date.setHours(0, 0, 0, 0)
  return date.getTime()
}

/** Calendar days from `from` to `to`; robust against days of 23 and 25 hours. */
export function daysBetween(from: number, to: number): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY)
}

export function groupOf(due: number, now: number): Group {
  if (due < now) return 'over'
  if (due - now <= HOUR) return 'hour'
  const days = daysBetween(now, due)
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : 'later'
}

export type Tone = 'calm' | 'soon' | 'over'

/** Amber under an hour or with less than a fifth of the time left, red only when past. */
export function toneOf(due: number, now: number, opened?: number): Tone {
  if (due < now) return 'over'
  if (due - now <= HOUR) return 'soon'
  if (opened !== undefined && due > opened && (due - now) / (due - opened) < 0.2) return 'soon'
  return 'calm'
}

/** A length of time in one unit, rounded down, never "0 min". */
export function lengthOf(ms: number): Words {
  const span = Math.abs(ms)
  if (span < HOUR) return { id: msg('span-minutes'), args: { n: Math.max(1, Math.floor(span / MINUTE)) } }
  if (span < 2 * DAY) return { id: msg('span-hours'), args: { n: Math.floor(span / HOUR) } }
  return { id: msg('span-days'), args: { n: Math.floor(span / DAY) } }
}

const UNITS: Record<string, Intl.RelativeTimeFormatUnit> = { 'span-minutes': 'minute', 'span-hours': 'hour', 'span-days': 'day' }

/** Work time counts in hours, however long: a day of it is no day of the calendar. */
export function workLength(ms: number): Words {
  return ms < HOUR ? lengthOf(ms) : { id: msg('span-hours'), args: { n: Math.floor(ms / HOUR) } }
}

/** Not the comma after the number of a day, which Hungarian writes. */
const AFTER_WEEKDAY = /(?<!\d\.),/

/** Dates and times in one language; 24 hours everywhere. */
export class Formats {
  private readonly cache = new Map<string, Intl.DateTimeFormat>()
  private readonly locale: string

  constructor(locale: string) {
    // British order and clock: "25 Nov, 14:20" reads the same way in all our languages.
    this.locale = locale === 'en' ? 'en-GB' : locale
  }

  time(at: number): string {
    return this.by('time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
  }

  /** "Wednesday 11 November", with the year when it is not this one. */
  day(at: number, now: number): string {
    const year = new Date(at).getFullYear() !== new Date(now).getFullYear()
    return this.by(`day${year}`, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(year ? { year: 'numeric' as const } : {}),
    }).format(at)
  }

  /** As short as can be understood today: "14:20", "Thu 10:00", "25 Nov, 10:00", "3 Dec 2024". */
  short(at: number, now: number): string {
    const days = daysBetween(now, at)
    if (days === 0) return this.time(at)
    if (days > -7 && days < 7) {
      return `${this.by('weekday', { weekday: 'short' }).format(at)} ${this.time(at)}`
    }
    return `${this.date(at, now)}, ${this.time(at)}`
  }

  /** "Wed 25 Nov, 10:00": never ambiguous. */
  full(at: number, now: number): string {
    const date = this.by('full', { weekday: 'short', day: 'numeric', month: 'short' }).format(at)
    const year = new Date(at).getFullYear() !== new Date(now).getFullYear()
    return `${year ? this.date(at, now) : date.replace(AFTER_WEEKDAY, '')}, ${this.time(at)}`
  }

  /** "Wed 25 Nov, 10:00" on the clocks of a zone. */
  there(at: number, timeZone: string | undefined): string {
    const date = this.by(`there${timeZone}`, { weekday: 'short', day: 'numeric', month: 'short', timeZone }).format(at)
    const time = this.by(`thereTime${timeZone}`, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at)
    return `${date.replace(AFTER_WEEKDAY, '')}, ${time}`
  }

  /** "25 Nov", with the year when it is not this one. */
  date(at: number, now: number): string {
    const year = new Date(at).getFullYear() !== new Date(now).getFullYear()
    return this.by(`date${year}`, {
      day: 'numeric',
      month: 'short',
      ...(year ? { year: 'numeric' as const } : {}),
    }).format(at)
  }

  /** "2 days ago", in one unit as `lengthOf` has it. */
  ago(at: number, now: number): string {
    const { id, args } = lengthOf(Math.max(0, now - at))
    return new Intl.RelativeTimeFormat(this.locale).format(-(args!.n as number), UNITS[id]!)
  }

  bytes(count: number): string {
    const [value, unit] = count < 1_000_000 ? [count / 1000, 'kilobyte'] : [count / 1_000_000, 'megabyte']
    const digits = value < 10 ? 1 : 0
    return new Intl.NumberFormat(this.locale, {
      style: 'unit',
      unit: unit as string,
      maximumFractionDigits: digits,
    }).format(Math.max(value as number, 0.1))
  }

  private by(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    let format = this.cache.get(key)
    if (!format) {
      format = new Intl.DateTimeFormat(this.locale, options)
      this.cache.set(key, format)
    }
    return format
  }
}
