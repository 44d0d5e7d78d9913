import { describe, expect, it } from 'vitest'
import { memoryKeep, storageKeep, type ContactAttachment } from '@/contact-client'
import { keepFiles, keptFiles } from '@/widget/draft-files'
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

describe('files of a draft', () => {
  const HOUR = 3_600_000
  const [photo, bill] = ['photo.jpg', 'bill.pdf'].map((name) => ({ id: name, name }) as ContactAttachment)

  it('wait for their visitor alone, and no longer than the server has them', () => {
    const keep = memoryKeep()
    keepFiles(keep, 'v1', [photo!], 0)
    keepFiles(keep, 'v1', [photo!, bill!], 12 * HOUR)

    expect(keptFiles(keep, 'v1', 13 * HOUR)).toEqual([photo, bill])
    expect(keptFiles(keep, 'v2', 13 * HOUR)).toEqual([])
    expect(keptFiles(keep, 'v1', 20 * HOUR)).toEqual([])
  })

  it('are forgotten when they were sent, and when what lies there cannot be read', () => {
    const keep = memoryKeep()
    keepFiles(keep, 'v1', [photo!], 0)
    keepFiles(keep, 'v1', [], 1)
    const sent = keep.keys()
    keep.set('draft.files', '{"at":')

    expect(sent).toEqual([])
    expect(keptFiles(keep, 'v1', 1)).toEqual([])
  })
})

describe('what is kept', () => {
  it('lies in memory where a browser refuses storage', () => {
    const refused: string[] = []
    const deny = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    const keep = storageKeep('x.', deny, (key) => refused.push(key))

    keep.set('token', 'abc')

    expect(keep.get('token')).toBe('abc')
    expect(refused).toEqual(['token'])
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
