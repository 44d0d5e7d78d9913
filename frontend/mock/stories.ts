/** Two conversations told at length, with everything a timeline has to draw. */
import type { Attachment, Author, Item, Ref } from '../src/client-core/api.types'
import { emptyMessage } from './blank'

const MIN = 60_000
const HOUR = 60 * MIN
const DAY = 24 * HOUR

type Part = Record<string, unknown> & { at: number }

function laid(now: number, prefix: string, parts: Part[]): Item[] {
  return parts.map((part, i) => {
    const seq = i * 3 + 10
    const base = { id: `${prefix}-${i + 1}`, seq, v: seq, case_id: null }
    return { ...base, ...part, at: new Date(now + part.at).toISOString() } as unknown as Item
  })
}

export function picture(label: string, a: string, b: string): Attachment {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360"><rect width="480" height="360" fill="${a}"/><path d="M0 300 L150 120 L260 240 L340 160 L480 320 V360 H0Z" fill="${b}"/><text x="20" y="40" font-family="sans-serif" font-size="22" fill="#fff">${label}</text></svg>`
  const url = `data:image/svg+xml,${encodeURIComponent(svg)}`
  return { id: `att-${label}`, name: `${label}.jpg`, media_type: 'image/jpeg', bytes: 248_000, state: 'ready', url, thumbnail_url: url, width: 480, height: 360 }
}

const pdf = (name: string): Attachment => ({
  id: `att-${name}`, name, media_type: 'application/pdf', bytes: 84_300, state: 'ready', url: '#', thumbnail_url: null, width: null, height: null,
})

/** Anna: an older case, e-mail, eleven days of waiting, then WhatsApp. */
export function ANNA(now: number, contact: Ref, me: Ref, peter: Ref): Item[] {
  const anna: Author = { kind: 'contact', ...contact }
  const olga: Author = { kind: 'agent', ...me }
  const colleague: Author = { kind: 'agent', ...peter }
  const said = (at: number, author: Author, text: string, extra: object = {}): Part => ({
    ...emptyMessage(),
    case_id: 'c1',
    at,
    text,
    author,
    direction: author.kind === 'contact' ? 'in' : 'out',
    delivery: author.kind === 'contact' ? null : { state: 'read', reason: null, held_until: null },
    ...extra,
  })
  const event = (at: number, name: string, data: object, actor: Author | null = olga, caseId = 'c1'): Part => ({
    kind: 'event', at, event: name, data, actor, case_id: caseId,
  })
  const old = { case_id: 'r1', channel: 'email' }
  const mail = { channel: 'email' }
  return laid(now, 'anna', [
    event(-42 * DAY, 'case_opened', {}, null, 'r1'),
    said(-42 * DAY, anna, 'Hello, the coat I ordered is a size too small. Can I change it for a 40?', old),
    said(-42 * DAY + 2 * HOUR, colleague, 'Of course, Anna. Please send the 38 back with the label I attach; the 40 leaves tomorrow.', { ...old, attachments: [pdf('return-label.pdf')] }),
    said(-40 * DAY, anna, 'Thank you, it fits.', old),
    event(-40 * DAY + 20 * MIN, 'case_resolved', { outcome: 'solved' }, colleague, 'r1'),
    event(-13 * DAY, 'case_opened', {}, null),
    said(-13 * DAY, anna, 'Hello, I returned the second coat on Monday. When will I see the refund?\n\nOrder 88213, the parcel arrived at your warehouse according to https://track.example/PL88213.', mail),
    said(-13 * DAY + 50 * MIN, olga, 'Hello Anna, thank you for the tracking number. I asked Finance to release the refund and *will write to you by Monday 14:20*.', mail),
    event(-13 * DAY + 51 * MIN, 'promise_made', { due_at: new Date(now + 35 * MIN).toISOString() }),
    event(-13 * DAY + 52 * MIN, 'case_parked', { wake_at: new Date(now - 2 * DAY).toISOString(), reason: 'refund landed' }),
    event(-2 * DAY, 'case_woken', { reason: 'refund landed' }, null),
    { kind: 'note', at: -2 * DAY + 5 * MIN, case_id: 'c1', text: 'Finance says FT2231 went out on the 19th. Péter, can you see it in the bank file?', author: olga },
    { kind: 'note', at: -2 * DAY + 25 * MIN, case_id: 'c1', text: 'Yes, in the file of the 19th, 249.00 PLN.', author: colleague },
    said(-70 * MIN, anna, 'Any news? My card statement still shows nothing.'),
    said(-69 * MIN, anna, '', { attachments: [picture('statement', '#3a6f6a', '#1f4441')], reactions: [{ emoji: '👍', by: 'Olga Nowak' }] }),
    said(-68 * MIN, anna, 'This is what I see in the app, card ending 4411.', { reply_to: { id: 'anna-8', text: 'Hello Anna, thank you for the tracking number. I asked Finance…', author_name: 'Olga Nowak' } }),
  ])
}

/** Jakub: pictures, a place, a card, an unsupported thing, one message that failed. */
export function AFTER_PARCEL(now: number, contact: Ref, me: Ref): Item[] {
  const jakub: Author = { kind: 'contact', ...contact }
  const olga: Author = { kind: 'agent', ...me }
  const said = (at: number, author: Author, text: string | null, extra: object = {}): Part => ({
    ...emptyMessage(),
    case_id: 'c6',
    at,
    text,
    author,
    direction: author.kind === 'contact' ? 'in' : 'out',
    delivery: author.kind === 'contact' ? null : { state: 'delivered', reason: null, held_until: null },
    ...extra,
  })
  return laid(now, 'jakub', [
    { kind: 'event', at: -3 * HOUR, event: 'case_opened', data: {}, actor: null, case_id: 'c6' },
    said(-3 * HOUR, jakub, 'Hi! Two parcels arrived today and one is empty.'),
    said(-3 * HOUR + MIN, jakub, null, { attachments: [picture('box-1', '#7a4a2b', '#4b2b17'), picture('box-2', '#5b5f8d', '#34375c'), picture('label', '#8d7a4b', '#5c4d2b')] }),
    said(-2 * HOUR, olga, 'Thank you, Jakub. Where was it handed over?\n\n- At your door\n- At a parcel locker\n- With a neighbour', { delivery: { state: 'failed', reason: 'The phone was off for too long.', why: [{ code: 'quoted', facts: { words: 'The phone was off for too long.' } }], held_until: null } }),
    said(-100 * MIN, jakub, null, { content: { type: 'location', latitude: 52.2297, longitude: 21.0122, name: 'Paczkomat WAW44', address: 'Złota 44, Warszawa' } }),
    said(-99 * MIN, jakub, null, { content: { type: 'contacts', contacts: [{ name: 'Courier Adam', phones: ['+48 600 700 800'] }] } }),
    said(-98 * MIN, jakub, null, { content: { type: 'interactive', title: 'At a parcel locker' } }),
    said(-97 * MIN, jakub, null, { content: { type: 'unsupported', provider_type: 'sticker_pack' } }),
    said(-96 * MIN, jakub, 'forget that one', { deleted_at: new Date(now - 95 * MIN).toISOString() }),
    said(-12 * MIN, jakub, 'One box was sealed but had nothing in it.', { edited_at: new Date(now - 11 * MIN).toISOString() }),
  ])
}
