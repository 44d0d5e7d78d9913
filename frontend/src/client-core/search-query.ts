/** What is searched for, as it stands in the address, in the API's parameters and on the screen. */
import type { Id } from './api.types'
import { DAY, startOfDay } from './time'

/** A day of the reader's calendar: `2026-11-22`. */
export type Day = string

export interface SearchWish {
  q: string
  channel: string | null
  writer: Id | null
  team: Id | null
  tag: Id | null
  /** The first and the last day that count. */
  from: Day | null
  to: Day | null
  hasFile: boolean
}

export const NOTHING: SearchWish = { q: '', channel: null, writer: null, team: null, tag: null, from: null, to: null, hasFile: false }

type Address = Record<string, unknown>

const word = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

export function wishOf(query: Address): SearchWish {
  return {
    q: word(query.q) ?? '',
    channel: word(query.channel),
    writer: word(query.agent_id),
    team: word(query.team_id),
    tag: word(query.tag_id),
    from: dayOf(query.from),
    to: dayOf(query.to),
    hasFile: query.has_file === 'true',
  }
}

export function addressOf(wish: SearchWish): Record<string, string> {
  const all: Record<string, string | null> = {
    q: wish.q.trim() || null,
    channel: wish.channel,
    agent_id: wish.writer,
    team_id: wish.team,
    tag_id: wish.tag,
    from: wish.from,
    to: wish.to,
    has_file: wish.hasFile ? 'true' : null,
  }
  return Object.fromEntries(Object.entries(all).filter((one): one is [string, string] => one[1] !== null))
}

/** The same for the API: whole days of the reader become instants. */
export function askedOf(wish: SearchWish): Record<string, string> {
  const asked = addressOf(wish)
  if (wish.from) asked.from = new Date(midnight(wish.from)).toISOString()
  if (wish.to) asked.to = new Date(dayAfter(midnight(wish.to))).toISOString()
  return asked
}

/** Whether anything but words is asked. */
export function hasFilter(wish: SearchWish): boolean {
  return Object.keys(addressOf({ ...wish, q: '' })).length > 0
}

/** Whether there is something to look for; one letter of a script of syllables, or a picture, says enough. */
export function isAsking(wish: SearchWish): boolean {
  const q = wish.q.trim()
  return hasFilter(wish) || q.length > 1 || /[\u3040-\u9fff\uac00-\ud7af\d\p{Extended_Pictographic}]/u.test(q)
}

/** The number of a case, when nothing else is typed. */
export function caseNumber(q: string): number | null {
  const found = /^#?(\d{1,9})$/u.exec(q.trim())
  return found ? Number(found[1]) : null
}

export type Preset = 'today' | 'week' | 'month' | 'year'
export const PRESETS: readonly Preset[] = ['today', 'week', 'month', 'year']

/** The first day of the latest so many, today included. */
export function presetFrom(preset: Preset, now: number): Day {
  const back = { today: 0, week: 6, month: 29, year: 364 }[preset]
  return isoDay(startOfDay(startOfDay(now) + DAY / 2 - back * DAY))
}

export function midnight(day: Day): number {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(year!, month! - 1, date).getTime()
}

function dayAfter(at: number): number {
  return startOfDay(at + 1.5 * DAY)
}

function isoDay(at: number): Day {
  const date = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function dayOf(value: unknown): Day | null {
  const day = word(value)
  return day && /^(19|20)\d\d-\d\d-\d\d$/u.test(day) && !Number.isNaN(Date.parse(day)) ? day : null
}
