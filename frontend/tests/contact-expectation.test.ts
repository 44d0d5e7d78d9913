import { describe, expect, it } from 'vitest'
import type { ContactClient, Expectation } from '@/contact-client'
import { aVisit, ContactServer } from './contact-server'
import { settle } from './fakes'

describe('what a visitor may expect', () => {
  const DAY = 86_400_000
  const morning: Expectation = { state: 'closed', answer_by: '2026-11-23T10:30:00Z', words_key: 'answer-by' }
  const ahead = (client: ContactClient): number => Math.round(client.state.skew / DAY)

  async function aDayLater() {
    const server = new ContactServer()
    const { client } = aVisit(server)
    await client.send({ text: 'hello' })
    await settle()
    server.lines.at(-1)!.open()
    server.at = new Date(Date.now() + DAY).toISOString()
    server.expectation = morning
    return { server, client, line: server.lines.at(-1)! }
  }

  it('comes with the time at which it is true, whenever something happens', async () => {
    const { client, line, server } = await aDayLater()
    const { visitor } = client.state
    const state = { type: 'state', with: null, expectation: morning, visitor, conversation: 'open' }

    line.deliver({ seq: 110, changes: [state], now: server.at })

    expect(client.state.expectation).toEqual(morning)
    expect(ahead(client)).toBe(1)
  })

  it('changes with the hour alone, and is said with each sign of life', async () => {
    const { client, line, server } = await aDayLater()

    line.deliver({ ping: server.at, expectation: morning })

    expect(client.state.expectation).toEqual(morning)
    expect(ahead(client)).toBe(1)
  })

  it('is asked for again when the page is seen again, or the chat is opened', async () => {
    const { client } = await aDayLater()

    client.hurry()
    await settle()

    expect(client.state.expectation).toEqual(morning)
    expect(ahead(client)).toBe(1)
  })

  it('is asked for anew on a new line after the machine slept', async () => {
    const { client, line, server } = await aDayLater()
    line.deliver({ seq: 102, changes: [], now: server.at })

    client.hurry(true)
    await settle()

    expect(client.state.expectation).toEqual(morning)
    expect(server.lines.at(-1)).not.toBe(line)
  })
})
