/**
 * The part of one conversation that is held: a window without holes, and whether more lies
 * before or after it.
 *
 * Entries outside the window are kept but not shown until the window reaches them, so nothing
 * is ever silently skipped between two shown entries.
 */
import type { Id, Item, TimelinePage } from './api.types'
import type { MapMaker } from './store'

/** Where a page was asked for: the newest end, older than, newer than, or both sides of a place. */
export type PageSide = 'end' | 'before' | 'after'

export interface Window {
  from: number
  to: number
  moreBefore: boolean
  moreAfter: boolean
}

export class Timeline {
  private readonly items: Map<Id, Item>
  private readonly state: Map<'window', Window>

  constructor(map: MapMaker = () => new Map()) {
    this.items = map()
    this.state = map()
  }

  get window(): Window | null {
    return this.state.get('window') ?? null
  }

  get isLoaded(): boolean {
    return this.window !== null
  }

  get(id: Id): Item | undefined {
    return this.items.get(id)
  }

  /** All that is here, also what lies outside the window. */
  get held(): Iterable<Item> {
    return this.items.values()
  }

  /** Take one entry; older versions of it are ignored. Returns whether it was news. */
  apply(item: Item): boolean {
    const held = this.items.get(item.id)
    if (held && held.v >= item.v) return false
    this.items.set(item.id, item)
    return true
  }

  /** Join a page to the window. `side` says where it was asked for. */
  merge(page: TimelinePage, side: PageSide): void {
    for (const item of page.items) this.apply(item)
    const first = page.items[0]?.seq
    const last = page.items.at(-1)?.seq
    const held = this.window
    if (!held || side === 'end') {
      this.setWindow({
        from: page.has_more_before ? (first ?? 0) : Number.NEGATIVE_INFINITY,
        to: page.has_more_after ? (last ?? 0) : Number.POSITIVE_INFINITY,
        moreBefore: page.has_more_before,
        moreAfter: page.has_more_after,
      })
    } else if (side === 'before') {
      const more = page.has_more_before
      this.setWindow({ ...held, from: more ? (first ?? held.from) : Number.NEGATIVE_INFINITY, moreBefore: more })
    } else {
      const more = page.has_more_after
      this.setWindow({
        ...held,
        to: more ? (last ?? held.to) : Number.POSITIVE_INFINITY,
        moreAfter: more,
      })
    }
  }

  /** Forget the window (not the entries), before jumping to another place. */
  leave(): void {
    this.state.delete('window')
  }

  /** What is shown, in order. */
  view(): Item[] {
    const window = this.window
    if (!window) return []
    const shown: Item[] = []
    for (const item of this.items.values()) {
      if (item.seq >= window.from && item.seq <= window.to) shown.push(item)
    }
    return shown.sort((a, b) => a.seq - b.seq)
  }

  /** Keep only the newest `keep` entries of the window, so that a long day stays light. */
  trim(keep: number): void {
    const shown = this.view()
    const window = this.window
    if (!window || shown.length <= keep) return
    const dropped = shown.slice(0, shown.length - keep)
    for (const item of dropped) this.items.delete(item.id)
    this.setWindow({ ...window, from: shown[shown.length - keep]!.seq, moreBefore: true })
  }

  /**
   * Show no more than `keep` entries, giving up those farthest from `side`, where one reads.
   * They stay held: what we sent last must be known, and asking for them again is cheap.
   */
  narrow(keep: number, side: 'before' | 'after'): void {
    const shown = this.view()
    const window = this.window
    if (!window || shown.length <= keep) return
    if (side === 'before') this.setWindow({ ...window, to: shown[keep - 1]!.seq, moreAfter: true })
    else this.setWindow({ ...window, from: shown[shown.length - keep]!.seq, moreBefore: true })
  }

  /** The sequence of the newest message we sent (or only `by` one of us): what is in sight of a writer. */
  lastOutboundSeq(by?: Id): number {
    let last = 0
    for (const item of this.items.values()) {
      if (item.kind !== 'message' || item.direction !== 'out' || item.seq <= last) continue
      if (by === undefined || item.author.id === by) last = item.seq
    }
    return last
  }

  private setWindow(window: Window): void {
    this.state.set('window', window)
  }
}
