/** "Is writing": said now and then while somebody writes, and taken back after a pause. */
import { onBeforeUnmount, watch, type Ref } from 'vue'
import type { Id } from '@/client-core/api.types'
import { useLive } from '../stores/live'

/** The server forgets after ten seconds, so it is said again a little sooner. */
const AGAIN_MS = 6_000
const PAUSE_MS = 8_000

export function useTyping(caseId: Ref<Id>) {
  const live = useLive()
  let saidAt = 0
  let timer: ReturnType<typeof setTimeout> | null = null

  function typed(): void {
    const machine = Date.now()
    if (machine - saidAt > AGAIN_MS) {
      saidAt = machine
      live.stream.say(caseId.value, true)
    }
    if (timer) clearTimeout(timer)
    timer = setTimeout(stopped, PAUSE_MS)
  }

  function stopped(): void {
    if (timer) clearTimeout(timer)
    timer = null
    if (saidAt > 0) live.stream.say(caseId.value, false)
    saidAt = 0
  }

  function forget(): void {
    if (timer) clearTimeout(timer)
    timer = null
    saidAt = 0
  }

  watch(caseId, forget)
  onBeforeUnmount(forget)
  return { typed, stopped }
}
