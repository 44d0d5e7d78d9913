/** One visitor with two windows is one visitor. */
import { describe, expect, it } from 'vitest'
import type { Alone } from '@/client-core/alone'
import { memoryKeep, storageKeep, type Keep } from '@/contact-client'
import { aVisit, ContactServer } from './contact-server'
import { settle } from './fakes'

/** What a page around a frame keeps for it: each frame has a copy, and is told later of the others' token. */
function twoFrames(): [Keep, Keep, () => void] {
  const [here, there] = [memoryKeep(), memoryKeep()]
  const tell = () => {
    for (const [one, other] of [[here, there], [there, here]] as const) if (!other.get('token')) other.set('token', one.get('token'))
  }
  return [here, there, tell]
}

function oneLock(): Alone {
  let last: Promise<unknown> = Promise.resolve()
  return (_, work) => {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }
}

describe('two windows of a visitor', () => {
  it('that begin in the same instant begin one session', async () => {
    const server = new ContactServer()
    const [here, there, tell] = twoFrames()
    const lock = oneLock()
    const [one, other] = [aVisit(server, here, lock), aVisit(server, there, lock)]
    await Promise.all([one.client.start(), other.client.start()])

    await Promise.all([one.client.send({ text: 'from here' }), other.client.send({ text: 'from there' })])
    await settle()
    tell()
    other.client.tokenChanged()
    one.timers.pass(1_000)
    await settle()

    expect([server.sessions, server.senders.size, server.messages.length]).toEqual([1, 1, 2])
  })

  it('are one visitor also where a browser knows no locks', async () => {
    const server = new ContactServer()
    const keep = memoryKeep()
    const [one, other] = [aVisit(server, keep), aVisit(server, keep)]
    await Promise.all([one.client.start(), other.client.start()])

    await Promise.all([one.client.send({ text: 'from here' }), other.client.send({ text: 'from there' })])
    await settle()

    expect([server.tokens.size, server.senders.size, server.messages.length]).toEqual([1, 1, 2])
  })

  it('both hear the answer, whoever of them began', async () => {
    const server = new ContactServer()
    const keep = memoryKeep()
    const [one, other] = [aVisit(server, keep), aVisit(server, keep)]
    await Promise.all([one.client.start(), other.client.start()])
    await one.client.send({ text: 'from here' })
    await settle()

    await other.client.send({ text: 'from there' })
    await settle()
    server.says('Hello')

    expect([server.lines.length, other.texts()]).toEqual([2, ['from here', 'from there', 'Hello']])
  })

  it('leave nothing unsent when the one in which it was written is closed', async () => {
    const server = new ContactServer()
    const keep = memoryKeep()
    const [closed, open] = [aVisit(server, keep), aVisit(server, keep)]
    await Promise.all([closed.client.start(), open.client.start()])
    server.isDown = true
    await closed.client.send({ text: 'Written without a network' })
    await settle()
    closed.client.stop()

    server.isDown = false
    open.client.hurry()
    await settle()

    expect(server.messages.map((one) => one.text)).toEqual(['Written without a network'])
  })

  it('do not go on as somebody who has left in the other one', () => {
    const values = new Map<string, string>()
    const box = {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, value: string) => void values.set(key, value),
      removeItem: (key: string) => void values.delete(key),
    } as Storage
    const [one, other] = [storageKeep('x.', () => box), storageKeep('x.', () => box)]
    one.set('token', 'abc')

    other.set('token', null)

    expect(one.get('token')).toBeNull()
  })
})
