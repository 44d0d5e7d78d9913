/**
 * Which case belongs to which place of the workspace, and in which order.
 *
 * The server answers the same question for its pages; this copy lets a row leave or enter a
 * list the moment a change arrives, without asking again.
 */
import type { Case, Id, Place, Role } from './api.types'

export interface Viewer {
  id: Id
  role: Role
  team_ids: readonly Id[]
}

type Rule = (row: Case, viewer: Viewer) => boolean

/** What somebody owns stays theirs to see while the team's queue holds it for want of an answer. */
const isMine = (row: Case, viewer: Viewer): boolean =>
  ['agent', 'team'].includes(row.next_move?.holder ?? '') && row.owner?.id === viewer.id

/** A team's queue: held by the team itself, or by nobody in person. */
const isQueued = (row: Case): boolean =>
  row.next_move?.holder === 'team' ||
  (row.next_move?.holder === 'agent' && !row.owner && row.next_move.kind === 'queue')

const RULES: Record<Place, Rule> = {
  mine: (row, viewer) => row.status === 'open' && isMine(row, viewer),
  team: (row, viewer) =>
    row.status === 'open' && isQueued(row) && !!row.team && viewer.team_ids.includes(row.team.id),
  waiting: (row, viewer) =>
    row.status === 'open' &&
    ['contact', 'department', 'bot'].includes(row.next_move?.holder ?? '') &&
    (viewer.role !== 'agent' || row.owner?.id === viewer.id),
  parked: (row, viewer) =>
    row.status === 'open' &&
    row.next_move?.holder === 'timer' &&
    (viewer.role !== 'agent' || row.owner?.id === viewer.id),
  resolved: (row) => row.status === 'resolved',
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
