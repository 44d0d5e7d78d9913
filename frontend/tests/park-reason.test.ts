// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import ParkDialog from '@/app/dialogs/ParkDialog.vue'
import { api, store } from '@/app/runtime'
import { useWriting } from '@/app/stores/writing'
import type { Case, Item } from '@/client-core/api.types'
import { EMPTY } from '@/client-core/drafts'
import { Unreachable } from '@/client-core/http'
import { suggestedReason } from '@/client-core/intentions'

const OUT = { kind: 'message', direction: 'out', case_id: 'c1', deleted_at: null } as unknown as Item
const said = (text: string, more: object = {}): Item => ({ ...OUT, text, ...more }) as Item
const [BANK, STOCK] = ['I will ask the bank about the fee.', 'We will check the stock of size M.']

describe('the reason that is suggested for parking', () => {
  it.each([
    ['of the draft, before all that was said', BANK, [said(STOCK)], 'ask the bank about the fee'],
    ['of our last reply', '', [said(BANK), said(STOCK)], 'check the stock of size M'],
    ['of a note after it', 'Hello', [said(STOCK), said(BANK, { kind: 'note' })], 'ask the bank about the fee'],
    ['of words, not of how they are set', '**I will check _the stock_ of size M**', [], 'check the stock of size M'],
  ])('is %s', (_, draft, items, reason) => {
    expect(suggestedReason(draft, items, 'c1')).toBe(reason)
  })

  it.each([
    ['what we said before the contact wrote', [said(BANK), said('Thanks', { direction: 'in' })]],
    ['what the contact will do', [said(BANK, { direction: 'in' })]],
    ['what was said in another case', [said(BANK, { case_id: 'c0' })]],
    ['what was taken back', [said(BANK, { deleted_at: '2026-11-22T09:00:00Z' })]],
    ['an older reply than the last', [said(BANK), said('It is done.')]],
  ])('is never %s', (_, items) => {
    expect(suggestedReason('', items, 'c1')).toBeNull()
  })
})

const ROW = { id: 'c1', conversation_id: 'v1', contact: { id: 'p1', name: 'Anna' }, status: 'open', park: null, woken: null, v: 1 } as unknown as Case
const STUBS = { AppDialog: { template: '<div><slot /></div>' }, TimePicker: true }

let count = 0

async function aDialog(text: string, row = ROW, send = false) {
  const writing = useWriting()
  await writing.begin(`agent-park-${(count += 1)}`)
  if (text) writing.putBack('c1', 'reply', { ...EMPTY, text })
  const dialog = mount(ParkDialog, { props: { row, send }, global: { stubs: STUBS }, attachTo: document.body })
  const why = dialog.get<HTMLInputElement>('#park-why')
  return { dialog, why, offered: () => dialog.find('.suggested').exists() }
}

describe('the dialog that parks a case', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    store.timelines.clear()
    vi.spyOn(api, 'drafts').mockRejectedValue(new Unreachable())
  })

  it('takes the suggestion by the arrow down, or a press', async () => {
    const byKey = await aDialog(BANK)
    await byKey.why.trigger('keydown', { key: 'ArrowDown' })
    const byPress = await aDialog(BANK)
    await byPress.dialog.get('.suggested').trigger('click')

    expect([byKey, byPress].map((one) => [one.why.element.value, one.offered()])).toEqual([
      ['ask the bank about the fee', false],
      ['ask the bank about the fee', false],
    ])
  })

  it('never overwrites what was typed, and offers it again when that is gone', async () => {
    const { why, offered } = await aDialog(BANK)
    await why.setValue('call them')
    await why.trigger('keydown', { key: 'ArrowDown' })
    const typed = [why.element.value, offered()]
    await why.setValue('')
    await nextTick()

    expect([typed, offered()]).toEqual([['call them', false], true])
  })

  it('offers nothing beside the reason for which a case was parked before', async () => {
    const { why, offered } = await aDialog(BANK, { ...ROW, woken: { at: '2026-11-22T09:00:00Z', reason: 'refund landed' } })

    expect([why.element.value, offered()]).toEqual(['refund landed', false])
  })

  it('says nothing where there is nothing to suggest', async () => {
    const { why, offered } = await aDialog('')
    await why.trigger('keydown', { key: 'ArrowDown' })

    expect([why.element.value, offered()]).toEqual(['', false])
  })
})
