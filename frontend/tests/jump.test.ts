// @vitest-environment happy-dom
/** A message that was jumped to, and the way back to the newest one. */
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Agent, Me } from '@/client-core/api.types'
import { api, store } from '@/app/runtime'
import { useSession } from '@/app/stores/session'
import CaseTimeline from '@/app/timeline/CaseTimeline.vue'
import { seed } from '../mock/seed'
import { settle } from './fakes'

const WORLD = seed(Date.parse('2026-11-22T09:00:00Z'))
const ROW = WORLD.cases[0]!

beforeEach(() => {
  setActivePinia(createPinia())
  vi.restoreAllMocks()
  store.clear()
  useSession().me = { agent: WORLD.agents[0] as Agent } as Me
  vi.spyOn(api, 'conversation').mockRejectedValue(new Error('not asked here'))
  vi.spyOn(api, 'timeline').mockResolvedValue({ data: { items: [], has_more_before: false, has_more_after: false, next_cursor: null }, status: 200, seq: 1 } as never)
})

async function jumpedTo(at: number, heights: { all: number; shown: number }) {
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(heights.all)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(heights.shown)
  const timeline = mount(CaseTimeline, { props: { row: ROW, at }, shallow: true, attachTo: document.body })
  await settle(20)
  await new Promise((done) => requestAnimationFrame(done))
  await settle(5)
  return timeline
}

describe('who jumped to a message', () => {
  it('is not offered the newest one when it is in sight as well', async () => {
    const timeline = await jumpedTo(3, { all: 400, shown: 600 })

    expect(timeline.find('.jump').exists()).toBe(false)
  })

  it('is led to the newest one when it is out of sight', async () => {
    const timeline = await jumpedTo(3, { all: 4_000, shown: 600 })

    expect(timeline.find('.jump').exists()).toBe(true)
  })
})
