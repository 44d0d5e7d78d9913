/**
 * Which case belongs to which place of the workspace, and in which order.
 *
 * The server answers the same question for its pages; this copy lets a row leave or enter a
 * list the moment a change arrives, without asking again.
 */
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

/** The instant a list is ordered by: the next deadline, or for resolved cases when they ended. */
export function keyOf(row: Case): number {
  const instant = row.status === 'resolved' ? row.resolution?.at : row.next_move?.due_at
  return Date.parse(instant ?? row.opened_at)
}

/** Order of a list: nearest deadline first, resolved ones newest first, ties by id. */
export function compare(place: Place): (a: Case, b: Case) => number {
  const sign = place === 'resolved' ? -1 : 1
  return (a, b) => sign * (keyOf(a) - keyOf(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
