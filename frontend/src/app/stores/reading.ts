/** What this person has read. The server keeps it; the row shows it at once. */
import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { Case, Id } from '@/client-core/api.types'
import { api, store } from '../runtime'

export const useReading = defineStore('reading', () => {
  /** Per case: the instant of the last message that was seen here. */
  const seen = shallowReactive(new Map<Id, number>())
  const kept = shallowReactive(new Set<Id>())

  function isUnread(row: Case): boolean {
    if (kept.has(row.id)) return true
    const last = row.last_message ? Date.parse(row.last_message.at) : 0
    return row.unread && last > (seen.get(row.id) ?? 0)
  }

  /** Everything shown of the case's conversation has been read. */
  function read(row: Case): void {
    const wasUnread = isUnread(row)
    kept.delete(row.id)
    if (row.last_message) seen.set(row.id, Date.parse(row.last_message.at))
    const seq = lastInbound(row)
    if (wasUnread && seq > 0) void api.markRead(row.id, seq).catch(() => {})
  }

  /** Leave it for later: it looks unread again. */
  function unread(row: Case): void {
    kept.add(row.id)
    seen.delete(row.id)
    const seq = lastInbound(row)
    if (seq > 0) void api.markRead(row.id, seq - 1).catch(() => {})
  }

  function lastInbound(row: Case): number {
    const timeline = store.timelines.get(row.conversation_id)
    return timeline?.view().findLast((item) => item.kind === 'message' && item.direction === 'in')?.seq ?? 0
  }

  return { isUnread, read, unread }
})
