// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Case } from '@/client-core/api.types'
import { openLocal } from '@/client-core/db'
import { Drafts, EMPTY } from '@/client-core/drafts'
import { Problem, Unreachable } from '@/client-core/http'
import type { OutboxEntry } from '@/client-core/outbox'
import { api } from '@/app/runtime'
import { useWriting } from '@/app/stores/writing'
import { settle } from './fakes'

const ROW = { id: 'c1', conversation_id: 'v1', contact: { id: 'p1', name: 'Anna' } } as Case

let count = 0
let agent = ''

beforeEach(() => {
  agent = `author-${(count += 1)}`
  setActivePinia(createPinia())
  vi.restoreAllMocks()
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  vi.spyOn(api, 'drafts').mockRejectedValue(new Unreachable())
})

function aReply(): OutboxEntry {
  return {
    kind: 'message',
    id: 'm1',
    conversationId: 'v1',
    caseId: 'c1',
    body: { id: 'm1', case_id: 'c1', text: 'On its way.' },
    authorId: agent,
    channel: 'whatsapp',
    draft: { ...EMPTY, text: 'On its way.' },
    createdAt: '2026-11-22T10:00:00Z',
    attempts: 0,
    state: 'queued',
    problem: null,
  }
}

describe('taking back a reply whose answer was lost', () => {
  async function aLostAnswer() {
    vi.spyOn(api, 'sendMessage').mockRejectedValue(new Unreachable())
    const writing = useWriting()
    await writing.begin(agent)
    writing.hold(ROW, 'm1', 10)
    await writing.outbox.add(aReply())
    await settle(5)
    return writing
  }

  it('takes it back where it may have arrived, before its words are there to be sent again', async () => {
    const writing = await aLostAnswer()
    const undone = vi.spyOn(api, 'undoMessage').mockResolvedValue({ text: 'On its way.', attachments: [], case: null } as never)

    await writing.undo('m1')

    expect([undone.mock.calls, writing.drafts.get('c1', 'reply')?.text]).toEqual([[['v1', 'm1']], 'On its way.'])
  })

  it('gives the words back if it has not arrived', async () => {
    const writing = await aLostAnswer()
    vi.spyOn(api, 'undoMessage').mockRejectedValue(new Problem(404, { code: 'not_found' }))

    await writing.undo('m1')

    expect([writing.drafts.get('c1', 'reply')?.text, writing.unsent]).toEqual(['On its way.', 0])
  })

  it('lets it go on its way, once, if nobody can say', async () => {
    const writing = await aLostAnswer()
    vi.spyOn(api, 'undoMessage').mockRejectedValue(new Unreachable())

    await writing.undo('m1')

    expect([writing.drafts.get('c1', 'reply'), writing.unsent, writing.held.has('m1')]).toEqual([null, 1, true])
  })
})

describe('words of an earlier visit', () => {
  it('are not lost to what was typed before they were read', async () => {
    const db = await openLocal(agent)
    const before = new Drafts({ db, now: () => 1 })
    before.set('c1', 'reply', { ...EMPTY, text: 'Half a page of yesterday.' })
    await before.flush()
    const writing = useWriting()

    const beginning = writing.begin(agent)
    writing.drafts.set('c1', 'reply', { ...EMPTY, text: 'Hel' })
    await beginning

    expect(writing.drafts.get('c1', 'reply')?.text).toBe('Half a page of yesterday.\n\nHel')
  })
})
