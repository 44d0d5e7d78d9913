import { describe, expect, it } from 'vitest'
import type { Item, TimelinePage } from '@/client-core/api.types'
import { steadyRows, timelineRows } from '@/client-core/rows'
import { Timeline } from '@/client-core/timeline'
import { emptyMessage } from '../mock/blank'

function said(seq: number, extra: Partial<Item> & { text?: string; channel?: string; direction?: string } = {}): Item {
  return {
    ...emptyMessage(),
    id: `m${seq}`,
    seq,
    v: seq,
    at: new Date(Date.UTC(2026, 10, 2, 10, seq % 60)).toISOString(),
    case_id: 'c1',
    author: { kind: 'contact', id: 'k1', name: 'Anna' },
    ...extra,
  } as Item
}

const page = (items: Item[], before = false, after = false): TimelinePage => ({
  items,
  has_more_before: before,
  has_more_after: after,
  next_cursor: null,
})

const seqs = (timeline: Timeline) => timeline.view().map((item) => item.seq)

describe('a timeline', () => {
  it('keeps what arrived while it was being loaded', () => {
    const timeline = new Timeline()
    timeline.apply(said(9))

    timeline.merge(page([said(7), said(8)], true), 'end')

    expect(seqs(timeline)).toEqual([7, 8, 9])
  })

  it('grows backwards page by page', () => {
    const timeline = new Timeline()
    timeline.merge(page([said(20), said(21)], true), 'end')

    timeline.merge(page([said(10), said(11)], true), 'before')
    const between = seqs(timeline)
    timeline.merge(page([said(1)], false), 'before')

    expect([between, seqs(timeline), timeline.window?.moreBefore]).toEqual([[10, 11, 20, 21], [1, 10, 11, 20, 21], false])
  })

  it('shows what was brought in from an archive before all else, though it came last', () => {
    const timeline = new Timeline()
    timeline.merge(page([said(5), said(6)]), 'end')

    timeline.apply(said(-20))
    timeline.apply(said(-10))

    expect(seqs(timeline)).toEqual([-20, -10, 5, 6])
  })

  it('never shows an entry beyond a hole', () => {
    const timeline = new Timeline()
    timeline.merge(page([said(5), said(6)], true, true), 'end')

    timeline.apply(said(90))
    const before = seqs(timeline)
    timeline.merge(page([said(7), said(8)], true, false), 'after')

    expect([before, seqs(timeline)]).toEqual([[5, 6], [5, 6, 7, 8, 90]])
  })

  it('forgets the oldest when it gets long, and knows that there is more', () => {
    const timeline = new Timeline()
    timeline.merge(page([1, 2, 3, 4].map((seq) => said(seq))), 'end')

    timeline.trim(2)

    expect([seqs(timeline), timeline.window?.moreBefore]).toEqual([[3, 4], true])
  })

  it('shows only so much to both sides of what one reads, and finds the rest again', () => {
    const timeline = new Timeline()
    timeline.merge(page([3, 4, 5, 6].map((seq) => said(seq)), true), 'end')

    timeline.merge(page([said(1), said(2)]), 'before')
    timeline.narrow(4, 'before')
    const above = [seqs(timeline), timeline.window?.moreAfter]
    timeline.merge(page([said(5), said(6)]), 'after')
    timeline.narrow(4, 'after')

    expect(above).toEqual([[1, 2, 3, 4], true])
    expect([seqs(timeline), timeline.window?.moreBefore, timeline.window?.moreAfter]).toEqual([[3, 4, 5, 6], true, false])
  })

  it('remembers its newest reply while one reads far above', () => {
    const timeline = new Timeline()
    const sent = said(9, { direction: 'out', author: { kind: 'agent', id: 'me', name: 'me' } } as never)
    timeline.merge(page([said(1), said(2), sent]), 'end')

    timeline.narrow(1, 'before')

    expect([seqs(timeline), timeline.lastOutboundSeq()]).toEqual([[1], 9])
  })

  it('knows the newest reply in sight, and the newest of one’s own', () => {
    const timeline = new Timeline()
    const out = (seq: number, id: string) => said(seq, { direction: 'out', author: { kind: 'agent', id, name: id } } as never)
    timeline.merge(page([out(1, 'me'), out(2, 'other'), said(3)]), 'end')

    expect([timeline.lastOutboundSeq(), timeline.lastOutboundSeq('me')]).toEqual([2, 1])
  })
})

describe('its rows', () => {
  const types = (items: Item[], open = 'c1') => timelineRows(items, open).map((row) => row.type)

  it('begin each day with its date', () => {
    const next = said(2, { at: '2026-11-03T10:00:00Z' })

    expect(types([said(1), next])).toEqual(['case', 'day', 'item', 'gap', 'day', 'item'])
  })

  it('leave a line for a silence of more than eight hours, of which the server may tell', () => {
    const rows = timelineRows([said(1), said(2, { at: '2026-11-13T10:00:00Z' })], 'c1')
    const from = Date.parse('2026-11-02T10:01:00Z')

    expect(rows.find((row) => row.type === 'gap')).toMatchObject({ from, to: Date.parse('2026-11-13T10:00:00Z') })
    expect(types([said(1), said(2, { at: '2026-11-02T18:00:00Z' })])).not.toContain('gap')
  })

  it('say where another case begins, and which one is open', () => {
    const rows = timelineRows([said(1, { case_id: 'c0' }), said(2), said(3)], 'c1')

    expect(rows.filter((row) => row.type === 'case')).toMatchObject([
      { caseId: 'c0', isOpenCase: false },
      { caseId: 'c1', isOpenCase: true },
    ])
  })

  it('say where the channel changes, but not at the start', () => {
    const rows = timelineRows([said(1, { channel: 'email' }), said(2), said(3)], 'c1')

    expect(rows.filter((row) => row.type === 'channel')).toMatchObject([{ channel: 'whatsapp' }])
  })

  it('name the speaker once a run', () => {
    const rows = timelineRows([said(1), said(2), said(30)], 'c1').filter((row) => row.type === 'item')

    expect(rows.map((row) => row.type === 'item' && row.isRunStart)).toEqual([true, false, true])
  })

  it('are the same objects until something about them changes', () => {
    const items = [said(1), said(2), said(3)]
    const before = timelineRows(items, 'c1')
    const edited = said(2, { v: 9, text: 'changed' })

    const after = steadyRows(before, timelineRows([items[0]!, edited, items[2]!], 'c1'))

    expect(after.map((row, at) => row === before[at])).toEqual([true, true, true, false, true])
    expect(after[3]).toMatchObject({ item: edited })
  })
})
