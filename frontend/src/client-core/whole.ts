/** Short lists that are held whole: colleagues, teams, inboxes. They come by pages, one by one by the stream, and from what is saved here. */
import type { Id, Page } from './api.types'
import { Problem, type Answer, type Query } from './http'

/** Reads a list to its end. Where what the last page ended with is gone meanwhile, it is begun anew, once. */
export function everyPage<T>(read: (query: Query) => Promise<Answer<Page<T>>>): () => Promise<Answer<Page<T>>> {
  async function all(isAgain: boolean): Promise<Answer<Page<T>>> {
    const first = await read({ limit: 200 })
    const items = [...first.data.items]
    try {
      for (let cursor = first.data.next_cursor; cursor; ) {
        const { data } = await read({ limit: 200, cursor })
        items.push(...data.items)
        cursor = data.next_cursor
      }
    } catch (error) {
      if (isAgain || !(error instanceof Problem) || error.status !== 422) throw error
      return all(true)
    }
    return { ...first, data: { items, next_cursor: null } }
  }
  return () => all(false)
}

/** Keeps of each row what is newest, whatever the order in which answers arrive. */
export class Whole<T extends { id: Id }> {
  private readonly rows: Map<Id, T>
  private turns = 0
  private readonly known = new Map<Id, { turn: number; seq: number }>()

  constructor(rows: Map<Id, T>) {
    this.rows = rows
  }

  /** The rows stay; whatever is read next counts more. */
  forget(): void {
    this.known.clear()
  }

  /** Take what the stream told up to `seq`. */
  tell(row: T, seq: number): void {
    this.known.set(row.id, { turn: 0, seq })
    this.rows.set(row.id, row)
  }

  /** Take the answer to what was saved here: lists that were asked for before do not have it. */
  save(row: T): void {
    this.turns += 1
    this.known.set(row.id, { turn: this.turns, seq: 0 })
    this.rows.set(row.id, row)
  }

  /** Read the list, and take of it what is not older than what is here. Returns its rows. */
  async load(ask: () => Promise<Answer<Page<T>>>): Promise<T[]> {
    this.turns += 1
    const turn = this.turns
    const { data, seq } = await ask()
    for (const row of data.items) {
      const known = this.known.get(row.id)
      if (!known || (known.turn < turn && known.seq <= (seq ?? Infinity))) this.rows.set(row.id, row)
    }
    return data.items
  }
}
