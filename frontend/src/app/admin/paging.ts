/** A list that is asked for page by page, and what is done to one of its items. */
import { onMounted, ref, type Ref } from 'vue'
import { complain, spell } from '../stores/actions'

export interface Page<T> {
  items: T[]
  next_cursor: string | null
}

export interface Paging<T> {
  /** Null until the first page is here. */
  items: Ref<T[] | null>
  hasMore: Ref<boolean>
  /** Why the list could not be had, in words. */
  wrong: Ref<string>
  load: (more?: boolean) => Promise<void>
  isBusy: (one: T) => boolean
  /** Do something to an item, and look at the list anew. */
  act: (one: T, call: () => Promise<unknown>) => Promise<void>
}

export function usePages<T extends { id: string | number }>(ask: (cursor?: string) => Promise<{ data: Page<T> }>): Paging<T> {
  const items = ref<T[] | null>(null) as Ref<T[] | null>
  const cursor = ref<string | null>(null)
  const hasMore = ref(false)
  const wrong = ref('')
  const busy = ref(new Set<string | number>())

  async function load(more = false): Promise<void> {
    wrong.value = ''
    try {
      const { data } = await ask(more ? (cursor.value ?? undefined) : undefined)
      items.value = more ? [...(items.value ?? []), ...data.items] : data.items
      cursor.value = data.next_cursor
      hasMore.value = data.next_cursor !== null
    } catch (error) {
      wrong.value = await spell(error)
    }
  }

  async function act(one: T, call: () => Promise<unknown>): Promise<void> {
    busy.value = new Set([...busy.value, one.id])
    try {
      await call()
      await load()
    } catch (error) {
      complain(error)
    } finally {
      busy.value = new Set([...busy.value].filter((id) => id !== one.id))
    }
  }

  onMounted(() => load())
  return { items, hasMore, wrong, load, isBusy: (one) => busy.value.has(one.id), act }
}
