/** The lists of cases: which pages are loaded, and the rows of each place in order. */
import { defineStore } from 'pinia'
import { reactive, watch } from 'vue'
import type { Filters } from '@/client-core/api.desk'
import type { Case, Id, Place } from '@/client-core/api.types'
import { belongs } from '@/client-core/places'
import { matches, placeOf } from '@/client-core/views'
import { api, store } from '../runtime'
import { spell } from './actions'
import { useLive } from './live'
import { useMarks } from './marks'
import { useSession } from './session'

interface ListState {
  status: 'loading' | 'ready' | 'failed'
  /** The last row of the last page, while more follow. */
  horizon: Case | null
  cursor: string | null
  isLoadingMore: boolean
  detail: string
}

const PAGE = 60

export const useLists = defineStore('lists', () => {
  const session = useSession()
  const live = useLive()
  const marks = useMarks()
  const lists = reactive(new Map<string, ListState>())
  /** The list of a place, of one team's part of it, or of a saved view. */
  const key = (place: Place, team: Id | null, filters: Filters | null = null) =>
    JSON.stringify([place, team, filters])

  function state(place: Place, team: Id | null, filters: Filters | null = null): ListState | null {
    return lists.get(key(place, team, filters)) ?? null
  }

  /** Load the first page of a place, once. */
  async function load(place: Place, team: Id | null, again = false, filters: Filters | null = null): Promise<void> {
    if (filters) live.interests.set(key(place, team, filters), (row) => isIn(row, filters))
    else live.places.add(place)
    const held = state(place, team, filters)
    if (held && held.status !== 'failed' && !again) return
    lists.set(key(place, team, filters), {
      // An empty list says that nothing waits: only once that is known.
      status: held?.status === 'ready' && rows(place, team, filters).length > 0 ? 'ready' : 'loading',
      horizon: held?.horizon ?? null,
      cursor: null,
      isLoadingMore: false,
      detail: '',
    })
    await fetchPage(place, team, undefined, filters)
  }

  async function more(place: Place, team: Id | null, filters: Filters | null = null): Promise<void> {
    const held = state(place, team, filters)
    if (!held?.cursor || held.isLoadingMore) return
    held.isLoadingMore = true
    await fetchPage(place, team, held.cursor, filters)
  }

  async function fetchPage(place: Place, team: Id | null, cursor: string | undefined, filters: Filters | null): Promise<void> {
    const { resets } = live
    try {
      const { data, seq } = await api.cases({ ...queryOf(filters), place, team_id: team ?? filters?.team_id, cursor, limit: PAGE })
      // A page of before a fresh start may be older than what was missed; the list is asked for anew.
      if (resets !== live.resets) return
      store.applyCases(data.items, seq)
      lists.set(key(place, team, filters), {
        status: 'ready',
        horizon: data.next_cursor ? (data.items.at(-1) ?? null) : null,
        cursor: data.next_cursor,
        isLoadingMore: false,
        detail: '',
      })
    } catch (error) {
      const held = state(place, team, filters)
      if (!held) return
      held.isLoadingMore = false
      if (held.status === 'loading') held.status = 'failed'
      held.detail = await spell(error)
    }
  }

  function isIn(row: Case, filters: Filters): boolean {
    return belongs(row, placeOf(filters), session.viewer) && matches(row, filters, session.viewer.id, marks.starred)
  }

  function rows(place: Place, team: Id | null, filters: Filters | null = null): Case[] {
    const held = state(place, team, filters)
    const all = store.list(place, session.viewer, held?.horizon ?? null, filters?.order)
    if (filters) return all.filter((row) => isIn(row, filters))
    return team ? all.filter((row) => row.team?.id === team) : all
  }

  /** What one may see: with another role or other teams other cases belong to the lists. */
  const sight = () => [session.viewer.id, session.viewer.role, ...session.viewer.team_ids].join()

  // After a reset the store is empty: every list that was shown is fetched afresh.
  watch(
    () => [live.resets, sight()],
    () => {
      live.refreshCounts()
      for (const name of lists.keys()) {
        const [place, team, filters] = JSON.parse(name) as [Place, Id | null, Filters | null]
        void load(place, team, true, filters)
      }
    },
  )

  return { state, load, more, rows }
})

/** A view's filters as the list of cases takes them. */
function queryOf(filters: Filters | null): Filters {
  if (!filters) return {}
  return { ...filters, ...(filters.starred ? { starred: 'true' } : {}) }
}
