/** One short line when something did not work, or when it did; said to screen readers too. */
import { ref } from 'vue'
import { Problem } from '@/client-core/http'
import { msg } from '@/client-core/time'
import { t } from './words'

const LASTS_MS = 6_000

export const said = ref('')
/** Good news. */
export const told = ref('')
let timer: ReturnType<typeof setTimeout> | undefined

/** The server's or the catalogue's words for what went wrong. */
export function explain(error: unknown): string {
  return t(error instanceof Problem && error.status === 429 ? msg('too-many') : msg('went-wrong'))
}

export const say = {
  line(words: string, news = ''): void {
    said.value = words
    told.value = news
    clearTimeout(timer)
    timer = setTimeout(() => (said.value = told.value = ''), LASTS_MS)
  },

  news(words: string): void {
    say.line('', words)
  },

  /** Do it; if it fails, say so. Returns whether it worked. */
  async trouble(work: Promise<unknown>): Promise<boolean> {
    try {
      await work
      return true
    } catch (error) {
      say.line(explain(error))
      return false
    }
  },
}
