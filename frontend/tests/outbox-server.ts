/** What the tests of the outbox share: entries, and a server that takes them. */
import { EMPTY } from '@/client-core/drafts'
import { Unreachable } from '@/client-core/http'
import type { OutboxEntry } from '@/client-core/outbox'

export function anEntry(id: string, conversationId = 'v1'): OutboxEntry {
  return {
    kind: 'message',
    id,
    conversationId,
    caseId: 'c1',
    body: { id, case_id: 'c1', text: `text of ${id}` },
    authorId: 'a1',
    channel: 'whatsapp',
    draft: { ...EMPTY, text: `text of ${id}` },
    createdAt: '2026-11-22T10:00:00Z',
    attempts: 0,
    state: 'queued',
    problem: null,
  }
}

/** A server that keeps each id once, and can be made to fail. */
export function aServer() {
  const kept: string[] = []
  const calls: string[] = []
  const failures: (() => Error | null)[] = []
  const post = async (entry: OutboxEntry): Promise<void> => {
    calls.push(entry.id)
    const failure = failures.shift()
    const error = failure?.() ?? null
    if (error && !(error instanceof LostAnswer)) throw error
    if (!kept.includes(entry.id)) kept.push(entry.id)
    if (error) throw new Unreachable('the answer was lost')
  }
  return { kept, calls, post, fail: (...errors: (Error | null)[]) => failures.push(...errors.map((error) => () => error)) }
}

/** The server took it, but the answer did not arrive. */
export class LostAnswer extends Error {}
