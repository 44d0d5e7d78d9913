import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { openLocal, type LocalDb } from '@/client-core/db'
import { Problem, Unreachable } from '@/client-core/http'
import { Outbox, type OutboxEntry, type OutboxOptions } from '@/client-core/outbox'
import { FakeTimers, settle } from './fakes'
import { anEntry, aServer, LostAnswer } from './outbox-server'

let db: LocalDb
let count = 0

beforeEach(async () => {
  count += 1
  db = await openLocal(`agent-${count}`)
})

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

  it('says why an entry waits, as long as it does', async () => {
    const server = aServer()
    server.fail(new Problem(429, { code: 'too_many_requests' }), new Unreachable())
    const { outbox, timers } = anOutbox(server.post)
    await outbox.add(anEntry('1'))
    await settle()
    const busy = outbox.entries.get('1')
    timers.pass(1_000)
    await settle()

    expect([busy?.state, busy?.problem?.code]).toEqual(['queued', 'too_many_requests'])
    expect([outbox.entries.get('1')?.state, outbox.entries.get('1')?.problem]).toEqual(['queued', null])
  })

  it('tries again soon after a network that came back too early, however long it was gone', async () => {
    const server = aServer()
    for (let times = 0; times < 9; times += 1) server.fail(new Unreachable())
    const { outbox, timers } = anOutbox(server.post)
    await outbox.add(anEntry('1'))
    for (let minute = 0; minute < 7; minute += 1) {
      await settle()
      timers.pass(60_000)
    }
    await settle()

    outbox.hurry()
    await settle()
    timers.pass(1_000)
    await settle()

    expect(server.kept).toEqual(['1'])
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

describe('what comes at a bad moment', () => {
  it('goes although it came just when the queue had run empty', async () => {
    const server = aServer()
    let isLetGo = () => {}
    const letGo = new Promise<void>((done) => (isLetGo = done))
    const alone = async (_: string, work: () => Promise<void>) => {
      await work()
      await letGo
    }
    const outbox = new Outbox({ db, post: server.post, alone })
    await outbox.add(anEntry('1'))
    await settle()

    await outbox.add(anEntry('2'))
    isLetGo()
    await settle()

    expect(server.kept).toEqual(['1', '2'])
  })

  it('goes although the answer to what was before it was lost, but not its echo', async () => {
    const server = aServer()
    const { outbox } = anOutbox(async (entry) => {
      await server.post(entry)
      if (entry.id !== '1') return
      outbox.entries.delete('1')
      throw new Unreachable('the answer was lost')
    })
    await outbox.add(anEntry('1'))
    await outbox.add(anEntry('2'))
    await settle()

    expect([server.kept, await db.getAll('outbox')]).toEqual([['1', '2'], []])
  })

  it('is told from what never left this machine', async () => {
    const server = aServer()
    server.fail(new Unreachable(), new Unreachable())
    let isOnline = false
    const outbox = new Outbox({ db, post: server.post, isOnline: () => isOnline, setTimer: () => 0, clearTimer: () => {} })
    await outbox.add(anEntry('1'))
    await settle()
    const offline = outbox.entries.get('1')?.attempts
    isOnline = true
    outbox.hurry()
    await settle()

    expect([offline, outbox.entries.get('1')?.attempts]).toEqual([0, 1])
  })

  it('is sent also where nothing can be kept', async () => {
    const server = aServer()
    server.fail(new Unreachable())
    const refuse = () => Promise.reject(new Error('no room'))
    const full = { getAll: refuse, get: refuse, put: refuse, delete: refuse }
    const outbox = new Outbox<OutboxEntry>({ db: full, post: server.post, setTimer: () => 0, clearTimer: () => {} })
    await outbox.load()
    await outbox.add(anEntry('1'))
    await settle()

    await outbox.load()
    await settle()

    expect(server.kept).toEqual(['1'])
  })
})
