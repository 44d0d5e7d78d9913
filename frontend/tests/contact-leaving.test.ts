/** Who leaves a device leaves nothing there, whatever is still on its way. */
import { describe, expect, it } from 'vitest'
import { aVisit, ContactServer } from './contact-server'
import { settle } from './fakes'

describe('a visitor', () => {
  it('who signs out leaves nothing behind', async () => {
    const server = new ContactServer()
    const { client, keep, texts } = aVisit(server)
    await client.send({ text: 'hello' })
    await settle()
    keep.set('draft', 'and then')

    await client.signOut()

    expect(keep.keys()).toEqual([])
    expect(texts()).toEqual([])
    expect(server.tokens.size).toBe(0)
  })

  it('who signs out while a message is on its way sends nothing as the next one here', async () => {
    const server = new ContactServer()
    const { client, keep, timers } = aVisit(server)
    await client.send({ text: 'hello' })
    await settle()
    let arrives = () => {}
    server.patience = new Promise((resolve) => (arrives = resolve))
    await client.send({ text: 'secret' })
    await settle()

    await client.signOut()
    arrives()
    await settle()
    timers.pass(600_000)
    await settle()

    expect(server.messages.map((one) => one.text)).toEqual(['hello'])
    expect([server.sessions, server.tokens.size]).toEqual([1, 0])
    expect(keep.keys()).toEqual([])
    expect(client.state.pending).toEqual([])
  })

  it('who leaves before their session has begun has none', async () => {
    const server = new ContactServer()
    const { client, keep } = aVisit(server)
    await client.start()
    let arrives = () => {}
    server.patience = new Promise((resolve) => (arrives = resolve))
    const beginning = client.begin({ token: 'signed' }).catch(() => {})

    await client.signOut()
    arrives()
    await beginning

    expect(server.tokens.size).toBe(0)
    expect(keep.keys()).toEqual([])
    expect(client.state.phase).toBe('new')
  })

  it('who signs out sees nothing that was still on its way, and nothing though the server refuses', async () => {
    const server = new ContactServer()
    const { client, keep, texts } = aVisit(server)
    await client.send({ text: 'hello' })
    await settle()
    let arrives = () => {}
    server.slowness = new Promise((resolve) => (arrives = resolve))
    server.lines.at(-1)!.deliver({ seq: 500, changes: [{ type: 'reset' }] })
    await settle()
    server.isBroken = true

    await expect(client.signOut()).rejects.toThrow()
    arrives()
    await settle()

    expect(texts()).toEqual([])
    expect(client.state.phase).toBe('new')
    expect(keep.keys()).toEqual([])
  })
})
