/** The live connection as screens see it: its state, counts, who looks at what. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Case, Change, Counts, Frame, Guest, Id, Me, Place, Presence } from '@/client-core/api.types'
import { belongs } from '@/client-core/places'
import { lineOpener } from '@/client-core/open-line'
import { Stream, type StreamState } from '@/client-core/stream'
import { api, clock, learnTime, store } from '../runtime'
import { useSession } from './session'

const COUNTS_PAUSE_MS = 600
/** A gap between two ticks that only a sleeping machine leaves. */
const SLEEP_MS = 30_000
const TICK_MS = 5_000

export const useLive = defineStore('live', () => {
  const session = useSession()
  const state = ref<StreamState>('stopped')
  const lastLive = ref<number | null>(null)
  const counts = ref<Counts | null>(null)
  const presence = shallowRef<Presence[]>([])
  const guests = shallowRef<Guest[]>([])
  const resets = ref(0)
  const newsListeners = new Set<(changes: Change[], before: (id: Id) => Case | undefined) => void>()
  const changeListeners = new Set<(changes: Change[]) => void>()
  let countsTimer: ReturnType<typeof setTimeout> | null = null

  const stream = new Stream({
    open: (after) => openLine(streamUrl(after, session.me?.agent.id ?? '')),
    onChanges: (changes, seq) => {
      const before = rowsBefore(changes)
      // Only what this person may come to see is kept; a busy centre changes far more.
      store.applyChanges(changes, isOfInterest, seq)
      if (changes.some((change) => change.type === 'case')) refreshCounts()
      changeListeners.forEach((tell) => tell(changes))
      newsListeners.forEach((tell) => tell(changes, (id) => before.get(id)))
    },
    // Each word about presence is the whole of it.
    onPresence: (said) => (presence.value = said),
    onFrame: (frame) => {
      const said = (frame as Frame).guests
      if (said) guests.value = said
    },
    onReset: () => {
      store.clear()
      resets.value += 1
      refreshCounts()
    },
    onSignedOut: () => {
      if (session.state === 'in') session.state = 'over'
    },
    onState: (next) => {
      if (state.value === 'live' && next !== 'live') {
        lastLive.value = clock.now()
        presence.value = []
        guests.value = []
      }
      state.value = next
    },
    onNow: learnTime,
  })

  function isOfInterest(row: Case): boolean {
    if (watched.has(row.conversation_id)) return true
    if ([...places].some((place) => belongs(row, place, session.viewer))) return true
    return [...interests.values()].some((isWanted) => isWanted(row))
  }

  /** Rows of these places are kept as they come; the resolved ones only once somebody looked there. */
  const places = new Set<Place>(['mine', 'team', 'waiting', 'parked'])
  /** Rows of saved views that were looked at. */
  const interests = new Map<string, (row: Case) => boolean>()
  /** Keep the cases of these conversations current, whoever has them. */
  const watched = new Set<Id>()

  function begin(me: Me): void {
    stream.start(stream.seq ?? me.seq)
    refreshCounts(0)
  }

  function refreshCounts(pause = COUNTS_PAUSE_MS): void {
    if (countsTimer) return
    countsTimer = setTimeout(() => {
      countsTimer = null
      void api.counts().then(
        (answer) => (counts.value = answer.data),
        () => {},
      )
    }, pause)
  }

  /** Colleagues at a case now, by name. */
  function viewers(caseId: Id): { id: Id; name: string; isTyping: boolean }[] {
    return presence.value
      .filter((one) => one.case_id === caseId && one.agent_id !== session.agent?.id)
      .map((one) => ({
        id: one.agent_id,
        name: store.agents.get(one.agent_id)?.name ?? '',
        isTyping: one.state === 'typing',
      }))
      .filter((one) => one.name)
  }

  /** Whether the contact of a conversation is in the web chat now, and types there. */
  function guest(conversationId: Id): Guest['state'] | null {
    return guests.value.find((one) => one.conversation_id === conversationId)?.state ?? null
  }

  function onChanges(tell: (changes: Change[]) => void): () => void {
    changeListeners.add(tell)
    return () => changeListeners.delete(tell)
  }

  /** Like `onChanges`, with how each case stood before. */
  function onNews(tell: (changes: Change[], before: (id: Id) => Case | undefined) => void): void {
    newsListeners.add(tell)
  }

  function rowsBefore(changes: Change[]): Map<Id, Case | undefined> {
    return new Map(changes.flatMap((one) => (one.type === 'case' ? [[one.case.id, store.cases.get(one.case.id)]] : [])))
  }

  const isLive = computed(() => state.value === 'live')

  window.addEventListener('online', () => stream.renew())
  window.addEventListener('offline', () => stream.interrupt())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') stream.hurry()
  })
  let lastTick = Date.now()
  setInterval(() => {
    const machine = Date.now()
    if (machine - lastTick > SLEEP_MS) stream.renew()
    lastTick = machine
  }, TICK_MS)

  return { state, isLive, lastLive, watched, places, interests, counts, resets, begin, refreshCounts, viewers, guest, onChanges, onNews, stream }
})

const openLine = lineOpener()

function streamUrl(after: number | null, agentId: Id): string {
  const url = new URL('/api/v1/stream', location.href)
  url.protocol = url.protocol.replace('http', 'ws')
  url.searchParams.set('as', agentId)
  if (after !== null) url.searchParams.set('after', String(after))
  return url.href
}
