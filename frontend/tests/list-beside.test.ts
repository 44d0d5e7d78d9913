// @vitest-environment happy-dom
/** Which list stands on the screen, as its address says it and as its address comes to say it. */
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { SavedView } from '@/client-core/api.desk'
import type { Agent, Me, Preferences } from '@/client-core/api.types'
import { Unreachable } from '@/client-core/http'
import { useListBeside } from '@/app/list/beside'
import { api } from '@/app/runtime'
import { useMarks } from '@/app/stores/marks'
import { useSession } from '@/app/stores/session'
import { useUi } from '@/app/stores/ui'
import { seed } from '../mock/seed'
import { settle } from './fakes'

const AGENT = seed(Date.parse('2026-11-22T09:00:00Z')).agents[0] as Agent
const VIEW: SavedView = { id: 'v1', name: 'Polish', filters: { order: 'latest' }, shared: true, mine: true }
const page = (items: unknown[]) => ({ data: { items, next_cursor: null }, status: 200, seq: 1 }) as never

beforeEach(() => {
  setActivePinia(createPinia())
  vi.restoreAllMocks()
  vi.spyOn(api, 'setPreferences').mockResolvedValue({})
  vi.spyOn(api, 'viewCounts').mockResolvedValue(page([]))
  vi.spyOn(api, 'views').mockResolvedValue(page([VIEW]))
})

/** A person with these preferences opens an address. */
async function at(address: string, preferences: Preferences = {}) {
  useSession().me = { agent: AGENT, preferences } as Me
  const empty = { render: () => null }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', redirect: '/place/mine' },
      { path: '/place/:place', name: 'place', component: empty },
      { path: '/views/:view', name: 'view', component: empty },
      { path: '/cases/:id', name: 'case', component: empty },
    ],
  })
  await router.push(address)
  let list!: ReturnType<typeof useListBeside>
  const Page = defineComponent({ setup: () => ((list = useListBeside()), () => h('div')) })
  mount(Page, { global: { plugins: [router] } })
  await settle(20)
  return { list, router, address: () => router.currentRoute.value.fullPath }
}

describe('the order of a list in its address', () => {
  it('is that of whoever sent it, and changes nothing of one’s own', async () => {
    const { list } = await at('/place/team?team=t1&order=waiting', { orders: { t1: 'latest' } })

    expect([list.order.value, list.team.value]).toEqual(['waiting', 't1'])
    expect(api.setPreferences).not.toHaveBeenCalled()
  })

  it('is said whenever it is not the usual one', async () => {
    const own = await at('/place/mine', { orders: { mine: 'waiting' } })
    const usual = await at('/place/mine')
    const ofView = await at('/views/v1')

    expect([own.address(), usual.address(), ofView.address()]).toEqual(['/place/mine?order=waiting', '/place/mine', '/views/v1'])
    expect(ofView.list.order.value).toBe('latest')
  })

  it('changes in place, and is kept', async () => {
    const { list, router, address } = await at('/place/mine')
    const push = vi.spyOn(router, 'push')

    list.sort('latest')
    await settle(10)
    expect([address(), list.order.value]).toEqual(['/place/mine?order=latest', 'latest'])
    list.sort('due')
    await settle(10)

    expect([address(), list.order.value]).toEqual(['/place/mine', 'due'])
    expect(push).not.toHaveBeenCalled()
    expect(useSession().preferences.orders).toEqual({ mine: 'due' })
  })

  it('goes along into a case and back', async () => {
    const { list, router, address } = await at('/place/team?order=waiting')

    await router.push({ name: 'case', params: { id: 'c1' }, query: list.query() })
    await settle(10)
    expect([address(), list.order.value]).toEqual(['/cases/c1?from=team&order=waiting', 'waiting'])
    await router.push(list.address())

    expect(address()).toBe('/place/team?order=waiting')
  })

  it('is one’s own where the address says none that there is', async () => {
    const { list } = await at('/place/mine?order=loudest', { orders: { mine: 'latest' } })

    expect(list.order.value).toBe('latest')
  })
})

describe('the address of a saved view', () => {
  const said = () => useUi().notices.map((one) => one.text)

  it('is waited for before anything is shown or said', async () => {
    vi.spyOn(api, 'views').mockReturnValue(new Promise(() => {}))

    const { list, address } = await at('/views/v1')

    expect([list.isAwaited.value, address(), said()]).toEqual([true, '/views/v1', []])
  })

  it('leads to my own cases with a word when there is no such view', async () => {
    const { list, address } = await at('/views/gone')

    expect([list.viewId.value, address(), said()]).toEqual([null, '/place/mine', ['view-gone']])
  })

  it('finds a view that was shared after the others were read', async () => {
    vi.spyOn(api, 'views').mockResolvedValueOnce(page([]))
    useSession().me = { agent: AGENT, preferences: {} } as Me
    await useMarks().loadViews()

    const { list } = await at('/views/v1')

    expect([list.view.value?.name, said()]).toEqual(['Polish', []])
  })

  it('says nothing of a view that could not be asked for', async () => {
    vi.spyOn(api, 'views').mockRejectedValue(new Unreachable())

    const { list, address } = await at('/views/v1')

    expect([list.isAwaited.value, address(), said()]).toEqual([false, '/views/v1', []])
  })

  it('tells who looks at a view that somebody else deletes, and not who deletes it', async () => {
    const { address } = await at('/views/v1')
    vi.spyOn(api, 'views').mockResolvedValue(page([]))
    useUi().dialog = { kind: 'view', view: VIEW }
    await useMarks().loadViews()
    await settle(20)
    expect([address(), said()]).toEqual(['/place/mine', []])

    useUi().dialog = null
    vi.spyOn(api, 'views').mockResolvedValue(page([VIEW]))
    await useMarks().loadViews()
    const other = await at('/views/v1')
    vi.spyOn(api, 'views').mockResolvedValue(page([]))
    await useMarks().loadViews()
    await settle(20)

    expect([other.address(), said()]).toEqual(['/place/mine', ['view-gone']])
  })
})
