/**
 * A list that holds still while somebody is at it.
 *
 * Rows keep their places under the pointer and the focus; what would move is counted and waits
 * for "Update", or until pointer and focus have left. What the rows say stays current.
 */
import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import type { Id } from '@/client-core/api.types'

export interface Placed {
  id: Id
  group: string
}

export function useSteady(wanted: Ref<Placed[]>, isEngaged: Ref<boolean>) {
  const shown = shallowRef<Placed[]>(wanted.value)
  const isForced = ref(false)

  const moved = computed(() => countMoved(shown.value, wanted.value))

  watch(
    [wanted, isEngaged],
    () => {
      if (!isEngaged.value || isForced.value || onlyGrew(shown.value, wanted.value)) show()
    },
  )

  function show(): void {
    isForced.value = false
    shown.value = wanted.value
  }

  /** The next change is the person's own doing: follow it at once. */
  function expect(): void {
    isForced.value = true
    setTimeout(() => (isForced.value = false), 1_500)
  }

  return { shown, moved, show, expect }
}

/** How many rows stand elsewhere, are new, or are gone. */
export function countMoved(shown: readonly Placed[], wanted: readonly Placed[]): number {
  const places = new Map(wanted.map((row) => [row.id, row]))
  const order = new Map(wanted.map((row, i) => [row.id, i]))
  let count = 0
  let highest = -1
  for (const row of shown) {
    const now = places.get(row.id)
    const at = order.get(row.id) ?? -1
    if (!now || now.group !== row.group || at < highest) count += 1
    else highest = at
    places.delete(row.id)
  }
  return count + places.size
}

/** Whether every shown row stays where it is, with more only below. */
function onlyGrew(shown: readonly Placed[], wanted: readonly Placed[]): boolean {
  return shown.every((row, i) => wanted[i]?.id === row.id && wanted[i]?.group === row.group)
}
