/** The mock server's routes: a method, a path, an answer. */
import type { Item, MessageItem, SendMessage } from '../src/client-core/api.types'
import { emptyMessage } from './blank'
import type { MockServer } from './server'

export interface MockAnswer {
  status: number
  body?: unknown
}

type Handler = (server: MockServer, ids: string[], query: URLSearchParams, body: never) => MockAnswer

const ok = (body: unknown, status = 200): MockAnswer => ({ status, body })
const refuse = (status: number, code: string, detail: string, extra: object = {}): MockAnswer => ({
  status,
  body: { type: `about:blank#${code}`, title: detail, status, code, detail, ...extra },
})
const all = (items: unknown[]): MockAnswer => ok({ items, next_cursor: null })

const ROUTES: [string, RegExp, Handler][] = [
  ['GET', /^\/session$/, (s) => ok(s.session())],
  ['POST', /^\/session$/, signIn],
  ['DELETE', /^\/session$/, () => ok(null, 204)],
  ['PUT', /^\/me\/availability$/, (s, _i, _q, body: { availability: 'away' }) => {
    Object.assign(s.me, body)
    return ok(s.me)
  }],
  ['PUT', /^\/me\/preferences$/, (s, _i, _q, body: object) => ok(Object.assign(s.world.preferences, body))],
  ['PUT', /^\/me\/password$/, () => ok(null, 204)],
  ['GET', /^\/agents$/, (s) => all(s.world.agents)],
  ['GET', /^\/teams$/, (s) => all(s.world.teams)],
  ['GET', /^\/inboxes$/, (s) => all(s.world.inboxes)],
  ['GET', /^\/inboxes\/([^/]+)\/templates$/, (s) => all(s.world.templates)],
  ['GET', /^\/quarantine$/, (s) => all(s.world.quarantine)],
  ['POST', /^\/quarantine\/([^/]+)\/replay$/, (s, [id]) => {
    s.world.quarantine = s.world.quarantine.filter((one) => String(one.id) !== id)
    return ok({})
  }],
  ['GET', /^\/cases\/counts$/, counts],
  ['GET', /^\/cases$/, (s, _i, query) => ok(s.page(query))],
  ['GET', /^\/cases\/([^/]+)$/, (s, [id]) => {
    const row = s.case(id!)
    return row ? ok({ ...row }) : refuse(404, 'not_found', 'There is no such case.')
  }],
  ['PUT', /^\/cases\/([^/]+)\/assignment$/, (s, [id], _q, body) => ok(s.assign(id!, body))],
  ['PUT', /^\/cases\/([^/]+)\/parking$/, (s, [id], _q, body: { wake_at: string; reason: string }) => {
    if (s.case(id!)?.answer && !s.case(id!)?.promise_at) {
      return refuse(409, 'answer_is_owed', 'An answer is owed; send one or promise a time first.')
    }
    return ok(s.park(id!, body.wake_at, body.reason))
  }],
  ['DELETE', /^\/cases\/([^/]+)\/parking$/, (s, [id]) => ok(s.wake(id!))],
  ['PUT', /^\/cases\/([^/]+)\/resolution$/, (s, [id], _q, body: { outcome: 'solved' }) => {
    if (s.case(id!)?.answer) return refuse(409, 'case_owes_something', 'An answer is owed.')
    return ok(s.resolve(id!, body.outcome))
  }],
  ['DELETE', /^\/cases\/([^/]+)\/resolution$/, (s, [id]) => ok(s.reopen(id!))],
  ['PUT', /^\/cases\/([^/]+)\/read$/, () => ok(null, 204)],
  ['POST', /^\/cases\/([^/]+)\/no-reply-needed$/, (s, [id]) => ok(s.noReplyNeeded(id!))],
  ['GET', /^\/conversations\/([^/]+)$/, (s, [id]) => ok(s.conversation(id!))],
  ['GET', /^\/conversations\/([^/]+)\/timeline$/, timeline],
  ['POST', /^\/conversations\/([^/]+)\/messages$/, send],
  ['DELETE', /^\/conversations\/([^/]+)\/messages\/([^/]+)$/, undo],
  ['POST', /^\/conversations\/([^/]+)\/messages\/([^/]+)\/delivery$/, (s, [conversation, id]) =>
    ok(s.changeItem(conversation!, id!, { delivery: { state: 'sent', reason: null, held_until: null } }))],
  ['POST', /^\/conversations\/([^/]+)\/notes$/, note],
  ['GET', /^\/contacts\/([^/]+)$/, (s, [id]) => {
    const contact = s.world.contacts.find((one) => one.id === id)
    return ok({ ...contact, cases: s.world.cases.filter((row) => row.contact.id === id) })
  }],
  ['GET', /^\/search$/, search],
]

/** Answer one request. */
export function answer(server: MockServer, method: string, url: URL, body: unknown): MockAnswer {
  const path = url.pathname.replace('/api/v1', '')
  for (const [verb, pattern, handler] of ROUTES) {
    const match = verb === method ? pattern.exec(path) : null
    if (match) return handler(server, match.slice(1), url.searchParams, body as never)
  }
  return refuse(404, 'not_found', `${method} ${path} is not part of the mock.`)
}

function signIn(server: MockServer, _ids: string[], _query: URLSearchParams, body: { password: string }): MockAnswer {
  if (body.password === 'wrong') return refuse(401, 'sign_in_failed', 'E-mail or password is wrong.')
  return ok(server.session(), 201)
}

function counts(server: MockServer): MockAnswer {
  const count = (place: string) => server.page(new URLSearchParams({ place, limit: '1000' })).items
  const mine = count('mine')
  const queued = count('team')
  const left = mine.map((row) => Date.parse(row.next_move!.due_at) - server.now())
  return ok({
    mine: mine.length,
    team: queued.length,
    waiting: count('waiting').length,
    parked: count('parked').length,
    over: left.filter((ms) => ms < 0).length,
    within_hour: left.filter((ms) => ms >= 0 && ms <= 3_600_000).length,
    teams: [...new Set(queued.map((row) => row.team!.id))].map((id) => ({ id, count: queued.filter((row) => row.team!.id === id).length })),
  })
}

function timeline(server: MockServer, [id]: string[], query: URLSearchParams): MockAnswer {
  const items = [...server.itemsOf(id!)].sort((a, b) => a.seq - b.seq)
  const limit = Number(query.get('limit') ?? 60)
  const before = Number(query.get('before') ?? Infinity)
  const after = query.has('after') ? Number(query.get('after')) : null
  let part: Item[]
  if (after !== null) part = items.filter((item) => item.seq > after).slice(0, limit)
  else part = items.filter((item) => item.seq < before).slice(-limit)
  const first = part[0]?.seq ?? 0
  const last = part.at(-1)?.seq ?? after ?? 0
  return ok({
    items: structuredClone(part),
    has_more_before: part.length > 0 && items.some((item) => item.seq < first),
    has_more_after: items.some((item) => item.seq > last && item.seq < (after === null ? before : Infinity)),
    next_cursor: null,
  })
}

function send(server: MockServer, [id]: string[], _query: URLSearchParams, body: SendMessage): MockAnswer {
  const known = server.itemsOf(id!).find((item) => item.id === body.id)
  if (known) return ok(known)
  const row = server.case(body.case_id)!
  const newer = server
    .itemsOf(id!)
    .find((item) => item.kind === 'message' && item.direction === 'out' && item.seq > (body.expected_seq ?? Infinity))
  if (newer) return refuse(409, 'newer_reply_exists', 'A colleague replied meanwhile.', { message: newer })
  const at = server.iso()
  const hold = (body.hold_seconds ?? 10) * 1000
  const item = server.append(id!, {
    ...emptyMessage(),
    id: body.id,
    at,
    case_id: body.case_id,
    direction: 'out',
    channel: row.channel,
    text: body.text,
    author: server.author(),
    delivery: { state: 'queued', reason: null, held_until: new Date(server.now() + hold).toISOString() },
  })
  const owner = row.owner ?? { id: server.me.id, name: server.me.name }
  server.patch(body.case_id, {
    owner,
    answer: null,
    delivery_failed: false,
    sends_at: null,
    unread: false,
    last_message: { text: body.text, direction: 'out', at, channel: row.channel, author_name: server.me.name },
    next_move: server.move('contact', row.contact.id, 'nudge', 24 * 3_600_000),
  })
  if (body.then === 'park') server.park(body.case_id, body.wake_at!, body.park_reason ?? '')
  if (body.then === 'resolve') server.resolve(body.case_id, body.outcome ?? 'solved')
  for (const [state, wait] of [['sent', 400], ['delivered', 1200], ['read', 5000]] as const) {
    setTimeout(() => {
      const held = server.itemsOf(id!).find((one) => one.id === body.id) as MessageItem | undefined
      if (!held || held.delivery?.state === 'cancelled') return
      server.changeItem(id!, body.id, { delivery: { state, reason: null, held_until: null } })
    }, hold + wait)
  }
  return ok(item, 201)
}

function undo(server: MockServer, [conversation, id]: string[]): MockAnswer {
  const item = server.itemsOf(conversation!).find((one) => one.id === id) as MessageItem | undefined
  if (!item?.delivery?.held_until) return refuse(409, 'already_sent', 'It has left already.')
  server.changeItem(conversation!, id!, { delivery: { state: 'cancelled', reason: null, held_until: null } })
  const row = server.patch(item.case_id!, {
    status: 'open',
    resolution: null,
    park: null,
    next_move: server.move('agent', server.me.id, 'answer', 2_100_000),
  })
  return ok({ text: item.text, attachments: item.attachments, case: row })
}

function note(server: MockServer, [id]: string[], _q: URLSearchParams, body: { id: string; case_id: string; text: string }): MockAnswer {
  const known = server.itemsOf(id!).find((item) => item.id === body.id)
  if (known) return ok(known)
  const made = { id: body.id, kind: 'note', at: server.iso(), case_id: body.case_id, text: body.text, author: server.author() }
  return ok(server.append(id!, made as never), 201)
}

function search(server: MockServer, _ids: string[], query: URLSearchParams): MockAnswer {
  const wanted = (query.get('q') ?? '').toLowerCase()
  const hits: unknown[] = []
  for (const [conversation, items] of server.world.items) {
    for (const item of items) {
      const text = item.kind === 'message' ? (item.text ?? '') : ''
      const at = wanted ? text.toLowerCase().indexOf(wanted) : -1
      if (at < 0 || item.kind !== 'message') continue
      const row = server.case(item.case_id ?? '')
      hits.push({
        message_id: item.id, seq: item.seq, conversation_id: conversation, case_id: item.case_id,
        case_number: row?.number ?? null, contact: row?.contact, at: item.at,
        direction: item.direction, channel: item.channel,
        snippet: [
          { text: text.slice(Math.max(0, at - 60), at), hit: false },
          { text: text.slice(at, at + wanted.length), hit: true },
          { text: text.slice(at + wanted.length, at + 140), hit: false },
        ],
      })
    }
  }
  return all(hits.reverse())
}
