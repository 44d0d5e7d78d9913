import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { forgetLocal, LocalKeep, openLocal, type LocalDb } from '@/client-core/db'
import { Drafts, EMPTY, type Draft } from '@/client-core/drafts'
import { EntityStore } from '@/client-core/store'
import { seed } from '../mock/seed'
import { MockServer } from '../mock/server'
import { FakeTimers } from './fakes'

let db: LocalDb
let count = 0

beforeEach(async () => {
  count += 1
  db = await openLocal(`writer-${count}`)
})

function someDrafts() {
  const timers = new FakeTimers()
  const drafts = new Drafts({ db, now: () => 1, setTimer: timers.set, clearTimer: timers.clear })
  return { drafts, timers }
}

const text = (words: string) => ({ ...EMPTY, text: words })

describe('drafts', () => {
  it('are kept per case and mode', async () => {
    const { drafts } = someDrafts()

    drafts.set('c1', 'reply', text('to Anna'))
    drafts.set('c1', 'note', text('to the team'))
    await drafts.flush()

    const again = someDrafts().drafts
    await again.load()
    expect([again.get('c1', 'reply')?.text, again.get('c1', 'note')?.text]).toEqual(['to Anna', 'to the team'])
  })

  it('are written a moment after the last key, not at each', async () => {
    const { drafts, timers } = someDrafts()

    drafts.set('c1', 'reply', text('H'))
    timers.pass(200)
    drafts.set('c1', 'reply', text('He'))
    timers.pass(200)
    const early = await db.getAll('drafts')
    timers.pass(200)
    await drafts.flush()

    expect([early, (await db.getAll('drafts'))[0]?.text]).toEqual([[], 'He'])
  })

  it('never come back after they were sent', async () => {
    const { drafts, timers } = someDrafts()

    drafts.set('c1', 'reply', text('gone'))
    timers.pass(300)
    drafts.set('c1', 'reply', text('gone soon'))
    drafts.clear('c1', 'reply')
    timers.pass(1_000)
    await drafts.flush()

    expect(await db.getAll('drafts')).toEqual([])
  })

  it('that are emptied are forgotten', async () => {
    const { drafts } = someDrafts()
    drafts.set('c1', 'reply', text('x'))
    await drafts.flush()

    drafts.set('c1', 'reply', text('  '))
    await drafts.flush()

    expect([drafts.get('c1', 'reply'), await db.getAll('drafts')]).toEqual([null, []])
  })

  it('typed before the disk was read go on from what was kept', async () => {
    const { drafts } = someDrafts()
    drafts.set('c1', 'reply', text('old'))
    await drafts.flush()

    const again = someDrafts().drafts
    again.set('c1', 'reply', text('new'))
    await again.load()

    expect(again.get('c1', 'reply')?.text).toBe('old\n\nnew')
  })

  it('are touched by nothing that happens elsewhere', () => {
    const { drafts } = someDrafts()
    const server = new MockServer(seed(0), () => 0)
    const store = new EntityStore()
    drafts.set('c1', 'reply', text('half a sentence'))
    const before = JSON.stringify(drafts.get('c1', 'reply'))

    server.assign('c1', { agent_id: 'a2' })
    server.receive('c1', 'Any news?')
    server.resolve('c1', 'solved')
    store.applyChanges(server.log.map((entry) => entry.change))

    expect(JSON.stringify(drafts.get('c1', 'reply'))).toBe(before)
  })
})

describe('the storage of one person', () => {
  it('is gone when they sign out, although another tab has it open', async () => {
    const there = new LocalKeep('leaver')
    await there.put('drafts', aDraft('secret'))
    const here = new LocalKeep('leaver')
    await here.getAll('drafts')

    await forgetLocal('leaver', here)

    await expect(there.put('drafts', aDraft('late'))).rejects.toThrow()
    expect(await new LocalKeep('leaver').getAll('drafts')).toEqual([])
  })

  it('that never opens stops nobody from writing', async () => {
    const keep = new LocalKeep('stuck', () => new Promise(() => {}), 1)
    const drafts = new Drafts({ db: keep, now: () => 1 })
    drafts.set('c1', 'reply', text('Hello'))

    await drafts.load()
    await drafts.flush()

    expect(drafts.get('c1', 'reply')?.text).toBe('Hello')
  })
})

function aDraft(words: string): Draft {
  return { ...text(words), key: 'c1:reply', caseId: 'c1', mode: 'reply', updatedAt: 1, revision: 1 }
}
