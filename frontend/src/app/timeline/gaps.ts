/** For whom was being waited, asked of the server: what is asked in one breath goes in one request. */
import type { Id } from '@/client-core/api.types'
import type { GapPart } from '@/client-core/gaps'
import { http, iso } from '../runtime'

export type Parts = GapPart[] | null

interface Asked {
  from: number
  to: number
  answer: (parts: Parts) => void
}

/** As many as the server takes. */
const AT_ONCE = 100
/** What is past stays as it was; more than this nobody scrolls through. */
const MOST_KNOWN = 1_000
const known = new Map<string, Promise<Parts>>()
const asked = new Map<Id, Asked[]>()

/** How a silence in a case's conversation divides; null when it is short, or nobody can be asked. */
export function partsOf(caseId: Id, from: number, to: number): Promise<Parts> {
  const key = `${caseId} ${from} ${to}`
  const found = known.get(key) ?? new Promise<Parts>((answer) => ask(caseId, { from, to, answer }))
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, found)
  return found
}

function ask(caseId: Id, one: Asked): void {
  const waiting = asked.get(caseId) ?? []
  if (!waiting.length) {
    asked.set(caseId, waiting)
    setTimeout(() => {
      asked.delete(caseId)
      for (let at = 0; at < waiting.length; at += AT_ONCE) void send(caseId, waiting.slice(at, at + AT_ONCE))
    })
  }
  waiting.push(one)
}

async function send(caseId: Id, some: Asked[]): Promise<void> {
  const stretches = some.map(({ from, to }) => ({ began_at: iso(from), ended_at: iso(to) }))
  try {
    const { data } = await http.call<{ parts: Parts }[]>('POST', `/cases/${caseId}/gaps`, { body: { stretches } })
    some.forEach(({ answer }, place) => answer(data[place]?.parts ?? null))
  } catch {
    // They may be asked again.
    for (const { from, to, answer } of some) {
      known.delete(`${caseId} ${from} ${to}`)
      answer(null)
    }
  }
}
