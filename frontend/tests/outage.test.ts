import { describe, expect, it } from 'vitest'
import { EntityStore } from '@/client-core/store'
import { Stream } from '@/client-core/stream'
import { seed } from '../mock/seed'
import { MockServer } from '../mock/server'
import { FakeSocket, FakeTimers } from './fakes'

describe('an outage', () => {
  it('loses nothing and doubles nothing', () => {
    const server = new MockServer(seed(1_700_000_000_000), () => 1_700_000_000_000)
    const store = new EntityStore()
    const timers = new FakeTimers()
    let socket = new FakeSocket(null)
    const stream = new Stream({
      open: (after) => (socket = new FakeSocket(after)),
      onChanges: (changes) => store.applyChanges(changes),
      onReset: () => {},
      onSignedOut: () => {},
      setTimer: timers.set,
      clearTimer: timers.clear,
    })
    const conversation = server.case('c4')!.conversation_id
    store.timeline(conversation).merge(
      { items: server.itemsOf(conversation), has_more_before: false, has_more_after: false, next_cursor: null },
      'end',
    )
    stream.start(server.seq)
    socket.deliver(server.since(socket.after!))

    socket.cut()
    server.receive('c4', 'one')
    server.receive('c4', 'two')
    timers.pass(1_000)
    const caughtUp = server.since(socket.after!)
    socket.deliver(caughtUp)
    socket.deliver(caughtUp)

    const texts = store.timeline(conversation).view().map((item) => (item.kind === 'message' ? item.text : ''))
    expect(texts.slice(-2)).toEqual(['one', 'two'])
    expect(texts.filter((text) => text === 'one')).toHaveLength(1)
    expect(store.cases.get('c4')?.last_message?.text).toBe('two')
  })
})
