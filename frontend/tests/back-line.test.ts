// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import BackLine from '@/app/composer/BackLine.vue'
import CaseComposer from '@/app/composer/CaseComposer.vue'
import { api } from '@/app/runtime'
import { useUi } from '@/app/stores/ui'
import { useWriting } from '@/app/stores/writing'
import type { Case } from '@/client-core/api.types'
import { EMPTY } from '@/client-core/drafts'
import { Unreachable } from '@/client-core/http'
import { settle } from './fakes'

const BACK = {
  id: 'c1',
  conversation_id: 'v1',
  contact: { id: 'p1', name: 'Anna' },
  number: 7,
  status: 'open',
  channel: 'whatsapp',
  team: null,
  tags: [],
  next_move: null,
  park: null,
  woken: { at: '2026-11-22T09:00:00Z', reason: 'refund landed' },
  v: 1,
} as unknown as Case

let count = 0

async function aComposer(row: Case) {
  const writing = useWriting()
  await writing.begin(`agent-back-${(count += 1)}`)
  const composer = mount(CaseComposer, { props: { row } })
  return { writing, composer, isShown: () => composer.findComponent(BackLine).exists() }
}

describe('a case that came back from parking', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    vi.restoreAllMocks()
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
    vi.stubGlobal('requestIdleCallback', undefined)
    vi.spyOn(api, 'drafts').mockRejectedValue(new Unreachable())
  })

  it('offers to write, to park again and to end it', async () => {
    const line = mount(BackLine, { props: { row: BACK } })
    const [write, park, done] = line.findAll('button')

    await write!.trigger('click')
    await park!.trigger('click')
    const parking = useUi().dialog
    await done!.trigger('click')

    expect(line.emitted('write')).toHaveLength(1)
    expect([parking, useUi().dialog]).toEqual([
      { kind: 'park', caseId: 'c1', send: false },
      { kind: 'resolve', caseId: 'c1', next: false },
    ])
  })

  it('says so above its composer until somebody writes, or has dealt with it', async () => {
    const { composer, writing, isShown } = await aComposer(BACK)
    await vi.waitFor(() => expect(isShown()).toBe(true), { timeout: 10_000 })

    writing.putBack('c1', 'reply', { ...EMPTY, text: 'It has landed.' })
    await settle(2)
    const whileWriting = isShown()
    await composer.get('textarea').setValue('')
    const empty = isShown()
    await composer.setProps({ row: { ...BACK, woken: null } })

    expect([whileWriting, empty, isShown()]).toEqual([false, true, false])
  })
})
