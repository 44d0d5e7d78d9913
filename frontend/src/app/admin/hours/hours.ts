/** Business hours as a form: spans that time inputs can hold, and dates that are special. */
import type { HoursData } from '@/client-core/api.admin'

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export const MOST_DATES = 2_000

export interface Span {
  from: string
  to: string
}

export interface SpecialDay {
  on: string
  spans: Span[]
}

export interface HoursForm {
  name: string
  zone: string
  weekly: Record<string, Span[]>
  exceptions: SpecialDay[]
}

/** A time input knows no 24:00; the end of the day is its midnight. */
export function readSpan(text: string): Span {
  const [from = '', to = ''] = text.split('-')
  return { from, to: to === '24:00' ? '00:00' : to }
}

export const writeSpan = (one: Span): string => `${one.from}-${one.to === '00:00' ? '24:00' : one.to}`

export function formOf(name: string, hours: HoursData): HoursForm {
  return {
    name,
    zone: hours.zone,
    weekly: Object.fromEntries(WEEKDAYS.map((day) => [day, (hours.weekly[day] ?? []).map(readSpan)])),
    exceptions: Object.entries(hours.exceptions)
      .map(([on, spans]) => ({ on, spans: spans.map(readSpan) }))
      .sort((a, b) => a.on.localeCompare(b.on)),
  }
}

/** What is sent; spans that are not filled in are left out. */
export function dataOf(form: HoursForm): HoursData {
  const write = (spans: readonly Span[]): string[] => spans.filter((one) => one.from && one.to).map(writeSpan)
  return {
    zone: form.zone,
    weekly: Object.fromEntries(WEEKDAYS.map((day) => [day, write(form.weekly[day] ?? [])] as const).filter(([, spans]) => spans.length > 0)),
    exceptions: Object.fromEntries(form.exceptions.filter((one) => one.on).map((one) => [one.on, write(one.spans)])),
  }
}

/** The hours of each special day, to see which of them changed. */
export function specialOf(form: HoursForm): Record<string, string> {
  return Object.fromEntries(form.exceptions.map((one) => [one.on, one.spans.map(writeSpan).join()]))
}

const A_DAY = 86_400_000
const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)

/** Every date of a range, both ends included; nothing if it is none, or longer than a year. */
export function datesBetween(first: string, last: string): string[] {
  if (!isDate(first) || !isDate(last)) return []
  const began = Date.parse(first)
  const days = (Date.parse(last) - began) / A_DAY
  if (days < 0 || days > 366) return []
  return Array.from({ length: days + 1 }, (_, day) => new Date(began + day * A_DAY).toISOString().slice(0, 10))
}

const plain = (eight: string): string => `${eight.slice(0, 4)}-${eight.slice(4, 6)}-${eight.slice(6, 8)}`

/** The dates of what somebody pasted, and the parts of it that are none. */
export interface Pasted {
  dates: string[]
  unread: string[]
}

/** Lines with dates or ranges, or a calendar file (RFC 5545). */
export function readPasted(text: string): Pasted {
  const isCalendar = text.includes('BEGIN:VEVENT')
  const parts = isCalendar ? (text.match(/^BEGIN:VEVENT[^]*?^END:VEVENT/gmu) ?? []) : text.split(/\r?\n/u).filter((line) => line.trim())
  const read = parts.map((part) => ({ part, dates: isCalendar ? eventDates(part) : lineDates(part) }))
  return {
    dates: [...new Set(read.flatMap((one) => one.dates))].sort().slice(0, MOST_DATES),
    unread: read.filter((one) => one.dates.length === 0).map((one) => one.part),
  }
}

function lineDates(line: string): string[] {
  const [first, last] = [...line.matchAll(/\b\d{4}-\d\d-\d\d\b/gu)].map((match) => match[0])
  const [from, to] = [first ?? '', last ?? first ?? ''].sort() as [string, string]
  return datesBetween(from, to)
}

function eventDates(event: string): string[] {
  const first = /^DTSTART[^:\n]*:(\d{8})/mu.exec(event)?.[1]
  const after = /^DTEND;VALUE=DATE:(\d{8})/mu.exec(event)?.[1]
  if (!first || !isDate(plain(first))) return []
  // The end of a whole-day event is the day after its last (RFC 5545, section 3.6.1).
  const last = after && isDate(plain(after)) ? new Date(Date.parse(plain(after)) - A_DAY).toISOString().slice(0, 10) : plain(first)
  return datesBetween(plain(first), last < plain(first) ? plain(first) : last)
}

/** The special days with more closed ones; those that are there stay as they are. */
export function withClosed(days: readonly SpecialDay[], dates: readonly string[]): SpecialDay[] {
  const known = new Set(days.map((one) => one.on))
  const added = dates.filter((on) => !known.has(on)).slice(0, MOST_DATES - days.length)
  return [...days, ...added.map((on) => ({ on, spans: [] }))].sort((a, b) => a.on.localeCompare(b.on))
}

/** Time zones that this browser knows, with the one that is chosen. */
export function zones(chosen: string): string[] {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : []
  return [...new Set([chosen, 'UTC', ...known])].sort()
}

/** The day that a refusal is about: "weekly.monday[1]" is monday's, "exceptions.2026-05-01" that date's. */
export const dayOf = (field: string): string => field.replace(/^(?:weekly|exceptions)\./u, '').replace(/\[\d+\]$/u, '')
