/** Files of the message that is being written: uploaded at once, named when it is sent. */
import { computed, reactive, watch } from 'vue'
import type { ContactAttachment } from '@/contact-client'
import { keepFiles, keptFiles } from './draft-files'
import { client, keep, state } from './runtime'
import { explain, say } from './say'
import { formats, t } from './words'

const MOST = 10
const PLAIN_LIMIT = 25_000_000

export interface Pending {
  key: number
  name: string
  progress: number
  attachment: ContactAttachment | null
  cancel: () => void
}

export function useFiles() {
  const list = reactive<Pending[]>([])
  let count = 0
  // Of whoever leaves, nothing stays; what was chosen before a reload is there again.
  watch(() => state.value.visitor?.id, (visitor) => {
    if (!visitor) list.splice(0)
    else if (list.length === 0) keptFiles(keep(), visitor, Date.now()).forEach((one) => show(one.name).attachment = one)
  }, { immediate: true })
  watch(() => list.flatMap((one) => one.attachment ?? []), (files) => {
    const { visitor } = state.value
    if (visitor) keepFiles(keep(), visitor.id, files, Date.now())
  })
  const limit = computed(() => state.value.inbox?.max_file_bytes ?? PLAIN_LIMIT)

  /** Take files from wherever they come; what is too large is said before anything is sent. */
  function add(files: Iterable<File>): void {
    for (const file of files) {
      if (list.length >= MOST) return say.line(t('file-too-many', { n: MOST }))
      if (file.size === 0) say.line(t('file-empty', { name: file.name }))
      else if (file.size > limit.value) {
        say.line(t('file-too-large', { name: file.name, size: formats.value.bytes(file.size), limit: formats.value.bytes(limit.value) }))
      } else void begin(file)
    }
  }

  function show(name: string): Pending {
    count += 1
    const one = reactive<Pending>({ key: count, name, progress: 0, attachment: null, cancel: () => remove(one) })
    list.push(one)
    return one
  }

  async function begin(file: File): Promise<void> {
    const one = show(file.name)
    try {
      const upload = await client().upload(file, (share) => (one.progress = share))
      one.cancel = () => {
        upload.cancel()
        remove(one)
      }
      one.attachment = await upload.done
    } catch (error) {
      const isWanted = list.includes(one)
      remove(one)
      if (isWanted) say.line(`${t('file-failed', { name: file.name })} ${explain(error)}`)
    }
  }

  function remove(one: Pending): void {
    const at = list.findIndex((other) => other.key === one.key)
    if (at >= 0) list.splice(at, 1)
  }

  const isBusy = computed(() => list.some((one) => !one.attachment))
  /** Hand over what is ready, and begin with none. */
  function take(): ContactAttachment[] {
    return list.splice(0).flatMap((one) => one.attachment ?? [])
  }

  return { list, limit, add, take, isBusy }
}
