// @vitest-environment happy-dom
/** What a page holds while permissions, colleagues and the server change under it. */
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import type { Agent, Case, Me, TimelinePage } from '@/client-core/api.types'
import { Unreachable } from '@/client-core/http'
import { api, store } from '@/app/runtime'
import { watchColleagues } from '@/app/stores/colleagues'
import { useConversations } from '@/app/stores/conversations'
import { useLists } from '@/app/stores/lists'
import { useLive } from '@/app/stores/live'
import { useSession } from '@/app/stores/session'
import { seed } from '../mock/seed'
import { FakeSocket, settle } from './fakes'

const WORLD = seed(Date.parse('2026-11-22T09:00:00Z'))
const ANA: Agent = { ...WORLD.agents[0]!, id: 'ana', role: 'agent', team_ids: ['t1'] }
const page = <T>(items: T[]) => ({ data: { items, next_cursor: null }, status: 200, seq: 1 })

beforeEach(() => {
  setActivePinia(createPinia())
  vi.restoreAllMocks()
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  store.clear()
  store.agents.set(ANA.id, ANA)
  store.teams.clear()
  useSession().me = { agent: ANA } as Me
})

function aCase(id: string, team: string): Case {
  const next = { kind: 'reply', holder: 'team', holder_id: team, due_at: '2026-11-22T10:00:00Z' }
  return { ...WORLD.cases[0]!, id, v: 1, status: 'open', next_move: next as never }
}

describe('an agent who joins a team while the page is open', () => {
  it('sees the cases that wait for it', async () => {
    const cases = vi.spyOn(api, 'cases').mockResolvedValue(page([aCase('c1', 't1')]) as never)
    const lists = useLists()
    await lists.load('team', null)
    cases.mockResolvedValue(page([aCase('c1', 't1'), aCase('c2', 't2')]) as never)

    store.agents.set(ANA.id, { ...ANA, team_ids: ['t1', 't2'] })
    await settle(5)

    expect(lists.rows('team', null).map((row) => row.id)).toEqual(['c1', 'c2'])
  })

  it('learns what the new team is called', async () => {
    vi.spyOn(api, 'teams').mockResolvedValue(page([{ id: 't2', name: 'Night shift' }]) as never)
    const socket = new FakeSocket(null)
    vi.stubGlobal('WebSocket', function () {
      return socket
    })
    useLive().begin({ seq: 1 } as Me)
    watchColleagues()

    socket.deliver({ seq: 2, changes: [{ type: 'agent', agent: { ...ANA, team_ids: ['t2'] } }] })
    await vi.waitFor(() => expect(store.teams.get('t2')?.name).toBe('Night shift'), { timeout: 30_000 })
  })
})

describe('after a fresh start', () => {
  it('colleagues are asked for, who may have changed meanwhile', async () => {
    vi.spyOn(api, 'agents').mockResolvedValue(page([{ ...ANA, name: 'Ana Nowak' }]) as never)
    watchColleagues()

    useLive().resets += 1
    await settle(5)

    expect(store.agents.get('ana')?.name).toBe('Ana Nowak')
  })

  it('a list that cannot be fetched does not say that nothing waits', async () => {
    const cases = vi.spyOn(api, 'cases').mockResolvedValue(page([aCase('c1', 't1')]) as never)
    const lists = useLists()
    await lists.load('team', null)
    cases.mockRejectedValue(new Unreachable())

    store.clear()
    useLive().resets += 1
    await settle(5)

    expect(lists.state('team', null)?.status).toBe('failed')
  })

  it('a page of before does not bring back what was true before', async () => {
    let answer: (data: TimelinePage) => void = () => {}
    const before = new Promise<TimelinePage>((done) => (answer = done))
    const timeline = vi.spyOn(api, 'timeline').mockReturnValueOnce(before.then((data) => ({ data, status: 200, seq: 1 })))
    const conversations = useConversations()
    void conversations.open('v1')
    const end = { items: [], has_more_before: false, has_more_after: false, next_cursor: null }
    timeline.mockResolvedValue({ data: { ...end, items: [{ id: 'm1', seq: 5, v: 5, kind: 'note' }] }, status: 200, seq: 5 } as never)

    store.clear()
    useLive().resets += 1
    await nextTick()
    const opening = conversations.open('v1')
    answer(end)
    await opening

    expect(store.timeline('v1').view().map((item) => item.id)).toEqual(['m1'])
  })
})
