/** The cases that were chosen in the list, to do one thing with all of them. */
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive } from 'vue'
import type { Case, Id } from '@/client-core/api.types'
import { inBulk } from '@/client-core/bulk'
import { t } from '../i18n'
import { store } from '../runtime'
import { spell } from './actions'
import { useUi } from './ui'

export const useChosen = defineStore('chosen', () => {
  const ui = useUi()
  const ids = shallowReactive(new Set<Id>())
  const progress = ref<{ done: number; of: number } | null>(null)
  const rows = computed(() => [...ids].map((id) => store.cases.get(id)).filter((row) => row !== undefined))

  function toggle(id: Id): void {
    if (!ids.delete(id)) ids.add(id)
  }

  function add(more: Iterable<Id>): void {
    for (const id of more) ids.add(id)
  }

  /** Do one thing with all of them; `back` takes it back from each that it was done with. */
  async function each(act: (row: Case) => Promise<Case>, back: ((row: Case) => Promise<Case>) | null): Promise<void> {
    const before = [...rows.value]
    progress.value = { done: 0, of: before.length }
    ui.deeds += 1
    const run = async (row: Case, how: (row: Case) => Promise<Case>) => store.applyCase(await how(row))
    const result = await inBulk(before, (row) => run(row, act), (done) => (progress.value = { done, of: before.length }))
    progress.value = null
    const undo = back ? () => void inBulk(result.done, (row) => run(row, back)).then(tellUndone) : null
    if (result.failed.length === 0) {
      ids.clear()
      return void ui.say(t('bulk-done', { n: result.done.length }), { undo })
    }
    // What failed stays chosen, so that it can be tried otherwise.
    for (const row of result.done) ids.delete(row.id)
    const first = result.failed[0]!
    const why = `#${first.item.number}: ${await spell(first.error)}`
    ui.say(t('bulk-partly', { done: result.done.length, failed: result.failed.length, why }), { tone: 'danger', undo: result.done.length > 0 ? undo : null })
  }

  function tellUndone(result: { done: Case[]; failed: unknown[] }): void {
    const failed = result.failed.length
    if (failed > 0) ui.say(t('bulk-undone-partly', { n: failed }), { tone: 'danger' })
  }

  return { ids, rows, progress, toggle, add, clear: () => ids.clear(), each }
})
