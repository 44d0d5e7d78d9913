/** How each place groups its rows: by deadline, by who is waited for, by day; other orders by day. */
import type { Order } from './api.desk'
import type { Case, Place } from './api.types'
import { keyOf } from './places'
import { groupOf, msg, startOfDay, type Words, type Formats } from './time'

export interface GroupName {
  key: string
  words: Words
}

const BY_DEADLINE: Record<string, string> = {
  over: msg('group-over'),
  hour: msg('group-hour'),
  today: msg('group-today'),
  tomorrow: msg('group-tomorrow'),
  later: msg('group-later'),
}

const BY_HOLDER: Record<string, string> = {
  contact: msg('group-contacts'),
  department: msg('group-colleagues'),
  bot: msg('group-bots'),
}

/** The group a row stands in, seen from a place at `now`. */
export function groupIn(place: Place, row: Case, now: number, formats: Formats, order: Order = 'due'): GroupName {
  if (order !== 'due') return byDay(keyOf(row, order), now, formats)
  if (place === 'waiting') {
    const holder = row.next_move?.holder ?? 'contact'
    return { key: holder, words: { id: BY_HOLDER[holder] ?? msg('group-others') } }
  }
  if (place === 'parked' || place === 'resolved') return byDay(keyOf(row), now, formats)
  const group = groupOf(keyOf(row), now)
  return { key: group, words: { id: BY_DEADLINE[group]! } }
}

function byDay(at: number, now: number, formats: Formats): GroupName {
  const day = startOfDay(at)
  if (day === startOfDay(now)) return { key: `day:${day}`, words: { id: msg('group-this-day') } }
  return { key: `day:${day}`, words: { id: msg('group-day'), args: { day: formats.day(at, now) } } }
}

/** Rows in the order they are shown: groups stay together, the order inside stays. */
export function inGroups(place: Place, rows: readonly Case[], order: Order = 'due'): Case[] {
  if (place !== 'waiting' || order !== 'due') return [...rows]
  const holders = Object.keys(BY_HOLDER)
  const rank = (row: Case) => holders.indexOf(row.next_move?.holder ?? '')
  return [...rows].sort((a, b) => rank(a) - rank(b))
}
