/** New entries of an open timeline: counted while one reads above, announced in batches. */
import { onBeforeUnmount, ref, watch, type Ref } from 'vue'
import type { Item } from '@/client-core/api.types'
import { t } from '../i18n'

/** Screen readers hear of new messages at most this often. */
const BATCH_MS = 10_000

export function useArrivals(items: Ref<Item[]>, contactName: Ref<string>, isAtEnd: Ref<boolean>) {
  const announced = ref('')
  const fresh = ref(0)
  let waiting = 0
  let spokenAt = 0
  let timer: ReturnType<typeof setTimeout> | null = null
  let newest = items.value.at(-1)?.seq ?? 0
  let owner = contactName.value

  watch(items, (list) => {
    const last = list.at(-1)?.seq ?? 0
    if (contactName.value !== owner || newest === 0) {
      owner = contactName.value
      newest = last
      fresh.value = 0
      return
    }
    const arrived = list.filter((item) => item.seq > newest && item.kind === 'message' && item.direction === 'in').length
    newest = Math.max(newest, last)
    if (arrived === 0) return
    if (!isAtEnd.value) fresh.value += arrived
    waiting += arrived
    if (!timer) timer = setTimeout(speak, Math.max(0, spokenAt + BATCH_MS - Date.now()))
  })

  function speak(): void {
    announced.value = t('timeline-arrived', { n: waiting, name: contactName.value })
    waiting = 0
    spokenAt = Date.now()
    timer = null
  }

  function seen(): void {
    fresh.value = 0
  }

  onBeforeUnmount(() => timer && clearTimeout(timer))
  return { announced, fresh, seen }
}
