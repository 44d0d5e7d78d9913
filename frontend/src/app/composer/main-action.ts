/** What the main button does for the case that is open; it never changes under what somebody writes. */
import { computed, ref, watch, type Ref } from 'vue'
import type { Case, ReplyInbox, SendAction } from '@/client-core/api.types'
import { kindOf, mainAction, withMainAction } from '@/client-core/main-action'
import { useSession } from '../stores/session'

export function useMainAction(row: Ref<Case>, inbox: Ref<ReplyInbox | null>, text: Ref<string>) {
  const session = useSession()
  const kind = computed(() => kindOf(row.value.team?.id ?? null, inbox.value?.channel ?? row.value.channel))
  const usual = computed(() => mainAction(session.preferences, kind.value))
  const action = ref<SendAction>(usual.value)

  /** A colleague may hand the case over, or the contact write elsewhere, while the hand is on the key. */
  watch([() => row.value.id, usual, () => text.value.trim() !== ''], ([id, now, isWritten], [before]) => {
    if (!isWritten || id !== before) action.value = now
  })

  function remember(chosen: SendAction): void {
    if (chosen === action.value) return
    action.value = chosen
    void session.prefer(withMainAction(session.preferences, kind.value, chosen)).catch(() => {})
  }

  return { action, remember }
}
