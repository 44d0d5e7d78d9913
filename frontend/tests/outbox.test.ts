import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { openLocal, type LocalDb } from '@/client-core/db'
import { EMPTY } from '@/client-core/drafts'
import { Problem, Unreachable } from '@/client-core/http'
import { Outbox, type OutboxEntry, type OutboxOptions } from '@/client-core/outbox'
import { FakeTimers, settle } from './fakes'

let db: LocalDb
let count = 0

beforeEach(async () => {
  count += 1
  db = await openLocal(`agent-${count}`)
})

function anEntry(id: string, conversationId = 'v1'): OutboxEntry {
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
function aServer() {
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
class LostAnswer extends Error {}

function anOutbox(post: OutboxOptions['post'], timers = new FakeTimers()) {
  const outbox = new Outbox({ db, post, random: () => 0.5, setTimer: timers.set, clearTimer: timers.clear })
  return { outbox, timers }
}

describe('the outbox', () => {
  it('sends at once and forgets what the server has', async () => {
    const server = aServer()
    const { outbox } = anOutbox(server.post)

    await outbox.add(anEntry('1'))
    await settle()

    expect([server.kept, await db.getAll('outbox')]).toEqual([['1'], []])
  })

  it('sends once although it was posted twice', async () => {
    const server = aServer()
    server.fail(new LostAnswer())
    const { outbox, timers } = anOutbox(server.post)

    await outbox.add(anEntry('1'))
    await settle()
    timers.pass(1_000)
    await settle()

    expect([server.calls, server.kept]).toEqual([['1', '1'], ['1']])
  })

  it('keeps the order within a conversation while the line is down', async () => {
    const server = aServer()
    server.fail(new Unreachable(), new Unreachable())
    const { outbox, timers } = anOutbox(server.post)

    await outbox.add(anEntry('1'))
    await outbox.add(anEntry('2'))
    await settle()
    timers.pass(500)
    await settle()
    timers.pass(1_000)
    await settle()

    expect(server.kept).toEqual(['1', '2'])
  })

  it('lets one conversation’s trouble stop no other', async () => {
    const server = aServer()
    server.fail(new Unreachable())
    const { outbox } = anOutbox(server.post)

    await outbox.add(anEntry('1', 'v1'))
    await settle()
    await outbox.add(anEntry('2', 'v2'))
    await settle()

    expect(server.kept).toEqual(['2'])
  })

  it('is still there after a reload, and goes then', async () => {
    const server = aServer()
    server.fail(new Unreachable())
    await anOutbox(server.post).outbox.add(anEntry('1'))
    await settle()

    const { outbox } = anOutbox(server.post)
    await outbox.load()
    await settle()

    expect([server.kept, await db.getAll('outbox')]).toEqual([['1'], []])
  })

  it('stops at a refusal and says why; what follows waits', async () => {
    const server = aServer()
    server.fail(new Problem(409, { code: 'cannot_send', reason: 'window_closed' }))
    const { outbox } = anOutbox(server.post)

    await outbox.add(anEntry('1'))
    await outbox.add(anEntry('2'))
    await settle()

    expect(outbox.entries.get('1')).toMatchObject({ state: 'refused', problem: { reason: 'window_closed' } })
    expect(server.kept).toEqual([])
  })

  it('asks when a colleague has just replied, and sends when told to', async () => {
    const server = aServer()
    server.fail(new Problem(409, { code: 'newer_reply_exists', message_id: 'm9' }))
    const { outbox } = anOutbox(server.post)
    await outbox.add(anEntry('1'))
    await settle()
    const asked = outbox.entries.get('1')?.state

    await outbox.retry('1')
    await settle()

    expect([asked, server.kept]).toEqual(['conflict', ['1']])
  })

  it('waits for a new session instead of hammering the server', async () => {
    const server = aServer()
    server.fail(new Problem(401, { code: 'signed_out' }))
    const { outbox, timers } = anOutbox(server.post)
    await outbox.add(anEntry('1'))
    await settle()
    timers.pass(600_000)
    await settle()
    const while_out = [...server.kept]

    outbox.hurry()
    await settle()

    expect([while_out, server.kept]).toEqual([[], ['1']])
  })

  it('gives an unsent entry back, and never a sent one', async () => {
    const server = aServer()
    server.fail(new Unreachable())
    const { outbox } = anOutbox(server.post)
    await outbox.add(anEntry('1'))
    await settle()

    const back = await outbox.withdraw('1')
    await outbox.add(anEntry('2'))
    await settle()
    const sent = await outbox.withdraw('2')

    expect([back?.draft.text, sent, server.kept]).toEqual(['text of 1', null, ['2']])
  })

  it('tries again later when the server stumbles', async () => {
    const server = aServer()
    server.fail(new Problem(503, {}), new Problem(429, {}))
    const { outbox, timers } = anOutbox(server.post)
    await outbox.add(anEntry('1'))
    await settle()

    timers.pass(500)
    await settle()
    timers.pass(1_000)
    await settle()

    expect([server.calls.length, server.kept]).toEqual([3, ['1']])
  })
})
