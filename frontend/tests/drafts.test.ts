import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { openLocal, type LocalDb } from '@/client-core/db'
import { Drafts, EMPTY } from '@/client-core/drafts'
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

  it('typed before the disk was read win over what was kept', async () => {
    const { drafts } = someDrafts()
    drafts.set('c1', 'reply', text('old'))
    await drafts.flush()

    const again = someDrafts().drafts
    again.set('c1', 'reply', text('new'))
    await again.load()

    expect(again.get('c1', 'reply')?.text).toBe('new')
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
