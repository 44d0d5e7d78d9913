/** A sample workspace: a shop on an ordinary day, in four languages. */
import type { Case, Contact, Item, Outcome, ReplyInbox } from '../src/client-core/api.types'
import { ANNA, AFTER_PARCEL } from './stories'
import { emptyMessage } from './blank'
import type { World } from './server'

const MIN = 60_000
const HOUR = 60 * MIN
const DAY = 24 * HOUR

const ME = { id: 'a1', name: 'Olga Nowak' }
const PETER = { id: 'a2', name: 'Péter Szabó' }
const ORDERS = { id: 't1', name: 'Orders' }
const RETURNS = { id: 't2', name: 'Returns' }

interface Sketch {
  id: string
  contact: string
  channel?: string
  number: number
  subject: string | null
  owner?: typeof ME | null
  team?: typeof ORDERS
  text: string
  direction?: 'in' | 'out'
  ago: number
  holder: 'agent' | 'team' | 'timer' | 'contact' | 'bot' | 'department' | null
  kind: string
  due: number
  reason?: string
  outcome?: Outcome
  unread?: boolean
  failed?: boolean
  promise?: number
  previous?: string
}

const SKETCHES: Sketch[] = [
  { id: 'c2', contact: 'Nagy Péter', number: 4790, subject: 'Hibás számla', channel: 'email', text: 'Kedves Ügyfélszolgálat! A számlán rossz a cím, kérem javítsák.', ago: 300, holder: 'agent', kind: 'answer', due: -38, owner: ME, unread: true },
  { id: 'c1', contact: 'Anna Kowalska', number: 4812, subject: 'Refund not received', text: 'Any news? My card statement still shows nothing.', ago: 70, holder: 'agent', kind: 'promise', due: 35, owner: ME, unread: true, promise: 35, previous: 'c1b' },
  { id: 'c3', contact: 'Tomasz Zieliński', number: 4801, subject: 'Zamiana rozmiaru kurtki', text: 'Dzień dobry, czy rozmiar M jest już dostępny?', ago: 2900, holder: 'agent', kind: 'woken', due: 52, owner: ME, reason: 'check whether size M is back' },
  { id: 'c4', contact: 'Ирина Соколова', number: 4815, subject: 'Не пришёл трек-номер', channel: 'telegram', text: 'Здравствуйте! Подскажите, пожалуйста, где мой заказ?', ago: 40, holder: 'agent', kind: 'answer', due: 190, owner: ME },
  { id: 'c5', contact: 'Zoë Martin', number: 4807, subject: 'Gift card cannot be redeemed', text: 'Here is a screenshot of the error', ago: 25, holder: 'agent', kind: 'delivery', due: 130, owner: ME, failed: true, direction: 'out' },
  { id: 'c6', contact: 'Jakub Wójcik', number: 4816, subject: 'Two parcels, one empty', text: 'One box was sealed but had nothing in it.', ago: 12, holder: 'agent', kind: 'answer', due: 20 * 60, owner: ME },
  { id: 'c7', contact: 'Maria da Conceição Almeida Figueiredo', number: 4817, subject: 'A question about customs for a shipment with a very long subject line', text: 'Do I pay customs on arrival?', ago: 8, holder: 'agent', kind: 'answer', due: 26 * 60 + 400, owner: ME },
  { id: 'q1', contact: 'Bence Tóth', number: 4820, subject: 'Elveszett csomag', text: 'A futár szerint kézbesítette, de nincs itt.', ago: 14, holder: 'team', kind: 'queue', due: 46, owner: null, unread: true },
  { id: 'q2', contact: '+48 601 222 333', number: 4821, subject: null, text: 'hej, czy macie to w czarnym?', ago: 5, holder: 'team', kind: 'queue', due: 115, owner: null, unread: true },
  { id: 'q3', contact: 'Lukas Brandt', number: 4822, subject: 'Return label', channel: 'email', team: RETURNS, text: 'The PDF is blank when I print it.', ago: 3, holder: 'team', kind: 'queue', due: 230, owner: null },
  { id: 'w1', contact: 'Marek Lis', number: 4711, subject: 'Late return', text: 'We need the order number from your invoice, please.', direction: 'out', ago: 1400, holder: 'contact', kind: 'nudge', due: 1500, owner: ME },
  { id: 'w2', contact: 'Елена Орлова', number: 4733, subject: 'Возврат пальто', text: 'Пришлите, пожалуйста, фото этикетки.', direction: 'out', ago: 600, holder: 'contact', kind: 'close', due: 3200, owner: ME },
  { id: 'p1', contact: 'Kata Horváth', number: 4765, subject: 'Refund landed?', text: 'We will check with the bank on Wednesday.', direction: 'out', ago: 1500, holder: 'timer', kind: 'parked', due: 300, owner: ME, reason: 'check the refund' },
  { id: 'p2', contact: 'Piotr Dąbrowski', number: 4771, subject: 'Replacement', text: 'Dziękuję, czekam na wymianę.', ago: 2000, holder: 'timer', kind: 'parked', due: 3100, owner: ME, reason: 'replacement should have arrived' },
  { id: 'r1', contact: 'Anna Kowalska', number: 4640, subject: 'Size exchange', text: 'Thank you, it fits.', ago: 40 * 24 * 60, holder: null, kind: '', due: 0, owner: PETER, outcome: 'solved' },
  { id: 'r2', contact: 'Grace Hopper', number: 4699, subject: 'Invoice with VAT number', text: 'Got it, thanks!', ago: 26 * 60, holder: null, kind: '', due: 0, owner: ME, outcome: 'solved' },
]

export function seed(now: number): World {
  const iso = (minutes: number) => new Date(now + minutes * MIN).toISOString()
  const contacts = new Map<string, Contact>()
  const cases: Case[] = []
  const items = new Map<string, Item[]>()
  const replyInboxes = new Map<string, ReplyInbox[]>()
  for (const sketch of SKETCHES) {
    const contact = contactOf(contacts, sketch, iso(-90 * 24 * 60))
    const row = caseOf(sketch, contact, iso)
    cases.push(row)
    const list = items.get(row.conversation_id) ?? []
    items.set(row.conversation_id, list)
    replyInboxes.set(row.conversation_id, inboxesFor(sketch, now))
    if (contact.name === 'Anna Kowalska') continue
    list.push(firstMessage(sketch, row, list.length + 1))
  }
  const anna = cases.find((row) => row.id === 'c1')!
  items.set(anna.conversation_id, ANNA(now, anna.contact, ME, PETER))
  const jakub = cases.find((row) => row.id === 'c6')!
  items.set(jakub.conversation_id, AFTER_PARCEL(now, jakub.contact, ME))
  return {
    agents: agents(),
    teams: [
      { ...ORDERS, business_hours_id: null, first_reply_minutes: 120, next_reply_minutes: 240, agent_ids: ['a1', 'a2'] },
      { ...RETURNS, business_hours_id: null, first_reply_minutes: 240, next_reply_minutes: 480, agent_ids: ['a1'] },
    ],
    inboxes: inboxes(now),
    contacts: [...contacts.values()],
    cases,
    replyInboxes,
    items,
    templates: [
      { name: 'follow_up', language: 'en', category: 'utility', status: 'approved', body: 'Hello {{name}}, we have news about your order {{order}}. Reply here to continue.', parameters: ['name', 'order'] },
      { name: 'powrot', language: 'pl', category: 'utility', status: 'approved', body: 'Dzień dobry, wracamy do Państwa zgłoszenia {{number}}.', parameters: ['number'] },
    ],
    quarantine: [
      { id: 1, inbox_id: 'i1', inbox_name: 'Shop WhatsApp', received_at: iso(-12), reason: 'the body is not JSON: JSONDecodeError', why: [{ code: 'not_json', facts: { problem: 'JSONDecodeError' } }], attempts: 3, byte_count: 812, preview: '{"object":"whatsapp_business_account","entry":[{"id":' },
    ],
    preferences: {},
  }
}

function contactOf(held: Map<string, Contact>, sketch: Sketch, createdAt: string): Contact {
  const known = held.get(sketch.contact)
  if (known) return known
  const id = `k${held.size + 1}`
  const contact: Contact = {
    id,
    name: sketch.contact,
    conversation_id: `v${held.size + 1}`,
    created_at: createdAt,
    cases: [],
    identities: [
      { id: `${id}w`, channel: sketch.channel ?? 'whatsapp', address: '+48 512 345 214', display: '+48 512 345 214', assurance: 'channel' },
    ],
  }
  if (sketch.contact === 'Anna Kowalska') {
    contact.identities.push({ id: `${id}e`, channel: 'email', address: 'anna.kowalska@example.com', display: null, assurance: 'verified' })
    contact.identities[0]!.assurance = 'verified'
  }
  held.set(sketch.contact, contact)
  return contact
}

function caseOf(sketch: Sketch, contact: Contact, iso: (minutes: number) => string): Case {
  const owner = sketch.owner ?? null
  const holderId = { agent: owner?.id ?? null, team: (sketch.team ?? ORDERS).id, contact: contact.id, timer: null, bot: null, department: null }
  return {
    id: sketch.id,
    conversation_id: contact.conversation_id!,
    contact: { id: contact.id, name: contact.name },
    number: sketch.number,
    status: sketch.outcome ? 'resolved' : 'open',
    subject: sketch.subject,
    owner,
    team: sketch.team ?? ORDERS,
    next_move: sketch.holder
      ? { holder: sketch.holder, holder_id: holderId[sketch.holder], kind: sketch.kind, due_at: iso(sketch.due), opened_at: iso(-sketch.ago), level: 0 }
      : null,
    last_message: { text: sketch.text, direction: sketch.direction ?? 'in', at: iso(-sketch.ago), channel: sketch.channel ?? 'whatsapp', author_name: sketch.direction === 'out' ? (owner?.name ?? null) : contact.name },
    promise_at: sketch.promise ? iso(sketch.promise) : null,
    answer: ['answer', 'queue', 'promise'].includes(sketch.kind) ? { opened_at: iso(-sketch.ago), due_at: iso(sketch.due) } : null,
    park: sketch.reason && sketch.kind === 'parked' ? { wake_at: iso(sketch.due), reason: sketch.reason, set_by: ME.id } : null,
    woken: sketch.reason && sketch.kind === 'woken' ? { at: iso(-10), reason: sketch.reason } : null,
    resolution: sketch.outcome ? { outcome: sketch.outcome, at: iso(-sketch.ago), by: owner } : null,
    opened_at: iso(-sketch.ago - 60),
    previous_case_id: null,
    channel: sketch.channel ?? 'whatsapp',
    unread: !!sketch.unread,
    delivery_failed: !!sketch.failed,
    sends_at: null,
    v: 1000,
  }
}

function firstMessage(sketch: Sketch, row: Case, seq: number): Item {
  const isOut = sketch.direction === 'out'
  return {
    ...emptyMessage(),
    id: `m-${sketch.id}`,
    seq,
    v: seq,
    at: row.last_message!.at,
    case_id: row.id,
    direction: sketch.direction ?? 'in',
    channel: row.channel,
    text: sketch.text,
    author: isOut ? { kind: 'agent', ...ME } : { kind: 'contact', ...row.contact },
    delivery: isOut
      ? { state: sketch.failed ? 'failed' : 'read', reason: sketch.failed ? 'The number is not on WhatsApp any more.' : null, why: sketch.failed ? [{ code: 'quoted', facts: { words: 'The number is not on WhatsApp any more.' } }] : [], held_until: null }
      : null,
  }
}

function inboxesFor(sketch: Sketch, now: number): ReplyInbox[] {
  const closed = sketch.id === 'w1'
  return [
    { id: 'i1', channel: sketch.channel ?? 'whatsapp', name: 'Shop WhatsApp', can_send: !closed, reason: closed ? 'messaging_window_is_closed' : null, template_required: closed, window_closes_at: new Date(now + (closed ? -2 * HOUR : 23 * HOUR)).toISOString(), is_default: true, assurance: 'channel', is_connected: true, last_inbound_at: null, last_read_at: null, reaches: null, takes_marketing: true, address: '+48 512 345 214' },
    { id: 'i2', channel: 'email', name: 'help@jans.shop', can_send: sketch.contact === 'Anna Kowalska', reason: sketch.contact === 'Anna Kowalska' ? null : 'no_address', template_required: false, window_closes_at: null, is_default: false, assurance: 'channel', is_connected: true, last_inbound_at: null, last_read_at: null, reaches: null, takes_marketing: true, address: sketch.contact === 'Anna Kowalska' ? 'anna.kowalska@example.com' : null },
  ]
}

function agents(): World['agents'] {
  return [
    { ...ME, email: 'olga@jans.shop', role: 'admin', availability: 'available', team_ids: ['t1', 't2'], disabled: false },
    { ...PETER, email: 'peter@jans.shop', role: 'supervisor', availability: 'available', team_ids: ['t1'], disabled: false },
    { id: 'a3', name: 'Jan Kowal', email: 'jan@jans.shop', role: 'agent', availability: 'away', team_ids: ['t2'], disabled: false },
  ]
}

function inboxes(now: number): World['inboxes'] {
  const at = (ms: number) => new Date(now - ms).toISOString()
  return [
    { id: 'i1', channel: 'whatsapp', name: 'Shop WhatsApp', team_id: 't1', webhook_path: '/hooks/i1', settings: { phone_number_id: '1098', api_base_url: 'https://graph.example' }, health: { state: 'green', reason: null, last_received_at: at(2 * MIN), last_sent_at: at(3 * MIN), last_error_at: null, queued: 0 } },
    { id: 'i2', channel: 'whatsapp', name: 'Returns WhatsApp', team_id: 't2', webhook_path: '/hooks/i2', settings: {}, health: { state: 'amber', reason: 'Error validating access token: Session has expired (190).', why: [{ code: 'quoted', facts: { words: 'Error validating access token: Session has expired (190).' } }], last_received_at: at(DAY), last_sent_at: at(DAY), last_error_at: at(4 * MIN), queued: 3 } },
  ]
}
