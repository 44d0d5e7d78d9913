// @vitest-environment happy-dom
/** What is changed in another window, or by a colleague, is seen here without a reload. */
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Agent, Me } from '@/client-core/api.types'
import { api, store } from '@/app/runtime'
import { watchColleagues } from '@/app/stores/colleagues'
import { useLive } from '@/app/stores/live'
import { useMarks } from '@/app/stores/marks'
import { useSession } from '@/app/stores/session'
import { useWords } from '@/app/stores/words'
import { FakeSocket, settle } from './fakes'

const ANA = { id: 'ana', name: 'Ana', role: 'agent', team_ids: [] } as unknown as Agent
const page = (...items: object[]) => ({ data: { items, next_cursor: null }, status: 200, seq: 1 }) as never
let socket: FakeSocket

beforeEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  setActivePinia(createPinia())
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  socket = new FakeSocket(null)
  vi.stubGlobal('WebSocket', function () {
    return socket
  })
  vi.spyOn(Math, 'random').mockReturnValue(0)
  useSession().me = { agent: ANA, preferences: { theme: 'light' } } as Me
  useLive().begin({ seq: 1 } as Me)
  watchColleagues()
})

async function hear(what: string): Promise<void> {
  socket.deliver({ seq: 2, changes: [{ type: 'outdated', what }] })
  await new Promise((done) => setTimeout(done, 0))
  await settle(5)
}

it('stars, mentions and views', async () => {
  const marks = useMarks()
  vi.spyOn(api, 'stars').mockResolvedValue(page({ subject_id: 's1' }))
  vi.spyOn(api, 'mentions').mockResolvedValue(page({ note_id: 'n1', read: false }, { note_id: 'n2', read: true }))
  vi.spyOn(api, 'views').mockResolvedValue(page({ id: 'v1', name: 'Polish' }))
  vi.spyOn(api, 'viewCounts').mockResolvedValue(page({ id: 'v1', count: 3 }))

  for (const what of ['stars', 'mentions', 'views']) await hear(what)

  expect([...marks.starred]).toEqual(['s1'])
  expect(marks.unreadMentions).toBe(1)
  expect(marks.viewOf('v1')?.name).toBe('Polish')
  expect(marks.counts.get('v1')).toBe(3)
})

it('preferences, but not over those that are being saved here', async () => {
  const session = useSession()
  const read = vi.spyOn(api, 'session').mockResolvedValue({ agent: ANA, preferences: { theme: 'dark', keys: { reply: 'y' } } } as never)
  await hear('preferences')
  expect(session.preferences.keys).toEqual({ reply: 'y' })
  expect(document.documentElement.dataset.theme).toBe('dark')

  let saved: () => void = () => {}
  vi.spyOn(api, 'setPreferences').mockReturnValue(new Promise((done) => (saved = () => done({}))))
  const saving = session.prefer({ density: 'compact' })
  await hear('preferences')
  expect(session.preferences.density).toBe('compact')

  read.mockResolvedValue({ agent: ANA, preferences: { theme: 'light', density: 'compact' } } as never)
  saved()
  await saving
  await vi.waitFor(() => expect(session.preferences.theme).toBe('light'), { timeout: 30_000 })
})

it('nobody else’s preferences, should another person have signed in beside this page', async () => {
  vi.spyOn(api, 'session').mockResolvedValue({ agent: { ...ANA, id: 'ben' }, preferences: { theme: 'dark' } } as never)

  await hear('preferences')

  expect(useSession().preferences.theme).toBe('light')
})

it('tags and teams, and canned replies only where they are at hand', async () => {
  const words = useWords()
  vi.spyOn(api, 'tags').mockResolvedValue(page({ id: 'g1', name: 'Refund' }))
  vi.spyOn(api, 'teams').mockResolvedValue(page({ id: 't1', name: 'Night shift' }))
  const canned = vi.spyOn(api, 'cannedReplies').mockResolvedValue(page({ id: 'r1', title: 'Thanks' }))

  for (const what of ['tags', 'teams', 'canned_replies']) await hear(what)
  expect(words.tags.get('g1')?.name).toBe('Refund')
  expect(store.teams.get('t1')?.name).toBe('Night shift')
  expect(canned).not.toHaveBeenCalled()

  await words.loadCanned()
  canned.mockResolvedValue(page({ id: 'r1', title: 'Many thanks' }))
  await hear('canned_replies')
  expect(words.canned.get('r1')?.title).toBe('Many thanks')
})
