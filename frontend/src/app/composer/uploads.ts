/** Files on their way to the server while a reply is being written. */
import { reactive } from 'vue'
import type { Attachment } from '@/client-core/api.types'
import { upload, type Upload } from '@/client-core/upload'
import { http } from '../runtime'
import { explain } from '../stores/actions'

export interface Pending {
  key: number
  name: string
  share: number
  wrong: string
}

let nextKey = 1

/** `onDone` gets each finished file; it belongs to the draft from then on. */
export function useUploads(onDone: (file: Attachment) => void) {
  const pending = reactive(new Map<number, Pending>())
  const running = new Map<number, Upload>()

  function add(files: Iterable<File>): void {
    for (const file of files) start(file)
  }

  function start(file: File): void {
    const key = nextKey++
    pending.set(key, { key, name: file.name, share: 0, wrong: '' })
    const one = upload(http.url('/attachments'), http.unsafeHeaders(), file, (share) => {
      const held = pending.get(key)
      if (held) held.share = share
    })
    running.set(key, one)
    one.done.then(
      (attachment) => {
        pending.delete(key)
        onDone(attachment)
      },
      (error: unknown) => {
        const held = pending.get(key)
        if (held) held.wrong = explain(error)
      },
    )
  }

  function cancel(key: number): void {
    running.get(key)?.cancel()
    running.delete(key)
    pending.delete(key)
  }

  return { pending, add, cancel }
}
