/**
 * Which case belongs to which place of the workspace, and in which order.
 *
 * The server answers the same question for its pages; this copy lets a row leave or enter a
 * list the moment a change arrives, without asking again.
 */
import type { Order } from './api.desk'
import type { Case, Holder, Id, Place, Role } from './api.types'

export interface Viewer {
  id: Id
  role: Role
  team_ids: readonly Id[]
}

type Rule = (row: Case, viewer: Viewer) => boolean

/** What somebody owns stays theirs to see while the team's queue holds it for want of an answer. */
const OURS: readonly Holder[] = ['agent', 'team']
const WAITED_FOR: readonly Holder[] = ['contact', 'department', 'bot']

/** Leads see everybody's; agents what they own. */
const isInSight = (row: Case, viewer: Viewer): boolean =>
  viewer.role !== 'agent' || row.owner?.id === viewer.id

const isHeldBy = (row: Case, holders: readonly Holder[]): boolean =>
  row.status === 'open' && !!row.next_move && holders.includes(row.next_move.holder)

const RULES: Record<Place, Rule> = {
  // Also while a late case of one's own is open to the whole team.
  mine: (row, viewer) => isHeldBy(row, OURS) && row.owner?.id === viewer.id,
  team: (row, viewer) => isHeldBy(row, ['team']) && viewer.team_ids.includes(row.next_move?.holder_id ?? ''),
  waiting: (row, viewer) => isHeldBy(row, WAITED_FOR) && isInSight(row, viewer),
  parked: (row, viewer) => isHeldBy(row, ['timer']) && isInSight(row, viewer),
  resolved: (row) => row.status === 'resolved',
  open: (row) => row.status === 'open',
  all: () => true,
}

export function belongs(row: Case, place: Place, viewer: Viewer): boolean {
  return RULES[place](row, viewer)
}

const INSTANT: Record<Order, (row: Case) => string | undefined> = {
  due: (row) => row.next_move?.due_at,
  waiting: (row) => row.next_move?.opened_at,
  latest: (row) => row.last_message?.at,
}

/** The instant a list is ordered by; for resolved cases, when they ended. */
function instantOf(row: Case, order: Order): string {
  return (row.status === 'resolved' ? row.resolution?.at : INSTANT[order](row)) ?? row.opened_at
}

export function keyOf(row: Case, order: Order = 'due'): number {
  return Date.parse(instantOf(row, order))
}

const between = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
/** All are in UTC, and to the microsecond, which a number of milliseconds is not. */
const exact = (row: Case, order: Order): string => instantOf(row, order).replace('Z', '')

/** Order of a list, ties by id. Resolved ones go by their end, the newest first. */
export function compare(place: Place, order: Order = 'due'): (a: Case, b: Case) => number {
  const sign = place === 'resolved' || order === 'latest' ? -1 : 1
  return (a, b) => sign * (between(exact(a, order), exact(b, order)) || between(a.id, b.id))
}
