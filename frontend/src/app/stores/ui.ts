/** What is open on the screen: dialogs, notices, folded panes, the last thing that can be undone. */
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { SavedView } from '@/client-core/api.desk'
import type { Id, Instant, Ref } from '@/client-core/api.types'

export interface Notice {
  id: number
  text: string
  tone: 'plain' | 'danger'
  /** What can be done about it, and how that is called; "Undo" answers to Z as well. */
  act: (() => void | Promise<void>) | null
  label: string | null
}

export type OpenDialog =
  | { kind: 'park'; caseId: Id; send: boolean; wakeAt?: number }
  | { kind: 'later'; caseId: Id; closesAt: Instant | null }
  | { kind: 'assign'; caseId: Id }
  | { kind: 'resolve'; caseId: Id; next: boolean }
  | { kind: 'template'; caseId: Id; inboxId: Id }
  | { kind: 'tags'; caseId: Id }
  | { kind: 'move'; caseId: Id }
  | { kind: 'new'; contact: Ref | null }
  | { kind: 'keys' }
  | { kind: 'palette' }
  | { kind: 'view'; view: SavedView | null }

const NOTICE_MS = 8_000
/** A notice that offers a way back or reports trouble stays longer. */
const LONG_NOTICE_MS = 14_000

export const useUi = defineStore('ui', () => {
  const dialog = shallowRef<OpenDialog | null>(null)
  const notices = ref<Notice[]>([])
  const isListFolded = ref(false)
  const isContextFolded = ref(false)
  const isContextShown = ref(false)
  /** Counts what this person did, so that lists may follow it at once. */
  const deeds = ref(0)
  let nextId = 1

  function say(text: string, options: { tone?: Notice['tone']; undo?: Notice['act']; act?: Notice['act']; label?: string; stays?: boolean } = {}): number {
    const notice: Notice = {
      id: nextId++,
      text,
      tone: options.tone ?? 'plain',
      act: options.undo ?? options.act ?? null,
      label: options.label ?? null,
    }
    notices.value = [...notices.value.slice(-2), notice]
    const isLong = notice.act || notice.tone === 'danger'
    if (!options.stays) setTimeout(() => dismiss(notice.id), isLong ? LONG_NOTICE_MS : NOTICE_MS)
    return notice.id
  }

  function dismiss(id: number): void {
    notices.value = notices.value.filter((notice) => notice.id !== id)
  }

  /** Undo the newest thing that still offers it. Returns whether there was one. */
  function undoLast(): boolean {
    const notice = notices.value.findLast((one) => one.act && !one.label)
    if (!notice?.act) return false
    dismiss(notice.id)
    void notice.act()
    return true
  }

  return { dialog, notices, isListFolded, isContextFolded, isContextShown, deeds, say, dismiss, undoLast }
})
