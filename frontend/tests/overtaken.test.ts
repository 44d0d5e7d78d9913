import { describe, expect, it } from 'vitest'
import type { Item } from '@/client-core/api.types'
import { overtaking } from '@/client-core/overtaken'

const NINE = Date.parse('2026-11-23T09:00:00Z')
const said = (seq: number, by: string, minutes: number, more: object = {}): Item =>
  ({
    id: `m${seq}`,
    seq,
    kind: 'message',
    direction: 'out',
    author: { kind: 'agent', id: by, name: by },
    at: new Date(NINE + minutes * 60_000).toISOString(),
    ...more,
  }) as unknown as Item

describe('a reply that overtakes a draft', () => {
  it('is the newest that a colleague sent since the first word', () => {
    const found = overtaking([said(1, 'peter', 1), said(2, 'ana', 2)], NINE, 'olga')

    expect(found?.seq).toBe(2)
  })

  it.each([
    ['what was there before', said(1, 'peter', -1)],
    ["one's own", said(1, 'olga', 1)],
    ["the contact's", said(1, 'anna', 1, { direction: 'in', author: { kind: 'contact', id: 'anna', name: 'Anna' } })],
    ['what went out by itself', said(1, 'bot', 1, { author: { kind: 'system', id: null, name: '' } })],
    ['a note', said(1, 'peter', 1, { kind: 'note' })],
  ])('is not %s', (_, item) => {
    expect(overtaking([item], NINE, 'olga')).toBeNull()
  })
})
