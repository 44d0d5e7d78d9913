/**
 * What the browser holds of the workspace: current rows, and nothing it made up.
 *
 * Rows carry `v`, the sequence of their last change. Applying is idempotent and free of order:
 * a row that is not newer than the one held is ignored. So a snapshot, a change, an echo and a
 * repeated change may arrive in any order and end the same.
 */
import type { Order } from './api.desk'
import type { Agent, Case, Change, Id, Inbox, Item, Place, Ref, Team } from './api.types'
import type { ContactRef } from './people'
import { belongs, compare, type Viewer } from './places'
import { Timeline } from './timeline'
import { Whole } from './whole'

/** Makes the maps; the workspace passes Vue's reactive ones, tests plain ones. */
export type MapMaker = <K, V>() => Map<K, V>

/** Of so many contacts is kept what was said last: more than change while a page is on its way. */
const MOST_TOLD = 500

/** Those whose name stands in rows of cases. */
type Part = 'contact' | 'owner' | 'team'

export class EntityStore {
  readonly cases: Map<Id, Case>
  readonly agents: Map<Id, Agent>
  readonly teams: Map<Id, Team>
  readonly inboxes: Map<Id, Inbox>
  readonly timelines: Map<Id, Timeline>
  /** By what the three lists are filled. */
  readonly whole: { agents: Whole<Agent>; teams: Whole<Team>; inboxes: Whole<Inbox> }
  private readonly map: MapMaker
  private readonly passedOver = new Map<Id, number>()
  private readonly told = new Map<Id, { seq: number; ref: ContactRef }>()

  constructor(map: MapMaker = () => new Map()) {
    this.map = map
    this.cases = map()
    this.agents = map()
    this.teams = map()
    this.inboxes = map()
    this.timelines = map()
    this.whole = { agents: new Whole(this.agents), teams: new Whole(this.teams), inboxes: new Whole(this.inboxes) }
  }

  /** Take a row of a case, at least as new as `seq`. Returns whether it was news. */
  applyCase(row: Case, seq: number | null = null): boolean {
    const held = this.cases.get(row.id)
    const isNews = held ? row.v > held.v : row.v >= (this.passedOver.get(row.id) ?? 0)
    if (!isNews) return false
    this.passedOver.delete(row.id)
    const told = this.told.get(row.contact.id)
    this.cases.set(row.id, told && told.seq > (seq ?? 0) ? { ...row, contact: { ...row.contact, ...told.ref } } : row)
    return true
  }

  /** Take rows of a page, at least as new as `seq`: what was said since of their contacts counts more. */
  applyCases(rows: readonly Case[], seq: number | null = null): void {
    for (const row of rows) this.applyCase(row, seq)
  }

  /** Take one entry of a conversation; conversations nobody opened are not kept. */
  applyItem(conversation: Id, item: Item): boolean {
    return this.timelines.get(conversation)?.apply(item) ?? false
  }

  /** Take changes up to `seq`. Cases that are neither held nor `wanted` are passed over. */
  applyChanges(changes: readonly Change[], wanted: (row: Case) => boolean = () => true, seq = 0): void {
    for (const change of changes) {
      if (change.type === 'case' && !this.cases.has(change.case.id) && !wanted(change.case)) {
        this.passOver(change.case)
      } else this.apply(change, seq)
    }
  }

  /** The timeline of a conversation, made empty when it is new. */
  timeline(conversation: Id): Timeline {
    const held = this.timelines.get(conversation)
    if (held) return held
    const made = new Timeline(this.map)
    this.timelines.set(conversation, made)
    return made
  }

  /** Rows of a place in their order, up to `horizon` (the last row of a page that has a next one). */
  list(place: Place, viewer: Viewer, horizon: Case | null = null, by: Order = 'due'): Case[] {
    const order = compare(place, by)
    const rows: Case[] = []
    for (const row of this.cases.values()) {
      if (!belongs(row, place, viewer)) continue
      if (horizon && order(row, horizon) > 0) continue
      rows.push(row)
    }
    return rows.sort(order)
  }

  clear(): void {
    for (const map of [this.cases, this.timelines, this.passedOver]) map.clear()
    this.beginAnew()
  }

  /** Put what is known of somebody into the rows that name them. */
  know(part: Part, ref: Ref & Partial<ContactRef>): void {
    for (const row of this.cases.values()) {
      const held = row[part]
      if (held?.id === ref.id && (part === 'contact' || held.name !== ref.name)) this.cases.set(row.id, { ...row, [part]: { ...held, ...ref } })
    }
  }

  /** What comes from now on is read anew, and its numbers may be lower. */
  private beginAnew(): void {
    this.told.clear()
    for (const one of Object.values(this.whole)) one.forget()
  }

  private apply(change: Change, seq: number): void {
    switch (change.type) {
      case 'case':
        this.applyCase(change.case, seq)
        break
      case 'item':
        this.applyItem(change.conversation_id, change.item)
        break
      case 'agent':
        this.whole.agents.tell(change.agent, seq)
        this.know('owner', { id: change.agent.id, name: change.agent.name })
        break
      case 'inbox':
        this.whole.inboxes.tell(change.inbox, seq)
        break
      case 'contact':
        this.tell(change.contact, seq)
        break
      case 'outdated':
        break
      case 'reset':
        this.beginAnew()
        break
    }
  }

  /** Note only how new it was, so that a late snapshot cannot bring back an older row. */
  private passOver(row: Case): void {
    const known = this.passedOver.get(row.id) ?? 0
    if (row.v > known) this.passedOver.set(row.id, row.v)
  }

  /** A page that was read before this may come after it. */
  private tell(ref: ContactRef, seq: number): void {
    this.know('contact', ref)
    if (!seq) return
    this.told.delete(ref.id)
    this.told.set(ref.id, { seq, ref })
    if (this.told.size > MOST_TOLD) this.told.delete(this.told.keys().next().value!)
  }
}
