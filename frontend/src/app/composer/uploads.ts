/**
 * Files on their way to the server while replies are being written.
 *
 * A file belongs to the case where it was chosen, whichever case is open when it has arrived: it
 * must never go to somebody else.
 */
import { computed, reactive, type Ref } from 'vue'
import type { Attachment, Id } from '@/client-core/api.types'
import { upload, type Upload } from '@/client-core/upload'
import { http, newId } from '../runtime'
import { spell } from '../stores/actions'

export interface Pending {
  key: string
  caseId: Id
  file: File
  name: string
  share: number
  wrong: string
}

/** Of all cases, for they go on while another one is looked at. */
const all = reactive(new Map<string, Pending>())
const running = new Map<string, Upload>()

/** The uploads for a case. `onDone` gets each file that has arrived, and for which case it was. */
export function useUploads(caseId: Ref<Id>, onDone: (caseId: Id, file: Attachment) => void) {
  const pending = computed(() => [...all.values()].filter((one) => one.caseId === caseId.value))

  function add(files: Iterable<File>): void {
    for (const file of files) {
      const key = newId()
      all.set(key, { key, caseId: caseId.value, file, name: file.name, share: 0, wrong: '' })
      start(key)
    }
  }

  /** Send it, or once more: it is the same file by its key. */
  function start(key: string): void {
    const one = all.get(key)
    if (!one) return
    one.wrong = ''
    const target = { url: http.url('/attachments'), headers: () => http.unsafeHeaders(), key }
    const sending = upload(target, one.file, (share) => (one.share = share))
    running.set(key, sending)
    sending.done.then(
      (attachment) => {
        if (all.delete(key)) onDone(one.caseId, attachment)
      },
      async (error: unknown) => {
        const said = await spell(error)
        if (running.get(key) === sending) one.wrong = said
      },
    )
  }

  function cancel(key: string): void {
    all.delete(key)
    running.get(key)?.cancel()
    running.delete(key)
  }

  return { pending, add, again: start, cancel }
}
