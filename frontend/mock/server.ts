/**
 * A small server in memory that speaks the workspace's part of the API.
 *
 * For trying screens without a server and for the tests of client-core. Its rules are a rough
 * sketch of the real ones (deadlines in plain hours, one undo window); never a reference.
 */
import type {
  Agent,
  Author,
  Case,
  Change,
  Contact,
  Conversation,
  Frame,
  Inbox,
  Item,
  Me,
  Move,
  Outcome,
  Preferences,
  Quarantined,
  ReplyInbox,
  Team,
  Template,
} from '../src/client-core/api.types'
import { belongs, compare } from '../src/client-core/places'
import { emptyMessage } from './blank'

export interface World {
  agents: Agent[]
  teams: Team[]
  inboxes: Inbox[]
  contacts: Contact[]
  cases: Case[]
  replyInboxes: Map<string, ReplyInbox[]>
  items: Map<string, Item[]>
  templates: Template[]
  quarantine: Quarantined[]
  preferences: Preferences
}

const HOUR = 3_600_000

export class MockServer {
  seq = 1000
  readonly log: { seq: number; change: Change }[] = []
  readonly listeners = new Set<(frame: Frame) => void>()
  readonly world: World
  me: Agent
  now: () => number
  private nextNumber = 4900
  private nextId = 1

  constructor(world: World, now: () => number = Date.now) {
    this.world = world
    this.me = world.agents[0]!
    this.now = now
    for (const row of world.cases) row.v = this.seq
  }

  iso(offset = 0): string {
    return new Date(this.now() + offset).toISOString()
  }

  id(): string {
    const tail = String(this.nextId++).padStart(12, '0')
    return `0198f000-0000-7000-8000-${tail}`
  }

  session(): Me {
    return {
      agent: this.me,
      workspace: { id: 'w1', name: 'Jan’s Shop' },
      csrf_token: 'mock',
      seq: this.seq,
      now: this.iso(),
      preferences: this.world.preferences,
      undo_seconds: 10,
      simulated: true,
    }
  }

  /** The author of what the signed-in agent does. */
  author(): Author {
    return { kind: 'agent', id: this.me.id, name: this.me.name }
  }

  case(id: string): Case | undefined {
    return this.world.cases.find((row) => row.id === id)
  }

  itemsOf(conversation: string): Item[] {
    let items = this.world.items.get(conversation)
    if (!items) {
      items = []
      this.world.items.set(conversation, items)
    }
    return items
  }

  /** Change a case and tell everybody. */
  patch(id: string, change: Partial<Case>): Case {
    const row = this.case(id)
    if (!row) throw new Error(`no case ${id}`)
    Object.assign(row, change, { v: this.seq + 1 })
    this.publish({ type: 'case', case: { ...row } })
    return row
  }

  /** Put an entry on a timeline and tell everybody. */
  append(conversation: string, item: Omit<Item, 'seq' | 'v'> & Record<string, unknown>): Item {
    const made = { ...item, seq: this.seq + 1, v: this.seq + 1 } as Item
    this.itemsOf(conversation).push(made)
    this.publish({ type: 'item', conversation_id: conversation, item: { ...made } })
    return made
  }

  changeItem(conversation: string, id: string, change: Record<string, unknown>): Item | null {
    const item = this.itemsOf(conversation).find((entry) => entry.id === id)
    if (!item) return null
    Object.assign(item, change, { v: this.seq + 1 })
    this.publish({ type: 'item', conversation_id: conversation, item: { ...item } })
    return item
  }

  event(row: Case, event: string, data: Record<string, unknown> = {}): void {
    this.append(row.conversation_id, {
      id: this.id(),
      kind: 'event',
      at: this.iso(),
      case_id: row.id,
      event,
      data,
      actor: this.author(),
    })
  }

  move(holder: Move['holder'], holderId: string | null, kind: string, inMs: number): Move {
    return {
      holder,
      holder_id: holderId,
      kind,
      due_at: this.iso(inMs),
      opened_at: this.iso(),
      level: 0,
    }
  }

  /** A contact writes. */
  receive(caseId: string, text: string): void {
    const row = this.case(caseId)!
    const at = this.iso()
    const answer = row.answer ?? { opened_at: at, due_at: this.iso(2 * HOUR) }
    const move = row.owner
      ? { ...this.move('agent', row.owner.id, 'answer', 2 * HOUR), due_at: answer.due_at! }
      : { ...this.move('team', row.team?.id ?? null, 'queue', 2 * HOUR), due_at: answer.due_at! }
    this.append(row.conversation_id, {
      ...emptyMessage(),
      id: this.id(),
      at,
      case_id: row.id,
      direction: 'in',
      channel: row.channel,
      text,
      author: { kind: 'contact', id: row.contact.id, name: row.contact.name },
    })
    this.patch(caseId, {
      status: 'open',
      resolution: null,
      park: null,
      answer,
      next_move: move,
      unread: true,
      last_message: { text, direction: 'in', at, channel: row.channel, author_name: row.contact.name },
    })
  }

  assign(id: string, to: { agent_id?: string | null; team_id?: string | null }): Case {
    const row = this.case(id)!
    const agent = this.world.agents.find((one) => one.id === to.agent_id)
    const team = this.world.teams.find((one) => one.id === to.team_id)
    const owner = agent ? { id: agent.id, name: agent.name } : to.team_id ? null : row.owner
    const next = row.next_move
    const held = next && ['agent', 'team'].includes(next.holder)
    const move = held
      ? owner
        ? { ...next, holder: 'agent' as const, holder_id: owner.id, kind: next.kind === 'queue' ? 'answer' : next.kind }
        : { ...next, holder: 'team' as const, holder_id: team?.id ?? row.team?.id ?? null, kind: 'queue' }
      : next
    this.event(row, 'case_assigned', { agent: owner?.name ?? null, team: team?.name ?? null })
    return this.patch(id, {
      owner,
      team: team ? { id: team.id, name: team.name } : row.team,
      next_move: move,
    })
  }

  park(id: string, wakeAt: string, reason: string): Case {
    const row = this.case(id)!
    this.event(row, 'case_parked', { wake_at: wakeAt, reason })
    return this.patch(id, {
      answer: null,
      park: { wake_at: wakeAt, reason, set_by: this.me.id },
      woken: null,
      next_move: { ...this.move('timer', null, 'parked', 0), due_at: wakeAt },
    })
  }

  wake(id: string): Case {
    const row = this.case(id)!
    this.event(row, 'case_woken', { reason: row.park?.reason ?? '' })
    return this.patch(id, {
      park: null,
      woken: row.park ? { at: this.iso(), reason: row.park.reason } : null,
      next_move: this.move('agent', row.owner?.id ?? this.me.id, 'woken', HOUR),
    })
  }

  resolve(id: string, outcome: Outcome): Case {
    const row = this.case(id)!
    this.event(row, 'case_resolved', { outcome })
    return this.patch(id, {
      status: 'resolved',
      next_move: null,
      answer: null,
      park: null,
      resolution: { outcome, at: this.iso(), by: { id: this.me.id, name: this.me.name } },
    })
  }

  reopen(id: string): Case {
    this.event(this.case(id)!, 'case_reopened')
    return this.patch(id, {
      status: 'open',
      resolution: null,
      owner: { id: this.me.id, name: this.me.name },
      next_move: this.move('agent', this.me.id, 'finish', HOUR),
    })
  }

  noReplyNeeded(id: string): Case {
    this.event(this.case(id)!, 'no_reply_needed')
    return this.patch(id, { answer: null, next_move: this.move('contact', null, 'nudge', 24 * HOUR) })
  }

  page(query: URLSearchParams): { items: Case[]; next_cursor: string | null } {
    const place = (query.get('place') ?? 'all') as never
    const contact = query.get('contact_id')
    const team = query.get('team_id')
    const limit = Number(query.get('limit') ?? 50)
    const from = Number(query.get('cursor') ?? 0)
    const rows = this.world.cases
      .filter((row) => belongs(row, place, this.me))
      .filter((row) => (!contact || row.contact.id === contact) && (!team || row.team?.id === team))
      .sort(compare(place, (query.get('order') ?? 'due') as never))
    const next = from + limit < rows.length ? String(from + limit) : null
    return { items: rows.slice(from, from + limit).map((row) => ({ ...row })), next_cursor: next }
  }

  conversation(id: string): Conversation {
    const rows = this.world.cases.filter((row) => row.conversation_id === id)
    const contact = this.world.contacts.find((one) => one.id === rows[0]?.contact.id)!
    return {
      id,
      contact,
      case_ids: rows.map((row) => row.id),
      inboxes: this.world.replyInboxes.get(id) ?? [],
    }
  }

  newCaseNumber(): number {
    this.nextNumber += 1
    return this.nextNumber
  }

  /** Everything after `seq`, as one frame. */
  since(seq: number): Frame {
    const changes = this.log.filter((entry) => entry.seq > seq).map((entry) => entry.change)
    return { seq: this.seq, changes, now: this.iso() }
  }

  private publish(change: Change): void {
    this.seq += 1
    const copy = structuredClone(change)
    this.log.push({ seq: this.seq, change: copy })
    for (const listen of this.listeners) listen({ seq: this.seq, changes: [copy], now: this.iso() })
  }
}
