import { describe, expect, it } from 'vitest'
import { aVisit, ContactServer } from './contact-server'
import { settle } from './fakes'

describe('a visitor', () => {
  it('who only looks has no session', async () => {
    const server = new ContactServer()
    const { client, keep } = aVisit(server)

    await client.start()

    expect(client.state.phase).toBe('new')
    expect(server.calls).toEqual(['GET /inboxes/i1'])
    expect(keep.keys()).toEqual([])
  })

  it('has a session with the first message, and one only', async () => {
    const server = new ContactServer()
    const { client, texts } = aVisit(server)
    await client.start()

    await Promise.all([client.send({ text: 'one' }), client.send({ text: 'two' })])
    await settle()

    expect(server.sessions).toBe(1)
    expect(texts()).toEqual(['one', 'two'])
    expect(client.state.pending).toEqual([])
  })

  it('who comes back finds everything', async () => {
    const server = new ContactServer()
    const first = aVisit(server)
    await first.client.send({ text: 'hello' })
    await settle()
    server.says('good morning', false)

    const { client, texts } = aVisit(server, first.keep)
    await client.start()

    expect(texts()).toEqual(['hello', 'good morning'])
    expect(client.state.unread).toBe(1)
  })

  it('says that it is solved, and the next word takes it up again', async () => {
    const server = new ContactServer()
    const { client } = aVisit(server)
    await client.send({ text: 'hello' })
    await settle()

    await client.solved()
    expect(client.state.conversation).toBe('resolved')
    const state = { type: 'state', with: null, expectation: client.state.expectation, visitor: client.state.visitor, conversation: 'open' }
    server.lines.at(-1)!.deliver({ seq: 9, changes: [state] })

    expect(client.state.conversation).toBe('open')
  })

  it('whose token is void begins anew and loses no word', async () => {
    const server = new ContactServer()
    const { client } = aVisit(server)
    await client.send({ text: 'one' })
    await settle()
    server.tokens.clear()

    await client.send({ text: 'two' })
    await settle()

    expect(server.sessions).toBe(2)
    expect(server.messages.map((one) => one.text)).toEqual(['one', 'two'])
  })

  it('never shows the token in an address', async () => {
    const server = new ContactServer()
    const { client } = aVisit(server)

    await client.send({ text: 'one' })
    await settle()
    server.lines.at(-1)!.open()

    expect(server.calls.join(' ')).not.toContain('token1')
    expect(server.lines.at(-1)!.sent[0]).toEqual({ token: 'token1', after: 100 })
  })
})

describe('the outbox of a visitor', () => {
  it('sends once what it sent twice', async () => {
    const server = new ContactServer()
    const { client, timers, texts } = aVisit(server)
    await client.start()
    server.losesNextAnswer = true

    await client.send({ text: 'hello' })
    await settle()
    timers.pass(1_000)
    await settle()

    expect(server.calls.filter((call) => call === 'POST /messages')).toHaveLength(2)
    expect(server.messages).toHaveLength(1)
    expect(texts()).toEqual(['hello'])
  })

  it('keeps what was written offline over a new visit, in order', async () => {
    const server = new ContactServer()
    const { client, keep } = aVisit(server)
    await client.start()
    server.isDown = true
    await client.send({ text: 'one' })
    await client.send({ text: 'two' })
    await settle()
    client.stop()

    const waiting = client.state.pending.map((one) => one.body.text)
    server.isDown = false
    await aVisit(server, keep).client.start()
    await settle()

    expect(waiting).toEqual(['one', 'two'])
    expect(server.messages.map((one) => one.text)).toEqual(['one', 'two'])
    expect(keep.keys()).toEqual(['token'])
  })

  it('shows what was refused, and sends it again when told', async () => {
    const server = new ContactServer()
    const { client, texts } = aVisit(server)
    await client.start()
    server.refusal = { status: 422, code: 'invalid' }
    await client.send({ text: 'hello' })
    await settle()
    const refused = client.state.pending[0]!

    server.refusal = null
    await client.sendAgain(refused.id)
    await settle()

    expect(refused.state).toBe('refused')
    expect(texts()).toEqual(['hello'])
  })

  it('tries again by itself when there are too many', async () => {
    const server = new ContactServer()
    const { client, timers } = aVisit(server)
    await client.start()
    server.refusal = { status: 429, code: 'too_many' }
    await client.send({ text: 'hello' })
    await settle()

    server.refusal = null
    timers.pass(1_000)
    await settle()

    expect(server.messages).toHaveLength(1)
  })
})

describe('the stream of a visitor', () => {
  async function talking() {
    const server = new ContactServer()
    const visit = aVisit(server)
    await visit.client.send({ text: 'hello' })
    await settle()
    server.lines.at(-1)!.open()
    server.lines.at(-1)!.deliver({ seq: 101, changes: [] })
    return { server, ...visit }
  }

  it('brings what was missed while the line was broken, once', async () => {
    const { server, timers, texts } = await talking()
    server.says('first')
    server.lines.at(-1)!.cut()
    server.says('missed', false)

    timers.pass(600)
    server.lines.at(-1)!.open()
    const hello = server.lines.at(-1)!.sent[0]!
    server.lines.at(-1)!.deliver(server.since(101))

    expect(hello).toEqual({ token: 'token1', after: 102 })
    expect(texts()).toEqual(['hello', 'first', 'missed'])
  })

  it('replaces a message by its newer state and never by an older one', async () => {
    const { server, client } = await talking()
    const answer = server.says('teh')
    const edited = { ...answer, seq: answer.seq + 5, text: 'the' }
    const line = server.lines.at(-1)!

    line.deliver({ seq: edited.seq, changes: [{ type: 'message', message: edited }] })
    line.deliver({ seq: edited.seq, changes: [{ type: 'message', message: answer }] })

    expect(client.state.messages.at(-1)!.text).toBe('the')
  })

  it('takes everything anew when too much was missed', async () => {
    const { server, texts } = await talking()
    server.says('missed', false)

    server.lines.at(-1)!.deliver({ seq: 500, changes: [{ type: 'reset' }] })
    await settle()

    expect(texts()).toEqual(['hello', 'missed'])
  })

  it('takes everything anew until it succeeds', async () => {
    const { server, client, timers, texts } = await talking()
    server.says('missed', false)
    server.isBroken = true
    server.lines.at(-1)!.deliver({ seq: 500, changes: [{ type: 'reset' }] })
    await settle()
    server.isBroken = false

    timers.pass(60_000)
    await settle()

    expect(texts()).toEqual(['hello', 'missed'])
    expect(client.state.isLoaded).toBe(true)
  })

  it('keeps what was said while everything was on its way anew', async () => {
    const { server, client, texts } = await talking()
    let arrives = () => {}
    server.slowness = new Promise((resolve) => (arrives = resolve))
    server.lines.at(-1)!.deliver({ seq: 101, changes: [{ type: 'reset' }] })
    await settle()

    await client.send({ text: 'meanwhile' })
    await settle()
    arrives()
    await settle()

    expect(texts()).toEqual(['hello', 'meanwhile'])
  })

  it('lets typing end by itself, or with the answer', async () => {
    const { server, client, timers } = await talking()
    const line = server.lines.at(-1)!
    line.deliver({ typing: { name: 'Ana', is_typing: true } })
    const during = client.state.typing

    timers.pass(10_000)
    const after = client.state.typing
    line.deliver({ typing: { name: 'Ana', is_typing: true } })
    server.says('here')

    expect(during).toEqual({ name: 'Ana' })
    expect(after).toBeNull()
    expect(client.state.typing).toBeNull()
  })

  it('says seldom that somebody is typing', async () => {
    const { server, client } = await talking()
    const line = server.lines.at(-1)!

    for (let i = 0; i < 10; i += 1) client.type(true)
    client.type(false)

    expect(line.sent.filter((one) => 'typing' in one)).toEqual([{ typing: true }, { typing: false }])
  })

  it('waits a minute when it is told off, and stops where it is not wanted', async () => {
    const { server, timers, client } = await talking()
    server.lines.at(-1)!.cut(4429)
    const lines = server.lines.length
    timers.pass(59_000)
    const tooEarly = server.lines.length
    timers.pass(2_000)
    const again = server.lines.length

    server.lines.at(-1)!.cut(4403)
    timers.pass(120_000)

    expect([tooEarly, again]).toEqual([lines, lines + 1])
    expect(server.lines.length).toBe(again)
    expect(client.state.phase).toBe('refused')
  })

  it('marks as read what an agent has seen', async () => {
    const { server, client } = await talking()

    server.lines.at(-1)!.deliver({ read: { seq: 101 } })

    expect(client.state.messages[0]!.state).toBe('read')
  })

  it('counts an answer as unread until it was seen', async () => {
    const { server, client } = await talking()
    server.says('one')
    server.says('two')
    const before = client.state.unread

    await client.markRead()

    expect(before).toBe(2)
    expect(client.state.unread).toBe(0)
    expect(server.calls.at(-1)).toBe('PUT /read')
  })
})
