/** How long this person worked on the cases they looked at: theirs to see, to pause and to set right. */
import { ref, shallowReactive } from 'vue'
import { AttentionMeter, countWords, type FocusReport } from '@/client-core/attention'
import type { Case, Id } from '@/client-core/api.types'
import { http, newId, store } from '../runtime'
import { useLive } from '../stores/live'

interface Told {
  seconds: number
}

/** Per case, as the server counts it. */
export const seconds = shallowReactive(new Map<Id, number>())
export const isPaused = ref(false)

async function tell(focus: Id, report: FocusReport): Promise<boolean> {
  if (!useLive().isLive) return false
  try {
    const { data } = await http.call<Told>('PUT', `/me/attention/${focus}`, { body: report })
    seconds.set(report.case_id, data.seconds)
    return true
  } catch {
    return false
  }
}

export const meter = new AttentionMeter({
  now: () => Math.round(performance.now()),
  newId,
  tell,
  setTimer: (run, ms) => setTimeout(run, ms),
  clearTimer: (timer) => clearTimeout(timer as number),
})

export async function learnAttention(caseId: Id): Promise<void> {
  const { data } = await http.get<Told>(`/cases/${caseId}/attention`)
  seconds.set(caseId, data.seconds)
}

export async function correctAttention(caseId: Id, wanted: number): Promise<void> {
  const { data } = await http.call<Told>('PUT', `/cases/${caseId}/attention`, { body: { seconds: wanted } })
  seconds.set(caseId, data.seconds)
}

/** The words of what the contact wrote since we did. */
export function newWords(row: Case): number {
  let count = 0
  for (const item of store.timeline(row.conversation_id).view().toReversed()) {
    if (item.kind !== 'message') continue
    if (item.direction === 'out') break
    count += countWords(item.text ?? '')
  }
  return count
}
