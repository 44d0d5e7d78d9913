import { describe, expect, it } from 'vitest'
import { storageKeep } from '@/contact-client'
import { aVisit, ContactServer } from './contact-server'
import { settle } from './fakes'

describe('a draft', () => {
  it('waits over a new visit', async () => {
    const server = new ContactServer()
    const { client, keep } = aVisit(server)
    await client.start()

    client.saveDraft('I wanted to')

    expect(aVisit(server, keep).client.draft).toBe('I wanted to')
    expect(server.sessions).toBe(0)
  })

  it('gets back the words of a message that was refused', async () => {
    const server = new ContactServer()
    const { client } = aVisit(server)
    await client.start()
    server.refusal = { status: 422, code: 'invalid_input' }
    await client.send({ text: 'hello' })
    await settle()

    await client.withdraw(client.state.pending[0]!.id)

    expect(client.draft).toBe('hello')
    expect(client.state.pending).toEqual([])
  })

  it('is not overwritten by them', async () => {
    const server = new ContactServer()
    const { client } = aVisit(server)
    await client.start()
    server.refusal = { status: 422, code: 'invalid_input' }
    await client.send({ text: 'hello' })
    await settle()
    client.saveDraft('something else')

    await client.withdraw(client.state.pending[0]!.id)

    expect(client.draft).toBe('something else')
  })
})

describe('what is kept', () => {
  it('lies in memory where a browser refuses storage', () => {
    const keep = storageKeep('x.', () => {
      throw new DOMException('denied', 'SecurityError')
    })

    keep.set('token', 'abc')

    expect(keep.get('token')).toBe('abc')
    expect(keep.keys()).toEqual(['token'])
  })

  it('is tried again from the beginning when the server did not answer', async () => {
    const server = new ContactServer()
    const { client, timers } = aVisit(server)
    server.isDown = true
    await client.start()
    const before = client.state.phase

    server.isDown = false
    timers.pass(1_000)
    await settle()

    expect(before).toBe('loading')
    expect(client.state.phase).toBe('new')
  })
})
