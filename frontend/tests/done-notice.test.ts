// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import CaseComposer from '@/app/composer/CaseComposer.vue'
import { api, store } from '@/app/runtime'
import { useWriting } from '@/app/stores/writing'
import type { Case } from '@/client-core/api.types'
import { Unreachable } from '@/client-core/http'
import { EMPTY } from '@/client-core/drafts'
import { settle } from './fakes'

const DONE = {
  id: 'c1',
  conversation_id: 'v1',
  contact: { id: 'p1', name: 'Anna' },
  number: 7,
  status: 'resolved',
  channel: 'whatsapp',
  tags: [],
  next_move: null,
  v: 1,
} as unknown as Case

let count = 0

async function aComposer(row: Case) {
  const writing = useWriting()
  await writing.begin(`agent-${(count += 1)}`)
  return { writing, composer: mount(CaseComposer, { props: { row } }) }
}

/** Without a catalogue, words are their ids. */
const words = (composer: ReturnType<typeof mount>) => composer.findAll('.blocked button').map((one) => one.text())

describe('the composer of a case that has ended', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    vi.restoreAllMocks()
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
    vi.spyOn(api, 'drafts').mockRejectedValue(new Unreachable())
  })

  it('offers to reopen it, and no field whose words would be refused', async () => {
    const { composer } = await aComposer(DONE)

    expect([composer.find('textarea').exists(), words(composer)]).toEqual([false, ['reopen', 'blocked-note']])
  })

  it('takes notes all the same', async () => {
    const { composer } = await aComposer(DONE)

    await composer.findAll('.blocked button')[1]!.trigger('click')
    await settle(2)

    expect(composer.get('textarea').element.placeholder).toBe('note-placeholder')
  })

  it('gives the field back with the words that were in it as soon as it is open again', async () => {
    const reopened = vi.spyOn(api, 'reopen').mockImplementation(() => Promise.resolve({ ...DONE, status: 'open', v: 9 } as Case))
    const { composer, writing } = await aComposer(DONE)
    writing.putBack('c1', 'reply', { ...EMPTY, text: 'One thing more.' })
    await settle(2)
    expect(composer.text()).toContain('blocked-kept')

    await composer.get('.blocked button').trigger('click')
    await settle(2)
    await composer.setProps({ row: store.cases.get('c1')! })

    expect([reopened.mock.calls, composer.get('textarea').element.value]).toEqual([[['c1']], 'One thing more.'])
  })
})
