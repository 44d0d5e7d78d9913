// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { routerKey } from 'vue-router'
import type { Case, Counts, Me } from '@/client-core/api.types'
import { Problem } from '@/client-core/http'
import ListEmpty from '@/app/list/ListEmpty.vue'
import { useLanguage } from '@/app/i18n'
import { api, clock, store } from '@/app/runtime'
import { useLive } from '@/app/stores/live'
import { useSession } from '@/app/stores/session'
import { useUi } from '@/app/stores/ui'
import { seed } from '../mock/seed'
import { settle } from './fakes'

const WORLD = seed(Date.parse('2026-11-22T09:00:00Z'))
const ANA = { ...WORLD.agents[0]!, id: 'ana', name: 'Ana', team_ids: ['t1'] }
const QUEUED = { ...WORLD.cases[0]!, id: 'c1', owner: null, v: 3 } as Case
const COUNTS = { mine: 0, team: 23, waiting: 8, parked: 4, over: 0, within_hour: 0, teams: [] } satisfies Counts
const page = (...items: Case[]) => ({ data: { items, next_cursor: null }, status: 200, seq: 1 }) as never

async function nothingToDo(team: Case[], parked: Case[] = []) {
  vi.spyOn(api, 'cases').mockImplementation(({ place }) => Promise.resolve(page(...(place === 'team' ? team : parked))))
  useLive().counts = COUNTS
  const push = vi.fn()
  const empty = mount(ListEmpty, { props: { place: 'mine' }, global: { provide: { [routerKey as symbol]: { push } } } })
  await settle(3)
  return { empty, push }
}

describe('a list of moves with nothing in it', () => {
  beforeEach(async () => {
    vi.restoreAllMocks()
    setActivePinia(createPinia())
    store.clear()
    store.agents.set('ana', ANA)
    store.teams.set('t1', { id: 't1', name: 'Orders' } as never)
    useSession().me = { agent: ANA } as Me
    await useLanguage('en')
  })

  it('says who waits, and when the next comes back', async () => {
    const at = new Date(clock.now() + 3_600_000)
    const asked = { ...QUEUED, park: { wake_at: at.toISOString(), reason: '', set_by: null } }

    const { empty } = await nothingToDo([], [asked])

    const hour = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
    expect(empty.get('p').text()).toMatch(/^Nothing is your move\. 12 cases wait for others\. The next one comes back: /)
    expect(empty.get('p').text()).toContain(hour)
    expect(api.cases).toHaveBeenCalledWith({ place: 'parked', owner: 'me', limit: 1 })
  })

  it('takes the next of the queue and opens it', async () => {
    const assign = vi.spyOn(api, 'assign').mockResolvedValue({ ...QUEUED, owner: { id: 'ana', name: 'Ana' }, v: 4 })
    const { empty, push } = await nothingToDo([QUEUED])
    expect(empty.get('button').text()).toBe('Take from Orders (23)')

    await empty.get('button').trigger('click')
    await settle(3)

    expect(assign).toHaveBeenCalledWith('c1', { agent_id: 'ana', expected_v: 3 })
    expect(push).toHaveBeenCalledWith({ name: 'case', params: { id: 'c1' } })
  })

  it('opens nothing that a colleague took first, and says who has it', async () => {
    vi.spyOn(api, 'assign').mockRejectedValue(new Problem(409, { code: 'changed_meanwhile' }))
    const event = { kind: 'event', event: 'case_assigned', case_id: 'c1', at: new Date(clock.now()).toISOString() }
    vi.spyOn(api, 'timeline').mockResolvedValue({ data: { items: [event, { ...event, case_id: 'c2', at: '2020-01-01T00:00:00Z' }] } } as never)
    vi.spyOn(api, 'case').mockResolvedValue({ data: { ...QUEUED, owner: { id: 'peter', name: 'Péter' }, v: 5 } } as never)
    const { empty, push } = await nothingToDo([QUEUED])

    await empty.get('button').trigger('click')
    await settle(5)

    expect(push).not.toHaveBeenCalled()
    expect(useUi().notices.at(-1)?.text).toMatch(/^Changed meanwhile: Péter has it since \d\d:\d\d\.$/)
  })

  it('says so when the queue was emptied meanwhile', async () => {
    const { empty } = await nothingToDo([])

    await empty.get('button').trigger('click')
    await settle(3)

    expect(useUi().notices.at(-1)?.text).toBe('The queue is empty.')
  })
})
