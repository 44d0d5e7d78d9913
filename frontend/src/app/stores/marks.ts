/** Saved views with their counts, stars and mentions of this person. */
import { defineStore } from 'pinia'
import { computed, shallowReactive, shallowRef } from 'vue'
import type { Mention, SavedView, Star } from '@/client-core/api.desk'
import type { Id } from '@/client-core/api.types'
import { latest } from '@/client-core/rereading'
import { api } from '../runtime'
import { complain } from './actions'
import { useLive } from './live'
import { useSession } from './session'

const COUNT_PAUSE_MS = 3_000

export const useMarks = defineStore('marks', () => {
  const live = useLive()
  const session = useSession()
  const views = shallowRef<SavedView[]>([])
  const counts = shallowReactive(new Map<Id, number>())
  const starred = shallowReactive(new Set<Id>())
  const stars = shallowRef<Star[]>([])
  const mentions = shallowRef<Mention[]>([])
  const unreadMentions = computed(() => mentions.value.filter((one) => !one.read).length)
  let timer: ReturnType<typeof setTimeout> | null = null

  async function load(): Promise<void> {
    await Promise.allSettled([loadViews(), loadStars(), loadMentions()])
  }

  const readViews = latest(() => api.views(), ({ data }) => (views.value = data.items))

  async function loadViews(): Promise<void> {
    await readViews()
    await count()
  }

  async function count(): Promise<void> {
    if (views.value.length === 0) return
    const { data } = await api.viewCounts()
    for (const one of data.items) counts.set(one.id, one.count)
  }

  function countSoon(): void {
    if (timer || views.value.length === 0) return
    timer = setTimeout(() => {
      timer = null
      void count().catch(() => {})
    }, COUNT_PAUSE_MS)
  }

  const loadStars = latest(() => api.stars(), ({ data }) => {
    stars.value = data.items
    starred.clear()
    for (const one of data.items) starred.add(one.subject_id)
    countSoon()
  })

  const loadMentions = latest(() => api.mentions(), ({ data }) => (mentions.value = data.items))

  /** Star a case or a message, or take the star away; it shows at once. */
  async function toggle(caseId: Id, subjectId: Id): Promise<void> {
    const was = starred.has(subjectId)
    if (was) starred.delete(subjectId)
    else starred.add(subjectId)
    try {
      await (was ? api.unstar(subjectId) : api.star(caseId, subjectId))
      await loadStars()
    } catch (error) {
      if (was) starred.add(subjectId)
      else starred.delete(subjectId)
      complain(error)
    }
  }

  /** What colleagues wrote to me in a case has been seen. */
  function readIn(caseId: Id): void {
    if (!mentions.value.some((one) => one.case_id === caseId && !one.read)) return
    mentions.value = mentions.value.map((one) => (one.case_id === caseId ? { ...one, read: true } : one))
    void api.readMentions(caseId).catch(() => {})
  }

  function viewOf(id: string | null): SavedView | null {
    return views.value.find((one) => one.id === id) ?? null
  }

  live.onChanges((changes) => {
    if (changes.some((one) => one.type === 'case')) countSoon()
    const isNamed = changes.some(
      (one) => one.type === 'item' && one.item.kind === 'note' && one.item.mentions?.includes(session.viewer.id),
    )
    if (isNamed) void loadMentions().catch(() => {})
  })

  return {
    views, counts, starred, stars, mentions, unreadMentions,
    load, loadViews, loadStars, loadMentions, toggle, readIn, viewOf,
  }
})
