/** The draft of one case and mode as the composer edits it. Nothing remote ever writes here. */
import { reactive, watch, type Ref } from 'vue'
import type { Id } from '@/client-core/api.types'
import { EMPTY, type DraftContent, type Mode } from '@/client-core/drafts'
import { withoutPictures } from '@/client-core/pictures'
import { useWriting } from '../stores/writing'

export function useDraft(caseId: Ref<Id>, mode: Ref<Mode>) {
  const writing = useWriting()
  const content = reactive<DraftContent>({ ...EMPTY, attachments: [] })

  function read(): void {
    const kept = writing.drafts.get(caseId.value, mode.value)
    content.text = kept?.text ?? ''
    content.attachments = [...(kept?.attachments ?? [])]
    content.replyTo = kept?.replyTo ?? null
    content.inboxId = kept?.inboxId ?? null
    content.promiseAt = kept?.promiseAt ?? null
    content.letter = kept?.letter ?? null
  }

  function keep(): void {
    writing.drafts.set(caseId.value, mode.value, content)
  }

  function detach(id: Id): void {
    content.text = withoutPictures(content.text, content.attachments.filter((file) => file.id === id))
    content.attachments = content.attachments.filter((file) => file.id !== id)
    keep()
  }

  /** It was sent: nothing is left to keep. */
  function empty(): void {
    writing.drafts.clear(caseId.value, mode.value)
    Object.assign(content, { ...EMPTY, attachments: [] })
  }

  watch(
    [caseId, mode, () => writing.restored.get(`${caseId.value}:${mode.value}`), () => writing.drafts],
    read,
    { immediate: true, flush: 'sync' },
  )

  return { content, keep, detach, empty }
}
