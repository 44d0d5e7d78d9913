import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { openLocal, type LocalDb } from '@/client-core/db'
import { Unreachable } from '@/client-core/http'
import { Outbox, type OutboxOptions } from '@/client-core/outbox'
import { settle } from './fakes'
import { anEntry, aServer } from './outbox-server'

let db: LocalDb
let count = 0

beforeEach(async () => {
  count += 1
  db = await openLocal(`tabs-${count}`)
})

describe('two tabs', () => {
  /** One lock for all, as the browser has. */
  function oneTabAtATime() {
    let last: Promise<unknown> = Promise.resolve()
    return (_: string, work: () => Promise<void>) => {
      const mine = last.then(work)
      last = mine.catch(() => {})
      return mine
    }
  }

  function twoTabs(post: OutboxOptions['post']) {
    const alone = oneTabAtATime()
    const tab = () => new Outbox({ db, post, alone, setTimer: () => 0, clearTimer: () => {} })
    return [tab(), tab()] as const
  }

  it('send what one of them has kept once', async () => {
    const server = aServer()
    server.fail(new Unreachable())
    const [here, there] = twoTabs(server.post)
    await here.add(anEntry('1'))
    await settle()

    await there.load()
    await settle()
    here.hurry()
    await settle()

    expect([server.calls, here.entries.size]).toEqual([['1', '1'], 0])
  })

  it('do not send what was taken back in the other one', async () => {
    const server = aServer()
    server.fail(new Unreachable(), new Unreachable())
    const [here, there] = twoTabs(server.post)
    await here.add(anEntry('1'))
    await settle()
    await there.load()
    await settle()

    await here.withdraw('1')
    there.hurry()
    await settle()

    expect([server.kept, there.entries.size]).toEqual([[], 0])
  })

  it('leave nothing behind when the one that wrote is closed', async () => {
    const server = aServer()
    server.fail(new Unreachable())
    const [closed, open] = twoTabs(server.post)
    await open.load()
    await closed.add(anEntry('1'))
    await settle()

    await open.load()
    await settle()

    expect([server.kept, await db.getAll('outbox')]).toEqual([['1'], []])
  })

  it('do not take back what the other one is just sending', async () => {
    const server = aServer()
    let arrive = () => {}
    const arrival = new Promise<void>((done) => (arrive = done))
    server.fail(new Unreachable())
    const [here, there] = twoTabs(async (entry) => {
      if (server.calls.length > 0) await arrival
      await server.post(entry)
    })
    await here.add(anEntry('1'))
    await settle()
    await there.load()
    await settle()

    const withdrawing = here.withdraw('1')
    await settle()
    arrive()

    expect([await withdrawing, server.kept]).toEqual([null, ['1']])
  })
})
