/** The live connection as screens see it: its state, counts, who looks at what. */
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive } from 'vue'
import type { Change, Counts, Id, Me, Presence } from '@/client-core/api.types'
import { Stream, type Socket, type StreamState } from '@/client-core/stream'
import { api, clock, learnTime, now, store } from '../runtime'
import { useSession } from './session'

const COUNTS_PAUSE_MS = 600
/** Nobody "is viewing" for ever: a colleague's last word about it counts this long. */
const PRESENCE_MS = 90_000
/** A gap between two ticks that only a sleeping machine leaves. */
const SLEEP_MS = 30_000
const TICK_MS = 5_000

export const useLive = defineStore('live', () => {
  const session = useSession()
  const state = ref<StreamState>('stopped')
  const lastLive = ref<number | null>(null)
  const counts = ref<Counts | null>(null)
  const presence = shallowReactive(new Map<Id, Presence & { at: number }>())
  const resets = ref(0)
  const changeListeners = new Set<(changes: Change[]) => void>()
  let countsTimer: ReturnType<typeof setTimeout> | null = null

  const stream = new Stream({
    open: (after) => openSocket(after),
    onChanges: (changes) => {
      store.applyChanges(changes)
      if (changes.some((change) => change.type === 'case')) refreshCounts()
      changeListeners.forEach((tell) => tell(changes))
    },
    onPresence: (said) => said.forEach(learnPresence),
    onReset: () => {
      store.clear()
      resets.value += 1
      refreshCounts()
    },
    onSignedOut: () => {
      if (session.state === 'in') session.state = 'over'
    },
    onState: (next) => {
      if (state.value === 'live' && next !== 'live') lastLive.value = clock.now()
      state.value = next
    },
    onNow: learnTime,
  })

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

  function learnPresence(said: Presence): void {
    if (said.agent_id === session.agent?.id) return
    if (said.case_id) presence.set(said.agent_id, { ...said, at: clock.now() })
    else presence.delete(said.agent_id)
  }

  /** Colleagues at a case now, by name. */
  function viewers(caseId: Id): { id: Id; name: string; isTyping: boolean }[] {
    return [...presence.values()]
      .filter((one) => one.case_id === caseId && now.value - one.at < PRESENCE_MS)
      .map((one) => ({
        id: one.agent_id,
        name: store.agents.get(one.agent_id)?.name ?? '',
        isTyping: one.state === 'typing',
      }))
      .filter((one) => one.name)
  }

  function onChanges(tell: (changes: Change[]) => void): () => void {
    changeListeners.add(tell)
    return () => changeListeners.delete(tell)
  }

  const isLive = computed(() => state.value === 'live')

  window.addEventListener('online', () => stream.renew())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') stream.hurry()
  })
  let lastTick = Date.now()
  setInterval(() => {
    const machine = Date.now()
    if (machine - lastTick > SLEEP_MS) stream.renew()
    lastTick = machine
  }, TICK_MS)

  return { state, isLive, lastLive, counts, resets, begin, refreshCounts, viewers, onChanges, stream }
})

function openSocket(after: number | null): Socket {
  const url = new URL('/api/v1/stream', location.href)
  url.protocol = url.protocol.replace('http', 'ws')
  if (after !== null) url.searchParams.set('after', String(after))
  return new WebSocket(url) as unknown as Socket
}
