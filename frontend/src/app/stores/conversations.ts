/** Conversations that were opened: their timelines, page by page, and where one can be answered. */
import { defineStore } from 'pinia'
import { reactive, shallowReactive, watch } from 'vue'
import type { Conversation, Id, TimelinePage } from '@/client-core/api.types'
import { api, store } from '../runtime'
import { useLive } from './live'

interface Loading {
  status: 'loading' | 'ready' | 'failed'
  before: 'idle' | 'loading' | 'failed'
  after: 'idle' | 'loading' | 'failed'
}

const PAGE = 60
/** So many entries are drawn at most, and so many are kept of a conversation that is opened again. */
const KEEP = 480
const MOVED = new Set(['contacts_merged', 'contacts_parted'])

export const useConversations = defineStore('conversations', () => {
  const live = useLive()
  const details = shallowReactive(new Map<Id, Conversation>())
  const loading = reactive(new Map<Id, Loading>())
  /** Ends of conversations that are on their way. */
  const foreseen = new Map<Id, Promise<TimelinePage>>()

  function state(id: Id): Loading | null {
    return loading.get(id) ?? null
  }

  /** Load the end of a conversation (once), or the neighbourhood of `at`. */
  async function open(id: Id, at: number | null = null): Promise<void> {
    void refresh(id)
    live.watched.add(id)
    const timeline = store.timeline(id)
    if (at !== null && isShown(id, at)) return
    if (at === null && timeline.isLoaded && !timeline.window?.moreAfter) {
      if (!loading.has(id)) loading.set(id, { status: 'ready', before: 'idle', after: 'idle' })
      return timeline.trim(KEEP)
    }
    loading.set(id, { status: 'loading', before: 'idle', after: 'idle' })
    try {
      if (at === null) timeline.merge(await end(id), 'end')
      else await around(id, at)
      loading.set(id, { status: 'ready', before: 'idle', after: 'idle' })
    } catch {
      loading.set(id, { status: 'failed', before: 'idle', after: 'idle' })
    }
  }

  /** Have the end of a conversation ready before anybody asks for it. */
  async function prefetch(id: Id): Promise<void> {
    const timeline = store.timeline(id)
    if (timeline.isLoaded || loading.has(id) || foreseen.has(id)) return
    try {
      const page = await end(id)
      // Whoever opened it meanwhile may have gone to another place in it.
      if (!timeline.isLoaded && !loading.has(id)) timeline.merge(page, 'end')
    } catch {
      // Opening it asks again, and says so if that fails.
    }
  }

  /** The newest page of a conversation; one that is on its way already is not asked for twice. */
  function end(id: Id): Promise<TimelinePage> {
    const asked = foreseen.get(id)
    if (asked) return asked
    const page = api.timeline(id, { limit: PAGE }).then(({ data }) => data)
    foreseen.set(id, page)
    const forget = () => void foreseen.delete(id)
    page.then(forget, forget)
    return page
  }

  function isShown(id: Id, seq: number): boolean {
    const window = store.timeline(id).window
    return !!window && seq >= window.from && seq <= window.to
  }

  async function around(id: Id, at: number): Promise<void> {
    const timeline = store.timeline(id)
    const half = PAGE / 2
    const [older, newer] = await Promise.all([
      api.timeline(id, { before: at + 1, limit: half }),
      api.timeline(id, { after: at, limit: half }),
    ])
    timeline.merge(
      {
        items: [...older.data.items, ...newer.data.items],
        has_more_before: older.data.has_more_before,
        has_more_after: newer.data.has_more_after,
        next_cursor: null,
      },
      'end',
    )
  }

  /** Load what is older. `aboutTo` is called once it is here, before anything moves. */
  async function loadBefore(id: Id, aboutTo: () => void = () => {}): Promise<void> {
    const held = state(id)
    const window = store.timeline(id).window
    if (!held || !window?.moreBefore || held.before === 'loading') return
    held.before = 'loading'
    try {
      const { data } = await api.timeline(id, { before: window.from, limit: PAGE })
      aboutTo()
      store.timeline(id).merge(data, 'before')
      store.timeline(id).narrow(KEEP, 'before')
      held.before = 'idle'
    } catch {
      held.before = 'failed'
    }
  }

  async function loadAfter(id: Id, aboutTo: () => void = () => {}): Promise<void> {
    const held = state(id)
    const window = store.timeline(id).window
    if (!held || !window?.moreAfter || held.after === 'loading') return
    held.after = 'loading'
    try {
      const { data } = await api.timeline(id, { after: window.to, limit: PAGE })
      aboutTo()
      store.timeline(id).merge(data, 'after')
      store.timeline(id).narrow(KEEP, 'after')
      held.after = 'idle'
    } catch {
      held.after = 'failed'
    }
  }

  /** Read again who this is and where we may write; a window may have opened or closed. */
  async function refresh(id: Id): Promise<void> {
    try {
      const { data } = await api.conversation(id)
      details.set(id, data)
    } catch {
      // What was known stays on screen; the next message or visit asks again.
    }
  }

  live.onChanges((changes) => {
    for (const change of changes) {
      if (change.type === 'contact') for (const [id, one] of details) if (one.contact.id === change.contact.id) void refreshSoon(id)
      if (change.type !== 'item') continue
      if (change.item.kind === 'event' && MOVED.has(change.item.event)) readAnew(change.conversation_id, change.item.data)
      if (!details.has(change.conversation_id)) continue
      if (change.item.kind === 'message') void refreshSoon(change.conversation_id)
    }
  })

  /** Two contacts became one, or two again: entries of their time lines changed hands. */
  function readAnew(id: Id, data: Record<string, unknown>): void {
    for (const one of new Set([id, data.conversation_id, data.kept_conversation_id])) {
      if (typeof one !== 'string' || !store.timelines.has(one)) continue
      store.timelines.delete(one)
      loading.delete(one)
      foreseen.delete(one)
      if (live.watched.has(one)) void open(one)
    }
  }

  const waiting = new Set<Id>()
  async function refreshSoon(id: Id): Promise<void> {
    if (waiting.has(id)) return
    waiting.add(id)
    await new Promise((done) => setTimeout(done, 800))
    waiting.delete(id)
    await refresh(id)
  }

  watch(
    () => live.resets,
    () => {
      loading.clear()
      // A page of before may be older than what was missed.
      foreseen.clear()
    },
  )

  return { details, state, open, prefetch, loadBefore, loadAfter, refresh }
})
