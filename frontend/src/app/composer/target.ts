/** The inbox by which the answer goes: pinned as soon as there are words, moved by the writer alone. */
import { computed, ref, watch, type Ref } from 'vue'
import type { Case, Id, ReplyInbox } from '@/client-core/api.types'
import type { DraftContent, Mode } from '@/client-core/drafts'
import { movedTo, settledAt, usualWay, wayOf } from '@/client-core/ways'
import { now } from '../runtime'
import { useConversations } from '../stores/conversations'
import { useLive } from '../stores/live'
import { useWriting } from '../stores/writing'

interface Draft {
  content: DraftContent
  keep: () => void
}

export function useTarget(row: Ref<Case>, mode: Ref<Mode>, draft: Draft) {
  const conversations = useConversations()
  const writing = useWriting()
  const live = useLive()
  const inboxes = computed(() => conversations.details.get(row.value.conversation_id)?.inboxes ?? [])
  const inbox = computed(() => wayOf(inboxes.value, draft.content.inboxId))
  const isWritten = computed(() => draft.content.text.trim() !== '' || draft.content.attachments.length > 0)
  const settled = ref<Id | null>(null)
  const moved = computed(() => (mode.value === 'reply' && isWritten.value ? movedTo(inboxes.value, inbox.value, settled.value) : null))

  function choose(way: ReplyInbox): void {
    draft.content.inboxId = way.id
    settled.value = usualWay(inboxes.value)?.id ?? null
    draft.keep()
  }

  function stay(): void {
    if (inbox.value) choose(inbox.value)
  }

  /** Words have a direction: from the first one on, the answer stays where it was going. */
  watch(
    [() => row.value.id, mode, isWritten, () => inboxes.value.length > 0],
    ([id, nowMode, written, known], [before, modeBefore, , knownBefore]) => {
      if (nowMode !== 'reply' || !known || !inbox.value) return
      const isNew = id !== before || nowMode !== modeBefore || !knownBefore
      const touchedAt = isNew ? (writing.drafts.get(id, 'reply')?.updatedAt ?? null) : null
      if (isNew || !draft.content.inboxId) settled.value = settledAt(inboxes.value, inbox.value, touchedAt)
      if (!written || draft.content.inboxId) return
      draft.content.inboxId = inbox.value.id
      draft.keep()
    },
    { immediate: true, flush: 'sync' },
  )

  /** Who leaves the chat may have said just before how to reach them. */
  watch(
    () => (live.guest(row.value.conversation_id) ? row.value.conversation_id : null),
    (_, before) => {
      if (before && before === row.value.conversation_id) void conversations.refresh(before)
    },
  )

  /** A window may close while somebody writes: ask what is possible now. */
  watch(
    () => !!inbox.value?.can_send && !!inbox.value.window_closes_at && Date.parse(inbox.value.window_closes_at) <= now.value,
    (isOver) => {
      if (isOver) void conversations.refresh(row.value.conversation_id)
    },
  )

  return { inboxes, inbox, moved, choose, stay }
}
