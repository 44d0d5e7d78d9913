/** What happened, in words: one message id an event of the timeline. */
import type { EventItem, Id } from './api.types'
import { msg, type Formats, type Words } from './time'

interface Said extends Words {
  /** Drawn as a line of its own weight, not as a whisper. */
  isStrong: boolean
}

export interface EventView {
  now: number
  formats: Formats
  /** The name of an agent or a team. */
  nameOf: (id: Id) => string | undefined
}

const WORDS: Record<string, string> = {
  case_opened: msg('event-case-opened'),
  case_resolved: msg('event-case-resolved'),
  case_reopened: msg('event-case-reopened'),
  case_parked: msg('event-case-parked'),
  case_woken: msg('event-case-woken'),
  case_assigned: msg('event-case-assigned'),
  holding_reply_sent: msg('event-promise-made'),
  promise_made: msg('event-promise-made'),
  promise_withdrawn: msg('event-promise-withdrawn'),
  promise_came_near: msg('event-promise-near'),
  reply_not_needed: msg('event-no-reply-needed'),
  no_reply_needed: msg('event-no-reply-needed'),
  reply_undone: msg('event-reply-undone'),
  // Why is said at the message itself.
  delivery_failed: msg('event-reply-lost'),
  contact_nudged: msg('event-nudged'),
  nudged: msg('event-nudged'),
  subject_changed: msg('event-subject-changed'),
  identity_changed: msg('event-identity-changed'),
  identity_proven: msg('event-identity-proven'),
  contact_erased: msg('event-contact-erased'),
  contacts_merged: msg('event-contacts-merged'),
  contacts_parted: msg('event-contacts-parted'),
  opted_out: msg('event-opted-out'),
  opted_in: msg('event-opted-in'),
  consult_opened: msg('event-consult-opened'),
  consult_closed: msg('event-consult-closed'),
  consult_redirected: msg('event-consult-redirected'),
}

const STRONG = new Set(['case_woken', 'delivery_failed'])

type Raw = Record<string, unknown>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const raw = (value: unknown): Raw => (value && typeof value === 'object' ? (value as Raw) : {})

/** The sentence of an event; an unknown one shows its own name rather than nothing. */
export function eventWords(item: EventItem, view: EventView): Said {
  const { data } = item
  const park = raw(data.park)
  const promise = raw(data.promise)
  const instant = [data.wake_at, park.wake_at, data.due_at, promise.due_at].map(text).find(Boolean)
  const isPerson = item.actor?.kind === 'agent' && !!item.actor.name
  const args = {
    // One of: a person did it, the contact, or the system.
    by: isPerson ? 'person' : item.actor?.kind === 'contact' ? 'contact' : 'system',
    actor: isPerson ? item.actor!.name : '',
    until: instant ? view.formats.full(Date.parse(instant), view.now) : '',
    reason: text(data.reason) || text(park.reason),
    outcome: text(data.outcome) || 'solved',
    cause: text(data.cause) || 'other',
    to: assignee(data, view),
    subject: text(data.subject),
    address: text(data.address),
    scope: text(data.scope) || 'everything',
    who: text(data.name),
    name: item.event.replaceAll('_', ' '),
  }
  const isTaken = item.event === 'case_assigned' && isPerson && text(data.owner_id) === item.actor!.id
  return { id: isTaken ? msg('event-case-taken') : WORDS[item.event] ?? msg('event-other'), args, isStrong: STRONG.has(item.event) }
}

function assignee(data: Raw, view: EventView): string {
  const named = (value: unknown) => text(raw(value).name) || text(value)
  const agent = text(data.owner_id) || text(data.agent_id)
  const known = agent ? view.nameOf(agent) : view.nameOf(text(data.team_id))
  return known || named(data.owner) || named(data.agent) || named(data.team) || '–'
}
