/** What is likely to be opened next is fetched before it is asked for. */
import { onBeforeUnmount } from 'vue'
import type { Case } from '@/client-core/api.types'

/** Long enough that a pointer which only passes by asks for nothing. */
const LINGER_MS = 80

export interface Foresight {
  /** A row is under the pointer or has the focus. */
  linger: (row: Case | undefined) => void
  /** The pointer went on. */
  pass: () => void
}

export function useForesight(): Foresight {
  let timer: ReturnType<typeof setTimeout> | null = null

  function pass(): void {
    if (timer) clearTimeout(timer)
    timer = null
  }

  function linger(row: Case | undefined): void {
    pass()
    if (row) timer = setTimeout(() => void foresee([row]), LINGER_MS)
  }

  onBeforeUnmount(pass)
  return { linger, pass }
}

/** Fetch the ends of these cases' conversations, and the screen that shows them. */
export async function foresee(rows: (Case | undefined)[]): Promise<void> {
  const [{ useConversations }] = await Promise.all([import('../stores/conversations'), import('../pages/CasePane.vue')])
  const conversations = useConversations()
  for (const row of rows) if (row) await conversations.prefetch(row.conversation_id)
}
