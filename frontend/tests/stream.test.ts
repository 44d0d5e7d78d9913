import { describe, expect, it } from 'vitest'
import type { Change } from '@/client-core/api.types'
import { Stream, type StreamOptions } from '@/client-core/stream'
import { FakeSocket, FakeTimers } from './fakes'

function aStream(options: Partial<StreamOptions> = {}) {
  const sockets: FakeSocket[] = []
  const timers = new FakeTimers()
  const seen: Change[] = []
  const states: string[] = []
  let resets = 0
  let signedOut = 0
  const stream = new Stream({
    open: (after) => {
      const socket = new FakeSocket(after)
      sockets.push(socket)
      return socket
    },
    onChanges: (changes) => seen.push(...changes),
    onReset: () => (resets += 1),
    onSignedOut: () => (signedOut += 1),
    onState: (state) => states.push(state),
    random: () => 0.5,
    setTimer: timers.set,
    clearTimer: timers.clear,
    ...options,
  })
  const last = () => sockets.at(-1)!
  return { stream, sockets, timers, seen, states, last, resets: () => resets, signedOut: () => signedOut }
}

const contact = (name: string): Change => ({ type: 'contact', contact: { id: 'k1', name } })

describe('the stream', () => {
  it('asks for what follows the snapshot', () => {
    const { stream, last } = aStream()

    stream.start(41)

    expect(last().after).toBe(41)
  })

  it('resumes after the last sequence it applied', () => {
    const { stream, timers, last } = aStream()
    stream.start(41)
    last().deliver({ seq: 44, changes: [contact('Anna')] })

    last().cut()
    timers.pass(600)

    expect(last().after).toBe(44)
  })

  it('is live only when the server has spoken', () => {
    const { stream, last } = aStream()

    stream.start(1)
    const before = stream.state
    last().deliver({ seq: 1, changes: [] })

    expect([before, stream.state]).toEqual(['connecting', 'live'])
  })

  it('waits longer after each failure, up to half a minute', () => {
    const { stream, timers, last } = aStream()
    stream.start(1)

    const waits = Array.from({ length: 8 }, () => {
      last().cut()
      const [wait] = timers.waits
      timers.pass(wait!)
      return wait
    })

    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  })

  it('spreads reconnects by thirty per cent each way', () => {
    const waits = [0, 0.999_999].map((random) => {
      const { stream, timers, last } = aStream({ random: () => random })
      stream.start(1)
      last().cut()
      return timers.waits[0]
    })

    expect(waits).toEqual([350, 650])
  })

  it('begins again with short waits once it was live', () => {
    const { stream, timers, last } = aStream()
    stream.start(1)
    for (let i = 0; i < 5; i += 1) {
      last().cut()
      timers.pass(timers.waits[0]!)
    }
    last().deliver({ seq: 2, changes: [] })

    last().cut()

    expect(timers.waits[0]).toBe(500)
  })

  it('does not wait when the network is back', () => {
    const { stream, sockets, last } = aStream()
    stream.start(1)
    last().cut()

    stream.hurry()

    expect(sockets).toHaveLength(2)
  })

  it('drops a line that only looks alive after the machine slept', () => {
    const { stream, sockets, last } = aStream()
    stream.start(1)
    last().deliver({ seq: 5, changes: [] })
    const stale = last()

    stream.renew()

    expect([stale.isClosed, sockets.length, last().after]).toEqual([true, 2, 5])
  })

  it('takes a silent line for a broken one', () => {
    const { stream, sockets, timers, last } = aStream()
    stream.start(1)
    last().deliver({ seq: 1, changes: [] })

    timers.pass(59_000)
    last().deliver({ ping: '2026-11-22T10:00:00Z' })
    timers.pass(59_000)
    const quiet = sockets.length
    timers.pass(3_000)

    expect([quiet, sockets.length]).toEqual([1, 2])
  })

  it('hears nothing more from a line it gave up', () => {
    const { stream, seen, last } = aStream()
    stream.start(1)
    const old = last()
    old.cut()
    stream.hurry()

    old.deliver({ seq: 9, changes: [contact('late')] })

    expect(seen).toEqual([])
  })

  it('starts from the number of a reset, even a smaller one', () => {
    const { stream, timers, last, resets } = aStream()
    stream.start(900)
    last().deliver({ seq: 12, changes: [{ type: 'reset' }] })

    last().cut()
    timers.pass(600)

    expect([resets(), last().after]).toEqual([1, 12])
  })

  it('stops when the session is over, and says so', () => {
    const { stream, timers, sockets, last, signedOut } = aStream()
    stream.start(1)

    last().cut(4401)
    timers.pass(60_000)

    expect([stream.state, sockets.length, signedOut()]).toEqual(['stopped', 1, 1])
  })

  it('says again what is on the screen after each reconnect', () => {
    const { stream, timers, last } = aStream()
    stream.start(1)
    stream.say('c1', false)
    last().deliver({ seq: 1, changes: [] })
    last().cut()
    timers.pass(600)
    last().deliver({ seq: 1, changes: [] })

    expect(last().sent).toEqual(['{"viewing":"c1","typing":false}'])
  })

  it('learns the server’s time from frames and pings', () => {
    const said: string[] = []
    const { stream, last } = aStream({ onNow: (instant) => said.push(instant) })
    stream.start(1)

    last().deliver({ seq: 1, changes: [], now: 'a' })
    last().deliver({ ping: 'b' })

    expect(said).toEqual(['a', 'b'])
  })
})
