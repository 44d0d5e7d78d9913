// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import { openLocal } from '@/client-core/db'
import { EMPTY } from '@/client-core/drafts'
import { useUi } from '@/app/stores/ui'
import { watchVersion } from '@/app/stores/version'
import { useWriting } from '@/app/stores/writing'

beforeEach(() => {
  setActivePinia(createPinia())
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
})

it('a part that a newer version has taken away is offered with the words just written', async () => {
  const writing = useWriting()
  await writing.begin('deployed')
  const kept: unknown[] = []
  const read = async () => kept.push(...(await (await openLocal('deployed')).getAll('drafts')).map((draft) => draft.text))
  const reloads = vi.spyOn(location, 'reload').mockImplementation(() => void read())
  watchVersion()

  window.dispatchEvent(new Event('vite:preloadError'))
  writing.drafts.set('c1', 'reply', { ...EMPTY, text: 'Half a page' })
  await useUi().notices[0]!.act!()
  await vi.waitFor(() => expect(kept).toHaveLength(1))

  expect([kept, reloads.mock.calls.length]).toEqual([['Half a page'], 1])
})
