import { describe, expect, it } from 'vitest'
import type { Filters } from '@/client-core/api.desk'
import type { Case } from '@/client-core/api.types'
import { inBulk } from '@/client-core/bulk'
import { matches, placeOf } from '@/client-core/views'
import { filtersOf } from '@/app/stores/orders'

const row = {
  id: 'c1',
  team: { id: 't1', name: 'Orders' },
  owner: { id: 'a1', name: 'Olga' },
  contact: { id: 'k1', name: 'Łukasz Żak' },
  subject: 'Zwrot pieniędzy',
  channel: 'whatsapp',
  tags: ['g1'],
} as unknown as Case
const isIn = (filters: Filters, of: Partial<Case> = {}) => matches({ ...row, ...of }, filters, 'a1', new Set(['c1']))

describe('a saved view', () => {
  it('asks what the server asks', () => {
    const yes: Filters[] = [{}, { owner: 'me' }, { owner: 'a1' }, { team_id: 't1' }, { tag_id: 'g1' }, { channel: 'whatsapp' }, { text: 'zak' }, { text: 'PIENIĘ' }, { starred: 'yes' }]
    const no: Filters[] = [{ owner: 'nobody' }, { owner: 'a2' }, { team_id: 't2' }, { tag_id: 'g2' }, { channel: 'email' }, { text: 'refund' }]

    expect(yes.map((filters) => isIn(filters))).toEqual(yes.map(() => true))
    expect(no.map((filters) => isIn(filters))).toEqual(no.map(() => false))
  })

  it('knows what nobody owns and what is not starred', () => {
    expect(isIn({ owner: 'nobody' }, { owner: null })).toBe(true)
    expect(isIn({ starred: 'yes' }, { id: 'c2' })).toBe(false)
  })

  it('is of all open cases if it says nothing else', () => {
    expect([placeOf({}), placeOf({ place: 'team' })]).toEqual(['open', 'team'])
  })
})

describe('one act on many', () => {
  it('tells what was done and what was not, and goes on after a failure', async () => {
    const seen: number[] = []
    const result = await inBulk([1, 2, 3, 4, 5, 6], async (n) => {
      if (n % 2 === 0) throw new Error(`no ${n}`)
    }, (count) => seen.push(count))

    expect([result.done.sort(), result.failed.map((one) => one.item).sort()]).toEqual([[1, 3, 5], [2, 4, 6]])
    expect(seen).toEqual([1, 2, 3, 4, 5, 6])
  })
})

describe('the order of a list', () => {
  const view = { id: 'v', name: '', filters: { place: 'open', order: 'latest' }, shared: true, mine: false } as const

  it('asks of a place nothing more until it is another one, and of its team alone', () => {
    expect(filtersOf({ place: 'team', team: 't1', view: null }, 'due')).toBeNull()
    expect(filtersOf({ place: 'team', team: 't1', view: null }, 'waiting')).toEqual({ place: 'team', team_id: 't1', order: 'waiting' })
  })

  it('puts what a person wants before what a view was saved with', () => {
    expect(filtersOf({ place: 'mine', team: null, view }, 'due')).toEqual({ place: 'open', order: 'due' })
  })
})
