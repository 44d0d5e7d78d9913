/** The lists of cases: which pages are loaded, and the rows of each place in order. */
import { defineStore } from 'pinia'
import { reactive, watch } from 'vue'
import type { Case, Id, Place } from '@/client-core/api.types'
import { api, store } from '../runtime'
import { useLive } from './live'
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
  const lists = reactive(new Map<string, ListState>())
  const key = (place: Place, team: Id | null) => `${place}:${team ?? ''}`

  function state(place: Place, team: Id | null): ListState | null {
    return lists.get(key(place, team)) ?? null
  }

  /** Load the first page of a place, once. */
  async function load(place: Place, team: Id | null, again = false): Promise<void> {
    live.places.add(place)
    const held = state(place, team)
    if (held && held.status !== 'failed' && !again) return
    lists.set(key(place, team), {
      status: held?.status === 'ready' ? 'ready' : 'loading',
      horizon: held?.horizon ?? null,
      cursor: null,
      isLoadingMore: false,
      detail: '',
    })
    await fetchPage(place, team, undefined)
  }

  async function more(place: Place, team: Id | null): Promise<void> {
    const held = state(place, team)
    if (!held?.cursor || held.isLoadingMore) return
    held.isLoadingMore = true
    await fetchPage(place, team, held.cursor)
  }

  async function fetchPage(place: Place, team: Id | null, cursor: string | undefined): Promise<void> {
    try {
      const { data } = await api.cases({ place, team_id: team ?? undefined, cursor, limit: PAGE })
      store.applyCases(data.items)
      lists.set(key(place, team), {
        status: 'ready',
        horizon: data.next_cursor ? (data.items.at(-1) ?? null) : null,
        cursor: data.next_cursor,
        isLoadingMore: false,
        detail: '',
      })
    } catch (error) {
      const held = state(place, team)
      if (!held) return
      held.isLoadingMore = false
      if (held.status === 'loading') held.status = 'failed'
      held.detail = error instanceof Error ? error.message : ''
    }
  }

  function rows(place: Place, team: Id | null): Case[] {
    const held = state(place, team)
    const all = store.list(place, session.viewer, held?.horizon ?? null)
    return team ? all.filter((row) => row.team?.id === team) : all
  }

  // After a reset the store is empty: every list that was shown is fetched afresh.
  watch(
    () => live.resets,
    () => {
      for (const name of lists.keys()) {
        const [place, team] = name.split(':') as [Place, string]
        void load(place, team || null, true)
      }
    },
  )

  return { state, load, more, rows }
})
