import { describe, expect, it } from 'vitest'
import type { Page } from '@/client-core/api.types'
import { Problem, type Answer } from '@/client-core/http'
import { everyPage, Whole } from '@/client-core/whole'

interface Box {
  id: string
  name: string
}

const page = (items: Box[], seq: number | null = null, next_cursor: string | null = null): Answer<Page<Box>> => ({
  data: { items, next_cursor },
  status: 200,
  seq,
})

/** An answer that comes when it is told to. */
function waiting(): { ask: () => Promise<Answer<Page<Box>>>; come: (answer: Answer<Page<Box>>) => void } {
  let come!: (answer: Answer<Page<Box>>) => void
  const answer = new Promise<Answer<Page<Box>>>((resolve) => (come = resolve))
  return { ask: () => answer, come }
}

describe('a list that is held whole', () => {
  it('does not take back what was saved while it was on its way', async () => {
    const rows = new Map<string, Box>()
    const whole = new Whole(rows)
    const late = waiting()

    const loading = whole.load(late.ask)
    whole.save({ id: 'a', name: 'paused' })
    late.come(page([{ id: 'a', name: 'active' }, { id: 'b', name: 'other' }], 9))
    await loading

    expect([rows.get('a')?.name, rows.get('b')?.name]).toEqual(['paused', 'other'])
  })

  it('takes what was asked for after something was saved', async () => {
    const rows = new Map<string, Box>()
    const whole = new Whole(rows)

    whole.save({ id: 'a', name: 'paused' })
    await whole.load(async () => page([{ id: 'a', name: 'active again' }]))

    expect(rows.get('a')?.name).toBe('active again')
  })

  it('keeps what the stream told where the list is older, and takes the list where it is not', async () => {
    const rows = new Map<string, Box>()
    const whole = new Whole(rows)

    whole.tell({ id: 'a', name: 'told' }, 7)
    await whole.load(async () => page([{ id: 'a', name: 'older' }], 6))
    const kept = rows.get('a')?.name
    await whole.load(async () => page([{ id: 'a', name: 'newer' }], 7))

    expect([kept, rows.get('a')?.name]).toEqual(['told', 'newer'])
  })
})

describe('every page of a list', () => {
  it('is read, and is as new as the first', async () => {
    const pages = [page([{ id: 'a', name: '' }], 3, 'a'), page([{ id: 'b', name: '' }], 5)]
    const asked: unknown[] = []

    const all = await everyPage<Box>(async (query) => (asked.push(query.cursor), pages[asked.length - 1]!))()

    expect([all.data.items.map(({ id }) => id), all.seq, asked]).toEqual([['a', 'b'], 3, [undefined, 'a']])
  })

  it('is begun anew where the page before ended with what is gone', async () => {
    let turns = 0
    const read = async (): Promise<Answer<Page<Box>>> => {
      turns += 1
      if (turns === 2) throw new Problem(422, { code: 'invalid_input' } as never)
      return page([{ id: String(turns), name: '' }], turns, turns === 1 ? 'gone' : null)
    }

    const all = await everyPage<Box>(read)()

    expect(all.data.items.map(({ id }) => id)).toEqual(['3'])
  })
})
