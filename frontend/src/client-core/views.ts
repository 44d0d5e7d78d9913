/** Whether a case is in a saved view; the server's question, asked again of a row that changed. */
import type { Filters } from './api.desk'
import type { Case, Id, Place } from './api.types'
import { folded } from './folded'

export function placeOf(filters: Filters): Place {
  return (filters.place as Place | undefined) ?? 'open'
}

/** Beyond its place, which `belongs` answers. */
export function matches(row: Case, filters: Filters, me: Id, starred: ReadonlySet<Id>): boolean {
  const { team_id, tag_id, owner, channel, text, starred: onlyStarred } = filters
  if (team_id && row.team?.id !== team_id) return false
  if (tag_id && !row.tags?.includes(tag_id)) return false
  if (owner === 'nobody' && row.owner) return false
  if (owner && owner !== 'nobody' && row.owner?.id !== (owner === 'me' ? me : owner)) return false
  if (channel && row.channel !== channel) return false
  if (onlyStarred && !starred.has(row.id)) return false
  const wanted = folded(text?.trim() ?? '')
  return !wanted || [row.subject ?? '', row.contact.name].some((one) => folded(one).includes(wanted))
}
