import { describe, expect, it } from 'vitest'
import type { KeptDraft } from '@/client-core/api.desk'
import { DraftSync } from '@/client-core/draft-sync'
import { Drafts, EMPTY } from '@/client-core/drafts'
import { FakeTimers, settle } from './fakes'

const KEY = 'c1:reply'

/** Two machines of one person and the server between them. */
function aServer() {
  const kept = new Map<string, KeptDraft>()
  const state = { now: 1_000_000, isDown: false, isDeaf: false, pause: Promise.resolve() }
  const isAnswerLost = () => state.isDeaf
  function machine(isBusy = () => false) {
    const timers = new FakeTimers()
    const answers: Promise<KeptDraft[]>[] = []
    const drafts: Drafts = new Drafts({
      db: null,
      now: () => state.now,
      onChange: (...change) => sync.changed(...change),
    })
    const reach = <T>(value: T): Promise<T> => (state.isDown ? Promise.reject(new Error('down')) : Promise.resolve(value))
    const sync: DraftSync = new DraftSync({
      drafts,
      isBusy,
      setTimer: timers.set,
      clearTimer: timers.clear,
      list: () => answers.shift() ?? reach([...kept.values()]),
      keep: async ({ based_on, ...draft }) => {
        await state.pause
        if (state.isDown) return reach(draft)
        const held = kept.get(KEY)
        const isSeen = !held || held.written_at <= based_on || held.written_at === draft.written_at
        if (isSeen) kept.set(KEY, draft)
        return isAnswerLost() ? Promise.reject(new Error('lost')) : reach(isSeen ? draft : held)
      },
      forget: (_, __, upTo) => {
        const held = kept.get(KEY)
        if (!state.isDown && held && held.written_at <= upTo) kept.delete(KEY)
        return reach(null)
      },
    })
    return {
      drafts,
      sync,
      answerPull: (answer: Promise<KeptDraft[]>) => void answers.push(answer),
      text: () => drafts.get('c1', 'reply')?.text ?? '',
      type: (text: string) => {
        state.now += 1_000
        drafts.set('c1', 'reply', { ...EMPTY, text })
      },
      rest: async () => {
        timers.pass(3_000)
        await settle(3)
      },
    }
  }
  return { kept, state, machine, text: () => kept.get(KEY)?.content.text }
}

describe('a draft on two machines', () => {
  it('is at the other one after a pause', async () => {
    const server = aServer()
    const [desk, phone] = [server.machine(), server.machine()]
    desk.type('Hello')
    expect(server.text()).toBeUndefined()

    await desk.rest()
    await phone.sync.pull()

    expect([server.text(), phone.text()]).toEqual(['Hello', 'Hello'])
  })

  it('goes on at either one, as long as one after the other writes', async () => {
    const server = aServer()
    const [desk, phone] = [server.machine(), server.machine()]
    desk.type('Hello')
    await desk.rest()
    await phone.sync.pull()
    phone.type('Hello Anna')
    await phone.rest()

    await desk.sync.pull()

    expect([desk.text(), desk.sync.others.size]).toEqual(['Hello Anna', 0])
  })

  it('is never lost when both write without knowing of each other', async () => {
    const server = aServer()
    const [desk, phone] = [server.machine(), server.machine()]
    desk.type('From the desk')
    phone.type('From the phone')
    await phone.rest()
    await desk.rest()

    expect([desk.text(), desk.sync.others.get(KEY)?.content.text]).toEqual(['From the desk', 'From the phone'])

    desk.sync.useOther(KEY)
    expect([desk.text(), desk.sync.others.size]).toEqual(['From the phone', 0])
  })

  it('stays as it is here if the person wants so', async () => {
    const server = aServer()
    const [desk, phone] = [server.machine(), server.machine()]
    desk.type('From the desk')
    phone.type('From the phone')
    await phone.rest()
    await desk.rest()
    server.state.now += 1_000

    desk.sync.keepMine(KEY)
    await desk.rest()

    expect([desk.text(), server.text()]).toEqual(['From the desk', 'From the desk'])
  })

  it('does not change under the caret', async () => {
    const server = aServer()
    const [desk, phone] = [server.machine(() => true), server.machine()]
    desk.type('Hello')
    await desk.rest()
    await phone.sync.pull()
    phone.type('Hello Anna')
    await phone.rest()

    await desk.sync.pull()

    expect([desk.text(), desk.sync.others.get(KEY)?.content.text]).toEqual(['Hello', 'Hello Anna'])
  })

  it('is gone everywhere once it was sent', async () => {
    const server = aServer()
    const [desk, phone] = [server.machine(), server.machine()]
    desk.type('Hello')
    await desk.rest()
    await phone.sync.pull()
    desk.drafts.clear('c1', 'reply')
    await desk.rest()

    await phone.sync.pull()

    expect([server.kept.size, phone.text()]).toEqual([0, ''])
  })

  it('is gone also for a machine that was started anew meanwhile', async () => {
    const server = aServer()
    const desk = server.machine()
    desk.type('Hello')
    await desk.rest()
    const restarted = server.machine()
    for (const [key, draft] of desk.drafts.held) restarted.drafts.held.set(key, draft)
    server.kept.clear()

    await restarted.sync.pull()
    await restarted.rest()

    expect([restarted.text(), server.kept.size]).toEqual(['', 0])
  })

  it('does not come back after it was cleared while the server was away', async () => {
    const server = aServer()
    const desk = server.machine()
    desk.type('Hello')
    await desk.rest()
    server.state.isDown = true
    desk.drafts.clear('c1', 'reply')
    await desk.rest()
    server.state.isDown = false

    await desk.sync.pull()
    await desk.rest()

    expect([desk.text(), server.kept.size]).toEqual(['', 0])
  })

  it('arrives after an outage without being typed again', async () => {
    const server = aServer()
    const desk = server.machine()
    server.state.isDown = true
    desk.type('Hello')
    await desk.rest()
    server.state.isDown = false

    await desk.sync.pull()
    await desk.rest()

    expect([desk.text(), server.text()]).toEqual(['Hello', 'Hello'])
  })

  it('is not lost to what is written beside it, in a window that never saw it', async () => {
    const server = aServer()
    const [left, right] = [server.machine(), server.machine()]
    left.type('Half a page')
    await left.rest()

    right.type('Hel')
    await right.rest()
    await left.sync.pull()

    expect([left.text(), right.text(), right.sync.others.get(KEY)?.content.text]).toEqual(['Half a page', 'Hel', 'Half a page'])
  })

  it('is not deleted by a window that never saw it', async () => {
    const server = aServer()
    const [left, right] = [server.machine(), server.machine()]
    right.type('Hel')
    await right.rest()
    await left.sync.pull()
    left.type('Hello, here is half a page')
    await left.rest()

    right.drafts.clear('c1', 'reply')
    await right.rest()
    await left.sync.pull()

    expect([server.text(), left.text()]).toEqual(['Hello, here is half a page', 'Hello, here is half a page'])
  })

  it('does not vanish because the server was asked just before it had it', async () => {
    const server = aServer()
    const desk = server.machine()
    let answer: (found: KeptDraft[]) => void = () => {}
    desk.type('Hello')
    const asked = new Promise<KeptDraft[]>((done) => (answer = done))
    desk.answerPull(asked)

    const pulling = desk.sync.pull()
    await desk.rest()
    answer([])
    await pulling

    expect(desk.text()).toBe('Hello')
  })

  it('does not come back because it was cleared while it was on its way', async () => {
    const server = aServer()
    const desk = server.machine()
    let arrive = () => {}
    server.state.pause = new Promise((done) => (arrive = done))
    desk.type('Hello')
    await desk.rest()

    desk.drafts.clear('c1', 'reply')
    await desk.rest()
    arrive()
    await desk.rest()

    expect([desk.text(), server.kept.size]).toEqual(['', 0])
  })

  it('is not held against its own words whose answer was lost', async () => {
    const server = aServer()
    const desk = server.machine()
    server.state.isDeaf = true
    desk.type('Hello')
    await desk.rest()
    server.state.isDeaf = false

    desk.type('Hello Anna')
    await desk.rest()
    await desk.rest()

    expect([server.text(), desk.sync.others.size]).toEqual(['Hello Anna', 0])
  })
})
