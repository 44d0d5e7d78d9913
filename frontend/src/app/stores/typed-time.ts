/** Times as people type them; the server knows what they mean, in four languages. */
import { onBeforeUnmount, ref, watch, type Ref } from 'vue'
import { api } from '../runtime'

const PAUSE_MS = 200
const MOST_CHARS = 80

/** The instant that `text` names in this browser's zone, once one has stopped typing; null if none, undefined until it is known. */
export function useTypedTime(text: Ref<string>): Ref<number | null | undefined> {
  const found = ref<number | null>()
  let timer: ReturnType<typeof setTimeout> | null = null

  async function ask(typed: string): Promise<void> {
    try {
      const { data } = await api.wakeTime(typed, Intl.DateTimeFormat().resolvedOptions().timeZone)
      if (text.value.trim() === typed) found.value = data.at ? Date.parse(data.at) : null
    } catch {
      // A calendar stands beside it; typing on asks again.
      if (text.value.trim() === typed) found.value = null
    }
  }

  watch(text, (now) => {
    found.value = undefined
    if (timer) clearTimeout(timer)
    const typed = now.trim()
    if (typed && typed.length <= MOST_CHARS) timer = setTimeout(() => void ask(typed), PAUSE_MS)
  })
  onBeforeUnmount(() => timer && clearTimeout(timer))
  return found
}
