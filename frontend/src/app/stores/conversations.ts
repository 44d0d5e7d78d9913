/** Conversations that were opened: their timelines, page by page, and where one can be answered. */
import { defineStore } from 'pinia'
import { reactive, shallowReactive, watch } from 'vue'
import type { Conversation, Id } from '@/client-core/api.types'
import { api, store } from '../runtime'
import { useLive } from './live'

interface Loading {
  status: 'loading' | 'ready' | 'failed'
  before: 'idle' | 'loading' | 'failed'
  after: 'idle' | 'loading' | 'failed'
}

const PAGE = 60
const KEEP = 500

export const useConversations = defineStore('conversations', () => {
  const live = useLive()
  const details = shallowReactive(new Map<Id, Conversation>())
  const loading = reactive(new Map<Id, Loading>())

  function state(id: Id): Loading | null {
    return loading.get(id) ?? null
  }

  /** Load the end of a conversation (once), or the neighbourhood of `at`. */
  async function open(id: Id, at: number | null = null): Promise<void> {
    void refresh(id)
    live.watched.add(id)
    const timeline = store.timeline(id)
    if (at !== null && isShown(id, at)) return
    if (at === null && timeline.isLoaded && !timeline.window?.moreAfter) return timeline.trim(KEEP)
    loading.set(id, { status: 'loading', before: 'idle', after: 'idle' })
    try {
      if (at === null) timeline.merge((await api.timeline(id, { limit: PAGE })).data, 'end')
      else await around(id, at)
      loading.set(id, { status: 'ready', before: 'idle', after: 'idle' })
    } catch {
      loading.set(id, { status: 'failed', before: 'idle', after: 'idle' })
    }
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

  async function loadBefore(id: Id): Promise<void> {
    const held = state(id)
    const window = store.timeline(id).window
    if (!held || !window?.moreBefore || held.before === 'loading') return
    held.before = 'loading'
    try {
      const { data } = await api.timeline(id, { before: window.from, limit: PAGE })
      store.timeline(id).merge(data, 'before')
      held.before = 'idle'
    } catch {
      held.before = 'failed'
    }
  }

  async function loadAfter(id: Id): Promise<void> {
    const held = state(id)
    const window = store.timeline(id).window
    if (!held || !window?.moreAfter || held.after === 'loading') return
    held.after = 'loading'
    try {
      const { data } = await api.timeline(id, { after: window.to, limit: PAGE })
      store.timeline(id).merge(data, 'after')
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
      if (change.type !== 'item' || !details.has(change.conversation_id)) continue
      if (change.item.kind === 'message') void refreshSoon(change.conversation_id)
    }
  })

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
    () => loading.clear(),
  )

  return { details, state, open, loadBefore, loadAfter, refresh }
})
