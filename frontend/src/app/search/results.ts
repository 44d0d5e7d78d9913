/** What was found, page by page; kept while one of the results is looked at. */
import { computed, reactive, ref } from 'vue'
import type { Case, Ref as Named, SearchHit } from '@/client-core/api.types'
import { addressOf, askedOf, caseNumber, isAsking, type SearchWish } from '@/client-core/search-query'
import { sought } from '../i18n'
import { api, store } from '../runtime'
import { spell } from '../stores/actions'

const PAGE = 30
const MOST_PEOPLE = 5
/** A page may be short although there is more; after so many empty ones the person decides. */
const MOST_EMPTY = 5

interface Found {
  key: string
  hits: SearchHit[]
  cursor: string | null
  people: Named[]
  cases: Case[]
}

interface Place {
  scroll: number
  hit: string | null
}

const nothing = (key: string): Found => ({ key, hits: [], cursor: null, people: [], cases: [] })
/** Outlives the page: who comes back from a result finds the others where they were. */
let kept: (Found & Place) | null = null

export function useResults() {
  const found = reactive<Found>(nothing(''))
  const state = ref<'idle' | 'busy' | 'done' | 'failed'>('idle')
  const wrong = ref('')
  let running: AbortController | null = null

  /** Take up what was found before, if it is still what is asked; where it was left. */
  function takeUp(wish: SearchWish): Place | null {
    if (!kept || kept.key !== keyOf(wish) || !isAsking(wish)) return null
    const { scroll, hit, ...before } = kept
    Object.assign(found, before)
    state.value = 'done'
    return { scroll, hit }
  }

  function keep(place: Place): void {
    if (state.value === 'done') kept = { ...found, ...place }
  }

  async function look(wish: SearchWish, more = false): Promise<void> {
    running?.abort()
    const mine = (running = new AbortController())
    if (!isAsking(wish)) {
      Object.assign(found, nothing(''))
      state.value = 'idle'
      return
    }
    state.value = 'busy'
    try {
      await (more ? further(wish, mine.signal) : anew(wish, mine.signal))
      if (running === mine) state.value = 'done'
    } catch (error) {
      if (mine.signal.aborted) return
      const said = await spell(error)
      if (mine.signal.aborted) return
      state.value = 'failed'
      wrong.value = said
    }
  }

  async function anew(wish: SearchWish, signal: AbortSignal): Promise<void> {
    const page = api.search({ ...askedOf(wish), limit: PAGE }, signal)
    const [{ data }, people, cases] = await Promise.all([page, peopleFor(wish), casesFor(wish)])
    if (signal.aborted) return
    Object.assign(found, { key: keyOf(wish), hits: data.items, cursor: data.next_cursor, people, cases })
    if (data.items.length === 0 && data.next_cursor) await further(wish, signal)
  }

  async function further(wish: SearchWish, signal: AbortSignal): Promise<void> {
    for (let turn = 0; turn < MOST_EMPTY && found.cursor; turn += 1) {
      const { data } = await api.search({ ...askedOf(wish), cursor: found.cursor, limit: PAGE }, signal)
      if (signal.aborted) return
      found.hits = [...found.hits, ...data.items]
      found.cursor = data.next_cursor
      if (data.items.length > 0) return
    }
  }

  const isEmpty = computed(() => found.hits.length + found.people.length + found.cases.length === 0)
  return { found, state, wrong, isEmpty, look, keep, takeUp }
}

const keyOf = (wish: SearchWish): string => JSON.stringify(addressOf(wish))

/** Words alone may be somebody's name or address; with a filter messages are meant. */
async function peopleFor(wish: SearchWish): Promise<Named[]> {
  if (wish.q.trim().length < 2) return []
  const { data } = await api.contacts(sought(wish.q.trim()))
  return data.items.slice(0, MOST_PEOPLE)
}

async function casesFor(wish: SearchWish): Promise<Case[]> {
  const number = caseNumber(wish.q)
  if (number === null) return []
  const { data, seq } = await api.cases({ place: 'all', number, limit: 1 })
  store.applyCases(data.items, seq)
  return data.items
}
