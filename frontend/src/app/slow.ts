import { ref, watch, type Ref } from 'vue'

const PAUSE_MS = 300

/** Whether one has waited long enough to be told that it takes a moment. */
export function useSlow(isWaiting: () => boolean): Ref<boolean> {
  const isSlow = ref(false)
  watch(
    isWaiting,
    (waits) => {
      isSlow.value = false
      if (waits) setTimeout(() => (isSlow.value = isWaiting()), PAUSE_MS)
    },
    { immediate: true },
  )
  return isSlow
}
