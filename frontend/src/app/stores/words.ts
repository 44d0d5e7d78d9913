/** Tags and canned replies of the workspace: few, read once, and again when an unknown one shows. */
import { defineStore } from 'pinia'
import { computed, shallowReactive } from 'vue'
import type { CannedReply, Tag } from '@/client-core/api.desk'
import type { Id } from '@/client-core/api.types'
import { latest } from '@/client-core/rereading'
import { api } from '../runtime'

const AGAIN_MS = 30_000

export const useWords = defineStore('words', () => {
  const tags = shallowReactive(new Map<Id, Tag>())
  const canned = shallowReactive(new Map<Id, CannedReply>())
  let askedAt = 0
  let isCannedAsked = false

  const readTags = latest(() => api.tags(), ({ data }) => data.items.forEach((one) => tags.set(one.id, one)))
  const readCanned = latest(() => api.cannedReplies(), ({ data }) => {
    canned.clear()
    for (const one of data.items) canned.set(one.id, one)
  })

  function loadTags(): Promise<void> {
    askedAt = Date.now()
    return readTags()
  }

  async function loadCanned(): Promise<void> {
    isCannedAsked = true
    try {
      await readCanned()
    } catch (error) {
      isCannedAsked = false
      throw error
    }
  }

  /** Nobody who has not wanted them yet has old ones. */
  const loadCannedAgain = async (): Promise<void> => (isCannedAsked ? readCanned() : undefined)

  /** Have the canned replies at hand soon. */
  function wantCanned(): void {
    if (!isCannedAsked) void loadCanned().catch(() => {})
  }

  /** Tags by id, in their order; one that a colleague has just made is asked for. */
  function tagsOf(ids: readonly Id[] | undefined): Tag[] {
    const found = (ids ?? []).map((id) => tags.get(id))
    if (found.includes(undefined) && Date.now() - askedAt > AGAIN_MS) void loadTags().catch(() => {})
    return found.filter((one) => one !== undefined).sort((a, b) => a.name.localeCompare(b.name))
  }

  const offered = computed(() =>
    [...tags.values()].filter((one) => !one.archived).sort((a, b) => a.name.localeCompare(b.name)),
  )

  return { tags, canned, offered, loadTags, loadCanned, loadCannedAgain, wantCanned, tagsOf }
})
